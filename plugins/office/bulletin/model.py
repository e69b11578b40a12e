"""What a bulletin shows: plain texts and numbers in one language, by the names that templates use."""

from __future__ import annotations

from typing import NamedTuple


class VerdictCount(NamedTuple):
    """How many sites stand so. *id* is the standing's, *share* the part of all sites (``12.5%``), *before* how many it
    were in the batch before (None: there is none)."""

    id: str
    name: str
    sites: int
    share: str
    before: int | None = None


class GroupRow(NamedTuple):
    """Sites of a region, of a kind, or all. *failing* are vetoed and unqualified, *absent* those without a result.

    *rate* is the pass rate, a span where verdicts are open; *classes* the sites at fault by class.
    """

    name: str
    sites: int
    qualified: int
    open: int
    failing: int
    unscored: int
    absent: int
    rate: str
    classes: tuple[int, ...]


class ClassSite(NamedTuple):
    """A site with faults of a class: how many, and which, with the names of a few columns."""

    number: int
    name: str
    region: str
    faults: int
    what: str


class ClassPart(NamedTuple):
    """A class of faults: *number* in Chinese numerals, *about* what is counted, *total* the sites that have such
    faults, *more* those of them not shown.

    *before* is how many sites had such faults in the batch before, None where there is none.
    """

    number: str
    name: str
    about: str
    total: int
    faults: int
    share: str
    sites: list[ClassSite]
    more: int
    before: int | None = None


class FrequentRow(NamedTuple):
    """A kind of fault: its *level* (错误), at how many of the sites it was found, and how often."""

    number: int
    rule: str
    name: str
    level: str
    sites: int
    share: str
    faults: int


class Demand(NamedTuple):
    """What is asked of sites with a kind of fault."""

    number: int
    name: str
    remedy: str


class FailingSite(NamedTuple):
    """A site that fails: *score* is its total as far as files tell it, *reasons* the vetoes met."""

    number: int
    name: str
    code: str
    region: str
    kind: str
    verdict: str
    score: str
    reasons: str


class GoodSite(NamedTuple):
    """A site in which nothing was found that must be mended; *notes* and *reviews* may be."""

    number: int
    name: str
    region: str
    kind: str
    verdict: str
    notes: int
    reviews: int


class UnreadSite(NamedTuple):
    """A site that was not inspected, or not in full, and why."""

    number: int
    name: str
    region: str
    reason: str


class RepeatSite(NamedTuple):
    """A site at fault in both batches: its verdicts, and what became of its faults."""

    number: int
    name: str
    region: str
    before: str
    now: str
    mended: int
    new: int
    standing: int


class Named(NamedTuple):
    """A list of sites of which at most so many are shown; *total* counts all of them, *more* those left out."""

    sites: list[FailingSite] | list[GoodSite] | list[UnreadSite] | list[RepeatSite]
    total: int
    more: int


class Since(NamedTuple):
    """What changed since the batch before: sites in both, faults mended, new and standing, and the repeat offenders.

    *unlike* are faults that cannot be compared, because their rules ran on one side only.
    """

    days: str
    pairs: int
    mended: int
    new: int
    standing: int
    unlike: int
    gone: int
    added: int
    repeats: Named


class Content(NamedTuple):
    """All of a bulletin. *days* are those the sites were judged on; *standards* name documents with their numbers."""

    days: str
    standards: list[str]
    sites: int
    inspected: int
    pages: int
    absent: int
    scored: int
    qualified: int
    open: int
    vetoed: int
    unqualified: int
    unscored: int
    rate: str
    verdicts: list[VerdictCount]
    regions: list[GroupRow]
    kinds: list[GroupRow]
    class_names: list[str]
    classes: list[ClassPart]
    frequent: list[FrequentRow]
    more_frequent: int
    demands: list[Demand]
    failing: Named
    good: Named
    unread: Named
    partly: Named
    since: Since | None
    mixed: bool
    version: str
