"""A comparison of two batches in every format: terminal and Markdown tables, CSV a row a fault, JSON."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TextIO

from govlint import __version__
from govlint.batch.compare import Change, Comparison, Fault, Pair
from govlint.batch.model import FORMAT_VERSION
from govlint.batch.survey_tables import STANDINGS
from govlint.batch.tables import Cell, Table, write_rows
from govlint.finding import Severity, Text
from govlint.report import links
from govlint.report.encode import encoder
from govlint.report.model import CORE
from govlint.report.words import SEVERITIES

TITLE = Text("两次检查的比较", "Two surveys compared")

_CHANGES = {
    Change.MENDED: Text("已整改", "mended"),
    Change.NEW: Text("新出现", "new"),
    Change.STANDING: Text("仍存在", "standing"),
}
_SITE, _REGION, _KEY = Text("网站", "site"), Text("地区", "region"), Text("键", "key")

_encode = encoder()


def lead(found: Comparison, language: str) -> list[str]:
    """Return the lines before the tables."""
    mended, new, standing = (found.count(change) for change in (Change.MENDED, Change.NEW, Change.STANDING))
    repeats, bar = len(found.repeat_offenders), SEVERITIES[found.bar]
    unlike = sum(pair.unlike for pair in found.pairs)
    lines = [
        Text(
            f"两次都有结果的网站 {len(found.pairs)} 个：已整改 {mended}，新出现 {new}，仍存在 {standing}。",
            f"{len(found.pairs)} sites with results in both: {mended} faults mended, {new} new, {standing} standing.",
        ),
        Text(
            f"两次都有问题（{bar.zh}{'' if found.bar is Severity.ERROR else '及以上'}级别）的网站 {repeats} 个。",
            f"{repeats} sites are at fault in both ({bar.en}{'' if found.bar is Severity.ERROR else ' or graver'}).",
        ),
    ]
    if unlike:
        lines.append(
            Text(
                f"另有 {unlike} 个问题的规则只在其中一次运行，不作比较。",
                f"{unlike} further faults belong to rules that ran only once; they are not compared.",
            )
        )
    return [line.in_language(language) for line in lines]


def tables(found: Comparison, language: str, most: int | None) -> Iterator[Table]:
    """Yield the tables of a comparison, each with at most *most* rows (None: all)."""

    def word(text: Text) -> str:
        return text.in_language(language)

    counted = [_CHANGES[Change.MENDED], _CHANGES[Change.NEW], _CHANGES[Change.STANDING]]
    heads = [_SITE, _REGION, Text("上次", "before"), Text("本次", "now"), *counted]
    for title, pairs in (
        (Text("两次都有问题的网站", "Repeat offenders"), found.repeat_offenders),
        (Text("其他有变化的网站", "Other sites with changes"), _others(found)),
    ):
        rows = [_row(pair, language) for pair in pairs]
        yield Table(word(title), [word(head) for head in heads], rows).limited(most)
    for title, sites in (
        (Text("本次没有的网站", "Sites gone"), found.gone),
        (Text("本次新增的网站", "Sites new"), found.added),
        (Text("有一次未能检查的网站", "Sites that could not be inspected in one of the two"), found.unread),
    ):
        rows = [[name, key] for key, name in sites]
        yield Table(word(title), (word(_SITE), word(_KEY)), rows).limited(most)


def write_faults(found: Comparison, stream: TextIO, language: str) -> None:
    """Write one row a fault as CSV, for spreadsheets."""
    heads = [
        _SITE, _REGION, Text("变化", "change"), Text("规则", "rule"), Text("级别", "severity"), Text("文件", "file"),
        Text("行", "line"), Text("说明", "message"), Text("两次都有问题", "repeat offender"), _KEY,
    ]  # fmt: skip
    rows = (_fault_row(pair, fault, language) for pair in found.pairs for fault in pair.faults)
    write_rows([head.in_language(language) for head in heads], rows, stream)


def _fault_row(pair: Pair, fault: Fault, language: str) -> list[Cell]:
    return [
        pair.name, pair.region, _CHANGES[fault.change].in_language(language), fault.rule_id,
        SEVERITIES[Severity(fault.severity)].in_language(language), fault.path, fault.line,
        fault.message.in_language(language), int(pair.repeats), pair.key,
    ]  # fmt: skip


def write_json(found: Comparison, stream: TextIO) -> None:
    """Write *found* to *stream* (UTF-8) in the form of ``schemas/comparison.schema.json``, a site a line."""
    head = {
        "$schema": links.COMPARISON_SCHEMA,
        "formatVersion": FORMAT_VERSION,
        "tool": {"name": CORE, "version": __version__},
        "severity": found.bar.value,
        "counts": {change.value: found.count(change) for change in Change},
        "repeatOffenders": [pair.key for pair in found.repeat_offenders],
        "gone": [_named(*site) for site in found.gone],
        "added": [_named(*site) for site in found.added],
        "unread": [_named(*site) for site in found.unread],
    }
    stream.write(_encode(head)[:-1] + ',"sites":[')
    stream.writelines(f"{',' if at else ''}\n{_encode(_pair(pair))}" for at, pair in enumerate(found.pairs))
    stream.write("]}\n")


def _others(found: Comparison) -> list[Pair]:
    return [pair for pair in found.pairs if not pair.repeats and (pair.counts or pair.before is not pair.now)]


def _row(pair: Pair, language: str) -> list[Cell]:
    counted = (pair.count(change) for change in (Change.MENDED, Change.NEW, Change.STANDING))
    before, now = (STANDINGS[standing].in_language(language) for standing in (pair.before, pair.now))
    return [pair.name, pair.region, before, now, *counted]


def _named(key: str, name: str) -> dict[str, str]:
    return {"key": key, "name": name}


def _pair(pair: Pair) -> dict[str, Any]:
    return {
        "key": pair.key,
        "name": pair.name,
        "region": pair.region,
        "before": {"verdict": pair.before.value, "faults": pair.grave_before},
        "now": {"verdict": pair.now.value, "faults": pair.grave_now},
        "repeatOffender": pair.repeats,
        "unlike": pair.unlike,
        "faults": [_fault(fault) for fault in pair.faults],
    }


def _fault(fault: Fault) -> dict[str, Any]:
    return {
        "change": fault.change.value,
        "ruleId": fault.rule_id,
        "severity": fault.severity,
        "path": fault.path,
        "line": fault.line,
        "message": fault.message._asdict(),
        "fingerprint": fault.fingerprint,
    }
