"""GOV6004 MissingPoliceNumber: pages without the 公安机关备案标识."""

from __future__ import annotations

from collections.abc import Iterator

from govlint.finding import Finding, Severity, Text
from govlint.lint.context import Context
from govlint.lint.rule import Needs, Scope, rule
from govlint.site.site import Site

from .mark_words import Mark
from .missing_mark import WHY, missing_on_site
from .sample_pages import POLICE, mark_examples


@rule(
    "GOV6004",
    "MissingPoliceNumber",
    scope=Scope.SITE,
    needs=Needs.FOOTER,
    severity=Severity.WARNING,
    summary=Text("页面底部没有公安机关备案标识。", "The bottom of a page lacks the police registration."),
    why=WHY,
    remedy=Text(
        "在全站共用的页脚写明公安备案编号，并链接到公安备案网站。",
        "Write the police registration number into the shared footer, linked to the register of the police.",
    ),
    examples=mark_examples(
        (POLICE,),
        "公安机关备案标识",
        (
            "号码拆在链接里",
            "the number in a link",
            "湘公网安备 <a href='#'>43990002000017号</a>",
        ),
    ),
    basis=("national-2019:marks", "guideline-2017:footer"),
    tags=("identity", "single-file"),
)
def missing_police_number(site: Site, _context: Context) -> Iterator[Finding]:
    """Yield one finding for all pages of *site* whose bottom lacks the police registration."""
    yield from missing_on_site(site, Mark.POLICE)
