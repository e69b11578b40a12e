"""How many things at fault the findings of a clause amount to: from the least to the most it can be.

Reviews are never counted as faults; they only raise the most. What inspectors draw a sample of is a span too: they
may draw those at fault, or others.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence

from govlint.finding import Finding
from govlint.lazy_re import lazy_re
from govlint.score.card import Span
from govlint.score.evidence import Evidence, pages_of, properties_of
from govlint.standard.model import Clause, Row

_SEPARATORS = lazy_re(r"[\s、，,;；]+")


def count(clause: Clause, row: Row, evidence: Evidence, findings: Sequence[Finding]) -> Span:
    """Return how many things the *findings* that *clause* of *row* counts are about, counted by its ``per``."""
    faults = [finding for finding in findings if finding.is_fault]
    match clause.per:
        case "site":
            most = 1.0 if clause.limit is None else math.inf
            return Span(min(len(faults), most), min(len(findings), most))
        case "column":
            return Span(len(set(map(column_of, faults))), len(set(map(column_of, findings))))
        case "page":
            return _pages(clause, evidence, faults, findings)
    return _items(clause, row, faults, findings)


def column_of(finding: Finding) -> tuple[str, str]:
    """Return what tells the column that *finding* is about from others: its page and its name."""
    return finding.location.path, str(properties_of(finding).get("column") or finding.key)


def most(clause: Clause, row: Row) -> float:
    """Return how many things *clause* can count at all, whatever is found."""
    if clause.per == "site" or (clause.per == "page" and clause.pages == "home"):
        return 1 if clause.limit is None else math.inf
    of_each = len(row.elements) if row.elements and clause.per == "item" else 1
    if clause.sample is not None:
        return clause.sample * of_each
    return len(row.elements) if row.elements and clause.per == "item" else math.inf


# --- pages


def _pages(clause: Clause, evidence: Evidence, faults: Sequence[Finding], findings: Sequence[Finding]) -> Span:
    if clause.pages == "home":
        return Span(min(len(faults), 1), min(len(findings), 1))
    there_are = evidence.pages_of_kind(clause.pages) if clause.pages in ("column", "article") else 0
    surely = {path for finding in faults for path in _shown(clause.pages, evidence, finding)}
    low = max([len(surely), *(_least(clause.pages, evidence, finding) for finding in faults)])
    high = min(sum(_most(clause.pages, evidence, finding) for finding in findings), there_are or math.inf)
    return _drawn(clause, there_are, Span(low, max(low, high)))


def _shown(kind: str, evidence: Evidence, finding: Finding) -> set[str]:
    """Return the pages of *kind* that *finding* names: its own and its examples."""
    paths = {finding.location.path, *(place.path for place in finding.related)}
    if not kind or properties_of(finding).get("page_kind") == kind:
        return paths
    if kind == "inner":
        return {path for path in paths if evidence.kind_of(path) != "home"}
    return {path for path in paths if evidence.kind_of(path) == kind}


def _least(kind: str, evidence: Evidence, finding: Finding) -> int:
    """Return of how many pages of *kind* the finding surely is, those it only counts among them."""
    if kind in ("column", "article") and properties_of(finding).get("page_kind") != kind:
        return len(_shown(kind, evidence, finding))
    return _most(kind, evidence, finding)


def _most(kind: str, evidence: Evidence, finding: Finding) -> int:
    return pages_of(finding) - (kind == "inner" and evidence.is_home(finding))


def _drawn(clause: Clause, there_are: int, at_fault: Span) -> Span:
    """Return how many of a sample are at fault, when *at_fault* of all that *there_are* are (0: not known)."""
    if clause.sample is None:
        return at_fault
    if not there_are:
        return Span(0, min(at_fault.high, clause.sample))
    sample = min(clause.sample, max(there_are, int(at_fault.low)))
    faultless = max(there_are - at_fault.low, 0)
    return Span(max(0, sample - faultless), min(sample, at_fault.high))


# --- items


def _items(clause: Clause, row: Row, faults: Sequence[Finding], findings: Sequence[Finding]) -> Span:
    if clause.sample is not None:  # how many there are to draw from is not known: those at fault may all be missed
        each = (part for finding in findings for part in [weight(finding)] * pages_of(finding))
        return Span(0, sum(sorted(each, reverse=True)[: clause.sample]))
    if row.elements:  # the same kind of element lacking twice is one kind
        return Span(_kinds(row, faults, max), _kinds(row, findings, sum))
    if clause.pages:  # what is told apart by where it stands is one thing, on however many pages
        return Span(len({finding.key for finding in faults}), len({finding.key for finding in findings}))
    return Span(_sum(faults), _sum(findings))


def _sum(findings: Iterable[Finding]) -> int:
    return sum(weight(finding) * pages_of(finding) for finding in findings)


def weight(finding: Finding) -> int:
    """Return how many single things *finding* is about: what its property ``missing`` counts or names, else 1."""
    missing = properties_of(finding).get("missing", 1)
    if isinstance(missing, str):
        return max(len(_names(missing)), 1)
    return max(int(missing), 1)


def _kinds(row: Row, findings: Sequence[Finding], unnamed: Callable[[Iterable[int]], int]) -> int:
    """Return how many of the row's elements the findings name; *unnamed* sums up those that only count them."""
    names: set[str] = set()
    numbers = [0]
    for finding in findings:
        said = _named(finding)
        names.update(name for name in said if name in row.elements)
        if not said:
            numbers.append(weight(finding))
    return min(max(len(names), unnamed(numbers)), len(row.elements))


def _named(finding: Finding) -> list[str]:
    """Return what *finding* names as missing: in its property, or in its key where the property counts just these."""
    missing, keys = properties_of(finding).get("missing", ""), _names(finding.key)
    if isinstance(missing, str):
        return _names(missing)
    return keys if len(keys) == missing else []


def _names(text: str) -> list[str]:
    return [name for name in _SEPARATORS.split(text) if name]
