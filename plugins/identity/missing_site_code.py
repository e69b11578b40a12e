"""GOV6002 MissingSiteCode: pages without the 网站标识码."""

from __future__ import annotations

from collections.abc import Iterator

from govlint.finding import Finding, Severity, Text
from govlint.lint.context import Context
from govlint.lint.rule import Needs, Scope, rule
from govlint.site.site import Site

from .mark_words import Mark
from .missing_mark import WHY, missing_on_site
from .sample_pages import CODE, mark_examples


@rule(
    "GOV6002",
    "MissingSiteCode",
    scope=Scope.SITE,
    needs=Needs.FOOTER,
    severity=Severity.WARNING,
    summary=Text("页面底部没有网站标识码。", "The bottom of a page lacks the site code."),
    why=WHY,
    remedy=Text(
        "在全站共用的页脚写明“网站标识码：”和十位标识码。",
        "Write 网站标识码 and the ten characters of the code into the shared footer.",
    ),
    examples=mark_examples(
        (CODE,),
        "网站标识码",
        (
            "没有冒号",
            "without a colon",
            "网站标识码&nbsp;4399000017",
        ),
        (
            "拆在两个标签里",
            "split over two tags",
            "<span>网站标识码</span><b>bm29000017</b>",
        ),
    ),
    basis=("national-2019:marks", "guideline-2017:footer"),
    tags=("identity", "single-file"),
)
def missing_site_code(site: Site, _context: Context) -> Iterator[Finding]:
    """Yield one finding for all pages of *site* whose bottom lacks the site code."""
    yield from missing_on_site(site, Mark.CODE)
