"""Words that advertise gambling and pornography, as whoever breaks into a site puts them there."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ..links.hosts import host_lists

# What an organ of the state lottery or of the police writes about the same things.
_SOBER = re.compile(
    r"福利彩票|体育彩票|福彩|体彩|彩票(?:管理|发行|销售|公益)|开奖|公告|通告|通知|提醒|宣传|讲座|法治|普法|预防|治理|曝光|案"
)
_PROMOTES = re.compile(
    r"官网|官方|平台|注册|登录|登陆|开户|投注|下注|下载|app|手机版|网址|入口|首页|充值|彩金|在线|免费|高清|观看|娱乐|代理|赔率|技巧|计划",
    re.IGNORECASE,
)


def advertises(text: str) -> bool:
    """Say whether *text* names gambling or pornography and does not speak of it as an office would."""
    return bool(text) and host_lists().is_harmful_text(text) and _SOBER.search(text) is None


def promotes(texts: Iterable[str]) -> bool:
    """Say whether *texts* advertise beyond doubt: two of them do, or one does and calls for joining in."""
    harmful = [text for text in texts if advertises(text)]
    return len(harmful) > 1 or any(_PROMOTES.search(text) for text in harmful)
