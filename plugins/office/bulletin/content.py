"""The content of a bulletin, from the survey of a batch and, where there is one, the batch before."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from govlint import __version__
from govlint.batch.bulletin import Bulletin, Earlier
from govlint.batch.compare import Change, Pair
from govlint.batch.survey import Group, SiteLine, Standing, Survey
from govlint.batch.survey_tables import STANDINGS, veto_title
from govlint.finding import Severity, Text
from govlint.lint.rule import Rule
from govlint.report.words import SEVERITIES, SITE_KINDS
from govlint.standard.classes import FaultClass

from ..wording import remedy_of
from .model import (
    ClassPart,
    ClassSite,
    Content,
    Demand,
    FailingSite,
    FrequentRow,
    GoodSite,
    GroupRow,
    Named,
    RepeatSite,
    Since,
    UnreadSite,
    VerdictCount,
)

FREQUENT = 15
"""How many kinds of fault a bulletin names as frequent."""

DEMANDS = 10
"""Of how many it says what is asked."""

NUMERALS = "一二三四五六七八九十"
_COLUMNS = 3
_FAILING = (Standing.VETOED, Standing.UNQUALIFIED)
_ABSENT = (Standing.FAILED, Standing.PENDING)
_ALL, _UNTOLD = Text("全部", "all"), Text("（未注明）", "(not told)")
_BELOW = Text("得分低于及格线", "total below the pass mark")
_PENDING = Text("尚未检查。", "Not yet inspected.")


def content(bulletin: Bulletin, language: str, most: int | None) -> Content:
    """Return what *bulletin* says in *language*, with at most *most* sites a list (None: all)."""
    return _Maker(bulletin, language, most).content()


def pass_rate(group: Group) -> str:
    """Return the part of scored sites that pass: a span where some verdicts are open, ``""`` where none is scored."""
    qualified, undecided = group.count(Standing.QUALIFIED), group.count(Standing.OPEN)
    scored = qualified + undecided + sum(map(group.count, _FAILING))
    if not scored:
        return ""
    least, greatest = share(qualified, scored), share(qualified + undecided, scored)
    return least if least == greatest else f"{least}～{greatest}"


def share(part: int, whole: int) -> str:
    """Return *part* of *whole* in per cent, to the tenth, ``""`` of nothing; never 0 % or 100 % by rounding alone."""
    if not whole:
        return ""
    tenths = round(1000 * part / whole)
    if 0 < part < whole:
        tenths = min(max(tenths, 1), 999)
    return f"{tenths / 10:g}%"


class _Maker:
    """Says one bulletin in one language."""

    def __init__(self, bulletin: Bulletin, language: str, most: int | None) -> None:
        self._bulletin = bulletin
        self._survey = bulletin.survey
        self._language = language
        self._most = most

    def content(self) -> Content:
        """Return all of it."""
        survey, whole = self._survey, self._survey.whole
        absent = sum(map(whole.count, _ABSENT))
        unscored = whole.count(Standing.UNSCORED)
        return Content(
            days=_days(survey),
            standards=[self._standard(id) for id, _ in survey.standards],
            sites=whole.sites,
            inspected=whole.sites - absent,
            pages=sum(site.pages for site in survey.sites),
            absent=absent,
            scored=whole.sites - absent - unscored,
            qualified=whole.count(Standing.QUALIFIED),
            open=whole.count(Standing.OPEN),
            vetoed=whole.count(Standing.VETOED),
            unqualified=whole.count(Standing.UNQUALIFIED),
            unscored=unscored,
            rate=pass_rate(whole),
            verdicts=self._verdicts(),
            regions=self._groups(survey.regions, lambda name: name),
            kinds=self._groups(survey.kinds, self._kind),
            class_names=[self._say(found.title) for found in survey.classes],
            classes=[self._class(number, found) for number, found in enumerate(survey.classes)],
            frequent=self._frequent(),
            more_frequent=max(len(survey.frequent) - FREQUENT, 0),
            demands=self._demands(),
            failing=self._failing(),
            good=self._named([site for site in survey.sites if site.spotless], self._good),
            unread=self._named([site for site in survey.sites if not site.inspected], self._unread),
            partly=self._named([site for site in survey.sites if site.unread or site.broken], self._partly),
            since=self._since(self._bulletin.earlier) if self._bulletin.earlier else None,
            mixed=survey.mixed,
            version=__version__,
        )

    # --- what is counted

    def _verdicts(self) -> list[VerdictCount]:
        before = self._bulletin.earlier.survey.whole if self._bulletin.earlier else None
        whole = self._survey.whole
        return [
            VerdictCount(
                standing.value, self._say(STANDINGS[standing]), count, share(count, whole.sites),
                before.count(standing) if before else None,
            )
            for standing, count in whole.standings
            if count or (before and before.count(standing))
        ]  # fmt: skip

    def _groups(self, groups: Sequence[Group], word: Callable[[str], str]) -> list[GroupRow]:
        """Return a row a group and one for all; none where nothing tells groups apart."""
        rows = [self._group(group, word(group.name) or self._say(_UNTOLD)) for group in groups]
        return [*rows, self._group(self._survey.whole, self._say(_ALL))] if rows else []

    def _group(self, group: Group, name: str) -> GroupRow:
        return GroupRow(
            name, group.sites, group.count(Standing.QUALIFIED), group.count(Standing.OPEN),
            sum(map(group.count, _FAILING)), group.count(Standing.UNSCORED), sum(map(group.count, _ABSENT)),
            pass_rate(group), group.classes,
        )  # fmt: skip

    def _frequent(self) -> list[FrequentRow]:
        inspected = sum(site.inspected for site in self._survey.sites)
        return [
            FrequentRow(
                number, entry.rule_id, self._rule(entry.rule_id), self._level(entry.rule_id), entry.sites,
                share(entry.sites, inspected), entry.faults,
            )
            for number, entry in enumerate(self._survey.frequent[:FREQUENT], 1)
        ]  # fmt: skip

    def _level(self, id: str) -> str:
        rule = self._bulletin.rules.get(id)
        return self._say(SEVERITIES[rule.severity]) if rule else ""

    def _demands(self) -> list[Demand]:
        """Return what the most frequent faults ask for; what is no more than a note asks for nothing."""
        rules = (self._bulletin.rules.get(entry.rule_id) for entry in self._survey.frequent)
        found = [rule for rule in rules if rule and rule.severity is not Severity.NOTE]
        return [
            Demand(number, self._rule(rule.id), self._remedy(rule)) for number, rule in enumerate(found[:DEMANDS], 1)
        ]

    def _remedy(self, rule: Rule) -> str:
        """Return how to mend what *rule* finds, without the sentences that tell users of govlint of its options."""
        return remedy_of(self._say(rule.remedy), "。" if self._language == "zh" else ". ")

    # --- the classes

    def _class(self, number: int, found: FaultClass) -> ClassPart:
        at_fault = self._survey.at_fault(number)
        shown = at_fault[: self._most]
        before = self._bulletin.earlier
        return ClassPart(
            number=NUMERALS[number] if number < len(NUMERALS) else str(number + 1),
            name=self._say(found.title),
            about=self._listed(self._rule(rule) for rule in found.rules),
            total=len(at_fault),
            faults=sum(site.classes[number] for site in at_fault),
            share=share(len(at_fault), sum(site.inspected for site in self._survey.sites)),
            sites=[
                ClassSite(at, site.name, site.region, site.classes[number], self._what(site, found))
                for at, site in enumerate(shown, 1)
            ],
            more=len(at_fault) - len(shown),
            before=_count_before(before, found.id),
        )

    def _what(self, site: SiteLine, found: FaultClass) -> str:
        """Return which faults of a class *site* has, with the names of the first columns they are about."""
        columns: dict[str, dict[str, None]] = {}
        for record in self._bulletin.findings(site.key):
            column = record["properties"].get("column") if record["verdict"] == "fail" else None
            if column and record["ruleId"] in found.rules:
                columns.setdefault(record["ruleId"], {})[str(column)] = None
        return self._listed(
            self._counted(rule, count) + self._columns(list(columns.get(rule, ())))
            for rule, count in site.faults
            if rule in found.rules
        )

    def _counted(self, rule: str, count: int) -> str:
        return self._say(Text(f"{self._rule(rule)} {count} 项", f"{self._rule(rule)}: {count}"))

    def _columns(self, names: Sequence[str]) -> str:
        shown = names[:_COLUMNS]
        if not shown:
            return ""
        zh = "".join(f"“{name}”" for name in shown) + ("等" if len(names) > len(shown) else "")
        en = ", ".join(f"“{name}”" for name in shown) + (" …" if len(names) > len(shown) else "")
        return self._say(Text(f"（{zh}）", f" ({en})"))

    # --- the lists of sites

    def _named(self, found: Sequence[Any], make: Callable[[int, Any], Any]) -> Named:
        shown = found[: self._most]
        return Named([make(number, one) for number, one in enumerate(shown, 1)], len(found), len(found) - len(shown))

    def _failing(self) -> Named:
        found = [site for site in self._survey.sites if site.standing in _FAILING]
        return self._named(sorted(found, key=lambda site: _FAILING.index(site.standing)), self._fail)

    def _fail(self, number: int, site: SiteLine) -> FailingSite:
        reasons = self._listed(map(self._veto, site.vetoes)) if site.vetoes else self._say(_BELOW)
        return FailingSite(
            number, site.name, site.code, site.region, self._kind(site.kind), self._say(STANDINGS[site.standing]),
            _score(site), reasons,
        )  # fmt: skip

    def _good(self, number: int, site: SiteLine) -> GoodSite:
        return GoodSite(
            number, site.name, site.region, self._kind(site.kind), self._say(STANDINGS[site.standing]), site.notes,
            site.reviews,
        )  # fmt: skip

    def _unread(self, number: int, site: SiteLine) -> UnreadSite:
        return UnreadSite(number, site.name, site.region, self._say(site.reason or _PENDING))

    def _partly(self, number: int, site: SiteLine) -> UnreadSite:
        reasons = [
            text
            for count, text in (
                (site.unread, Text(f"未读文件 {site.unread} 个", f"{site.unread} files unread")),
                (site.broken, Text(f"出错的规则或插件 {site.broken} 个", f"{site.broken} rules or plugins failed")),
            )
            if count
        ]
        return UnreadSite(number, site.name, site.region, self._listed(map(self._say, reasons)))

    def _since(self, earlier: Earlier) -> Since:
        found = earlier.comparison
        mended, new, standing = (found.count(change) for change in (Change.MENDED, Change.NEW, Change.STANDING))
        repeats = self._named(found.repeat_offenders, self._repeat)
        return Since(
            _days(earlier.survey), len(found.pairs), mended, new, standing, sum(pair.unlike for pair in found.pairs),
            len(found.gone), len(found.added), repeats,
        )  # fmt: skip

    def _repeat(self, number: int, pair: Pair) -> RepeatSite:
        mended, new, standing = (pair.count(change) for change in (Change.MENDED, Change.NEW, Change.STANDING))
        before, now = (self._say(STANDINGS[standing]) for standing in (pair.before, pair.now))
        return RepeatSite(number, pair.name, pair.region, before, now, mended, new, standing)

    # --- words

    def _say(self, text: Text) -> str:
        return text.in_language(self._language)

    def _listed(self, words: Iterable[str]) -> str:
        return ("；" if self._language == "zh" else "; ").join(dict.fromkeys(words))

    def _kind(self, kind: str) -> str:
        return self._say(SITE_KINDS[kind]) if kind in SITE_KINDS else kind

    def _rule(self, id: str) -> str:
        """Return what the rule *id* finds, its id where the rule is not at hand."""
        rule = self._bulletin.rules.get(id)
        return self._say(rule.summary).rstrip("。.") if rule else id

    def _veto(self, veto: str) -> str:
        return self._say(veto_title(veto, self._bulletin.standards))

    def _standard(self, id: str) -> str:
        standard = self._bulletin.standards.get(id)
        if standard is None:
            return id
        number = standard.source.number
        if self._language == "en":
            return self._say(standard.title) + (f" ({number})" if number else "")
        return f"《{standard.title.zh}》" + (f"（{number}）" if number else "")


def _days(survey: Survey) -> str:
    return "" if not survey.days else "～".join(dict.fromkeys((survey.days[0], survey.days[-1])))


def _score(site: SiteLine) -> str:
    if site.low is None:
        return ""
    if site.high is None or site.high == site.low:
        return f"{site.low:g}" + ("" if site.high == site.low else "～")
    return f"{site.low:g}～{site.high:g}"


def _count_before(earlier: Earlier | None, class_id: str) -> int | None:
    if earlier is None:
        return None
    ids = [found.id for found in earlier.survey.classes]
    return earlier.survey.whole.classes[ids.index(class_id)] if class_id in ids else None
