"""GOV6020 TagMismatch: tags that say another title, column or day than the page shows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from unicodedata import normalize

from govlint.finding import Finding, Mark, Severity, Text
from govlint.lazy_re import lazy_re
from govlint.lint.context import Context
from govlint.lint.rule import Example, Expected, Needs, Scope, fail, rule
from govlint.page.dates import parse_published
from govlint.page.facts import Meta, PageFacts, Zone
from govlint.page.model import Page
from govlint.page.words import fold, holds_any

from .marks import marks_of
from .sample_pages import small_site
from .tags import is_placeholder, tag_name

_TAG = lazy_re(r"<[^<>]{0,200}>|&\w{2,8};")
_IGNORED = lazy_re(r"[\W_]+")
_CUT = lazy_re(r"(?:…|\.{2,})")
_ENOUGH = 0.3
_MOST_DAYS = 1
_SHOWN_DAY = lazy_re(r"发布(?:时间|日期)\s?[:：]\s?(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})", re.ASCII)
_LONGEST_DAY = 20  # characters of it: it goes over no more runs
_JUDGED = frozenset(("ArticleTitle", "ColumnName", "PubDate"))
_PAGE = "tzgg/t20260112_2.html"


def _example(zh: str, en: str, tag: str, old: str, new: str, column: int = 0) -> Example:
    files = small_site()
    files[_PAGE] = files[_PAGE].replace(f'{tag}" content="{old}', f'{tag}" content="{new}')
    return Example(Text(zh, en), files, (Expected(_PAGE, 2, column, tag),) if column else ())


@rule(
    "GOV6020",
    "TagMismatch",
    scope=Scope.PAGE,
    needs=Needs.PUBLISHED,
    severity=Severity.NOTE,
    summary=Text("网页标签与页面内容不一致。", "A tag contradicts what the page shows."),
    why=Text(
        "标签与标题、栏目或发布时间对不上，搜索结果和监管数据就会出错。",
        "Where a tag is not the title, column or day of the page, search results and inspections go wrong.",
    ),
    remedy=Text("让系统从同一字段输出标签和页面内容。", "Let the CMS fill tag and page from the same field."),
    examples=(
        _example("标题是另一篇的", "another title", "ArticleTitle", "关于春季植树的通知", "二〇二五年度工作总结", 401),
        _example("发布时间差了一个月", "a month apart", "PubDate", "2026-01-12", "2025-12-12", 442),
        _example("栏目名称对不上", "another column", "ColumnName", "通知公告", "领导活动", 231),
        _example("标题被截短", "a title cut short", "ArticleTitle", "关于春季植树的通知", "关于春季植树…"),
        Example(Text("一致", "they agree"), small_site()),
    ),
    basis=("guideline-2017:tags",),
    tags=("identity",),
)
def tag_mismatch(page: Page, _context: Context) -> Iterator[Finding]:
    """Yield one fault for each of ArticleTitle, ColumnName and PubDate that *page* contradicts."""
    if marks_of(page.facts).pulls.template:
        return
    for meta in page.facts.metas:
        name = tag_name(meta)
        if name not in _JUDGED or is_placeholder(meta.content):
            continue
        said = fold(_CUT.split(meta.content)[0])
        value = _plain(said)
        if not value:
            continue
        if name == "ArticleTitle" and not _shows_title(page, said, value):
            yield _fault(page, meta, name, Text("页面标题", "title"))
        elif name == "ColumnName" and page.facts.crumbs and not _shows_column(page, said, value):
            yield _fault(page, meta, name, Text("当前位置里的栏目", "column in the trail"))
        elif name == "PubDate" and _is_other_day(page.facts, meta):
            yield _fault(page, meta, name, Text("页面上的发布时间", "day"))


def _fault(page: Page, meta: Meta, name: str, shown: Text) -> Finding:
    return fail(
        Text(
            f"标签“{name}”与{shown.zh}不一致，请核对。",
            f"The tag “{name}” is not the {shown.en} that the page shows; check it.",
        ),
        page.path,
        Mark(meta.at, "@content"),
        key=name,
        value=meta.content.strip()[:80],
    )


def _plain(text: str) -> str:
    return _IGNORED.sub("", normalize("NFKC", _TAG.sub("", text))).lower()


_plain_heading = lru_cache(maxsize=2048)(_plain)  # the headings of boxes and the steps of trails repeat on every page
_plain_text = lru_cache(maxsize=1)(_plain)  # one page is asked for two tags


def _shows_title(page: Page, said: str, value: str) -> bool:
    """Whether the page's title, a heading or its text holds *value* (what is *said*, plain), or most of it."""
    shown = [_plain_heading(heading.text) for heading in (*page.facts.titles, *page.facts.headings) if heading.text]
    if any(value in text or (len(text) > 3 and text in value) for text in shown):
        return True
    if _overlap(value, "".join(shown)) >= _ENOUGH:
        return True
    return _is_in_text(page, said, value) or not shown


def _is_in_text(page: Page, said: str, value: str) -> bool:
    """Whether the text of *page* holds *value*; where it stands in one piece, as it is *said*, the facts tell."""
    if any(said in run.text for run in page.facts.runs if run.kind == "text"):
        return True
    return value in _plain_text(page.text)


def _overlap(value: str, text: str) -> float:
    """Return which part of the pairs of characters of *value* stands in *text*."""
    pairs = {value[at : at + 2] for at in range(len(value) - 1)} or {value}
    return sum(pair in text for pair in pairs) / len(pairs)


def _shows_column(page: Page, said: str, value: str) -> bool:
    """Whether the page shows the column's name anywhere: the trail alone would leave out menus."""
    crumbs = [_plain_heading(crumb.text) for crumb in page.facts.crumbs]
    if any(value in text or (text and text in value) for text in crumbs):
        return True
    return value in _plain_heading(page.facts.title) or _is_in_text(page, said, value)


def _is_other_day(facts: PageFacts, meta: Meta) -> bool:
    """Whether the day labelled 发布时间 on the page is more than a day from the tag's."""
    stated = parse_published(meta.content.strip())
    shown = _shown_days(facts) if stated is not None else set()
    if stated is None or len(shown) != 1:
        return False
    return abs((shown.pop() - date(stated.year, stated.month, stated.day)).days) > _MOST_DAYS


def _shown_days(facts: PageFacts) -> set[date]:
    days: set[date] = set()
    for index in [index for index, run in enumerate(facts.runs) if "发布" in run.text]:
        if not holds_any(facts.runs[index].text, ("发布时间", "发布日期")):
            continue
        near = facts.runs[index : index + _LONGEST_DAY]
        text = " ".join(run.text for run in near if run.zone is not Zone.FOOTER)
        found = filter(_is_day, _SHOWN_DAY.finditer(text))
        days.update(date(int(day[1]), int(day[2]), int(day[3])) for day in found)
    return days


def _is_day(found: re.Match[str]) -> bool:
    try:
        date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        return False
    return True
