"""GOV6003 MissingIcpNumber: pages without the ICP number."""

from __future__ import annotations

from collections.abc import Iterator

from govlint.finding import Finding, Severity, Text
from govlint.lint.context import Context
from govlint.lint.rule import Needs, Scope, rule
from govlint.site.site import Site

from .mark_words import Mark
from .missing_mark import WHY, missing_on_site
from .sample_pages import ICP, mark_examples


@rule(
    "GOV6003",
    "MissingIcpNumber",
    scope=Scope.SITE,
    needs=Needs.FOOTER,
    severity=Severity.WARNING,
    summary=Text("页面底部没有 ICP 备案编号。", "The bottom of a page lacks the ICP number."),
    why=WHY,
    remedy=Text(
        "在全站共用的页脚写明 ICP 备案编号，并链接到 https://beian.miit.gov.cn/。",
        "Write the ICP number into the shared footer, linked to https://beian.miit.gov.cn/.",
    ),
    examples=mark_examples(
        (ICP,),
        "ICP 备案编号",
        (
            "另一种标签",
            "another label",
            "信息产业部网站信息备案序号：湘ICP备99000017号",
        ),
        (
            "备案证号",
            "a licence",
            "ICP证号：湘ICP证990017",
        ),
    ),
    basis=("national-2019:marks", "guideline-2017:footer"),
    tags=("identity", "single-file"),
)
def missing_icp_number(site: Site, _context: Context) -> Iterator[Finding]:
    """Yield one finding for all pages of *site* whose bottom lacks the ICP number."""
    yield from missing_on_site(site, Mark.ICP)
