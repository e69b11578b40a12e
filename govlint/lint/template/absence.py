"""What of a template tree may be called missing: what no page has and no open slot could put out.

A rule says what it looks for (:class:`govlint.lint.rule.Needs`), each page's outlets what may come of them. Where an
outlet may bring it, the finding becomes a review that names the outlet and says what would decide it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from enum import Enum
from typing import NamedTuple

from govlint.finding import Finding, Location, Text, Verdict
from govlint.lint.rule import Needs, Rule
from govlint.page.facts import Outlet, PageFacts, Zone
from govlint.page.template import Emits, Kind
from govlint.site.site import Site

ITEMS = "items"
"""The property that counts what one review stands for."""

_NO_HOME = "\x00"  # no file is called so
_TOP = (Zone.HEADER, Zone.NAV, Zone.OTHER)
_CONTENT = (Zone.MAIN, Zone.BREADCRUMB)
_WHOLE = (Kind.INCLUDE, Kind.EXTEND, Kind.PART)  # what stands for a part of the page whatever is around it
_FILLED_HERE = Text("这里的内容发布时填入", "filled by publishing")

Check = Callable[[Rule, Site], list[Finding]]
"""Takes a rule and a site; returns what it finds there."""
Decides = Callable[[PageFacts], Outlet | None]
"""Takes a page; returns the outlet that may bring what is looked for, None where none can."""


class _Asked(Enum):
    """The pages that a thing is asked of."""

    EACH = 1
    HOME = 2
    ANY = 3


class _Lack(NamedTuple):
    asked: _Asked
    decides: Decides
    or_else: Text = Text("", "")  # another way to decide it


def _in_head(page: PageFacts) -> Outlet | None:
    """Return the outlet that may put an element into the head of *page*, None where none can."""
    first = page.runs[0].at if page.runs else len(page.outlets)
    return _first(
        outlet
        for outlet in page.outlets
        if (outlet.in_head and outlet.emits & Emits.MARKUP) or (outlet.kind in _WHOLE and outlet.at <= first)
    )


def _in_footer(page: PageFacts) -> Outlet | None:
    starts = min((run.at for run in page.runs if run.zone is Zone.FOOTER), default=None)
    last = page.runs[-1].at if page.runs else -1

    def may(outlet: Outlet) -> bool:
        if outlet.in_head:
            return False
        if outlet.zone is Zone.FOOTER or (outlet.kind in _WHOLE and outlet.emits & Emits.FRAME):
            return True
        if starts is not None:
            return outlet.at >= starts
        return bool(outlet.emits & Emits.MARKUP) or outlet.at >= last

    return _first(filter(may, reversed(page.outlets)))


def _in_top(page: PageFacts) -> Outlet | None:
    return _first(outlet for outlet in page.outlets if not outlet.in_head and outlet.zone in _TOP)


def _search(page: PageFacts) -> Outlet | None:
    """Columns are no search: of what repeats nothing is taken for one, of a single link in the head it may be."""

    def may(outlet: Outlet) -> bool:
        if outlet.in_head or outlet.kind is Kind.LOOP:
            return False
        return bool(
            outlet.emits & Emits.FRAME or (outlet.emits & Emits.LINK and outlet.zone in (Zone.HEADER, Zone.NAV))
        )

    return _first(filter(may, page.outlets))


def _home_link(page: PageFacts) -> Outlet | None:
    return _first(each for each in page.outlets if each.emits & ~Emits.TEXT and each.zone not in _CONTENT)


def _menu(page: PageFacts) -> Outlet | None:
    linking = [outlet for outlet in page.outlets if outlet.emits & ~Emits.TEXT and not outlet.in_head]
    return min(linking, key=_likelihood, default=None)


def _likelihood(outlet: Outlet) -> tuple[bool, bool, int]:
    return outlet.kind is not Kind.LOOP, outlet.zone not in (Zone.NAV, Zone.HEADER), outlet.at


def _first(outlets: Iterable[Outlet]) -> Outlet | None:
    return next(iter(outlets), None)


_LACKS: Mapping[Needs, _Lack] = {
    Needs.HEAD: _Lack(_Asked.EACH, _in_head),
    Needs.TOP: _Lack(_Asked.EACH, _in_top),
    Needs.FOOTER: _Lack(_Asked.EACH, _in_footer),
    Needs.SEARCH: _Lack(_Asked.HOME, _search),
    Needs.HOME_LINK: _Lack(_Asked.HOME, _home_link),
    Needs.MENU: _Lack(_Asked.ANY, _menu, Text("，或者用 channels.csv 给出栏目", ", or give channels.csv")),
}


def may_come(needs: Needs, page: PageFacts) -> bool:
    """Whether publishing may bring to *page* what a rule of these *needs* says it lacks."""
    lack = _LACKS.get(needs)
    return lack is not None and lack.decides(page) is not None


def judged(rules: Iterable[Rule], site: Site, variants: Sequence[Site], check: Check) -> list[Finding]:
    """Return what *rules* find on the *site* that a template tree is: faults where they are sure.

    What publishing alone decides comes back as a review, one for all that hangs on the same outlet. What only a
    condition brings is a review, too: *variants* are the site as its conditions turn out.
    """
    by_needs: dict[Needs, list[Rule]] = {}
    for rule in rules:
        by_needs.setdefault(rule.needs, []).append(rule)
    found: list[Finding] = []
    for needs, same in by_needs.items():
        lack = _LACKS.get(needs)
        if lack is None:
            found += (finding for rule in same for finding in check(rule, site))
        elif lack.asked is _Asked.EACH:
            found += _on_each(same, site, variants, lack, check)
        else:
            found += (finding for rule in same for finding in _folded(check(rule, site), _outlets(site, lack), lack))
    return found


def _outlets(site: Site, lack: _Lack) -> dict[str, Outlet]:
    """Return by path the outlets that may bring what is looked for; where any page will do, one stands for all."""
    found = {path: outlet for path, page in site.pages.items() if (outlet := lack.decides(page)) is not None}
    if lack.asked is not _Asked.ANY or not found:
        return found
    return dict.fromkeys(("", *site.pages), found.get(site.home.path) or next(iter(found.values())))


def _on_each(rules: list[Rule], site: Site, variants: Sequence[Site], lack: _Lack, check: Check) -> list[Finding]:
    outlets = _outlets(site, lack)
    shut, opened = ([path for path in site.pages if (path in outlets) is is_open] for is_open in (False, True))
    found = _checked(rules, _part(site, shut), check)
    found += _folded(_checked(rules, _part(site, opened), check), outlets, lack)
    for variant in variants:
        told = {finding.rule_id for finding in found}
        others = [rule for rule in rules if rule.id not in told]
        found += _conditional(_checked(others, variant, check), variant, lack)
    return found


def _checked(rules: list[Rule], site: Site, check: Check) -> list[Finding]:
    return [finding for rule in rules for finding in check(rule, site)] if site.pages else []


def _conditional(findings: list[Finding], variant: Site, lack: _Lack) -> list[Finding]:
    """Return the reviews of what only a condition brings, at the condition; of anything else in *findings* nothing."""
    made = []
    for finding in findings:
        page = variant.pages.get(finding.location.path)
        branches = [outlet for outlet in page.outlets if outlet.kind is Kind.CONDITION] if page else []
        outlet = lack.decides(replace(page, outlets=tuple(branches))) if page else None
        if outlet is None or finding.verdict is not Verdict.FAIL:
            continue
        more = sum(each.zone is outlet.zone for each in branches) - 1
        among = Text(f"等 {more + 1} 个条件之一", f" (or one of {more} others near)") if more else Text("", "")
        reason = Text(
            f"“{outlet.written}”{among.zh}不成立时没有；知道它在哪些页面成立即可判定。",
            f"It is not there where “{outlet.written}”{among.en} does not hold; knowing where it does decides.",
        )
        message = Text(f"条件不成立时：{finding.message.zh}", f"Where a condition does not hold: {finding.message.en}")
        place = Location(outlet.path, region=outlet.region, line_text=outlet.written)
        made.append(
            finding._replace(
                verdict=Verdict.REVIEW, message=message, reason=reason, location=place, related=(), fix=None
            )
        )
    return made


def _part(site: Site, paths: list[str]) -> Site:
    """Return *site* as if it had the pages *paths* alone; all its files are still there."""
    if len(paths) == len(site.pages):
        return site
    home = site.home.path if site.home.path in paths else _NO_HOME
    pages = {path: site.pages[path] for path in paths}
    return Site(replace(site.facts, pages=pages, home=home), site.vocabulary)


def _folded(findings: list[Finding], outlets: Mapping[str, Outlet], lack: _Lack) -> list[Finding]:
    """Return *findings* with one review a rule for all that the same outlet, or the same reason of it, leaves open."""
    groups: dict[tuple[str, object], list[Finding]] = {}
    for finding in findings:
        outlet = None if _is_written(finding) else outlets.get(finding.location.path)
        waiting: object = outlet or (finding.reason if finding.verdict is Verdict.REVIEW else finding)
        groups.setdefault((finding.rule_id, waiting), []).append(finding)
    return [
        _review(group, waiting, lack) if isinstance(waiting, Outlet) else _joined(group)
        for (_, waiting), group in groups.items()
    ]


def _is_written(finding: Finding) -> bool:
    """Whether *finding* is a fault of a value that is written out, whatever else its rule looks for."""
    return finding.verdict is Verdict.FAIL and finding.location.mark.part.startswith("@")


def _review(findings: list[Finding], outlet: Outlet, lack: _Lack) -> Finding:
    """Return the review that stands for *findings*, which *outlet* decides."""
    first = _joined(findings)
    place = f"{outlet.path}:{outlet.region.start_line}"
    reason = Text(
        f"“{outlet.written}”（{place}）发布时才填入；发布后检查导出的目录即可判定{lack.or_else.zh}。",
        f"“{outlet.written}” ({place}) is filled by publishing; check the published site{lack.or_else.en}.",
    )
    message = Text(f"发布后才能确定：{first.message.zh}", f"Publishing decides: {first.message.en}")
    beside = Location(outlet.path, note=_FILLED_HERE, region=outlet.region, line_text=outlet.written)
    return first._replace(
        verdict=Verdict.REVIEW, message=message, reason=reason, related=(*first.related, beside), fix=None
    )


def _joined(findings: list[Finding]) -> Finding:
    """Return the first of *findings*, which says how many more there are of its kind."""
    first = findings[0]
    more = len(findings) - 1
    if not more:
        return first
    message = Text(f"{first.message.zh}（另有 {more} 项同样）", f"{first.message.en} ({more} more alike)")
    properties = tuple(sorted({**dict(first.properties), ITEMS: more + 1}.items()))
    return first._replace(message=message, properties=properties)
