"""Markdown for people who do not read logs: the summary of a CI step, a comment on a merge request, an e-mail.

The verdict, a table of the rules that found something, and the first findings of each. What is left out is said.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from typing import TextIO

from govlint.finding import Severity, Text
from govlint.lazy_re import lazy_re
from govlint.report import links, summary
from govlint.report.model import CORE, Report, RuleInfo
from govlint.report.rows import Row, faults, reviews
from govlint.report.words import SEVERITIES

MOST_OF_A_RULE = 20
"""GitHub takes no more than 1 MiB of summary from a step."""

_SPECIAL = lazy_re(r"[\\`*_{}\[\]<>#|~!&@]")
_HEAD = Text("| 级别 | 规则 | 数量 | 怎么改 |", "| Severity | Rule | Count | What to do |")
_DETAILS = Text("{} {}：{} 处", "{} {}: {}")
_MORE = Text("另有 {} 处未列出。", "{} more are not listed.")
_REVIEWS = Text("待人工核实（不计为问题）：{} 项", "To review (not counted as problems): {}")


def write(reports: Sequence[Report], stream: TextIO, *, language: str = "zh") -> None:
    """Write *reports* to *stream*, one behind the other."""
    for number, report in enumerate(reports):
        stream.write("\n" if number else "")
        stream.writelines(f"{line}\n" for line in _report(report, language))


def escaped(text: str) -> str:
    """Return *text* so that Markdown and HTML show it as it is, on one line."""
    return _SPECIAL.sub(r"\\\g<0>", " ".join(text.split()))


def _report(report: Report, language: str) -> Iterator[str]:
    rules = {rule.id: rule for rule in report.rules}
    by_rule: defaultdict[str, list[Row]] = defaultdict(list)
    for row in faults(report, language):
        by_rule[row.rule_id].append(row)
    ranked = sorted(by_rule, key=lambda rule_id: (-_worst(by_rule[rule_id]).rank, rule_id))
    yield f"## {CORE}: {escaped(report.site_name or report.target)}"
    yield ""
    yield f"**{escaped(summary.verdict(report, language))}**"
    yield ""
    if ranked:
        yield _HEAD.in_language(language)
        yield "|---|---|---:|---|"
        for rule_id in ranked:
            yield _table_row(rule_id, rules.get(rule_id), by_rule[rule_id], language)
        yield ""
    for rule_id in ranked:
        slug = by_rule[rule_id][0].slug
        title = _DETAILS.in_language(language).format(rule_id, slug, len(by_rule[rule_id]))
        yield from _details(title, by_rule[rule_id], language)
    if to_review := list(reviews(report, language)):
        yield from _details(_REVIEWS.in_language(language).format(len(to_review)), to_review, language)
    for line in summary.details(report, language):
        yield f"- {escaped(line)}"


def _worst(rows: Iterable[Row]) -> Severity:
    return max((row.severity for row in rows), key=lambda severity: severity.rank)


def _table_row(rule_id: str, rule: RuleInfo | None, rows: Sequence[Row], language: str) -> str:
    name = f"{rule_id} {rows[0].slug}".strip()
    linked = f"[{name}]({links.rule_page(rule_id)})" if rule and rule.plugin == CORE else escaped(name)
    remedy = escaped(rule.remedy.in_language(language)) if rule else ""
    return f"| {SEVERITIES[_worst(rows)].in_language(language)} | {linked} | {len(rows)} | {remedy} |"


def _details(title: str, rows: Sequence[Row], language: str) -> Iterator[str]:
    """Yield a list that opens when it is asked for."""
    yield f"<details><summary>{escape(title)}</summary>"
    yield ""
    for row in rows[:MOST_OF_A_RULE]:
        place = f"{row.path}:{row.region.start_line}:{row.region.start_column}"
        yield f"- {escaped(place)} {escaped(row.message)}"
    if (rest := len(rows) - MOST_OF_A_RULE) > 0:
        yield f"- {_MORE.in_language(language).format(rest)}"
    yield ""
    yield "</details>"
    yield ""
