"""One standard as a page of text: the document, the rows of its table, and what it demands besides."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from govlint.cli.help import width, wrap
from govlint.finding import Text
from govlint.report.words import CONFIDENCES, SITE_KINDS
from govlint.standard.kinds import SITE_KINDS as ALL_KINDS
from govlint.standard.model import Clause, Part, Period, Row, Scoring, Standard

_COLUMNS = 100
_ALL = Text("全部", "all")
_EACH = {
    "site": Text("", ""),
    "column": Text("每个栏目 ", "a column "),
    "page": Text("每个页面 ", "a page "),
    "item": Text("每处 ", "each "),
}


def validity(standard: Standard) -> Text:
    """Return from when to when *standard* is in force."""
    start, end = (day.isoformat() if day else "" for day in (standard.valid_from, standard.valid_to))
    if not start and not end:
        return Text("-", "-")
    return Text(f"{start}～{end}" if end else f"{start} 起", f"{start}～{end}" if end else f"from {start}")


def kinds(of: Iterable[str]) -> Text:
    """Return kinds of site in words."""
    of = tuple(of)
    if set(of) == set(ALL_KINDS):
        return _ALL
    names = [SITE_KINDS.get(kind, Text(kind, kind)) for kind in of]
    return Text("、".join(name.zh for name in names), ", ".join(name.en for name in names))


def page(standard: Standard, language: str) -> Iterator[str]:
    """Yield the lines of the page of *standard*."""
    yield f"{standard.id}  {standard.title.in_language(language)}"
    for text in _about(standard):
        yield from _wrapped(text.in_language(language), "  ")
    parts = {part.id: part for part in standard.parts}
    for part in standard.parts or [Part(row.part, Text(row.part, row.part)) for row in standard.rows[:1]]:
        rows = [row for row in standard.rows if row.part == part.id or (row.part not in parts and not standard.parts)]
        yield ""
        yield _part(part).in_language(language)
        for row in rows:
            yield from _row(row, standard, language)
    for title, texts in _demands(standard):
        yield ""
        yield title.in_language(language)
        for text in texts:
            yield from _wrapped(text.in_language(language), "  ", "    ")


def _about(standard: Standard) -> Iterator[Text]:
    source = standard.source
    number = f"{source.number} " if source.number else ""
    issued = Text(f"，{source.issued} 印发", f", {source.issued}") if source.issued else Text("", "")
    yield Text(f"{number}《{source.title}》{issued.zh}", f"{number}“{source.title}”{issued.en}")
    if source.url:
        yield Text(source.url, source.url)
    default = Text("缺省采用", "taken up by default") if standard.default else Text("只在点名时采用", "by name only")
    known = CONFIDENCES[source.confidence]
    yield Text(
        f"施行期：{validity(standard).zh}；网站：{kinds(standard.kinds).zh}；{default.zh}；来源：{known.zh}",
        f"In force: {validity(standard).en}; sites: {kinds(standard.kinds).en}; {default.en}; source: {known.en}",
    )
    if standard.scoring is not None:
        yield _scoring(standard.scoring)
    if standard.note is not None:
        yield standard.note


def _scoring(scoring: Scoring) -> Text:
    bonus = Text("", "")
    if scoring.bonus_above is not None:
        above = f"{scoring.bonus_above:g}"
        bonus = Text(f"，{above} 分以上另评加分项", f", above {above} the bonus part too")
    sure = _sure(scoring.confidence)
    return Text(
        f"满分 {scoring.base:g}，合格线 {scoring.passing:g}{bonus.zh}{sure.zh}",
        f"Of {scoring.base:g}, pass mark {scoring.passing:g}{bonus.en}{sure.en}",
    )


def _part(part: Part) -> Text:
    points = Text(f"（{part.points:g} 分）", f" ({part.points:g})") if part.points else Text("", "")
    optional = (
        Text("（没有对外服务职能的不适用）", " (not for organs without services)") if part.optional else Text("", "")
    )
    return Text(f"{part.title.zh}{points.zh}{optional.zh}", f"{part.title.en}{points.en}{optional.en}")


def _row(row: Row, standard: Standard, language: str) -> Iterator[str]:
    limits = [Text("否决", "veto")] if row.veto else []
    if row.points is not None:
        limits.append(Text(f"{row.points:g} 分", f"{row.points:g}"))
    if row.cap is not None and row.cap != row.points:
        limits.append(Text(f"最多 {row.cap:g} 分", f"at most {row.cap:g}"))
    if set(row.kinds) != set(standard.kinds):
        limits.append(kinds(row.kinds))
    if row.confidence != "verified":
        limits.append(CONFIDENCES[row.confidence])
    told = ("，" if language != "en" else ", ").join(limit.in_language(language) for limit in limits)
    yield f"  {row.title.in_language(language)}{f'  {told}' if told else ''}  [{row.id}]"
    if not row.clauses:
        yield from _wrapped(f"→ {_decided(row.rules, row.open_reason).in_language(language)}", "    ")
    for clause in row.clauses:
        yield from _wrapped(_clause(clause).in_language(language), "    - ", "      ")
    if row.elements:
        yield from _wrapped(Text("要素：", "Elements: ").in_language(language) + "、".join(row.elements), "      ")
    if row.note is not None:
        yield from _wrapped(Text("注：", "Note: ").in_language(language) + row.note.in_language(language), "      ")


def _clause(clause: Clause) -> Text:
    zh, en = clause.title
    if clause.points is not None:
        each = _EACH[clause.per]
        zh += f" {each.zh if not _says_each(zh) else ''}{clause.points:g} 分"
        en += f", {each.en if not en.startswith('Each') else ''}{clause.points:g}"
    if clause.at_most is not None:
        zh, en = f"{zh}，最多 {clause.at_most:g} 分", f"{en}, at most {clause.at_most:g}"
    sure, decided = _sure(clause.confidence), _decided(clause.rules, clause.open_reason)
    return Text(f"{zh}{sure.zh} → {decided.zh}", f"{en}{sure.en} → {decided.en}")


def _says_each(title: str) -> bool:
    return "每" in title.rpartition("，")[2]


def _decided(rules: tuple[str, ...], open_reason: Text | None) -> Text:
    """Say which rules decide something, and why files cannot (or not all of it)."""
    names = ", ".join(rules)
    reason = Text(f"待定：{open_reason.zh}", f"open: {open_reason.en}") if open_reason else Text("", "")
    return Text("；".join(filter(None, (names, reason.zh))), "; ".join(filter(None, (names, reason.en))))


def _demands(standard: Standard) -> Iterator[tuple[Text, list[Text]]]:
    """Yield what *standard* demands besides its table: columns, documents, periods."""
    if standard.columns:
        columns = []
        for column in standard.columns:
            of = kinds(column.kinds) if set(column.kinds) != set(standard.kinds) else None
            sure, only = _sure(column.confidence), Text(f"，{of.zh}", f", {of.en}") if of else Text("", "")
            zh, en = f"{column.name.zh}{sure.zh}{only.zh}", f"{column.name.en}{sure.en}{only.en}"
            columns.append(Text(f"{zh} [{column.concept}]", f"{en} [{column.concept}]"))
        yield Text("应设栏目", "Columns"), columns
    if standard.documents:
        documents = []
        for document in standard.documents:
            sure = _sure(document.confidence)
            documents.append(Text(f"{document.name.zh}{sure.zh}", f"{document.name.en}{sure.en}"))
        yield Text("应公开文件", "Documents"), documents
    if standard.periods:
        yield Text("更新期限", "Periods"), [_period(period) for period in standard.periods]


def _period(period: Period) -> Text:
    of = ", ".join(period.concepts)
    length = Text(f"{period.days} 天", f"{period.days} days") if period.days else None
    length = length or Text(f"{period.months} 个月", f"{period.months} months")
    level = Text("（一级栏目）", " (first level)") if period.first_level else Text("", "")
    sure = _sure(period.confidence)
    note = Text(f"；{period.note.zh}", f"; {period.note.en}") if period.note else Text("", "")
    return Text(
        f"{of or '其他栏目'}{level.zh}：{length.zh}{sure.zh}{note.zh}",
        f"{of or 'all others'}{level.en}: {length.en}{sure.en}{note.en}",
    )


def _sure(confidence: str) -> Text:
    if confidence == "verified":
        return Text("", "")
    return Text(f"（{CONFIDENCES[confidence].zh}）", f" ({CONFIDENCES[confidence].en})")


def _wrapped(text: str, first: str, rest: str | None = None) -> Iterator[str]:
    rest = " " * width(first) if rest is None else rest
    for number, line in enumerate(wrap(text, _COLUMNS - width(first))):
        yield (rest if number else first) + line
