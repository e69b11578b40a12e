"""What recurs: text that many pages of a site share is menu, header or sidebar; what few share is a page's own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from govlint.page.facts import PageFacts, Role, Run
from govlint.page.table import bodies

# Shown on at most this share of the pages, and in any case on at most FEW of them: a page's own.
SHARE = 0.02
FEW = 3


def run_key(page: PageFacts, run: Run) -> str:
    """Return what makes *run* the same on two pages: its text, or the address of a medium without one."""
    if run.text or run.link < 0:
        return run.text
    return bodies(page.links)[run.link].href


def _keys(page: PageFacts) -> set[str]:
    """Return the keys of all runs of *page*."""
    runs = bodies(page.runs)
    keys = {run.text for run in runs}
    if "" in keys:
        keys.remove("")
        keys.update(run_key(page, page.runs[number]) for number, run in enumerate(runs) if not run.text)
    return keys


class Recurrence:
    """On how many pages of a site each stretch of content stands."""

    def __init__(self, pages: Iterable[PageFacts]) -> None:
        counts: Counter[str] = Counter()
        total = 0
        for page in pages:
            if page.role is Role.PAGE:
                total += 1
                counts.update(_keys(page))
        self._counts: Mapping[str, int] = counts
        self.limit = max(FEW, int(total * SHARE))

    def count(self, key: str) -> int:
        """On how many pages *key* stands."""
        return self._counts.get(key, 0)

    def own_runs(self, page: PageFacts) -> list[Run]:
        """Return the runs of *page* that few other pages show."""
        limit, counts = self.limit, self._counts
        return [run for run in page.runs if counts.get(run_key(page, run), 0) <= limit]
