"""The report a person reads in a terminal: each finding with its source line, then what to do, then the summary."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple, TextIO

from govlint.finding import Finding, Location, Severity, Text, Verdict
from govlint.lint.findings.grouping import MOST_EXAMPLES
from govlint.report import links, summary
from govlint.report.cells import safe
from govlint.report.excerpt import excerpt
from govlint.report.fold import Fold, folded
from govlint.report.model import CORE, Report, RuleInfo
from govlint.report.origins import PAGES, TO_MEND, origins_in_words, to_mend
from govlint.report.terminal import Terminal, terminal
from govlint.report.words import REMEDY, SEVERITIES

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}
_LINE_END = 1 << 62
"""A column behind the end of any line."""

_FOLD_ABOVE_FILES = 3
_MOST_PLACES = 3
_MOST_OF_A_RULE = 5
_MOST_LINES = 20

_ALSO = Text("另见", "see also")
_AND_MORE = Text("另有 {} 处", "{} more")
_SAME = Text("同样的问题另有 {} 处，涉及 {} 个文件：{}", "the same in {} more places of {} files: {}")
_REVIEWS = Text("待人工核实（不计为问题）", "To review (not counted as problems)")
_PASSES = Text("通过", "Passed")
_BASIS = Text("依据 ", "Basis: ")
_RUN = Text("运行情况", "About the run")
_EXPLAIN = Text("规则的依据和示例见 govlint explain 规则编号。", "govlint explain RULE tells why, with examples.")


def write(
    reports: Sequence[Report],
    stream: TextIO,
    *,
    language: str = "zh",
    colour: bool | None = None,
    width: int | None = None,
    full: bool = False,
) -> None:
    """Write *reports* to *stream* for a person, one behind the other, each with its own summary.

    *colour* and *width* (in cells) are found out where they are None, see :func:`~govlint.report.terminal.terminal`.
    *full* shows every finding where otherwise what repeats itself on many pages is told once.
    """
    shown_on = terminal(stream, colour, width)
    for number, report in enumerate(reports):
        page = _Page(report, shown_on, language, full, {rule.id: rule for rule in report.rules})
        if len(reports) > 1:
            page.title(first=number == 0)
        page.faults(report.faults)
        page.section(_REVIEWS, report.reviews)
        page.section(_PASSES, [finding for finding in report.findings if finding.verdict is Verdict.PASS])
        page.notifications()
        page.templates()
        page.remedies()
        page.summary()


class _Page(NamedTuple):
    """One report on its way to one terminal."""

    report: Report
    terminal: Terminal
    language: str
    full: bool
    rules: dict[str, RuleInfo]

    # --- the parts of the report, in the order they are written in

    def title(self, *, first: bool) -> None:
        """Write what this report is of, where there are several."""
        if not first:
            self.terminal.line()
        name = safe(" ".join(filter(None, (self.report.target, self.report.site_name))))
        self.terminal.line(self.terminal.style(f"== {name} ==", bold=True))

    def faults(self, findings: Sequence[Finding]) -> None:
        """Write each fault with its excerpt, and an empty line behind those of a file."""
        folds = [Fold(finding) for finding in findings] if self.full else folded(findings, _FOLD_ABOVE_FILES)
        for at, fold in enumerate(folds):
            if at and folds[at - 1].first.location.path != fold.first.location.path:
                self.terminal.line()
            self._fault(fold)
        if folds:
            self.terminal.line()

    def section(self, title: Text, findings: Sequence[Finding]) -> None:
        """Write findings that are no faults, briefly: by rule, the first few of each."""
        if not findings:
            return
        self._heading(title)
        by_rule: defaultdict[str, list[Finding]] = defaultdict(list)
        for finding in findings:
            by_rule[finding.rule_id].append(finding)
        for rule_id in sorted(by_rule):
            found = by_rule[rule_id]
            self.terminal.line(f"  {self._rule(rule_id)}  ×{len(found)}")
            shown = found if self.full else found[:_MOST_OF_A_RULE]
            for finding in shown:
                self.terminal.line(f"    {self._place(finding.location)}  {self._message(finding)}")
            if len(found) > len(shown):
                self.terminal.line("    " + self._say(_AND_MORE).format(len(found) - len(shown)))
        self.terminal.line()

    def notifications(self) -> None:
        """Write what happened to the run, but for what stands among the findings already."""
        told = {(finding.location.path, finding.message) for finding in self.report.findings if finding.is_fault}
        untold = [note for note in self.report.notifications if (note.path, note.message) not in told]
        if not untold:
            return
        self._heading(_RUN)
        for note in untold:
            place = f"  {safe(self.report.prefix + note.path)}" if note.path else ""
            rule = f"  {self._rule(note.rule_id)}" if note.rule_id else ""
            message = safe(self._say(note.message))
            self.terminal.line(f"  {self._severity(note.severity)}{place}  {message}{rule}")
        self.terminal.line()

    def templates(self) -> None:
        """Write the lines of templates that most pages get faults from."""
        lines = to_mend(self.report.faults)
        if not lines:
            return
        self._heading(TO_MEND)
        for spot, rules, pages in lines[:_MOST_LINES]:
            reached = f"  {self._say(PAGES).format(pages)}" if pages else ""
            self.terminal.line(f"  {safe(spot)}{reached}  {self._dim(' '.join(rules))}")
        if len(lines) > _MOST_LINES:
            self.terminal.line("  " + self._say(_AND_MORE).format(len(lines) - _MOST_LINES))
        self.terminal.line()

    def remedies(self) -> None:
        """Write once for each rule with faults how to right them."""
        counts = Counter(finding.rule_id for finding in self.report.faults)
        known = [self.rules[rule_id] for rule_id in sorted(counts) if rule_id in self.rules]
        if not known:
            return
        self._heading(REMEDY)
        for rule in known:
            self.terminal.line(f"  {self._rule(rule.id)}  ×{counts[rule.id]}  {safe(self._say(rule.remedy))}")
            if basis := self._basis(rule.id):
                self.terminal.line(self._dim(f"    {basis}"))
        self.terminal.line(f"  {self._say(_EXPLAIN)}")
        self.terminal.line()

    def summary(self) -> None:
        """Write the verdict and the counts."""
        colour = "red" if self.report.counts.faults or not self.report.succeeded else "green"
        self.terminal.line(self.terminal.style(summary.verdict(self.report, self.language), fg=colour, bold=True))
        if fixable := summary.fixable(self.report, self.language):
            self.terminal.line(fixable)
        for line in summary.details(self.report, self.language):
            self.terminal.line(safe(line))

    # --- one finding

    def _fault(self, fold: Fold) -> None:
        finding = fold.first
        parts = (
            self.terminal.style(self._place(finding.location), bold=True),
            self._severity(finding.severity),
            self._message(finding),
            self._rule(finding.rule_id),
            *([self._dim(summary.FIXABLE)] if self._is_fixable(fold) else ()),
        )
        self.terminal.line("  ".join(parts))
        gutter = self._excerpt(finding)
        whole = len(finding.related) < MOST_EXAMPLES  # a list that is full may have been cut
        by_note: defaultdict[Text | None, list[Location]] = defaultdict(list)
        for place in finding.related:
            by_note[place.note].append(place)
        for note, places in by_note.items():
            what = f"  {safe(self._say(note))}" if note else ""
            self.terminal.line(f"{gutter}{self._say(_ALSO)} {self._places(places, say_rest=whole)}{what}")
        if fold.others:
            self.terminal.line(gutter + self._others(fold.others))
        if origins := origins_in_words((finding, *fold.others), self.language):
            self.terminal.line(gutter + safe(origins))

    def _is_fixable(self, fold: Fold) -> bool:
        """Whether ``--fix`` mends any of what *fold* holds."""
        found = (fold.first, *fold.others)
        return self.report.archive is None and any(one.fix is not None and one.fix.safe for one in found)

    def _excerpt(self, finding: Finding) -> str:
        """Write the source line and the carets below it; return what to set before the lines that follow."""
        region, line = finding.location.region, finding.location.line_text
        if region is None or not line or not line.strip():
            return "    "
        number = f"{region.start_line:>4}"
        gutter = self._dim(f"{' ' * len(number)} | ")
        end = region.end_column if region.end_line == region.start_line else _LINE_END
        shown = excerpt(line, region.start_column, end, self.terminal.width - len(number) - 3)
        self.terminal.line(self._dim(f"{number} | ") + shown.text)
        carets = self.terminal.style("^" * shown.marked, fg=_COLOURS[finding.severity])
        self.terminal.line(gutter + " " * shown.before + carets)
        return gutter

    def _others(self, others: Iterable[Finding]) -> str:
        places = [finding.location for finding in others]
        files = len({place.path for place in places})
        return self._say(_SAME).format(len(places), files, self._places(places, say_rest=False))

    def _basis(self, rule_id: str) -> str:
        """Return the documents and rows of their tables that the faults of a rule are based on, ``""`` for none."""
        faults = (finding for finding in self.report.faults if finding.rule_id == rule_id)
        rows: dict[str, dict[str, None]] = {}
        for standard, row in self.report.clauses(basis for fault in faults for basis in fault.basis):
            told = rows.setdefault(standard.number or self._say(standard.title), {})
            if row is not None:
                told[f"“{self._say(row.title)}”"] = None
        gap, comma, semicolon = (" ", ", ", "; ") if self.language == "en" else ("", "", "；")
        documents = (f"{document}{gap}{comma.join(titles)}".rstrip() for document, titles in rows.items())
        return safe(f"{self._say(_BASIS)}{semicolon.join(documents)}") if rows else ""

    def _places(self, places: Sequence[Location], *, say_rest: bool = True) -> str:
        """Return the first few of *places*, and how many there are besides unless the reader knows, or nobody does."""
        shown = (", " if self.language == "en" else "、").join(map(self._place, places[:_MOST_PLACES]))
        rest = len(places) - _MOST_PLACES
        if rest <= 0:
            return shown
        return f"{shown} ({self._say(_AND_MORE).format(rest)})" if say_rest else f"{shown} ..."

    # --- words

    def _say(self, text: Text) -> str:
        return text.in_language(self.language)

    def _message(self, finding: Finding) -> str:
        gap = " " if self.language == "en" else ""
        reason = gap + self._say(finding.reason) if finding.reason else ""
        return safe(self._say(finding.message) + reason)

    def _place(self, place: Location) -> str:
        path = safe(self.report.prefix + (place.path or self.report.home) or self.report.target)
        return path if place.region is None else f"{path}:{place.region.start_line}:{place.region.start_column}"

    def _rule(self, rule_id: str) -> str:
        rule = self.rules.get(rule_id)
        shown = self._dim(f"{rule_id} {rule.slug}" if rule else rule_id)
        return self.terminal.link(shown, links.rule_page(rule_id)) if rule and rule.plugin == CORE else shown

    def _severity(self, severity: Severity) -> str:
        return self.terminal.style(self._say(SEVERITIES[severity]), fg=_COLOURS[severity], bold=True)

    def _heading(self, title: Text) -> None:
        self.terminal.line(self.terminal.style(self._say(title), bold=True))

    def _dim(self, text: str) -> str:
        return self.terminal.style(text, dim=True)
