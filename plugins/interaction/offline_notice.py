"""GOV7007 OfflineNotice: a notice that takes a website off line and does not say where or when, and sites that the
guideline asks to take off line: those of county departments."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from govlint.finding import Finding, Severity, Text, Verdict
from govlint.lint.context import Context
from govlint.lint.rule import Example, Expected, Scope, fail, review, rule
from govlint.site.site import Site

from .notice_text import NOTICE, NoticeFacts
from .samples import site_with_article

_DAY = date(2023, 6, 1)
_CLOSED = "<p>根据要求，本网站自2023年5月1日起永久下线，内容迁移至市政府门户网站{where}。</p>"


def _example(zh: str, en: str, kind: str, title: str, main: str, *expected: Expected) -> Example:
    files = site_with_article("通知公告", "tzgg", title, main)
    return Example(Text(zh, en), files, expected, ("guideline-2017",), kind, _DAY)


EXAMPLES = (
    _example(
        "没有新网站的地址", "the new site's address is not given", "department", "关于本网站永久下线的公告",
        _CLOSED.format(where=""), Expected("tzgg/t1.html", line=10, column=1, words="地址"),
    ),
    _example(
        "写明了地址", "the address is given", "department", "关于本网站永久下线的公告",
        _CLOSED.format(where="（https://www.yunji.gov.cn/）"),
    ),
    _example(
        "县级部门的网站还在运行", "a county department has a site", "county-department", "工作安排", "<p>正文</p>",
        Expected("index.html", words="县级部门", verdict=Verdict.REVIEW),
    ),
)  # fmt: skip


@rule(
    "GOV7007",
    "OfflineNotice",
    scope=Scope.SITE,
    severity=Severity.WARNING,
    summary=Text(
        "网站下线、停用、升级公告内容不全，或者县级部门仍单独设站。",
        "A notice that takes a site off line says too little, or a county department still has a site of its own.",
    ),
    why=Text(
        "公众须知道内容搬到了哪里、何时恢复；县级部门原则上不开设网站。",
        "The public must learn where the content went or when it is back. County departments as a rule have no site.",
    ),
    remedy=Text(
        "永久下线的写明新网站名称和链接；临时下线的写明起止时间，到期恢复。",
        "For good: name and link the new site. For a time: give both dates, and be back by then.",
    ),
    basis=("guideline-2017:closing", "guideline-2017:pausing", "guideline-2017:county-departments"),
    examples=EXAMPLES,
)
def offline_notice(site: Site, context: Context) -> Iterator[Finding]:
    """Yield one finding for every notice of *site* that says too little, and one review for a county department's."""
    if not context.rows("GOV7007"):
        return
    for path, page in site.pages.items():
        notice: NoticeFacts | None = page.extra.get(NOTICE)
        finding = _finding(path, notice, path == site.home.path, context.as_of) if notice else None
        if finding is not None:
            row = "closing" if notice and notice.closing else "pausing"
            yield finding._replace(basis=(f"guideline-2017:{row}",))
    if context.site_kind == "county-department" and site.home.path:
        yield _county(site.home.path)


def _finding(path: str, notice: NoticeFacts, at_home: bool, as_of: date) -> Finding | None:
    if notice.closing:
        if notice.addressed:
            return None
        message = Text(
            "网站下线公告没有给出新网站的地址，请写明新网站名称和链接。",
            "The notice that closes the site gives no address of the new one; name and link it.",
        )
        return fail(message, path, notice.at, key="address", case="closed")
    if not notice.dated:
        message = Text(
            "网站临时下线公告没有写明时间，请写明起止日期（要求未核实）。",
            "The notice that pauses the site gives no dates; give them (the demand is not verified).",
        )
        return fail(message, path, notice.at, key="dates", case="paused")
    if at_home and notice.whole_page and notice.last is not None and notice.last < as_of:
        message = Text(
            f"首页仍是临时下线公告，而所写日期（{notice.last}）已过，请恢复网站或申请关停。",
            f"The home page is still the notice, though its last day ({notice.last}) has passed; be back, or close.",
        )
        return fail(message, path, notice.at, key="overdue", case="overdue")
    return None


def _county(path: str) -> Finding:
    finding = review(
        Text(
            "看起来是县级部门网站，原则上不单独开设，请核对是否保留。",
            "This looks like a county department's site; check whether it is to stay.",
        ),
        path,
        key="county-department",
        reason=Text(
            "网站类型由名称和标识码推断；县级部门原则上在县政府门户发布信息，确需保留的须有批准。",
            "The kind is guessed from name and code. Such organs publish on the county's portal unless it is approved.",
        ),
        case="county-department",
    )
    return finding._replace(basis=("guideline-2017:county-departments",))
