"""GOV6018 PlaceholderTagValue: a tag that holds filler in place of a value."""

from __future__ import annotations

from collections.abc import Iterator

from govlint.finding import Finding, Mark, Severity, Text
from govlint.lint.context import Context
from govlint.lint.rule import Example, Expected, Scope, fail, rule
from govlint.page.model import Page

from .marks import marks_of
from .sample_pages import TAGS, page
from .tags import is_placeholder, tag_name

_MOST = 40


@rule(
    "GOV6018",
    "PlaceholderTagValue",
    scope=Scope.PAGE,
    severity=Severity.WARNING,
    summary=Text("网页标签的值是占位文字。", "A tag holds a placeholder."),
    why=Text(
        "模板里的占位文字没有替换，等于没有标签。",
        "Where the template's placeholder was not replaced there is no tag in effect.",
    ),
    remedy=Text("在模板或系统设置里填写实际的值。", "Write the real value into the template or the CMS."),
    examples=(
        Example(
            Text("标识码和域名没有替换", "code and domain not replaced"),
            {
                "index.html": page(
                    head=TAGS.replace("4399000017", "政府网站标识码").replace("lyj.yunji.gov.cn", "网站域名")
                )
            },
            (Expected("index.html", 2, 132, "“SiteDomain”"), Expected("index.html", 2, 171, "“政府网站标识码”")),
        ),
        Example(
            Text("地址是一串井号", "the address is a row of signs"),
            {"index.html": page(head='<meta name="Url" content="####">')},
            (Expected("index.html", 2, 86, "“####”"),),
        ),
        Example(Text("实际的值", "real values"), {"index.html": page()}),
        Example(
            Text("空的标签由 GOV6017 报告", "empty ones are GOV6017's"),
            {"a.html": page(head=TAGS.replace("云霁市林业局", ""))},
        ),
    ),
    basis=("guideline-2017:tags",),
    tags=("identity",),
)
def placeholder_tag_value(page: Page, _context: Context) -> Iterator[Finding]:
    """Yield one fault for each tag of *page* that holds filler; template sources are passed over."""
    if marks_of(page.facts).pulls.template:
        return
    for meta in page.facts.metas:
        name = tag_name(meta)
        value = " ".join(meta.content.split())
        if name and value and is_placeholder(value):
            shown = value if len(value) <= _MOST else value[:_MOST] + "…"
            yield fail(
                Text(
                    f"标签“{name}”的值“{shown}”是占位文字，请填写实际的值。",
                    f"The tag “{name}” holds the placeholder “{shown}”; write its real value.",
                ),
                page.path,
                Mark(meta.at, "@content"),
                key=name,
            )
