"""Words that advertise gambling and pornography, as whoever breaks into a site puts them there."""

from __future__ import annotations

import re
from collections.abc import Iterable

from govlint.lazy_re import lazy_re

from ..links.hosts import host_lists

# What stood in titles of sites that were broken into, besides the words by which links advertise.
_MORE = lazy_re(
    r"真钱(?:游戏|棋牌|牛牛|娱乐)|抢庄牛牛|(?:pg|mg|cq9|pp)电子|be\s?play|外围(?:投注|买球|平台|网站|app|下注)|(?:足球|世界杯)外围"
    r"|(?:彩票|棋牌|电竞)(?:平台|官网|app)|投注平台|pk10|江苏快3|pc蛋蛋|幸运28|真人视讯|电子游艺|捕鱼游戏|在线裸聊|成人影院|激情视频"
    r"|国产自拍|一本道",
    re.IGNORECASE,
)
# What an organ of the state lottery or of the police writes about the same things.
_SOBER = lazy_re(
    r"福利彩票|体育彩票|福彩|体彩|彩票(?:管理|发行|销售|公益)|开奖|公告|通告|通知|提醒|宣传|讲座|法治|普法|预防|治理|曝光|案"
    r"|打击|整治|禁止|严禁|抵制|查处|防范|打非|警惕|危害|涉赌|涉黄|诈骗|犯罪|公安|警方|取缔|举报|拒绝|远离"
)
_PROMOTES = lazy_re(
    r"官网|官方|平台|注册|登录|登陆|开户|投注|下注|下载|app|手机版|网址|入口|首页|充值|彩金|在线|免费|高清|观看|娱乐|代理|赔率|技巧|计划",
    re.IGNORECASE,
)


def advertises(text: str) -> bool:
    """Say whether *text* names gambling or pornography and does not speak of it as an office would."""
    if not text or _SOBER.search(text) is not None:
        return False
    return host_lists().is_harmful_text(text) or _MORE.search(text) is not None


def promotes(texts: Iterable[str]) -> bool:
    """Say whether *texts* advertise beyond doubt: two of them do, or one does and calls for joining in."""
    harmful = [text for text in texts if advertises(text)]
    return len(harmful) > 1 or any(_PROMOTES.search(text) for text in harmful)
