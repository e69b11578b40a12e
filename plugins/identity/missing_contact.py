"""GOV6006 MissingContact: pages without a way to contact the site."""

from __future__ import annotations

from collections.abc import Iterator

from govlint.finding import Finding, Severity, Text
from govlint.lint.context import Context
from govlint.lint.rule import Needs, Scope, rule
from govlint.site.site import Site

from .mark_words import Mark
from .missing_mark import WHY, missing_on_site
from .sample_pages import CONTACT, mark_examples


@rule(
    "GOV6006",
    "MissingContact",
    scope=Scope.SITE,
    needs=Needs.FOOTER,
    severity=Severity.WARNING,
    summary=Text("页面底部没有联系方式。", "The bottom of a page lacks a way to contact the site."),
    why=WHY,
    remedy=Text(
        "在全站共用的页脚写明联系电话、地址或邮箱，或者放上“联系我们”链接。",
        "Write a telephone number, address or mailbox into the shared footer, or link to 联系我们.",
    ),
    examples=mark_examples(
        (CONTACT,),
        "联系方式",
        (
            "链接到“联系我们”",
            "a link",
            "<a href='lxwm.html'>联系我们</a>",
        ),
        (
            "地址和邮编",
            "an address",
            "地址：云霁市望溪路17号　邮编：439900",
        ),
    ),
    basis=("national-2019:marks", "guideline-2017:footer"),
    tags=("identity", "single-file"),
)
def missing_contact(site: Site, _context: Context) -> Iterator[Finding]:
    """Yield one finding for all pages of *site* whose bottom lacks a way to contact the site."""
    yield from missing_on_site(site, Mark.CONTACT)
