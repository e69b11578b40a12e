"""Many findings that say one thing, as one: a dead link in the menu of three hundred pages."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from govlint.finding import Finding


class Fold(NamedTuple):
    """A finding and the *others* of the same rule about the same thing in other places."""

    first: Finding
    others: tuple[Finding, ...] = ()


def folded(findings: Iterable[Finding], files: int) -> list[Fold]:
    """Return *findings* with those folded that share rule, key and severity and stand in more than *files* files.

    A fold stands where the first of its findings stood.
    """
    alike: defaultdict[tuple[str, str, str, str], list[tuple[int, Finding]]] = defaultdict(list)
    for position, finding in enumerate(findings):
        alike[finding.rule_id, finding.key, finding.verdict, finding.severity].append((position, finding))
    folds: list[tuple[int, Fold]] = []
    for group in alike.values():
        if len({finding.location.path for _, finding in group}) > files:
            (position, first), *rest = group
            folds.append((position, Fold(first, tuple(finding for _, finding in rest))))
        else:
            folds += ((position, Fold(finding)) for position, finding in group)
    return [fold for _, fold in sorted(folds, key=lambda placed: placed[0])]
