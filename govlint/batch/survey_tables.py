"""A survey as tables: for a terminal, for Markdown, and a row a site for spreadsheets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from govlint.batch.survey import Group, Standing, Survey
from govlint.batch.tables import Cell, Table
from govlint.finding import Text
from govlint.lint.rule import Rule
from govlint.report.words import SITE_KINDS
from govlint.standard.model import Standard

STANDINGS: Mapping[Standing, Text] = MappingProxyType(
    {
        Standing.VETOED: Text("单项否决", "vetoed"),
        Standing.UNQUALIFIED: Text("不合格", "unqualified"),
        Standing.OPEN: Text("待定", "open"),
        Standing.QUALIFIED: Text("合格", "qualified"),
        Standing.UNSCORED: Text("未评分", "unscored"),
        Standing.FAILED: Text("未能检查", "failed"),
        Standing.PENDING: Text("尚未检查", "pending"),
    }
)
TITLE = Text("网站检查汇总", "Survey of websites")

_SITES = Text("网站数", "sites")
_FAULTS = Text("问题数", "faults")
_ALL = Text("全部", "all")
_UNTOLD = Text("（未注明）", "(not told)")


def lead(survey: Survey, language: str) -> list[str]:
    """Return the lines before the tables: how many sites, judged on which days, and what makes them incomparable."""
    whole = survey.whole
    failed, pending = whole.count(Standing.FAILED), whole.count(Standing.PENDING)
    inspected = whole.sites - failed - pending
    lines = [
        Text(
            f"共 {whole.sites} 个网站：已检查 {inspected}，未能检查 {failed}，尚未检查 {pending}。",
            f"{whole.sites} sites: {inspected} inspected, {failed} could not be, {pending} not yet.",
        )
    ]
    if survey.days:
        first, last = survey.days[0], survey.days[-1]
        days = first if first == last else f"{first} – {last}"
        lines.append(Text(f"判定日期：{days}。", f"Judged as of {days}."))
    lines.append(
        Text(
            "“待定”：文件不能判定的行可能改变结论，须人工核实。",
            "“Open”: rows that files cannot decide may turn the verdict; a person must look.",
        )
    )
    if survey.mixed:
        lines.append(
            Text(
                "注意：结果出自 govlint 的不同版本，不宜直接比较。",
                "Note: the results come from different versions of govlint; compare them with care.",
            )
        )
    return [line.in_language(language) for line in lines]


def veto_title(veto: str, standards: Mapping[str, Standard]) -> Text:
    """Return the title of the row that *veto* (``standard:row``) names, *veto* itself where it is not known."""
    id, _, name = veto.partition(":")
    row = standards[id].row(name) if id in standards else None
    return row.title if row else Text(veto, veto)


def tables(
    survey: Survey, rules: Mapping[str, Rule], language: str, most: int | None,
    standards: Mapping[str, Standard] = MappingProxyType({}),
) -> Iterator[Table]:  # fmt: skip
    """Yield the tables of a survey, each with at most *most* rows (None: all); *rules* and *standards* give names."""

    def word(text: Text) -> str:
        return text.in_language(language)

    whole = survey.whole
    standings = [
        (word(STANDINGS[standing]), number, _share(number, whole.sites))
        for standing, number in whole.standings
        if number
    ]
    yield Table(word(Text("结论", "Verdicts")), (word(Text("结论", "verdict")), word(_SITES), "%"), standings)
    yield Table(
        word(Text("三类问题", "Classes of faults")),
        (word(Text("类别", "class")), word(_SITES), word(_FAULTS)),
        [
            (word(found.title), whole.classes[number], sum(site.classes[number] for site in survey.sites))
            for number, found in enumerate(survey.classes)
        ],
    )
    frequent = [
        (entry.rule_id, _name(entry.rule_id, rules, language), entry.sites, entry.faults) for entry in survey.frequent
    ]
    heads = (word(Text("规则", "rule")), word(Text("说明", "about")), word(_SITES), word(_FAULTS))
    yield Table(word(Text("最常见的问题", "Most frequent faults")), heads, frequent).limited(most)
    for title, groups, kinds in (
        (Text("按地区", "By region"), survey.regions, False),
        (Text("按类别", "By kind of site"), survey.kinds, True),
    ):
        yield _group_table(word(title), survey, groups, kinds, language).limited(most)
    yield _problem_sites(survey, standards, language).limited(most)
    for number, found in enumerate(survey.classes):
        rows = [(site.name, site.region, site.classes[number]) for site in survey.at_fault(number)]
        title = Text(f"网站名单：{found.title.zh}", f"Sites: {found.title.en}")
        columns = (word(Text("网站", "site")), word(Text("地区", "region")), word(_FAULTS))
        yield Table(word(title), columns, rows).limited(most)
    partly = [(site.name, site.region, site.unread) for site in survey.sites if site.unread]
    columns = (word(Text("网站", "site")), word(Text("地区", "region")), word(Text("未读文件", "files unread")))
    yield Table(word(Text("没有读全的网站", "Sites that were not read in full")), columns, partly).limited(most)
    reasons = [(site.name, site.region, word(site.reason)) for site in survey.sites if site.reason is not None]
    columns = (word(Text("网站", "site")), word(Text("地区", "region")), word(Text("原因", "reason")))
    yield Table(word(STANDINGS[Standing.FAILED]), columns, reasons).limited(most)


def site_table(survey: Survey, language: str) -> Table:
    """Return one row a site, for spreadsheets."""
    heads = [
        Text("键", "key"), Text("网站标识码", "code"), Text("网站", "site"), Text("地区", "region"),
        Text("类别", "kind"), Text("结论", "verdict"), Text("单项否决", "vetoes"), Text("最低分", "least total"),
        Text("最高分", "most total"), Text("页面", "pages"), Text("未读文件", "files unread"), Text("错误", "errors"),
        Text("警告", "warnings"), Text("提示", "notes"),
        Text("待核", "to review"), *(found.title for found in survey.classes), Text("判定日期", "as of"),
        Text("原因", "reason"),
    ]  # fmt: skip
    rows = [
        (
            site.key, site.code, site.name, site.region, _kind(site.kind, language),
            STANDINGS[site.standing].in_language(language), " ".join(site.vetoes), site.low, site.high,
            site.pages, site.unread,
            site.errors, site.warnings, site.notes, site.reviews, *site.classes, site.as_of,
            site.reason.in_language(language) if site.reason else "",
        )
        for site in survey.sites
    ]  # fmt: skip
    return Table(TITLE.in_language(language), [head.in_language(language) for head in heads], rows)


def _problem_sites(survey: Survey, standards: Mapping[str, Standard], language: str) -> Table:
    """Return the sites that a veto or too few points fail, vetoed ones first."""
    failing = (Standing.VETOED, Standing.UNQUALIFIED)
    found = sorted(
        (site for site in survey.sites if site.standing in failing), key=lambda site: failing.index(site.standing)
    )

    def said(vetoes: Iterable[str]) -> str:
        titles = dict.fromkeys(veto_title(veto, standards).in_language(language) for veto in vetoes)
        return Text("、".join(titles), ", ".join(titles)).in_language(language)

    heads = [Text("网站", "site"), Text("地区", "region"), Text("结论", "verdict"), Text("单项否决", "vetoes")]
    rows = [
        (site.name, site.region, STANDINGS[site.standing].in_language(language), said(site.vetoes)) for site in found
    ]
    title = Text("不合格网站名单", "Sites that fail")
    return Table(title.in_language(language), [head.in_language(language) for head in heads], rows)


def _group_table(title: str, survey: Survey, groups: tuple[Group, ...], kinds: bool, language: str) -> Table:
    shown = [standing for standing, number in survey.whole.standings if number]
    heads = [
        "", _SITES.in_language(language), *(STANDINGS[standing].in_language(language) for standing in shown),
        *(found.title.in_language(language) for found in survey.classes),
    ]  # fmt: skip

    def row(group: Group, name: str) -> list[Cell]:
        return [name, group.sites, *(group.count(standing) for standing in shown), *group.classes]

    rows = [row(group, _kind(group.name, language) if kinds else group.name) for group in groups]
    for cells in rows:
        cells[0] = cells[0] or _UNTOLD.in_language(language)
    return Table(title, heads, [*rows, row(survey.whole, _ALL.in_language(language))] if rows else [])


def _kind(kind: str, language: str) -> str:
    return SITE_KINDS[kind].in_language(language) if kind in SITE_KINDS else kind


def _name(rule_id: str, rules: Mapping[str, Rule], language: str) -> str:
    rule = rules.get(rule_id)
    return rule.summary.in_language(language) if rule is not None else ""


def _share(number: int, of: int) -> float:
    return round(100 * number / of, 1) if of else 0.0
