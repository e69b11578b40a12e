"""GOV9103 IncludeCycle: a template that includes itself, directly or through others."""

from __future__ import annotations

from collections.abc import Iterator

from govlint.finding import Finding, Severity, Text
from govlint.lint.context import Context
from govlint.lint.rule import Example, Expected, Scope, fail, rule
from govlint.page.model import Page

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
        if mark is not None:
            message = Text(
                f"引用“{include.target}”又回到已引用的模板，形成循环，请去掉这处引用。",
                f"Including “{include.target}” leads back to a template already included; take it out.",
            )
            yield fail(message, page.path, mark, key=f"{include.includer} {include.found}")
