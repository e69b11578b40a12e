"""The faults of a report as an office sees them: one for each cause, numbered, with its pages, basis and points."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from govlint.finding import Finding, Location, Text, Verdict
from govlint.report.fold import Fold, folded
from govlint.report.ledger import cause_mark
from govlint.report.model import Report, RuleInfo

_FILES = 1
"""Findings about one thing in more files than this are one fault."""

_DIGITS = 12
_PERS: Mapping[str, Text] = {
    "column": Text("每个栏目 {} 分", "{} a column"),
    "page": Text("每个页面 {} 分", "{} a page"),
    "item": Text("每处 {} 分", "{} each"),
}
_ONCE = Text("{} 分", "{}")
_VETO = Text("计入单项否决", "counts towards a veto")


@dataclass(frozen=True, slots=True)
class Fault:
    """A cause (问题): *findings* that say the same of one thing, the first of them the one to show.

    *id* is short and stable, for links; *mark* is what the fault is known again by in another run. *level* is
    ``error``, ``warning``, ``note`` or ``review``. *pages* counts the pages it stands on, *places* are some of them,
    the first first. *column* is the name of the column it is about and *column_path* its page, ``""`` where unknown.
    """

    id: str
    mark: str
    rule: RuleInfo
    level: str
    findings: tuple[Finding, ...]
    pages: int
    places: tuple[Location, ...]
    column: str = ""
    column_path: str = ""
    basis: tuple[Text, ...] = ()
    points: Text = Text("", "")  # noqa: RUF009 - a plain pair, never changed

    @property
    def first(self) -> Finding:
        """The finding that is shown for all."""
        return self.findings[0]

    @property
    def is_fault(self) -> bool:
        """Whether it counts as a fault; a review does not."""
        return self.first.is_fault


def faults_of(report: Report) -> list[Fault]:
    """Return the faults and reviews of *report*: the gravest first, then by rule, then in the order of the findings."""
    shown = [finding for finding in report.findings if finding.verdict is not Verdict.PASS]
    prints = dict(zip(map(id, report.findings), report.fingerprints, strict=True))
    maker = _Maker(report, prints)
    made = [maker.fault(fold) for fold in folded(shown, _FILES)]
    order = ("error", "warning", "note", "review")
    return sorted(made, key=lambda fault: (order.index(fault.level), fault.rule.id))


class _Maker:
    """Makes faults of one report."""

    def __init__(self, report: Report, prints: Mapping[int, str]) -> None:
        self._report = report
        self._prints = prints
        self._rules = {rule.id: rule for rule in report.rules}
        self._points = dict(_charges(report))
        columns = report.overview.columns
        self._by_path = {column.path: column.name for column in columns if column.path}
        self._by_name = {column.name: column.path for column in reversed(columns)}
        self._said: dict[tuple[str, ...], tuple[Text, ...]] = {}

    def fault(self, fold: Fold) -> Fault:
        """Return the fault that *fold* is."""
        findings = (fold.first, *fold.others)
        fingerprint = self._prints[id(fold.first)]
        pages = max(len({finding.location.path for finding in findings}), *map(_pages, findings))
        mark = cause_mark(fold.first.rule_id, fold.first.key) if pages > 1 else fingerprint
        column, path = self._column(fold.first)
        return Fault(
            id=f"{fold.first.rule_id}-{(mark.partition(':')[2] or mark)[:_DIGITS]}",
            mark=mark,
            rule=self._rules[fold.first.rule_id],
            level=fold.first.severity.value if fold.first.is_fault else "review",
            findings=findings,
            pages=pages,
            places=_places(findings),
            column=column,
            column_path=path,
            basis=self._basis(fold.first.basis),
            points=_joined(self._points.get(self._prints[id(finding)], ()) for finding in findings),
        )

    def _column(self, finding: Finding) -> tuple[str, str]:
        """Return name and page of the column that *finding* is about, else of the column whose page it stands on."""
        told = str(dict(finding.properties).get("column", ""))
        path = finding.location.path
        if not told:
            return self._by_path.get(path, ""), path if path in self._by_path else ""
        return told, path if self._by_path.get(path) == told else self._by_name.get(told, "")

    def _basis(self, basis: tuple[str, ...]) -> tuple[Text, ...]:
        if basis not in self._said:
            rows: dict[Text, list[Text]] = {}
            for document, row in self._report.clauses(basis):
                name = Text(document.number or document.title.zh, document.number or document.title.en)
                rows.setdefault(name, []).extend([row.title] if row else [])
            self._said[basis] = tuple(
                Text(
                    name.zh + "".join(f"“{title.zh}”" for title in titles),
                    " ".join([name.en, *(f"“{title.en}”" for title in titles)]),
                )
                for name, titles in rows.items()
            )
        return self._said[basis]


def _pages(finding: Finding) -> int:
    pages = dict(finding.properties).get("pages", 1)
    return pages if isinstance(pages, int) else 1


def _places(findings: Sequence[Finding]) -> tuple[Location, ...]:
    if len(findings) == 1:
        return (findings[0].location, *findings[0].related)
    return tuple(finding.location for finding in findings)


def _charges(report: Report) -> Iterable[tuple[str, tuple[Text, ...]]]:
    """Yield what each fingerprint costs by the scorecard, in words."""
    said: dict[str, dict[Text, None]] = {}
    for row in report.overview.score.rows if report.overview.score else ():
        for charge in row.charges:
            if not row.veto and not charge.points:
                continue
            text, figure = _PERS.get(charge.per, _ONCE), f"{charge.points or 0:g}"
            word = _VETO if row.veto else Text(text.zh.format(figure), text.en.format(figure))
            for fault in charge.faults:
                said.setdefault(fault, {})[word] = None
    return ((fault, tuple(words)) for fault, words in said.items())


def _joined(groups: Iterable[Iterable[Text]]) -> Text:
    words = dict.fromkeys(word for group in groups for word in group)
    return Text("；".join(word.zh for word in words), "; ".join(word.en for word in words))
