"""GOV6021 RegistrationMismatch: ICP and police numbers that lead nowhere right, or contradict their links."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from govlint.finding import Finding, Severity, Text, Verdict
from govlint.lint.context import Context
from govlint.lint.rule import Example, Expected, Needs, Scope, fail, review, rule
from govlint.site.site import Site

from .footers import footers_of
from .registrations import Fault, faults_on
from .repeats import counted, elsewhere, nearest_first
from .sample_pages import ICP, PARTY, POLICE, page


@rule(
    "GOV6021",
    "RegistrationMismatch",
    scope=Scope.SITE,
    needs=Needs.LITERAL,
    severity=Severity.WARNING,
    summary=Text("备案号的链接或者号码不对。", "The link or the number of a registration is wrong."),
    why=Text(
        "ICP 备案号应当链接到备案系统；公安备案号与链接里的号码不同，说明有一处抄错了。",
        "The ICP number links to its register. A police number other than its link's was copied wrongly somewhere.",
    ),
    remedy=Text(
        "ICP 备案号链接到 https://beian.miit.gov.cn/；核对公安备案号。",
        "Link the ICP number to https://beian.miit.gov.cn/; check the police number.",
    ),
    examples=(
        Example(
            Text("公安备案号与链接不同", "text and link disagree"),
            {"index.html": page(ICP, POLICE.replace("43990002000017号", "43990002000071号"))},
            (Expected("index.html", 7, 4, "“43990002000071”"),),
        ),
        Example(
            Text("首页的 ICP 备案号没有链接", "the number without a link"),
            {"index.html": page("湘ICP备99000017号-1", POLICE)},
            (Expected("index.html", 6, 1, "没有链接"),),
        ),
        Example(
            Text("链接到旧的备案系统", "the old register"),
            {"index.html": page(ICP.replace("https://beian.miit.gov.cn/", "http://www.miitbeian.gov.cn/"))},
            (Expected("index.html", 6, 4, "旧地址"),),
        ),
        Example(
            Text("链接到别的网站", "another site"),
            {"index.html": page(ICP.replace("https://beian.miit.gov.cn/", "http://www.baidu.com/"))},
            (Expected("index.html", 6, 4, "“www.baidu.com”"),),
        ),
        Example(
            Text("机关网站用了事业单位标识", "an organ with the mark of public institutions"),
            {"index.html": page(PARTY.replace("red.png", "blue.png"))},
            (Expected("index.html", words="事业单位标识", verdict=Verdict.REVIEW),),
        ),
        Example(Text("号码与链接都对", "number and link are right"), {"index.html": page(ICP, POLICE)}),
    ),
    basis=("national-2019:marks", "guideline-2017:footer"),
    tags=("identity",),
)
def registration_mismatch(site: Site, context: Context) -> Iterator[Finding]:
    """Yield one finding for each fault in the registrations that pages of *site* show, with the number of pages."""
    places: dict[str, list[tuple[str, Fault]]] = defaultdict(list)
    for path in nearest_first(site, footers_of(site).pages):
        for fault in faults_on(site, path, context.as_of):
            places[fault.key].append((path, fault))
    for found in places.values():
        yield _finding(found)


def _finding(found: list[tuple[str, Fault]]) -> Finding:
    (path, fault), *others = found
    count = counted(len(found))
    message = Text(fault.message.zh.replace("，请", f"{count.zh}，请", 1), fault.message.en)
    related = elsewhere((other, same.mark) for other, same in others)
    if fault.reason is not None:
        return review(message, path, fault.mark, key=fault.key, reason=fault.reason, related=related, pages=len(found))
    return fail(message, path, fault.mark, key=fault.key, related=related, pages=len(found))
