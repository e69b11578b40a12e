"""What of a run goes into a SARIF file: by who reads it, and within the limits GitHub sets to every file.

Nothing is left out in silence: what a limit takes away is a notification in the file, which the command line repeats.
The limits are those of GitHub's documentation, "SARIF results exceed one or more limits".
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from typing import TypeVar

from govlint.finding import Verdict
from govlint.report.model import CORE, Report
from govlint.report.subset import cut, with_verdicts

Item = TypeVar("Item")

MOST_RESULTS = 25_000
"""GitHub rejects a run with more results (and shows the gravest 5,000)."""

MOST_RUNS = 20
"""GitHub rejects a file with more runs."""

MOST_PACKED = 10_000_000
"""GitHub rejects a file of more bytes when packed with gzip."""


class Profile(StrEnum):
    """Who reads the file: anyone who knows SARIF, or GitHub code scanning.

    GitHub shows every result as an alert, whatever its ``kind``, its ``suppressions`` and its ``baselineState`` say.
    So its files hold the faults that count and nothing else.
    """

    FULL = "full"
    GITHUB = "github"


def fitted(report: Report, profile: Profile = Profile.FULL, most: int | None = MOST_RESULTS) -> Report:
    """Return what of *report* goes into a file of *profile*: at most *most* results, the gravest (None: all)."""
    if profile is Profile.GITHUB:
        report = with_verdicts(report, {Verdict.FAIL})._replace(set_aside=(), gone=(), provenance=None)
    return report if most is None else cut(report, most)


def batches(runs: Sequence[Item]) -> Iterator[Sequence[Item]]:
    """Yield *runs*, or whatever there is one of for each run, in portions, one a file."""
    for start in range(0, len(runs), MOST_RUNS):
        yield runs[start : start + MOST_RUNS]


def categories(reports: Iterable[Report]) -> Iterator[str]:
    """Yield ``govlint/<site>/`` for each report, no two alike.

    By the category GitHub tells the uploads of different sites apart: an upload takes the place of the one before it
    with the same category, and of two runs with one category in a file it takes neither.
    """
    seen: Counter[str] = Counter()
    for report in reports:
        site = (report.host or report.site_name or report.target).replace("/", "-").strip("-. ") or "site"
        seen[site] += 1
        yield f"{CORE}/{site}/" if seen[site] == 1 else f"{CORE}/{site}-{seen[site]}/"
