"""GOV6005 MissingSponsor: pages that do not name the site's sponsor."""

from __future__ import annotations

from collections.abc import Iterator

from govlint.finding import Finding, Severity, Text
from govlint.lint.context import Context
from govlint.lint.rule import Needs, Scope, rule
from govlint.site.site import Site

from .mark_words import Mark
from .missing_mark import WHY, missing_on_site
from .sample_pages import SPONSOR, mark_examples


@rule(
    "GOV6005",
    "MissingSponsor",
    scope=Scope.SITE,
    needs=Needs.FOOTER,
    severity=Severity.WARNING,
    summary=Text("页面底部没有写明网站主办单位。", "The bottom of a page does not name the sponsor."),
    why=WHY,
    remedy=Text(
        "在全站共用的页脚写明“主办单位：”和单位全称；只写“版权所有”不够。",
        "Write 主办单位 and the organ's full name into the shared footer; 版权所有 alone is not enough.",
    ),
    examples=mark_examples(
        (SPONSOR,),
        "网站主办单位",
        (
            "“主办”",
            "the short form",
            "网站主办：云霁市林业局",
        ),
        (
            "与版权所有写在一起",
            "together with the copyright",
            "版权所有/主办单位：云霁市林业局",
        ),
    ),
    basis=("national-2019:marks", "guideline-2017:footer"),
    tags=("identity", "single-file"),
)
def missing_sponsor(site: Site, _context: Context) -> Iterator[Finding]:
    """Yield one finding for all pages of *site* whose bottom lacks the sponsor."""
    yield from missing_on_site(site, Mark.SPONSOR)
