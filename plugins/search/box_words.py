"""The words by which a search control is told from everything else a visitor can type into or press."""

from __future__ import annotations

import re
from functools import lru_cache

from govlint.lazy_re import lazy_re
from govlint.page.facts import Control, Form

_SPACE = lazy_re(r"\s+")

# 搜 索 and 检 索 are often written with a space inside; labels are squeezed before they are matched.
_SAYS_SEARCH = lazy_re(r"搜索|检索|搜一|站内搜|全文搜|搜寻|^搜$|(?<!re)search|sousuo", re.IGNORECASE)
_SAYS_LOOK_UP = lazy_re(r"查询|查找|查一查|^查$|^go!?$|^找$", re.IGNORECASE)
_PROMPT = lazy_re(
    r"搜索|检索|搜一|关键字|关键词|關鍵字|關鍵詞|搜你|搜您|想搜|要搜|要找|想找|查询内容|查找内容|(?<!re)search|key\s?words?",
    re.IGNORECASE,
)
# Names, ids and classes: search, serch (seen), searbox, sousuo, jiansuo, soso, sou_btn …
_NAMED_SEARCH = lazy_re(
    r"(?<!re)s(?:ea?r|ae?r)ch|sear(?:box|btn|txt|bar|bg)|sous(?:uo|o|_|-|$)|jiansuo|soso|ssuo|(?:^|[_\-\s])so?u[_\-]"
    r"|(?:^|[_\-\s])sou(?:$|\s)|key_?word",
    re.IGNORECASE,
)
_SEARCH_NAMES = lazy_re(
    r"key_?words?|kwds?|keyboard|query(?:string)?|sou(?:suo)?|iptsword|iptword|textword|qword|qt",
    re.IGNORECASE,
)
# Names that say little by themselves.
_SHORT_NAMES = lazy_re(r"[qsk]|wd|kws?|keys?|words?|so|ss", re.IGNORECASE)
# Fields that look one thing up by its number, tell who the visitor is, or turn pages.
_LOOK_ALIKE = lazy_re(
    r"编号|编码|流水号|受理号|受理码|单号|案号|号码|查询码|查询号|密码|口令|验证码|身份证|证件|证号|准考证|手机|电话|姓名|名字"
    r"|邮箱|邮件|用户名|帐号|账号|登录|登陆|注册|订阅|转到|跳转|页码|页数|金额|车牌|快递|留言|评论|12345|昵称|地址|单位名称"
    r"|e-?mail|captcha",
    re.IGNORECASE,
)
_LOOK_ALIKE_NAMES = lazy_re(
    r"^(?:.*(?:password|passwd|pwd|email|mobile|phone|captcha|verify|checkcode|validcode|username|userid|loginname|token)"
    r".*|code|vcode|yzm|tel|mail|page|pageno|pagenum|gopage|topage|jumppage|date|time|start|end|begin|from|to|year|month"
    r"|.*(?:date|time|riqi)|name|user|uid|idcard|cardno|sfz|lsh|slbh|bh|u\d+p?|a\d+.*pagenum|.*goto.*)$",
    re.IGNORECASE,
)
# What a button beside a text field may be for, other than searching.
_OTHER_BUTTON = lazy_re(
    r"登录|登陆|注册|重置|重填|重写|清空|清除|取消|返回|关闭|发送|订阅|投票|收藏|首页|转到|跳转|上传|浏览|下载|计算|留言|评论"
    r"|打印|分享|添加|删除|保存|修改|语音|繁体|简体|无障碍|english|上一页|下一页|尾页|获取|刷新|换一|忘记",
    re.IGNORECASE,
)
_ENTRANCE = lazy_re(
    r"(?:站内|全站|全文|本站|高级|智能|一网|综合|快速|信息|文件|公文|政策|内容|我要|点击|进入|网站|全网|站群)*+"
    r"(?:搜索|检索|搜一搜|搜一下|search)(?:框|按钮|一下|页面?)?",
    re.IGNORECASE,
)

