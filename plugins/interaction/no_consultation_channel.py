"""GOV7001 NoConsultationChannel: nothing on the site lets a visitor ask or suggest anything on line.

GOV1001 says that the column 政务咨询 is missing; this rule says more: that no link, form or entry stands in for it
either, which fails a site at once.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from govlint.finding import Finding, Mark, Severity, Text, Verdict
from govlint.lazy_re import lazy_re
from govlint.lint.context import Context
from govlint.lint.rule import Example, Expected, Needs, Scope, fail, review, rule
from govlint.page.facts import PageFacts, Zone
from govlint.site.site import Site

from ..columns.presence import presence_on
from ..columns.readable import why_hidden, why_unreadable
from ..columns.sample_pages import home_page

_ENTRY = lazy_re(
    r"信箱|留言|咨询|写信|建言|献策|问政|提问|意见建议|建议意见|12345|投诉|来信|信件|互动|邮箱|民意|征集|诉求|热线|客服|问答|接诉"
)
_NO_ENTRY = lazy_re(r"信访|纪检|纪委|监察|廉政|12388|12377|12389|腐败|不良信息")
_LONGEST = 16
_DAY = date(2021, 6, 1)
_COLUMNS = {"通知公告": "./tzgg/", "政策文件": "./zcwj/"}
_SCRIPTED = '<html lang="zh-CN"><body><div class="nav" id="nav"></div><script src="menu.js"></script></body></html>'


def _example(zh: str, en: str, home: str, *expected: Expected) -> Example:
    return Example(Text(zh, en), {"index.html": home}, expected, (), "department", _DAY)


EXAMPLES = (
    _example(
        "没有任何咨询渠道", "there is no channel at all",
        home_page(_COLUMNS), Expected("index.html", line=6, column=5, words="咨询"),
    ),
    _example("有局长信箱的链接", "there is a mailbox", home_page({**_COLUMNS, "局长信箱": "http://mail.example.gov.cn/"})),
    _example(
        "导航由脚本生成", "a script makes the menu", _SCRIPTED,
        Expected("index.html", words="咨询", verdict=Verdict.REVIEW),
    ),
)  # fmt: skip


@rule(
    "GOV7001",
    "NoConsultationChannel",
    scope=Scope.SITE,
    needs=Needs.MENU,
    severity=Severity.ERROR,
    summary=Text(
        "全站没有网上咨询建言渠道。", "The site has no online channel through which the public can ask or suggest."
    ),
    why=Text(
        "没有可用的网上咨询建言渠道属单项否决；信访、纪检举报不算。",
        "A site without a working channel fails at once; petitions and reports to discipline offices do not count.",
    ),
    remedy=Text(
        "开设政务咨询、领导信箱或网上留言，并在首页给出入口。",
        "Open a consultation column, a mailbox or a message board, with an entry on the home page.",
    ),
    basis=("national-2019:veto-interaction",),
    examples=EXAMPLES,
)
def no_consultation_channel(site: Site, context: Context) -> Iterator[Finding]:
    """Yield one finding where nothing on *site* is, or leads to, a channel to consult."""
    rows = context.rows("GOV7001")
    if not rows or any(_has_entry(page) for page in site.pages.values()):
        return
    if not {"consultation", "interaction", "survey"}.isdisjoint(presence_on(site).concepts):
        return
    home = site.pages.get(site.home.path)
    links = home.links if home else ()
    mark = next((Mark(link.at) for link in links if link.zone is Zone.NAV and link.tag == "a"), Mark())
    reason = why_unreadable(site) or why_hidden(site, "interaction")
    basis = tuple(f"{standard.id}:{row.id}" for standard, row in rows)
    if reason is None:
        message = Text(
            "全站没有网上咨询建言渠道（政务咨询、信箱、留言等），请开设并在首页给出入口。",
            "Nothing on the site lets the public ask or suggest on line; open a channel, linked on the home page.",
        )
        yield fail(message, site.home.path, mark, key="channel")._replace(basis=basis)
    else:
        message = Text(
            "没有看到网上咨询建言渠道，请核对是否已经开设。",
            "No online channel to ask or suggest was seen; check whether there is one.",
        )
        yield review(message, site.home.path, mark, key="channel", reason=reason)._replace(basis=basis)


def _has_entry(page: PageFacts) -> bool:
    """Whether something on *page* is a channel or leads to one: a link, a picture, a button, a form for long text."""
    for link in page.links:
        if link.href.startswith("mailto:") or _is_entry(link.text) or _is_entry(link.title):
            return True
    return any(control.tag == "textarea" or _is_entry(control.label) for control in page.controls)


def _is_entry(text: str) -> bool:
    return 0 < len(text) <= _LONGEST and _ENTRY.search(text) is not None and _NO_ENTRY.search(text) is None
