"""GOV6021 RegistrationMismatch: ICP and police numbers that lead nowhere right, or contradict their links."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from govlint.finding import WHOLE_PAGE, Finding, Mark, Severity, Text
from govlint.lint.context import Context
from govlint.lint.rule import Example, Expected, Scope, fail, rule
from govlint.page.facts import Link
from govlint.site.site import Site
from govlint.site.urls import host_in

from .footers import footers_of
from .mark_words import Mark as SiteMark
from .marks import marks_of
from .repeats import counted, elsewhere, nearest_first
from .sample_pages import ICP, POLICE, page

_ICP_TEXT = re.compile(r"ICP\s?[备证]", re.IGNORECASE)
_ICP_HOST = re.compile(r"(?:^|\.)beian\.miit\.gov\.cn$|(?:^|\.)miit(?:beian)?\.gov\.cn$|miibeian")
_OLD_ICP_HOST = re.compile(r"mii?t?beian\.gov\.cn$")
_OLD_SINCE = date(2020, 1, 1)  # the register was moved to beian.miit.gov.cn before that day
_RECORD = re.compile(r"(?:recordcode|code)=(\d{8,18})(?!\d)")
_POLICE_HOST = re.compile(r"//(?:www\.)?beian\.(?:mps\.)?gov\.cn")
_NUMBER = re.compile(r"(?<!\d)\d{12,18}(?!\d)")


class _Fault(NamedTuple):
    """A fault that may repeat on many pages: *key* and *message* name it, *mark* is its place on one of them."""

    key: str
    message: Text
    mark: Mark


@rule(
    "GOV6021",
    "RegistrationMismatch",
    scope=Scope.SITE,
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
        Example(Text("号码与链接都对", "number and link are right"), {"index.html": page(ICP, POLICE)}),
    ),
    basis=("national-2019:marks", "guideline-2017:footer"),
    tags=("identity",),
)
def registration_mismatch(site: Site, context: Context) -> Iterator[Finding]:
    """Yield one finding for each fault in the registrations that pages of *site* show, with the number of pages."""
    places: dict[str, list[tuple[str, _Fault]]] = defaultdict(list)
    for path in nearest_first(site, footers_of(site).pages):
        for fault in _faults(site, path, context.as_of):
            places[fault.key].append((path, fault))
    for key, found in places.items():
        path, fault = found[0]
        count = counted(len(found))
        yield fail(
            Text(fault.message.zh.replace("，请", f"{count.zh}，请", 1), fault.message.en),
            path,
            fault.mark,
            key=key,
            related=elsewhere((other, same.mark) for other, same in found[1:]),
            pages=len(found),
        )


def _faults(site: Site, path: str, day: date) -> Iterator[_Fault]:
    linked = False
    for link in site.pages[path].links:
        if link.tag != "a":
            continue
        if "ICP" in link.text and _ICP_TEXT.search(link.text):
            linked = True
            yield from _icp_link(link, day)
        elif "eian" in link.href and _POLICE_HOST.search(link.href):
            yield from _police_link(site, path, link)
        elif "beian" in link.href:
            linked = True
    sign = marks_of(site.pages[path]).sign(SiteMark.ICP)
    if path == site.home.path and sign and sign.value and sign.span[1] and not linked:
        yield _Fault(
            "icp-unlinked",
            Text(
                "首页的 ICP 备案号没有链接到备案系统，请链接到 https://beian.miit.gov.cn/。",
                "The ICP number on the home page is not linked to its register; link it to https://beian.miit.gov.cn/.",
            ),
            Mark(span=sign.span),
        )


def _icp_link(link: Link, day: date) -> Iterator[_Fault]:
    host = host_in(link.href)
    if not host or "beian.miit.gov.cn" in host:
        return
    if _OLD_ICP_HOST.search(host):
        if day >= _OLD_SINCE:
            message = Text(
                f"ICP 备案号链接到旧地址“{host}”，请改为 https://beian.miit.gov.cn/。",
                f"The ICP number links to the old address “{host}”; use https://beian.miit.gov.cn/.",
            )
            yield _Fault(f"icp-old {host}", message, Mark(link.at, "@href"))
    elif not _ICP_HOST.search(host) and not _POLICE_HOST.search(link.href):
        message = Text(
            f"ICP 备案号链接到“{host}”，不是备案系统，请改为 https://beian.miit.gov.cn/。",
            f"The ICP number links to “{host}”, which is not its register; use https://beian.miit.gov.cn/.",
        )
        yield _Fault(f"icp-other {host}", message, Mark(link.at, "@href"))


def _police_link(site: Site, path: str, link: Link) -> Iterator[_Fault]:
    record = _RECORD.search(link.href)
    in_text = _NUMBER.search(link.text)
    sign = marks_of(site.pages[path]).sign(SiteMark.POLICE)
    shown = in_text[0] if in_text else sign.value if sign else ""
    if record is not None and shown and record[1] != shown:
        message = Text(
            f"公安备案号“{shown}”与链接里的“{record[1]}”不一致，请核对。",
            f"The police number “{shown}” is not that of its link, “{record[1]}”; check them.",
        )
        yield _Fault(f"police {shown} {record[1]}", message, Mark(link.at, "@href") if link.at >= 0 else WHOLE_PAGE)
