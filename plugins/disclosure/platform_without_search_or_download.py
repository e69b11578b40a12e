"""GOV3007 PlatformWithoutSearchOrDownload: a disclosure platform that can be neither searched nor downloaded from."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from datetime import date

from govlint.finding import Finding, Severity, Text, Verdict
from govlint.lazy_re import lazy_re
from govlint.lint.context import Context
from govlint.lint.rule import Example, Expected, Scope, fail, review, rule
from govlint.page.facts import PageFacts
from govlint.site.model import TargetKind
from govlint.site.site import Site

from .places import disclosure_place, why_untold
from .platform import FAMILY, pages_of, readable_columns
from .samples import item, site_of

_SEARCH = lazy_re(r"搜\s?索|检\s?索|查\s?询|搜一下|查\s?找")
_DOWNLOAD = lazy_re(r"下\s?载|\.(?:docx?|wps|pdf|xlsx?|et|rtf|zip|rar|ofd)(?:$|[?#])", re.IGNORECASE)
_FUNCTIONS = {"search": Text("检索", "search"), "download": Text("下载", "download")}
_FIELD_TYPES = frozenset(("", "text", "search"))
_FEWEST_PAGES = 3
_DAY = date(2021, 6, 1)
_BOX = '<form action="/so.jsp"><input type="text" name="q"><input type="submit" value="检索"></form>'
_FILE = '<p><a href="./nb.pdf">年度报告（下载）</a></p>'


def _example(zh: str, en: str, more: str, *expected: Expected) -> Example:
    columns = {
        "信息公开指南": ("zn", f"<h1>信息公开指南</h1><p>本指南供公众查阅。</p>{more}"),
        "信息公开年报": ("nb", item("../zn/", "2020年政府信息公开年报")),
    }
    return Example(
        Text(zh, en), site_of(columns, {"zn/nb.pdf": ""}), expected, ("disclosure-2019",), "department", _DAY
    )


EXAMPLES = (
    _example(
        "不能检索", "it cannot be searched", _FILE,
        Expected("xxgk/index.html", line=10, column=1, words="检索"),
    ),
    _example("能检索，能下载", "search and download are there", _BOX + _FILE),
    _example(
        "内容由脚本读取", "a script loads its content",
        _FILE + '<script>$.get("/x.json", function (d) { show(d); });</script>',
        Expected("xxgk/index.html", words="检索", verdict=Verdict.REVIEW),
    ),
)  # fmt: skip


@rule(
    "GOV3007",
    "PlatformWithoutSearchOrDownload",
    scope=Scope.SITE,
    severity=Severity.WARNING,
    summary=Text("政府信息公开平台没有检索或下载功能。", "The disclosure platform offers no search or no download."),
    why=Text(
        "条例要求统一的公开平台具备检索、查阅、下载功能。",
        "The regulation asks for a unified platform with search, viewing and download.",
    ),
    remedy=Text(
        "在信息公开栏目提供检索框，并提供文件下载。",
        "Offer a search box and files to download in the disclosure column.",
    ),
    basis=("disclosure-2019:platform",),
    examples=EXAMPLES,
)
def platform_without_search_or_download(site: Site, context: Context) -> Iterator[Finding]:
    """Yield one finding for each of search and download that no page of the platform of *site* offers."""
    rows = context.rows("GOV3007")
    if not rows or not readable_columns(site, "disclosure"):
        return
    pages = pages_of(site, readable_columns(site, *FAMILY)).values()
    if len(pages) < _FEWEST_PAGES:
        return
    offered = {"search": any(map(_searches, pages)), "download": any(_downloads(site, page) for page in pages)}
    path, mark = disclosure_place(site)
    basis = tuple(f"{standard.id}:{row.id}" for standard, row in rows)
    for case, function in _FUNCTIONS.items():
        if offered[case]:
            continue
        reason = _why_unsure(pages) or why_untold(site, FAMILY)
        if reason is None:
            message = Text(
                f"政府信息公开栏目没有{function.zh}功能，请提供。",
                f"The disclosure column offers no {function.en}; offer it.",
            )
            yield fail(message, path, mark, key=case, case=case)._replace(basis=basis)
        else:
            message = Text(
                f"政府信息公开栏目里没有看到{function.zh}功能，请核对。",
                f"No {function.en} was seen in the disclosure column; check whether there is one.",
            )
            yield review(message, path, mark, key=case, reason=reason, case=case)._replace(basis=basis)


def _searches(page: PageFacts) -> bool:
    fields = (control for control in page.controls if control.kind == "field" and control.type in _FIELD_TYPES)
    return any(fields) or any(link.tag in ("a", "img") and _SEARCH.search(link.text) for link in page.links)


def _downloads(site: Site, page: PageFacts) -> bool:
    return any(
        _DOWNLOAD.search(link.text)
        or _DOWNLOAD.search(link.href)
        or site.target(page.path, link).kind is TargetKind.FILE
        for link in page.links
        if link.tag == "a"
    )


def _why_unsure(pages: Collection[PageFacts]) -> Text | None:
    if not any(page.script.loaders for page in pages):
        return None
    return Text(
        "栏目内容由脚本读取，文件里看不到；请用浏览器打开核对。",
        "A script loads the content of the column and files do not show it; look at it in a browser.",
    )
