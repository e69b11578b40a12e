"""GOV9103 IncludeCycle: a template that includes itself, directly or through others."""

from __future__ import annotations

from collections.abc import Iterator

from govlint.finding import Finding, Mark, Severity, Text
from govlint.lint.context import Context
from govlint.lint.rule import Example, Expected, Scope, fail, rule
from govlint.page.model import Page
from govlint.page.template import Kind

from .places import at_include

_PAGE = "<html lang='zh'><head><title>通知</title></head><body>{}</body></html>"


@rule(
    "GOV9103",
    "IncludeCycle",
    scope=Scope.PAGE,
    severity=Severity.ERROR,
    summary=Text("模板引用自己，或互相引用。", "A template includes itself, directly or through others."),
    why=Text(
        "发布系统会报错，或一直引用下去直到停止。", "Publishing fails, or includes on and on until it is stopped."
    ),
    remedy=Text("去掉多余的引用。", "Take out the include that closes the ring."),
    examples=(
        Example(
            Text("互相引用", "two that include each other"),
            {
                "a.ftl": _PAGE.format('\n<#include "b.ftl">'),
                "b.ftl": '<div>\n<#include "c.ftl"></div>',
                "c.ftl": '<p>\n <#include "b.ftl"></p>',
            },
            (Expected("c.ftl", 2, 2, "b.ftl"),),
        ),
        Example(
            Text("在条件里引用自己，画出栏目树", "itself, on a condition: a tree of columns"),
            {
                "a.ftl": _PAGE.format('<#include "b.ftl">'),
                "b.ftl": '<ul><#list c as d><li>${d.name}<#if d.children??><#include "b.ftl"></#if></li></#list></ul>',
            },
        ),
        Example(
            Text("引用两次同一文件", "one file included twice"),
            {"a.ftl": _PAGE.format('<#include "b.ftl"><#include "b.ftl">'), "b.ftl": "<p>页头</p>"},
        ),
    ),
)
def include_cycle(page: Page, context: Context) -> Iterator[Finding]:
    """Yield each include that closes a ring."""
    composed = page.template.composed if page.template else None
    if composed is None:
        return
    for include in composed.includes:
        mark = at_include(composed, include) if include.why == "cycle" else None
        if mark is not None and not _may_end(page, mark):
            message = Text(
                f"引用“{include.target}”又回到已引用的模板，形成循环，请去掉这处引用。",
                f"Including “{include.target}” leads back to a template already included; take it out.",
            )
            yield fail(message, page.path, mark, key=f"{include.includer} {include.found}")


def _may_end(page: Page, mark: Mark) -> bool:
    """Whether the include at *mark* hangs on a condition or a loop, as those do that draw a tree of columns."""
    at = mark.span[0] if mark.span else 0
    return any(
        page.source.rfind("<", 0, slot.span[0] + 1) <= at < slot.span[1]
        for slot in page.facts.slots
        if slot.kind in (Kind.CONDITION, Kind.LOOP)
    )
