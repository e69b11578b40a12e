"""What came of following findings into the templates of their pages: how many, and where several of them lead."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from govlint.finding import Finding, Origin, Region

MOST_PLACES = 100
"""Places of one literal; what is written more often tells nothing (and SARIF viewers keep no more)."""


class Traced(NamedTuple):
    """How far the findings of a run were traced to the *templates* of *name*.

    *found* are those whose source was found there, *lost* those whose source was not (it comes from a database, or the
    template has changed), *nowhere* those that stand on no place of a page.
    """

    name: str
    templates: int
    found: int = 0
    lost: int = 0
    nowhere: int = 0


def together(findings: Sequence[Finding]) -> tuple[Origin, ...]:
    """Return the origins of *findings* that are one fault, each with the number of their pages that lead there."""
    found: dict[tuple[str, Region], Origin] = {}
    for origin in chain.from_iterable(finding.origins for finding in findings):
        place = origin.path, origin.region
        before = found.get(place)
        pages, sure = (before.pages, before.sure) if before else (0, False)
        found[place] = origin._replace(pages=pages + origin.pages, sure=sure or origin.sure)
    return tuple(sorted(found.values(), key=lambda each: (-each.pages, each.path, each.region))[:MOST_PLACES])
