"""Short texts that stand where content should be: "nothing here", "under construction", and the words of paging.

建设中 and 测试 are ordinary words ("项目建设中"): a notice counts only where it is the whole of a short text.
"""

from __future__ import annotations

import re

from govlint.lazy_re import lazy_re

_FILLER = r"[\s\u3000，。、！!,.…~～（）()【】\[\]:：-]*+"
_SUBJECT = r"(?:(?:对不起|抱歉|很抱歉|非常抱歉|目前|当前|暂时|您访问的|此|该|本|[\s，,。！!])){0,8}+"
_PLACE = r"(?:栏目|页面|网页|网站|频道|版块|板块|分类|列表|内容|信息|数据|功能|模块)?+(?:下|中|里)?+"
_THINGS = (
    r"(?:任何|相关|最新|新增|更新|有关|对应|符合条件的|可显示的|您要的|您要找的)*+"
    r"(?:数据|内容|信息|资料|记录|文章|文件|新闻|公告|结果|条目|更新|信件|留言|列表)?+"
)
_BLANK = lazy_re(
    rf"{_FILLER}{_SUBJECT}{_FILLER}{_PLACE}{_FILLER}"
    rf"(?:暂无|暂时没有|暂没有|还没有|尚无|没有找到|未找到|没有查询到|没有|无)(?:新增|任何|相关)?+{_THINGS}{_FILLER}"
    rf"|{_FILLER}(?:no data|no records?|no results?|no content)(?: found)?+{_FILLER}",
    re.IGNORECASE,
)
_ZERO = lazy_re(r"[^0-9]{0,12}共(?:有|计)?\s*+(?:找到)?\s*+0\s*+(?:条|篇|个|项|页|件)[^。]{0,40}")
_PLACEHOLDER = lazy_re(
    rf"{_FILLER}{_SUBJECT}{_FILLER}{_PLACE}{_FILLER}(?:正在|正|尚在|还在|处于)?+"
    r"(?:建设|开发|整理|完善|维护|更新|升级|改版|升级改版|改版升级|筹建|制作|调试|准备|录入|上传)(?:当)?中"
    rf"{_FILLER}(?:请?稍[后候]再?(?:访问|查看|来访|试)?|敬请期待|敬请关注|谢谢)?+{_FILLER}"
    rf"|{_FILLER}(?:敬请期待|敬请关注|即将推出|即将上线|即将开通|尚未开通|暂未开通){_FILLER}"
    rf"|{_FILLER}(?:coming soon|under construction){_FILLER}",
    re.IGNORECASE,
)
_PAGING = lazy_re(
    r"(?:首\s*页|尾\s*页|末\s*页|上\s*一?\s*页|下\s*一?\s*页|前\s*一?\s*页|后\s*一?\s*页|第一页|最后一页|最末页|转到|跳转|跳至|到第|"
    r"go|next|prev|确定|返回|共|第|页|条|篇|当前|记录|每页|总|计|数|显示|末|/|[|<>«»‹›\[\]:：,，.\s\d\u00a0-])++",
    re.IGNORECASE,
)
_LONGEST = 60


def is_blank_notice(text: str) -> bool:
    """Whether *text* is nothing but a notice that there is nothing: 暂无数据, 此栏目暂无任何新增信息, 共 0 条."""
    if not 2 < len(text) <= _LONGEST and text != "暂无":
        return False
    return _BLANK.fullmatch(text) is not None or is_zero_count(text)


def is_zero_count(text: str) -> bool:
    """Whether *text* is a list's own count of its items, and the count is 0: 共 0 条 当前第 1 / 1 页."""
    return len(text) <= _LONGEST and _ZERO.fullmatch(text) is not None


def is_placeholder_notice(text: str) -> bool:
    """Whether *text* is nothing but a promise: 栏目建设中, 敬请期待, 升级改版中."""
    return len(text) <= _LONGEST and _PLACEHOLDER.fullmatch(text) is not None


def is_paging(text: str) -> bool:
    """Whether *text* is made of the words and numbers of paging alone."""
    return len(text) <= _LONGEST and _PAGING.fullmatch(text) is not None
