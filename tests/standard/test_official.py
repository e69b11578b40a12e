"""The official standards as data: complete, schema-valid, and honest about what is not verified."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

import pytest

from govlint._where import bundled
from govlint.finding import Severity, Text
from govlint.plugins import standards as plugin
from govlint.standard.kinds import SITE_KINDS
from govlint.standard.load import default_standards, load_standard, load_user_standard, resolve
from govlint.standard.model import CONFIDENCES, PAGES, PART_KINDS, PERS, Clause, Row, Standard
from govlint.standard.vocabulary import load_vocabulary

PATHS = tuple(plugin.govlint_standards())
STANDARDS = {path.stem: load_standard(path) for path in PATHS}
VOCABULARY = load_vocabulary(bundled("plugins") / "standards" / "column-names.json")
RULE = re.compile(
    r"GOV(?:100[1-9]|1010|200[1-3]|300[1-8]|400[1-6]|500[1-7]|60(?:0[1-9]|1\d|2[0-2])|700[1-7]|800[1-6]|900[1-9]|910[1-5])"
)
NATIONAL = STANDARDS["national-2019"]
CENSUS = STANDARDS["national-2015"]
CITY = STANDARDS["city-2017"]


class Figure(NamedTuple):
    """A row or clause with the standard it stands in."""

    standard: str
    entry: Row | Clause


def _figures() -> Iterator[Figure]:
    for standard in STANDARDS.values():
        for row in standard.rows:
            yield Figure(standard.id, row)
            yield from (Figure(standard.id, clause) for clause in row.clauses)


def _row(standard: Standard, id: str) -> Row:
    row = standard.row(id)
    assert row is not None
    return row


def _points(standard: Standard, id: str) -> dict[str, float | None]:
    return {clause.id: clause.points for clause in _row(standard, id).clauses}


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_file_keeps_the_schema_and_its_name(path) -> None:  # type: ignore[no-untyped-def]
    assert load_user_standard(path).id == path.stem


def test_schema_is_one_and_knows_the_words_of_the_model() -> None:
    from jsonschema import Draft202012Validator

    schema = json.loads((bundled("schemas") / "standard.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    words, part, clause = (schema["$defs"][name] for name in ("confidence", "part", "clause"))
    assert words["enum"] == list(CONFIDENCES)
    assert part["properties"]["kind"]["enum"] == list(PART_KINDS)
    assert clause["properties"]["per"]["enum"] == list(PERS)
    assert ["", *clause["properties"]["pages"]["enum"]] == list(PAGES)


def test_all_that_was_asked_for_is_there() -> None:
    assert set(STANDARDS) == {
        "national-2015", "national-2019", "guideline-2017", "disclosure-2007", "disclosure-2019",
        "annual-report-2021", "accessibility", "city-2017",
    }  # fmt: skip


def test_deductions_of_2019_add_up() -> None:
    sums = {part.id: sum(row.cap or 0 for row in NATIONAL.rows if row.part == part.id) for part in NATIONAL.parts}
    assert {part.id: part.points for part in NATIONAL.parts if part.points} == {
        id: points for id, points in sums.items() if points
    }
    kinds = {
        kind: sum(part.points or 0 for part in NATIONAL.parts if part.kind == kind) for kind in ("deduction", "bonus")
    }
    assert kinds == {"deduction": 100, "bonus": 30}
    assert [part.points for part in NATIONAL.parts if part.kind == "deduction"] == [31, 25, 23, 21]


@pytest.mark.parametrize(
    ("row", "points"),
    [
        ("news", {"missing": 5, "stale": 5}),
        ("leaders", {"missing": 2, "incomplete": 1}),
        ("other-columns", {"blank": 2, "stale": 1}),
        ("marks", dict.fromkeys(["party-mark", "site-code", "icp", "police", "sponsor", "contact"], 0.5)),
        ("availability", {"home": 0.2, "inner": 0.1}),
        ("error-entry", {"home": 1, "inner": 0.2}),
        ("page-tags", {"content-pages": 0.1, "column-pages": 0.1}),
        ("site-search", {"missing": 4, "not-found": 1, "ungrouped": 1}),
        ("messages-published", {"missing": 6, "fields": 1, "stale": 3, "no-statistics": 3}),
        (
            "service-guides",
            {"no-guide": 4, "missing-elements": 0.5, "unclear-format": 1, "vague": 2, "policy-not-given": 0.5},
        ),
    ],
)
def test_points_of_2019(row: str, points: dict[str, float]) -> None:
    assert _points(NATIONAL, row) == points


@pytest.mark.parametrize(
    ("row", "points"),
    [
        ("link-availability", {"home": 1, "inner": 0.1}),
        ("home-columns", {"few": 5}),
        ("basic-information", {"news": 3, "notices-policies": 4, "personnel-plans": 5, "wrong": 1}),
        ("consultation", {"missing": 5, "none": 5}),
        ("survey", {"missing": 5, "none": 5, "few": 3}),
        ("interview", {"none": 5, "few": 3}),
        ("service-guides", {"missing-elements": 2, "wrong": 1}),
        ("attachments", {"not-offered": 1, "broken": 1}),
    ],
)
def test_points_of_2015(row: str, points: dict[str, float]) -> None:
    assert _points(CENSUS, row) == points
    assert _row(CENSUS, row).cap is None


@pytest.mark.parametrize("standard", [CENSUS, NATIONAL], ids=lambda standard: standard.id)
def test_vetoes_have_no_points_and_thresholds_where_files_decide(standard: Standard) -> None:
    vetoes = [row for row in standard.rows if row.veto]
    assert len(vetoes) == (5 if standard is CENSUS else 6)
    for row in vetoes:
        assert row.part == "veto"
        assert row.points is None
        assert row.kinds == SITE_KINDS
        assert all(clause.limit and clause.points is None for clause in row.clauses)
    limits = {clause.id: clause.limit for clause in _row(standard, "veto-columns").clauses}
    assert limits == {"stale-news-notices-policies": 5, "stale-others": 10, "blank": 5}


def test_only_portals_lose_points_in_2019() -> None:
    assert all(row.kinds == ("portal",) for row in NATIONAL.rows if not row.veto)


def test_elements_of_a_service_guide() -> None:
    old, new = (_row(standard, "service-guides").elements for standard in (CENSUS, NATIONAL))
    assert (len(old), len(new)) == (8, 10)
    assert set(new) - set(old) == {"办理机构", "收费标准"}


def test_every_figure_is_decided_or_says_why_not() -> None:
    for standard, entry in _figures():
        closed = bool(entry.rules) or (isinstance(entry, Row) and bool(entry.clauses))
        assert closed or entry.open_reason, f"{standard}: {entry.id}"


def test_rules_are_of_the_catalogue() -> None:
    rules = {rule for _, entry in _figures() for rule in entry.rules}
    assert [rule for rule in sorted(rules) if not RULE.fullmatch(rule)] == []
    assert len(rules) > 30


def test_ids_are_unique_and_references_hold() -> None:
    for standard in STANDARDS.values():
        rows, parts = [row.id for row in standard.rows], [part.id for part in standard.parts]
        assert len(set(rows)) == len(rows)
        assert len(set(parts)) == len(parts)
        assert {row.part for row in standard.rows} == set(parts)
        assert {other for row in standard.rows for other in row.once_with} <= set(rows)
        named = [*standard.columns, *standard.documents, *standard.periods]
        assert {entry.row for entry in named} <= set(rows), standard.id
        for row in standard.rows:
            assert len({clause.id for clause in row.clauses}) == len(row.clauses)


def test_concepts_are_of_the_vocabulary() -> None:
    known = set(VOCABULARY.concepts) | {""}
    for standard in STANDARDS.values():
        assert {text for demand in standard.columns for text in (demand.concept, demand.under)} <= known
        assert {concept for period in standard.periods for concept in period.concepts} <= known
        clauses = [clause for row in standard.rows for clause in row.clauses]
        assert {concept for clause in clauses for concept in (*clause.concepts, *clause.besides)} <= known


def test_demanded_names_are_accepted_names() -> None:
    for standard in STANDARDS.values():
        for demand in standard.columns:
            name = demand.name.zh.partition("（")[0]
            assert demand.concept in VOCABULARY.match(name), f"{standard.id}: {name}"


@pytest.mark.parametrize("kind", SITE_KINDS)
def test_one_demand_a_concept_and_kind(kind: str) -> None:
    for standard in STANDARDS.values():
        concepts = [demand.concept for demand in standard.columns if kind in demand.kinds]
        assert len(set(concepts)) == len(concepts), standard.id


UNVERIFIED = {
    "guideline-2017": ("pausing site-map same-frame pop-ups tags needless-columns column-set leave-notice links"),
    "disclosure-2019": ("guide classes more-classes by-site in-time request supervision report-date blocks"),
    "disclosure-2007": "guide supervision report-date",
    "annual-report-2021": "published headings figures",
    "accessibility": "alternatives labels language page-title structure",
}


def test_what_is_from_memory_says_so() -> None:
    marked = {id: {row.id for row in s.rows if row.confidence == "unverified"} for id, s in STANDARDS.items()}
    assert {id: rows for id, rows in marked.items() if rows} == {id: set(ids.split()) for id, ids in UNVERIFIED.items()}
    for standard in STANDARDS.values():
        for row in standard.rows:
            assert row.confidence != "unverified" or row.note, f"{standard.id}: {row.id}"


def test_no_unverified_column_demand_is_an_error() -> None:
    for standard in STANDARDS.values():
        for demand in standard.columns:
            assert demand.confidence != "unverified"
            if demand.confidence == "observed" and standard.default:
                assert demand.severity is Severity.WARNING
                assert demand.note


def test_city_names_six_documents_each_its_own() -> None:
    titles = {
        "public-review": "政府信息公开工作社会评议暂行办法",
        "assessment": "信息公开工作考核暂行办法",
        "guide": "某委信息公开指南",
        "rules": "信息公开暂行办法",
        "request-form": "依申请公开申请表",
        "accountability": "违反信息公开规定行为的责任追究暂行办法",
    }
    for id, title in titles.items():
        assert [document.id for document in CITY.documents if document.answered_by(title)] == [id]
    for other in (
        "办事指南",
        "依申请公开指南",
        "保密审查办法",
        "政府信息公开保密审查办法",
        "依申请公开工作办法",
        "预决算公开办法",
    ):
        assert [document.id for document in CITY.documents if document.answered_by(other)] == []


def test_city_demands_what_the_notice_named() -> None:
    assert [demand.name.zh for demand in CITY.columns if not demand.under] == [
        "重要会议", "互动交流", "政务咨询", "调查征集", "微信微博", "权责清单", "联系我们",
    ]  # fmt: skip
    assert [demand.name.zh for demand in CITY.columns if demand.under == "disclosure"] == [
        "依申请公开", "信息公开指南", "信息公开规定", "信息公开目录",
    ]  # fmt: skip
    assert all(demand.severity is Severity.ERROR for demand in (*CITY.columns, *CITY.documents))
    assert not CITY.extends


@pytest.mark.parametrize(
    ("day", "chosen"),
    [
        (date(2017, 3, 10), ("disclosure-2007", "national-2015")),
        (date(2019, 3, 31), ("disclosure-2007", "guideline-2017", "national-2015")),
        (date(2019, 4, 1), ("disclosure-2007", "guideline-2017", "national-2019")),
        (date(2019, 5, 15), ("disclosure-2019", "guideline-2017", "national-2019")),
        (
            date(2024, 1, 1),
            ("accessibility", "annual-report-2021", "disclosure-2019", "guideline-2017", "national-2019"),
        ),
    ],
)
def test_standards_of_a_day(day: date, chosen: tuple[str, ...]) -> None:
    for kind in SITE_KINDS:
        assert default_standards(STANDARDS.values(), day, kind) == chosen
    assert [standard.id for standard in resolve(STANDARDS.values(), chosen)] == list(chosen)


def test_texts_are_in_both_languages() -> None:
    chinese = re.compile(r"[\u4e00-\u9fff]")
    for standard, entry in _figures():
        texts = [text for text in (entry.title, entry.open_reason) if isinstance(text, Text)]
        assert all(chinese.search(text.zh) for text in texts), f"{standard}: {entry.id}"
        assert all(text.en[0].isascii() for text in texts), f"{standard}: {entry.id}"


def test_the_vocabulary_is_given_by_its_hook() -> None:
    assert [path.name for path in plugin.govlint_vocabulary()] == ["column-names.json"]
    assert "column-names" not in STANDARDS
