"""GOV8004 PhoneOrCardLeak: full mobile numbers and bank cards of persons are published."""

from __future__ import annotations

from collections.abc import Iterator

from govlint.finding import Finding, Severity, Text, Verdict
from govlint.lint.context import Context
from govlint.lint.rule import Example, Expected, Needs, Scope, rule
from govlint.site.site import Site

from .numbers import Kind
from .numbers_said import said

_REGISTER = """<body><table><tr><th>户主</th><th>家庭住址</th><th>电话</th></tr>
<tr><td>张某</td><td>某村三组</td><td>13900001234</td></tr></table></body>"""
_CARD = """<body><p>补助对象李某，开户银行：某农商行，
卡号：6222021234567890128。</p></body>"""
_CONTACT = """<body><p>报名请找王老师，
联系电话：139 0000 1234。</p></body>"""
_FINE = """<body><p>办公电话：0532-12345678，值班电话：13900001234，户主张某 139****1234，
卡号 6222************128。</p><p>缴款户名：某县财政局，账号：6222021234567890128。</p>
<p>来文编号 20180713900001234，图片 <img src="/u/13900001234.jpg"></p></body>"""


def _example(zh: str, en: str, page: str, *expected: Expected) -> Example:
    return Example(Text(zh, en), {"index.html": f"<html><head><title>公示</title></head>\n{page}</html>"}, expected)


@rule(
    "GOV8004",
    "PhoneOrCardLeak",
    scope=Scope.SITE,
    needs=Needs.LITERAL,
    severity=Severity.WARNING,
    summary=Text(
        "页面公开了个人的完整手机号码或银行卡号。",
        "A page gives the full mobile number or bank card number of a person.",
    ),
    why=Text(
        "个人电话和银行卡号属于个人隐私，公示名单、补助发放表中应当打码；办公电话、值班电话不在此列。"
        "govlint 的一切输出只显示打码后的号码。",
        "Personal phone and card numbers are private and must be masked in published lists; office and duty lines are "
        "fine. Whatever govlint prints shows them masked.",
    ),
    remedy=Text(
        "删去号码或打码（138****1234）；对外联系改用办公电话。",
        "Delete or mask the numbers (138****1234); give office lines as contacts.",
    ),
    examples=(
        _example("名册里的手机号", "A register of persons", _REGISTER, Expected("index.html", 3, 33, "139****1234")),
        _example("发放表里的银行卡", "A bank card", _CARD, Expected("index.html", 3, 4, "银行卡号“6222")),
        _example(
            "公布的联系人",
            "A contact that was given",
            _CONTACT,
            Expected("index.html", 3, 6, "139****1234", Verdict.REVIEW),
        ),
        _example("办公电话、打码的号码、单位账户", "Office lines, masked numbers, official accounts", _FINE),
    ),
    basis=("guideline-2017:privacy",),
    tags=("safety", "privacy", "single-file"),
)
def phone_or_card_leak(site: Site, _context: Context) -> Iterator[Finding]:
    """Yield a finding for each mobile or card number on a page of *site*, one for each page that has many."""
    yield from said(site, (Kind.MOBILE, Kind.CARD))
