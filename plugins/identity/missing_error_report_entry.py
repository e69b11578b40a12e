"""GOV6009 MissingErrorReportEntry: pages without the entry 我为政府网站找错."""

from __future__ import annotations

from collections.abc import Iterator

from govlint.finding import Finding, Severity, Text
from govlint.lint.context import Context
from govlint.lint.rule import Example, Expected, Needs, Scope, rule
from govlint.site.site import Site

from .footers import footers_of
from .mark_words import Mark
from .missing_mark import Part, in_order, missing_in
from .sample_pages import ENTRY, WHOLE_FOOTER, footer_without, mark_examples, page

_SCRIPT = "<script id='_jiucuo_' sitecode='4399000017' src='https://zfwzgl.www.gov.cn/exposure/jiucuo.js'></script>"
_WITHOUT = mark_examples((ENTRY,), "“我为政府网站找错”入口", ("由脚本生成", "made by the script", _SCRIPT))


@rule(
    "GOV6009",
    "MissingErrorReportEntry",
    scope=Scope.SITE,
    needs=Needs.FOOTER,
    severity=Severity.WARNING,
    summary=Text("页面底部没有“我为政府网站找错”入口。", "The bottom of a page lacks the entry for reporting errors."),
    why=Text(
        "检查指标要求全部页面底部有找错入口：首页没有扣 1 分，其他页面每个扣 0.2 分（门户网站）。",
        "The inspection table asks for the entry at the bottom of all pages: the home page costs 1 point, another 0.2.",
    ),
    remedy=Text(
        "在全站共用的页脚放上找错脚本 https://zfwzgl.www.gov.cn/exposure/jiucuo.js，sitecode 填写本站的网站标识码。",
        "Put the script https://zfwzgl.www.gov.cn/exposure/jiucuo.js with this site's code into the shared footer.",
    ),
    examples=(
        Example(
            Text("首页和内页都没有", "neither the home page nor another has it"),
            {"index.html": footer_without(ENTRY), "gk.html": footer_without(ENTRY)},
            (
                Expected("index.html", 5, 1, "首页底部没有“我为政府网站找错”入口"),
                Expected("gk.html", 5, 1, "页面底部没有“我为政府网站找错”入口"),
            ),
        ),
        *_WITHOUT[1:],
        Example(
            Text("只写在注释里", "in a comment alone"),
            {"index.html": page(*(piece for piece in WHOLE_FOOTER if piece != ENTRY), f"<!-- {ENTRY} -->")},
            (Expected("index.html", 5, 1, "只写在注释里"),),
        ),
    ),
    basis=("national-2019:error-entry", "guideline-2017:footer"),
    tags=("identity", "single-file"),
)
def missing_error_report_entry(site: Site, _context: Context) -> Iterator[Finding]:
    """Yield one finding for the home page of *site* and one for all its other pages that lack the entry."""
    gaps = in_order(site, tuple(footers_of(site).gaps(Mark.ENTRY)))
    home = tuple(gap for gap in gaps if gap.path == site.home.path)
    inner = tuple(gap for gap in gaps if gap.path != site.home.path)
    for name, part in (("home", home), ("inner", inner)):
        yield from missing_in(site, Mark.ENTRY, Part(f"{Mark.ENTRY}:{name}", part))
