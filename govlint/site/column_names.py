"""Which texts may be the names of columns: in Chinese, short, and none of the words that stand in every menu."""

from __future__ import annotations

from govlint.lazy_re import lazy_re
from govlint.standard.names import fold

LONGEST_NAME = 16
"""Characters of the name of a column; what is longer is the title of news."""

_CHINESE = lazy_re(r"[\u3400-\u9fff]{2}")
# What stands in menus and is no column.
_NOT_COLUMNS = frozenset(
    [
        "首页",
        "网站首页",
        "返回首页",
        "本站首页",
        "主页",
        "设为首页",
        "加入收藏",
        "收藏本站",
        "加入收藏夹",
        "登录",
        "注册",
        "退出",
        "更多",
        "查看更多",
        "返回",
        "关闭",
        "打印",
        "关闭窗口",
        "返回顶部",
        "上一页",
        "下一页",
        "尾页",
        "末页",
        "上一篇",
        "下一篇",
        "第一页",
        "繁体",
        "简体",
        "繁體",
        "简体中文",
        "繁体中文",
        "手机版",
        "移动版",
        "无障碍",
        "无障碍浏览",
        "长者模式",
        "大字版",
        "正文",
        "详情",
        "内容",
        "全文",
        "搜索",
        "高级搜索",
        "检索",
        "当前位置",
        "您的位置",
        "展开",
        "收起",
        "全部",
    ]
)


def name_of_step(text: str) -> str:
    """Return the name that *text*, a step of a breadcrumb, gives a column, folded; ``""`` where it is none."""
    name = fold(text) if _CHINESE.search(text) else ""
    return "" if name in _NOT_COLUMNS else name


class ColumnNames(dict[str, str | None]):
    """Texts of links → the names of columns that they may be, folded; None for a text that can be none."""

    def __missing__(self, text: str) -> str | None:
        self[text] = name = name_of_step(text) or None if len(text) <= LONGEST_NAME else None
        return name
