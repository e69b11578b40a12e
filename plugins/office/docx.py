"""The self-check report (自查整改报告) as a Word document, from a template that the office can edit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any, TextIO

from govlint.finding import Text
from govlint.report.model import Report
from govlint.report.reporter import CannotReport
from govlint.report.words import SITE_KINDS

from .classes import HEADINGS, OTHER, Heading, heading_of
from .faults import Fault, faults_of
from .history import by_site, history
from .word import fill
from .wording import finding_of, remedy_of, titled

TEMPLATE = Path(__file__).parent / "templates" / "self-check.docx"
_MOST_ROWS = 300
"""More faults of one class than this are left to the ledger: nobody reads them in a letter."""

_MOST_NAMED = 5
_NOTE = "note"
_OWN = "GOV0"
"""How the ids of rules begin that speak of the run itself, and not of the site."""

_NUMERALS = "一二三四五六七八九十"


def write(reports: Sequence[Report], stream: TextIO, *, language: str = "zh", template: Path | None = None) -> None:
    """Write the report of one site to the buffer of *stream*, filled into *template* (one of our own if None).

    Of several days the newest is told, and what changed since the one before. The document is in Chinese whatever
    *language* says: it is a letter between Chinese offices. Raises CannotReport for more sites than one, for a template
    that cannot be read, and where docxtpl is not installed.
    """
    sites = by_site(reports)
    if len(sites) != 1:
        raise CannotReport(_one_by_one([site[-1].site_name or site[-1].target for site in sites]))
    fill(template or TEMPLATE, context(sites[0]), stream)


def _one_by_one(names: Sequence[str]) -> Text:
    shown = [f"“{name}”" for name in names[:_MOST_NAMED]]
    rest = " …" if len(names) > len(shown) else ""
    return Text(
        f"自查报告是一个网站的，这里有 {len(names)} 个（{'、'.join(shown)}{rest}）；请对每个网站的结果分别运行",
        f"docx is a letter about one site, here are {len(names)} ({', '.join(shown)}{rest}): run it for each",
    )


def context(reports: Sequence[Report]) -> dict[str, Any]:
    """Return the fields a template can use for *reports* of one site by day: text, numbers and lists of such.

    ``causes`` and its parts count the faults of the site, a row each in the ledger; ``faults`` and its parts every
    single finding, ``own`` what befell the run itself.
    """
    report, days = reports[-1], history(reports)
    found = [fault for fault in faults_of(report) if fault.is_fault]
    faults = [fault for fault in found if not fault.rule.id.startswith(_OWN)]
    score, counts = report.overview.score, report.counts
    kind = SITE_KINDS.get(report.site_kind)
    levels = Counter(fault.level for fault in faults)
    return {
        "site": report.site_name or report.target,
        "titled": titled(report.site_name or report.target),
        "host": report.host,
        "kind": kind.zh if kind else report.site_kind,
        "day": report.as_of.isoformat(),
        "standards": "、".join(f"《{title.zh}》" for _, title in report.standards) or "有关标准",
        "columns": len(report.overview.columns),
        "pages": counts.pages,
        "files": counts.files,
        "own": len(found) - len(faults),
        "unread": counts.unread,
        "causes": len(faults),
        "cause_errors": levels["error"],
        "cause_warnings": levels["warning"],
        "cause_notes": levels["note"],
        "faults": counts.faults,
        "errors": counts.errors,
        "warnings": counts.warnings,
        "notes": counts.notes,
        "reviews": counts.reviews,
        "table": _named(score.standard, report) if score else "",
        "before": days[-2].day.isoformat() if len(days) > 1 else "",
        "mended": days[-1].mended,
        "new": days[-1].new,
        "outcome": score.summary.zh if score else "",
        "totals": "".join(text.zh for text in score.totals) if score else "",
        "classes": _classes(faults, report),
        "measures": _measures([fault for fault in faults if fault.level != _NOTE]),
    }


def _named(standard: str, report: Report) -> str:
    """Return the title of a standard with its number, as letters name documents."""
    title = next((title.zh for name, title in report.standards if name == standard), standard)
    number = next((one.number for one in report.documents if one.id == standard), "")
    return f"《{title}》" + (f"（{number}）" if number else "")


def _classes(faults: Sequence[Fault], report: Report) -> list[dict[str, Any]]:
    """Return the four classes with their faults, and the rest where there is any."""
    found: dict[Heading, list[Fault]] = {heading: [] for heading in HEADINGS}
    for fault in faults:
        found.setdefault(heading_of(fault.rule.id), []).append(fault)
    ordered = [*HEADINGS, *([OTHER] if OTHER in found else [])]
    return [_class(_NUMERALS[at], heading, found[heading], report) for at, heading in enumerate(ordered)]


def _class(number: str, heading: Heading, faults: Sequence[Fault], report: Report) -> dict[str, Any]:
    """Return one class: *count* faults, of which those that must be mended are listed; *notes* are only advice."""
    listed = [fault for fault in faults if fault.level != _NOTE]
    return {
        "number": number,
        "name": heading.name.zh,
        "count": len(faults),
        "notes": len(faults) - len(listed),
        "more": max(len(listed) - _MOST_ROWS, 0),
        "faults": [_row(at, fault, report) for at, fault in enumerate(listed[:_MOST_ROWS], 1)],
    }


def _row(number: int, fault: Fault, report: Report) -> dict[str, Any]:
    return {
        "number": number,
        "where": _where(fault, report),
        "message": finding_of(fault.first.message.zh),
        "basis": "；".join(text.zh for text in fault.basis),
    }


def _where(fault: Fault, report: Report) -> str:
    path = fault.first.location.path or report.home
    where = fault.column or ("首页" if path and path == report.home else path or report.target)
    return f"{where}等 {fault.pages} 个页面" if fault.pages > 1 else where


def _measures(faults: Sequence[Fault]) -> list[dict[str, Any]]:
    """Return how to mend what was found, each way once, with how many faults it is for."""
    counts: dict[str, int] = {}
    for fault in faults:
        counts[fault.rule.remedy.zh] = counts.get(fault.rule.remedy.zh, 0) + 1
    return [
        {"number": number, "text": remedy_of(text), "count": count}
        for number, (text, count) in enumerate(counts.items(), 1)
    ]
