"""The last lines of a run for a person: what was found, and how much was looked at, by which clock and standards."""

from __future__ import annotations

from govlint.finding import Severity, Text
from govlint.report.coverage import coverage_in_words
from govlint.report.model import Report
from govlint.report.origins import traced_in_words
from govlint.report.words import SEVERITIES, SITE_KINDS

FIXABLE = "[*]"
"""The mark of what ``--fix`` mends."""

_STOPS = "。. "


def verdict(report: Report, language: str) -> str:
    """Return one sentence: how many problems, or none. It never sounds clean where something was not looked at."""
    counts = report.counts
    if counts.faults:
        return _problems(report, language)
    if not counts.pages:
        return Text("没有检查任何页面。", "No page was checked.").in_language(language)
    if not report.succeeded:
        return Text(
            "没有发现问题，但检查没有正常完成。", "No problems found, but the run did not complete."
        ).in_language(language)
    if counts.unread:
        return Text(
            f"没有发现问题，但有 {counts.unread} 个文件未能读取。",
            f"No problems found, but {_of(counts.unread, 'file')} could not be read.",
        ).in_language(language)
    return Text("没有发现问题。", "No problems found.").in_language(language)


def fixable(report: Report, language: str) -> str:
    """Return how many of the problems ``--fix`` would mend, ``""`` for none: files in an archive it does not touch."""
    if report.archive is not None:
        return ""
    fixes = [finding.fix for finding in report.faults if finding.fix is not None]
    safe = sum(fix.safe for fix in fixes)
    parts = [
        text.in_language(language)
        for count, text in (
            (safe, Text(f"{FIXABLE} {safe} 个可用 --fix 修复。", f"{FIXABLE} {safe} fixable with --fix.")),
            (
                len(fixes) - safe,
                Text(
                    f"{len(fixes) - safe} 个可用 --fix --unsafe-fixes 修复，须人工核对。",
                    f"{len(fixes) - safe} with --fix --unsafe-fixes, to be looked over by a person.",
                ),
            ),
        )
        if count
    ]
    return ("" if language == "zh" else " ").join(parts)


def details(report: Report, language: str) -> list[str]:
    """Return the lines below the verdict: always all counts, the clock, the kind of site and the standards."""
    templates = [coverage_in_words(report.templates)] if report.templates else []
    traced = [traced_in_words(report.traced)] if report.traced else []
    texts = (_looked_at(report), *templates, _set_aside(report), *traced, _judged_by(report))
    return [text.in_language(language) for text in texts]


def _problems(report: Report, language: str) -> str:
    counts = report.counts
    by_severity = (
        (Severity.ERROR, counts.errors),
        (Severity.WARNING, counts.warnings),
        (Severity.NOTE, counts.notes),
    )
    chinese = "，".join(f"{SEVERITIES[severity].zh} {count}" for severity, count in by_severity)
    english = ", ".join(_of(count, SEVERITIES[severity].en) for severity, count in by_severity)
    return Text(
        f"发现 {counts.faults} 个问题：{chinese}。", f"{_of(counts.faults, 'problem')}: {english}."
    ).in_language(language)


def _looked_at(report: Report) -> Text:
    counts = report.counts
    return Text(
        f"检查了 {counts.files} 个文件，其中页面 {counts.pages} 个（错误页 {counts.error_pages} 个）；"
        f"未能读取 {counts.unread} 个。",
        f"Looked at {_of(counts.files, 'file')}, {_of(counts.pages, 'page')} among them "
        f"({_of(counts.error_pages, 'error page')}); {counts.unread} could not be read.",
    )


def _set_aside(report: Report) -> Text:
    counts = report.counts
    return Text(
        f"待人工核实 {counts.reviews} 项，已抑制 {counts.suppressed} 项，基线中 {counts.baseline} 项。",
        f"{counts.reviews} to review, {counts.suppressed} suppressed, {counts.baseline} in the baseline.",
    )


def _judged_by(report: Report) -> Text:
    if not report.site_kind:  # single files: no site is judged
        return Text(
            f"判定日期 {report.as_of}（{report.as_of_origin.zh.rstrip(_STOPS)}）。",
            f"Judged as of {report.as_of} ({report.as_of_origin.en.rstrip(_STOPS)}).",
        )
    kind = SITE_KINDS.get(report.site_kind, Text(report.site_kind, report.site_kind))
    origin, reason = (
        Text(text.zh.rstrip(_STOPS), text.en.rstrip(_STOPS)) for text in (report.as_of_origin, report.site_kind_reason)
    )
    standards = [Text(f"{title.zh}（{name}）", f"{title.en} ({name})") for name, title in report.standards]
    return Text(
        f"判定日期 {report.as_of}（{origin.zh}）；网站类型：{kind.zh}（{reason.zh}）；"
        f"适用标准：{'、'.join(text.zh for text in standards) or '无'}。",
        f"Judged as of {report.as_of} ({origin.en}), as a {kind.en} ({reason.en}), "
        f"by {', '.join(text.en for text in standards) or 'no standard'}.",
    )


def _of(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
