"""What a run comes to, before any report is written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from govlint.finding import Finding, Severity, Verdict
from govlint.lint.clock import Clock
from govlint.lint.rule import Rule
from govlint.site.model import HomePage, KindGuess
from govlint.source.model import Unread

if TYPE_CHECKING:
    from govlint.lint.findings.baseline import Entry
    from govlint.lint.findings.suppression import Suppressed
    from govlint.lint.template.traced import Traced
    from govlint.lint.template.tree import TemplateTree
    from govlint.site.site import Site
    from govlint.source.abilities import Archive
    from govlint.standard.model import Standard


class Broken(NamedTuple):
    """A plugin or a rule that failed: *rule_id* is ``""`` for a plugin, *path* is ``""`` where no page was at hand."""

    rule_id: str
    plugin: str
    path: str
    error: str


@dataclass(frozen=True, slots=True)
class Result:
    """One linted target. *findings* are sorted and placed; govlint's own (GOV0) are among them.

    *suppressed* are the faults somebody has taken on, *known* those that the baseline knows; neither is among
    *findings*. *baselined* says whether there was a baseline, *gone* which of its entries are no longer found.
    *severities* are those the user set, pairs of rule id and ``error``, ``warning``, ``note`` or ``off``. *traced* says
    how far the findings were followed into the templates, where these were given; *apart* are templates that lie
    among the pages and were linted as such, where *templates* are the target itself.
    """

    name: str
    prefix: str
    whole_site: bool
    findings: tuple[Finding, ...]
    rules: tuple[Rule, ...]
    standards: tuple[Standard, ...]
    clock: Clock
    kind: KindGuess
    home: HomePage
    site_name: str
    files: int
    pages: int
    error_pages: int
    unread: tuple[Unread, ...]
    broken: tuple[Broken, ...]
    suppressed: tuple[Suppressed, ...] = ()
    known: tuple[Finding, ...] = ()
    baselined: bool = False
    gone: tuple[Entry, ...] = ()
    severities: tuple[tuple[str, str], ...] = ()
    site: Site | None = None
    templates: TemplateTree | None = None
    archive: Archive | None = None
    apart: TemplateTree | None = None
    traced: Traced | None = None

    def worst(self) -> Severity | None:
        """The gravest severity among the faults, None where there is no fault."""
        ranks = [finding.severity for finding in self.findings if finding.is_fault]
        return max(ranks, key=lambda severity: severity.rank, default=None)

    def count(self, verdict: Verdict, severity: Severity | None = None) -> int:
        """How many findings have *verdict* (and *severity*, where one is given)."""
        return sum(
            finding.verdict is verdict and (severity is None or finding.severity is severity)
            for finding in self.findings
        )


def position(finding: Finding) -> tuple[str, int, int, str, str]:
    """Return what findings are sorted by: path, line, column, rule and key."""
    region = finding.location.region
    line, column = (region.start_line, region.start_column) if region else (0, 0)
    return finding.location.path, line, column, finding.rule_id, finding.key


NO_KIND = KindGuess("", "")
NO_HOME = HomePage("", "")
