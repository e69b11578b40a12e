"""Which hidden links strangers put in, which ones a person has to look at, and which are the site's own menus."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from govlint.finding import WHOLE_PAGE, Finding, Mark, Text
from govlint.lint.findings.grouping import group
from govlint.lint.rule import fail, review
from govlint.page.facts import PageFacts
from govlint.page.hiding import HidingRule, How
from govlint.site.model import TargetKind
from govlint.site.site import Site

from .foreign import is_harmful_host, is_own, own_hosts
from .harm import advertises
from .hidden_links import FACT, Hidden, written_hidden
from .visibility import Sheet

_WAYS = {
    How.DISPLAY: Text("设为不显示", "not displayed"),
    How.VISIBILITY: Text("设为不可见", "set invisible"),
    How.OFF_SCREEN: Text("移出屏幕", "moved off the screen"),
    How.INDENT: Text("缩进到屏幕外", "indented off the screen"),
    How.SIZE: Text("缩成零大小", "shrunk to nothing"),
    How.FONT: Text("字号为零", "set in letters of no size"),
    How.GLASS: Text("设为透明", "made transparent"),
    "written": Text("由脚本写出的隐藏块包住", "wrapped by a script in a hidden block"),
    "marquee": Text("放进极小的滚动条", "put into a tiny marquee"),
    "colour": Text("与背景同色", "the colour of their ground"),
}
# No menu hides in these ways; the others are also how menus, tabs and icons are made.
_TRICKS = frozenset(("marquee", "written", "colour", How.OFF_SCREEN))
_MOST_NAMED = 3
_NO_SHEET = Sheet(())
_REASON = Text(
    "脚本可能把这部分显示出来；请在浏览器里核对，并确认这些网站与本单位有关。",
    "A script may show them; look in a browser, and see whether these sites have to do with the organ.",
)


class _Case(NamedTuple):
    hidden: Hidden
    hosts: tuple[str, ...]
    sure: bool
    harmful: bool


def said(site: Site) -> list[Finding]:
    """Return the findings on hidden links of *site*, those of many pages made one."""
    own = own_hosts(site)
    findings = [finding for path, page in site.pages.items() for finding in _on_page(site, own, path, page)]
    findings += _in_scripts(site, own)
    return group(findings, site.home.path)


def _on_page(site: Site, own: frozenset[str], path: str, page: PageFacts) -> Iterator[Finding]:
    hidden: tuple[Hidden, ...] = page.extra.get(FACT, ())
    if not hidden:
        return
    sheet = _sheet(site, path, page)
    for one in hidden:
        how = one.how or (sheet.how_within(one.chain) if sheet else "")
        case = _judge(one._replace(how=how), own, from_sheet=not one.how) if how else None
        if case is not None:
            yield _finding(path, Mark(one.at) if one.at >= 0 else WHOLE_PAGE, case)


def _in_scripts(site: Site, own: frozenset[str]) -> Iterator[Finding]:
    """Yield what .js files of the site write and hide."""
    for path, script in site.facts.scripts.items():
        html = "".join(script.writes)
        if "href" in html:
            hosts, texts = written_hidden(html)
            case = _judge(Hidden("written", -1, (), hosts, texts, 0, False, False), own, from_sheet=False)
            if case is not None:
                yield _finding(path, WHOLE_PAGE, case)


def _judge(hidden: Hidden, own: frozenset[str], *, from_sheet: bool) -> _Case | None:
    """Return the case that *hidden* makes, None where it is the site's own business."""
    hosts = tuple(host for host in hidden.hosts if not is_own(host, own))
    if not hosts:
        return None
    harmful = any(map(advertises, hidden.texts)) or any(map(is_harmful_host, hosts))
    if harmful:
        return _Case(hidden, hosts, sure=True, harmful=True)
    if hidden.others > len(hosts) and hidden.how not in _TRICKS:
        return None  # a menu of the site's own with a few links to others
    sure = bool(own) and not (hidden.touched or hidden.names or from_sheet)
    if hidden.how not in _TRICKS:
        sure = sure and not hidden.menu and len(hosts) > 1 and hidden.others == 0
    return _Case(hidden, hosts, sure, harmful=False)


def _finding(path: str, mark: Mark, case: _Case) -> Finding:
    way = _WAYS[case.hidden.how]
    named = case.hosts[:_MOST_NAMED]
    hosts = Text("、".join(f"“{host}”" for host in named), ", ".join(f"“{host}”" for host in named))
    count = len(case.hosts)
    more = Text(f"等 {count} 个", f" and others, {count} in all") if count > _MOST_NAMED else Text("", "")
    what = Text("博彩、色情", "gambling or pornography") if case.harmful else Text("外部网站", "foreign sites")
    message = Text(
        f"指向{what.zh}的链接{way.zh}，访问者看不见：{hosts.zh}{more.zh}；请删去并查清来源。",
        f"Links to {what.en} are {way.en} and cannot be seen: {hosts.en}{more.en}; delete them, find how they came in.",
    )
    key = f"{case.hidden.how} {' '.join(sorted(case.hosts))}"
    if case.sure:
        return fail(message, path, mark, key=key, hosts=count)
    return review(message, path, mark, key=key, hosts=count, reason=_REASON)


def _sheet(site: Site, path: str, page: PageFacts) -> Sheet:
    """Return what the style sheets that *page* loads hide."""
    if not site.facts.hiding:
        return _NO_SHEET
    found: list[HidingRule] = []
    for link in page.links:
        if link.tag == "link" and link.attribute == "href":
            target = site.target(path, link)
            if target.kind is TargetKind.FILE:
                found += site.facts.hiding.get(target.path, ())
    return _sheet_of(tuple(found))


@lru_cache(maxsize=64)
def _sheet_of(rules: tuple[HidingRule, ...]) -> Sheet:
    return Sheet(rules)
