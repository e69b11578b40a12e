"""GOV6001 MissingPartyMark: pages without the 党政机关网站标识."""

from __future__ import annotations

from collections.abc import Iterator

from govlint.finding import Finding, Severity, Text
from govlint.lint.context import Context
from govlint.lint.rule import Needs, Scope, rule
from govlint.site.site import Site

from .mark_words import Mark
from .missing_mark import WHY, missing_on_site
from .sample_pages import PARTY, PARTY_BY_SCRIPT, mark_examples


@rule(
    "GOV6001",
    "MissingPartyMark",
    scope=Scope.SITE,
    needs=Needs.FOOTER,
    severity=Severity.WARNING,
    summary=Text(
        "页面底部没有党政机关网站标识。", "The bottom of a page lacks the mark of party and government sites."
    ),
    why=WHY,
    remedy=Text(
        "把编制部门发放的标识代码（conac.cn）放进全站共用的页脚。",
        "Put the code of the mark (conac.cn), as the office for public institutions issues it, into the shared footer.",
    ),
    examples=mark_examples(
        (PARTY,),
        "党政机关网站标识",
        ("标识由脚本写出", "a script writes it", PARTY_BY_SCRIPT),
    ),
    basis=("national-2019:marks", "guideline-2017:footer"),
    tags=("identity", "single-file"),
)
def missing_party_mark(site: Site, _context: Context) -> Iterator[Finding]:
    """Yield one finding for all pages of *site* whose bottom lacks the party mark."""
    yield from missing_on_site(site, Mark.PARTY)