_FILTER_CHOICE = lazy_re(
    r"年份|年度|处室|科室|体裁|题材|主题|文种|类别|分类|类型|机构|部门|单位|组配|服务对象|区域|层级|效力",
    re.IGNORECASE,
)
_FILTER_CHOICE_NAMES = lazy_re(
    r"(?:^|_)(?:s?year|nf|nianfen|nian|office|chushi|cs|genre|ticai|tc|theme|zhuti|zt|topic|dept|department|bumen|bm|category"
    r"|subcat|classify|fenlei|fl|jigou|jg|wenzhong)(?:id|code|_|$)",
    re.IGNORECASE,
)
# Short texts that may name a filter; the vocabulary of column names says which of them do.
_LONGEST_FILTER = 24
_FILTER_WORD = lazy_re("按|检索|分类|查询|筛选|浏览|年份")
_MAY_NAME_FILTER = lazy_re(r"\W{0,3}(?:按.{2,10}|.{2,6}(?:检索|分类|查询|筛选|浏览|年份))\W{0,3}")


def squeeze(text: str) -> str:
    """Return *text* without any white space: ``搜 索`` and ``搜索`` are the same word."""
    return _SPACE.sub("", text)


def names_of(control: Control) -> frozenset[str]:
    """The names a script can reach *control* by: its id, its name and its classes."""
    return frozenset(filter(None, (control.id, control.name, *control.classes.split())))


def _marks(control: Control) -> str:
    return f"{control.id} {control.name} {control.classes}"


def is_text_field(control: Control) -> bool:
    """Whether a visitor can type free words of one line into *control*."""
    return control.kind == "field" and control.tag == "input" and control.type in ("", "text", "search")


def is_look_alike(field: Control) -> bool:
    """Whether *field* asks for a number, a name, a date or a page rather than for words to search for."""
    label = squeeze(field.label)
    if _LOOK_ALIKE.search(label):
        return True
    return not _PROMPT.search(label) and any(_LOOK_ALIKE_NAMES.match(name) for name in (field.name, field.id) if name)


def asks_for_search(field: Control) -> bool:
    """Whether the label of *field* asks for words to search for; enough even where there is nothing to press."""
    return field.type == "search" or bool(_PROMPT.search(squeeze(field.label)))


def named_as_search(control: Control) -> bool:
    """Whether id, name or a class of *control* speak of searching."""
    if _NAMED_SEARCH.search(_marks(control)):
        return True
    return bool(_SEARCH_NAMES.fullmatch(control.name) or _SEARCH_NAMES.fullmatch(control.id))


def named_shortly(field: Control) -> bool:
    """Whether *field* is named as search fields often are (q, wd, key …), which proves little."""
    return bool(_SHORT_NAMES.fullmatch(field.name) or _SHORT_NAMES.fullmatch(field.id))


def says_nothing(button: Control) -> bool:
    """Whether *button* has no label: a picture or an empty tag."""
    return not squeeze(button.label)


def says_search(button: Control) -> bool:
    """Whether *button* says 搜索 or 检索, by its label or by the way it is named."""
    return bool(_SAYS_SEARCH.search(squeeze(button.label))) or bool(_NAMED_SEARCH.search(_marks(button)))


def says_look_up(button: Control) -> bool:
    """Whether *button* says 查询 or the like: it searches only if its field does."""
    return bool(_SAYS_LOOK_UP.search(squeeze(button.label)))


def says_other(button: Control) -> bool:
    """Whether *button* is plainly there for something else than searching (登录, 重置, 转到 …)."""
    return button.type == "reset" or bool(_OTHER_BUTTON.search(squeeze(button.label)))


def form_speaks_of_search(form: Form | None) -> bool:
    """Whether id, name or action of *form* speak of searching."""
    return form is not None and bool(_NAMED_SEARCH.search(f"{form.id} {form.name} {form.action or ''}"))


def is_entrance(text: str) -> bool:
    """Whether *text* is the label of a way to a search (站内搜索, 高级检索 …) and nothing else."""
    return bool(_ENTRANCE.fullmatch(squeeze(text)))


def names_filter(choice: Control) -> bool:
    """Whether *choice* narrows a list by year, office, genre, topic and the like."""
    if _FILTER_CHOICE.search(squeeze(choice.label)):
        return True
    return any(_FILTER_CHOICE_NAMES.search(name) for name in (choice.name, choice.id) if name)


@lru_cache(maxsize=4096)  # menus repeat on every page
def may_name_filter(text: str) -> bool:
    """Whether *text* could be the name of a filter (按年份检索, 按处室分类, 主题分类 …)."""
    if len(text) > _LONGEST_FILTER or not _FILTER_WORD.search(text):
        return False
    return bool(_MAY_NAME_FILTER.fullmatch(squeeze(text)))
