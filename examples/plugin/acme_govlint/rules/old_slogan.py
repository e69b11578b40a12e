"""ACME001: the slogan of last year is still on the page."""

from __future__ import annotations

from collections.abc import Iterable

from govlint.finding import Finding, Severity, Text
from govlint.lint.context import Context
from govlint.lint.rule import Example, Expected, Scope, fail, rule
from govlint.page.model import Page

_DEFAULT = "便民热线已开通"


@rule(
    id="ACME001",
    name="OldSlogan",
    scope=Scope.PAGE,
    severity=Severity.WARNING,
    summary=Text("页面上的链接还在用旧的宣传语。", "A link still shows the old slogan."),
    why=Text("宣传语每年更换，旧的会误导办事群众。", "Slogans change every year, and old ones mislead visitors."),
    remedy=Text("改成今年的宣传语，或者删除这个链接。", "Put this year's slogan there, or take the link away."),
    options={
        "slogan": {
            "type": "string",
            "default": _DEFAULT,
            "description": "旧的宣传语 / the slogan that is no longer to be seen",
        }
    },
    examples=(
        Example(
            Text("旧的宣传语", "the old slogan"),
            {"index.html": f'<html><body>\n<p><a href="x.html">{_DEFAULT}！</a></p>\n</body></html>'},
            (Expected("index.html", 2, 4, "便民热线"),),
        ),
        Example(
            Text("今年的宣传语", "the slogan of this year"),
            {"index.html": '<html><body><p><a href="x.html">一网通办</a></p></body></html>'},
        ),
    ),
)
def old_slogan(page: Page, context: Context) -> Iterable[Finding]:
    """Yield a fault for each link whose text holds the slogan."""
    slogan = str(context.options.get("slogan", _DEFAULT))
    message = Text(
        f"链接还在用旧的宣传语“{slogan}”，请改成今年的，或者删除。",
        f"A link still shows the old slogan “{slogan}”; put this year's there, or take it away.",
    )
    for link in page.facts.links:
        if slogan in link.text:
            yield fail(message, page.path, link.at, key=link.href)
