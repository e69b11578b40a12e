"""What is wrong with the registrations a page shows: where their numbers lead, and which mark it bears."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from govlint.finding import WHOLE_PAGE, Mark, Text
from govlint.lazy_re import lazy_re
from govlint.page.facts import Link
from govlint.page.table import bodies
from govlint.site.site import Site
from govlint.site.urls import host_in

from .mark_words import Mark as SiteMark
from .marks import marks_of

_ICP_TEXT = lazy_re(r"ICP\s?[备证]", re.IGNORECASE)
_ICP_HOST = lazy_re(r"(?:^|\.)beian\.miit\.gov\.cn$|(?:^|\.)miit(?:beian)?\.gov\.cn$|miibeian")
_OLD_ICP_HOST = lazy_re(r"mii?t?beian\.gov\.cn$")
# No document at hand dates the move to beian.miit.gov.cn; by this day real sites had changed over.
_OLD_SINCE = date(2020, 1, 1)
_RECORD = lazy_re(r"(?:recordcode|code)=(\d{8,18})(?!\d)")
_POLICE_HOST = lazy_re(r"//(?:www\.)?beian\.(?:mps\.)?gov\.cn")
_NUMBER = lazy_re(r"(?<!\d)\d{12,18}(?!\d)")
# The mark of 事业单位 is blue, that of organs red (as conac.cn's own images are called).
_BLUE = lazy_re(r"conac\.cn/image/blue\.png|(?:^|/)blue\.png$", re.IGNORECASE)
_ORGAN = lazy_re(r"人民政府|[局委厅]$|委员会$|办公[室厅]$")


class Fault(NamedTuple):
    """A fault that may repeat on many pages: *key* and *message* name it, *mark* is its place on one of them.

    *reason* says why it is for a person to judge; None where it is sure.
    """

    key: str
    message: Text
    mark: Mark
    reason: Text | None = None


def faults_on(site: Site, path: str, day: date) -> Iterator[Fault]:
    """Yield the faults of the registrations on the page *path* of *site*, as judged on *day*."""
    yield from _wrong_mark(site, path)
    linked = False
    links = site.pages[path].links
    for number, link in enumerate(bodies(links)):
        if link.tag != "a":
            continue
        if "ICP" in link.text and _ICP_TEXT.search(link.text):
            linked = True
            yield from _icp_link(links[number], day)
        elif "eian" in link.href and _POLICE_HOST.search(link.href):
            yield from _police_link(site, path, links[number])
        elif "beian" in link.href:
            linked = True
    sign = marks_of(site.pages[path]).sign(SiteMark.ICP)
    if path == site.home.path and sign and sign.value and sign.span[1] and not linked:
        yield Fault(
            "icp-unlinked",
            Text(
                "首页的 ICP 备案号没有链接到备案系统，请链接到 https://beian.miit.gov.cn/。",
                "The ICP number on the home page is not linked to its register; link it to https://beian.miit.gov.cn/.",
            ),
            Mark(span=sign.span),
        )


def _icp_link(link: Link, day: date) -> Iterator[Fault]:
    host = host_in(link.href)
    if not host or "beian.miit.gov.cn" in host:
        return
    if _OLD_ICP_HOST.search(host):
        if day >= _OLD_SINCE:
            message = Text(
                f"ICP 备案号链接到旧地址“{host}”，请改为 https://beian.miit.gov.cn/。",
                f"The ICP number links to the old address “{host}”; use https://beian.miit.gov.cn/.",
            )
            yield Fault(f"icp-old {host}", message, Mark(link.at, "@href"))
    elif not _ICP_HOST.search(host) and not _POLICE_HOST.search(link.href):
        message = Text(
            f"ICP 备案号链接到“{host}”，不是备案系统，请改为 https://beian.miit.gov.cn/。",
            f"The ICP number links to “{host}”, which is not its register; use https://beian.miit.gov.cn/.",
        )
        yield Fault(f"icp-other {host}", message, Mark(link.at, "@href"))


def _police_link(site: Site, path: str, link: Link) -> Iterator[Fault]:
    record = _RECORD.search(link.href)
    in_text = _NUMBER.search(link.text)
    sign = marks_of(site.pages[path]).sign(SiteMark.POLICE)
    shown = in_text[0] if in_text else sign.value if sign else ""
    if record is not None and shown and record[1] != shown:
        message = Text(
            f"公安备案号“{shown}”与链接里的“{record[1]}”不一致，请核对。",
            f"The police number “{shown}” is not that of its link, “{record[1]}”; check them.",
        )
        yield Fault(f"police {shown} {record[1]}", message, Mark(link.at, "@href") if link.at >= 0 else WHOLE_PAGE)


def _wrong_mark(site: Site, path: str) -> Iterator[Fault]:
    """Yield a question where an organ's page bears the mark of public institutions."""
    sign = marks_of(site.pages[path]).sign(SiteMark.PARTY)
    if sign is None or not _ORGAN.search(site.name):
        return
    links = site.pages[path].links
    pictures = (number for number, link in enumerate(bodies(links)) if link.tag == "img" and _BLUE.search(link.href))
    number = next(pictures, None)
    if number is None:
        return
    yield Fault(
        "wrong-mark",
        Text(
            "页脚是事业单位标识（蓝色），而网站名称是党政机关，请核对标识。",
            "The footer bears the blue mark of public institutions, yet the site is named after an organ; check it.",
        ),
        Mark(links[number].at, "@src"),
        Text("主办单位的性质要由编制部门认定。", "Which kind the sponsor is, the office for public institutions says."),
    )
