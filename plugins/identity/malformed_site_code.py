"""GOV6007 MalformedSiteCode: a 网站标识码 that has not the form of one."""

from __future__ import annotations

from collections.abc import Iterator

from govlint.finding import Finding, Severity, Text
from govlint.lint.context import Context
from govlint.lint.rule import Example, Expected, Scope, fail, rule
from govlint.page.model import Page

from .marks import marks_of
from .sample_pages import CODE, TAGS, WHOLE_FOOTER, page
from .site_codes import WHERE, is_code, is_placeholder, place_of


@rule(
    "GOV6007",
    "MalformedSiteCode",
    scope=Scope.PAGE,
    severity=Severity.WARNING,
    summary=Text("网站标识码的写法不对。", "A site code has not the form of one."),
    why=Text(
        "标识码写错，访问者和监管平台就对不上网站。实际网站的标识码都是 10 位数字，国务院部门是 bm 加 8 位数字。",
        "With a wrong code nobody can look the site up. Codes are ten digits (State Council: bm and eight).",
    ),
    remedy=Text("照审批时发放的标识码改正。", "Write the code as it was issued."),
    examples=(
        Example(
            Text("页脚的标识码少一位", "a digit is missing in the footer"),
            {"index.html": page(*WHOLE_FOOTER).replace(CODE, "网站标识码：439900001")},
            (Expected("index.html", 7, 7, "“439900001”"),),
        ),
        Example(
            Text("META 里的标识码多一位", "a digit too many in META"),
            {"index.html": page(head=TAGS.replace("4399000017", "43990000170"))},
            (Expected("index.html", 2, 183, "“43990000170”"),),
        ),
        Example(Text("十位数字", "ten digits"), {"index.html": page(*WHOLE_FOOTER)}),
        Example(Text("国务院部门的标识码", "a State Council organ's"), {"index.html": page("网站标识码：bm29000017")}),
    ),
    basis=("national-2019:marks",),
    tags=("identity",),
)
def malformed_site_code(page: Page, _context: Context) -> Iterator[Finding]:
    """Yield one fault for every place on *page* that states a code of another form; placeholders are GOV6018's."""
    for use in marks_of(page.facts).codes:
        if is_code(use.code) or is_placeholder(use.code):
            continue
        where = WHERE[use.where]
        yield fail(
            Text(
                f"{where.zh}的网站标识码“{use.code}”写法不对，应为 10 位数字，或 bm 加 8 位数字，请核对。",
                f"The site code “{use.code}” in {where.en} should be ten digits, or bm and eight digits; check it.",
            ),
            page.path,
            place_of(use),
            key=f"{use.where} {use.code}",
            code=use.code,
        )
