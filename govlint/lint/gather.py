"""What the map step has brought together: the results of all files, sorted by what becomes of them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from govlint.finding import Finding
from govlint.lint.examine import NOT_CONTENT, Examined
from govlint.lint.plan import Plan
from govlint.lint.result import Broken
from govlint.page.facts import PageFacts
from govlint.source.model import Unread


class Gathered(NamedTuple):
    """The results of all files, by path, and all that they say together.

    *waiting* are ids of rules that had something to say of a template that publishing alone decides.
    """

    files: dict[str, Examined]
    findings: list[Finding]
    broken: list[Broken]
    unread: list[Unread]
    waiting: list[str]

    @property
    def pages(self) -> dict[str, PageFacts]:
        """The facts of all pages, by path."""
        return {path: found.facts for path, found in self.files.items() if found.facts is not None}

    def error_pages(self) -> int:
        """How many pages are not the site's own content."""
        return sum(facts.role in NOT_CONTENT for facts in self.pages.values())

    def add(self, examined: Examined) -> None:
        """Take in what came of one file."""
        self.files[examined.path] = examined
        self.waiting.extend(examined.waiting)
        self.findings.extend(examined.findings)
        self.broken.extend(Broken(found.rule_id, found.plugin, found.path, found.error) for found in examined.failures)
        if examined.unread is not None:
            self.unread.append(examined.unread)


def gather(plan: Plan, results: Iterable[Examined]) -> Gathered:
    """Return *results* together, in an order that no machine changes."""
    apart = plan.apart.all_files if plan.apart is not None else ()  # they are there, though they are no pages
    gathered = Gathered({path: Examined(path) for path in apart}, [], [], list(plan.unread), [])
    for examined in sorted(results, key=lambda examined: examined.path.split("/")):
        gathered.add(_as_asked(examined, plan))
    return gathered


def _as_asked(examined: Examined, plan: Plan) -> Examined:
    """Return *examined*; of a page that was not asked for only the part counts for which it was read."""
    if examined.path not in plan.beside:
        return examined
    of_part = tuple(each for each in examined.findings if plan.was_asked_for(each.location.path))
    return examined._replace(findings=of_part, directives=())
