"""GOV6017 IncompleteTags: pages that have a set of tags with some of them missing or empty."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from govlint.finding import Finding, Severity, Text
from govlint.lint.context import Context
from govlint.lint.rule import Example, Expected, Needs, Scope, fail, rule
from govlint.site.site import Site

from .footers import footers_of
from .page_kinds import PageKind, page_kinds
from .repeats import elsewhere, nearest_first
from .sample_pages import COLUMN_TAGS as COLUMN_HEAD
from .sample_pages import CONTENT_TAGS as CONTENT_HEAD
from .sample_pages import TAGS, small_site
from .tags import COLUMN_TAGS, CONTENT_TAGS, SINCE, SITE_TAGS, TagSet, tag_name, tag_place

_ASKED = ((SITE_TAGS, tuple(PageKind)), (COLUMN_TAGS, (PageKind.COLUMN,)), (CONTENT_TAGS, (PageKind.ARTICLE,)))
_MISSING, _EMPTY = Text("缺", "is missing"), Text("为空", "is empty")


@rule(
    "GOV6017",
    "IncompleteTags",
    scope=Scope.SITE,
    needs=Needs.HEAD,
    severity=Severity.NOTE,
    summary=Text("网页标签不全：缺少个别标签，或者标签是空的。", "Tags are incomplete: one is missing or empty."),
    why=Text(
        "标签供搜索引擎和监管平台读取。哪些标签必填未与原文核对，因此只作提示，不计分。",
        "Search engines and inspectors read tags. Which are compulsory was not checked, so this is a note only.",
    ),
    remedy=Text("在模板里补上缺少的标签，并由系统填入内容。", "Add the tags to the template; let the CMS fill them."),
    examples=(
        Example(
            Text("来源是空的", "an empty source"),
            small_site(article=TAGS + CONTENT_HEAD.replace("云霁市林业局", "")),
            (Expected("tzgg/t20260112_2.html", 2, 301, "“ContentSource”为空"),),
        ),
        Example(
            Text("缺少栏目类别", "no column type"),
            small_site(column=TAGS + COLUMN_HEAD.replace("ColumnType", "Type")),
            (Expected("tzgg/index.html", 2, 48, "缺“ColumnType”"),),
        ),
        Example(Text("标签齐全", "all tags are there"), small_site()),
    ),
    basis=("guideline-2017:tags",),
    tags=("identity",),
)
def incomplete_tags(site: Site, context: Context) -> Iterator[Finding]:
    """Yield one finding for each set of tags that pages of *site* have in part, with the number of pages."""
    if context.as_of < SINCE:
        return
    for tags, kinds in _ASKED:
        faults: Counter[tuple[str, Text]] = Counter()
        pages: dict[str, str] = {}
        for path, kind in page_kinds(site).items():
            found = _tags_on(site, path, tags) if kind in kinds else {}
            for name in tags.tags if found else ():
                if not found.get(name):
                    faults[name, _EMPTY if name in found else _MISSING] += 1
                    pages.setdefault(path, name)
        if faults:
            yield _finding(site, tags, faults, pages)


def _tags_on(site: Site, path: str, tags: TagSet) -> dict[str, bool]:
    """Return which of *tags* the page has, and whether each holds something."""
    found: dict[str, bool] = {}
    for page in (path, *footers_of(site).within(path)):
        for meta in site.pages[page].metas:
            name = tag_name(meta)
            if name in tags.tags:
                found[name] = found.get(name, False) or bool(meta.content.strip())
    return found


def _finding(site: Site, tags: TagSet, faults: Counter[tuple[str, Text]], pages: Mapping[str, str]) -> Finding:
    paths = nearest_first(site, pages)
    told = sorted(faults.items(), key=lambda fault: (-fault[1], fault[0][0]))
    zh = "、".join(
        (f"缺“{name}”" if how is _MISSING else f"“{name}”{how.zh}") + (f" {count} 页" if len(pages) > 1 else "")
        for (name, how), count in told
    )
    en = ", ".join(f"“{name}” {how.en} on {count} pages" for (name, how), count in told)
    return fail(
        Text(f"{tags.name.zh}不全：{zh}，请补全。", f"The {tags.name.en} are incomplete: {en}; complete them."),
        paths[0],
        tag_place(site.pages[paths[0]], pages[paths[0]]),
        key=tags.name.en,
        related=elsewhere((path, tag_place(site.pages[path], pages[path])) for path in paths[1:]),
        pages=len(pages),
    )
