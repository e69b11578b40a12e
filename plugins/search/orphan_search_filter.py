"""GOV2003 OrphanSearchFilter: a filter (按年份检索, 按体裁分类 …) that does nothing or leads nowhere.

A filter whose page is there and blank is GOV1003's finding; a text box without a choice to filter by is GOV2001's.
"""

from __future__ import annotations

from collections.abc import Iterator

from govlint.finding import Finding, Severity, Text, Verdict
from govlint.lint.context import Context
from govlint.lint.rule import Example, Expected, Needs, Scope, fail, rule
from govlint.page.facts import Control, PageFacts, Role, Zone
from govlint.site.model import TargetKind
from govlint.site.site import Site

from ..links.coverage import coverage
from ..links.survey import survey
from .box_cases import Case, cases
from .box_state import State, links_somewhere
from .box_wording import lifeless, shortened, undecided
from .search_boxes import BoxKind, SearchBox

_KIND = Text("筛选", "filter")
_HEAD = "<!DOCTYPE html><html><head><title>文件</title></head>\n"
_LINKS = f"""{_HEAD}<body><ul>
<li><a href="">按年份检索</a></li>
<li><a href="javascript:;">按处室分类</a></li>
<li><a href="tc/index.html">按体裁分类</a></li>
</ul></body></html>"""
_CHOICE = f"""{_HEAD}<body><div>
<label for="y">年份</label><select id="y"><option>2017</option><option>2016</option></select>
<button type="button">检索</button>
</div></body></html>"""
_WORKS = f"""{_HEAD}<body><a href="nf.html">按年份检索</a> <a href="#tab2">按主题分类</a>
<form action="/f.jsp"><select name="year"><option>2017</option></select><input type="submit" value="检索"></form>
<select name="nf" onchange="location.href = this.value"><option value="nf.html">2017</option></select>
</body></html>"""
_OUTSIDE = f"""{_HEAD}<body><a href="javascript:;">按年份检索</a>
<script src="//cdn.example.cn/list.js"></script></body></html>"""
_BY_YEAR = f"{_HEAD}<body><h1>按年份检索</h1><a href=''>按年份检索</a></body></html>"


@rule(
    "GOV2003",
    "OrphanSearchFilter",
    scope=Scope.SITE,
    needs=Needs.LITERAL,
    severity=Severity.ERROR,
    summary=Text(
        "筛选、分类检索控件没有作用，或者指向不存在的页面。",
        "A filter control does nothing, or leads to a page that is not there.",
    ),
    why=Text(
        "改版后只剩控件而没有检索功能，等同于空白栏目。",
        "The control outlived the function behind it; to a visitor it is a blank column.",
    ),
    remedy=Text(
        "恢复按年份、处室、体裁等的检索结果页面，或者去掉这些控件。",
        "Restore the pages that list by year, office or kind of document, or take the controls away.",
    ),
    examples=(
        Example(
            Text("链接为空、不起作用或者目标缺失", "Links that are empty, do nothing, or lead nowhere"),
            {"index.html": _LINKS},
            (
                Expected("index.html", 3, 5, "按年份检索"),
                Expected("index.html", 4, 5, "按处室分类"),
                Expected("index.html", 5, 5, "tc/index.html"),
            ),
        ),
        Example(
            Text("下拉框和按钮没有作用", "A select and a button that do nothing"),
            {"index.html": _CHOICE},
            (Expected("index.html", 4, 1, "年份"),),
        ),
        Example(
            Text("能用的筛选", "Filters that work"),
            {"index.html": _WORKS, "nf.html": _BY_YEAR},
        ),
        Example(
            Text("可能由外部脚本处理", "A script that is not among the files may take care of it"),
            {"index.html": _OUTSIDE},
            (Expected("index.html", 2, 7, "按年份检索", Verdict.REVIEW),),
        ),
    ),
    basis=("city-2017:filters",),
    tags=("search",),
)
def orphan_search_filter(site: Site, _context: Context) -> Iterator[Finding]:
    """Yield one finding for every filter of *site* that does nothing or leads to a page that is not there."""

    def is_filter(box: SearchBox, page: PageFacts) -> bool:
        return box.kind is BoxKind.FILTER or _is_filter_link(box.buttons[0], page, site)

    for case in cases(site, (BoxKind.FILTER, BoxKind.LINK), is_filter):
        gone = _gone(site, case)
        if gone:
            yield _missing(case, gone)
        elif case.judgement.state is State.PLACEHOLDER:
            yield lifeless(case, _KIND)
        elif case.judgement.state is State.CANNOT_TELL:
            yield undecided(case, _KIND)


def _is_filter_link(link: Control, page: PageFacts, site: Site) -> bool:
    """Whether *link* is a filter, and more than the name of the page it stands on."""
    if link.zone is Zone.BREADCRUMB or not site.vocabulary.is_filter(link.label):
        return False
    own_names = (page.title, *(heading.text for heading in page.headings), *(crumb.text for crumb in page.crumbs))
    return links_somewhere(link) or not any(link.label in name for name in own_names)


def _gone(site: Site, case: Case) -> str:
    """Return the page the filter leads to where it is missing or an error page, else ``""``."""
    if case.box.kind is not BoxKind.LINK or site.facts.partial:
        return ""
    target = site.resolve(case.path, case.box.buttons[0].href)
    if target.kind is TargetKind.MISSING:  # and surely so: what an export may have left out is GOV5001's to tell
        gone = survey(site).gone.get(target.path)
        return target.path if gone is None or coverage(site).doubt(gone) is None else ""
    error = target.kind is TargetKind.PAGE and site.pages[target.path].role is Role.ERROR
    return target.path if error else ""


def _missing(case: Case, path: str) -> Finding:
    page = shortened(path)
    message = Text(
        f"筛选“{case.box.label}”指向的页面“{page}”不存在，请恢复该页面或者去掉这个链接。",
        f"The filter “{case.box.label}” leads to “{page}”, which is not there; restore the page or take the link away.",
    )
    return fail(message, case.path, case.at, key=f"{case.box.label}|{path}", related=case.related, target=path)
