"""The survey: every site counted once, in the right place."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import jsonschema
import pytest

from govlint._where import bundled
from govlint.batch import survey_json
from govlint.batch.lint_site import failed
from govlint.batch.manifest import make_manifest
from govlint.batch.model import Failure, FailureKind, SiteRef
from govlint.batch.store import Store
from govlint.batch.survey import Standing, Survey, survey
from govlint.batch.survey_tables import lead, site_table, tables
from govlint.batch.tables import Table, write_csv, write_markdown, write_text
from govlint.finding import Text
from govlint.registry import load_registry
from tests.batch.sites import CONFIG, TODAY, card, fault, head, put

CLASSES = load_registry().fault_classes


@pytest.fixture
def found(tmp_path: Path) -> Survey:
    store = Store(tmp_path)
    veto = card("unqualified", "veto-columns", high=40)
    put(store, head("a", region="北", cards=[veto]), *(fault("GOV1002", name) for name in "xyz"), fault("GOV0001", "u"))
    put(store, head("b", region="北", cards=[card("unqualified", high=55.5)]), fault("GOV4001", "x"))
    put(store, head("c", region="南", kind="portal", cards=[card("open"), card("qualified")]), fault("GOV4001", "x"))
    part = {**head("d")["counts"], "unread": 2}
    put(store, head("d", cards=[card("qualified", low=80)], counts=part))
    put(store, head("e", cards=[card("unscored")]))
    broken = SiteRef("f", "", "f.zip", region="南")
    store.write(failed(broken, CONFIG, "", Failure(FailureKind.UNOPENED, Text("打不开。", "It does not open."))))
    store.write_manifest(make_manifest({}, [broken, SiteRef("g", "", "g.zip", "庚局", region="南")], TODAY))
    return survey(store, CLASSES)


def test_each_site_stands_where_its_gravest_card_puts_it(found: Survey) -> None:
    standings = ["vetoed", "unqualified", "open", "qualified", "unscored", "failed", "pending"]
    assert [(site.key, site.standing.value) for site in found.sites] == list(zip("abcdefg", standings, strict=True))
    assert (found.sites[0].vetoes, found.sites[1].high) == (("national-2019:veto-columns",), 55.5)
    assert found.sites[6].name == "庚局"


def test_what_was_not_read_in_full_is_said(found: Survey) -> None:
    assert [site.key for site in found.sites if site.unread] == ["d"]
    (table,) = (table for table in tables(found, {}, "en", None) if "in full" in table.title)
    assert list(table.rows) == [("d局", "", 2)]


def test_the_three_classes_count_sites_and_faults(found: Survey) -> None:
    assert [known.id for known in CLASSES] == ["not-updated", "unreadable", "blank"]
    assert found.whole.classes == (2, 0, 1)
    assert [site.key for site in found.at_fault(0)] == ["b", "c"]
    assert found.at_fault(2)[0].classes == (0, 0, 3)


def test_frequent_faults_leave_out_what_govlint_says_of_itself(found: Survey) -> None:
    assert [(entry.rule_id, entry.sites, entry.faults) for entry in found.frequent] == [
        ("GOV4001", 2, 2),
        ("GOV1002", 1, 3),
    ]


def test_groups_add_up(found: Survey) -> None:
    assert [(group.name, group.sites) for group in found.regions] == [("北", 2), ("南", 3), ("", 2)]
    for groups in (found.regions, found.kinds):
        for standing in Standing:
            assert sum(group.count(standing) for group in groups) == found.whole.count(standing)


def test_json_is_as_its_schema_says(found: Survey) -> None:
    stream = io.StringIO()
    survey_json.write(found, stream)
    schema = json.loads((bundled("schemas") / "survey.schema.json").read_text(encoding="utf-8"))
    data = json.loads(stream.getvalue())
    jsonschema.Draft202012Validator(schema).validate(data)
    assert data["whole"]["verdicts"]["vetoed"] == 1
    assert data["sites"][5]["reason"]["zh"] == "打不开。"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_tables_say_it_in_both_languages(found: Survey, language: str) -> None:
    text, markdown = io.StringIO(), io.StringIO()
    rules = load_registry().rules
    write_text(lead(found, language), tables(found, rules, language, 1), text, language)
    write_markdown("x", lead(found, language), tables(found, rules, language, None), markdown, language)
    said = {"zh": ("共 7 个网站：已检查 5，未能检查 1，尚未检查 1。", "空白栏目", "另有 1 行"),
            "en": ("7 sites: 5 inspected, 1 could not be, 1 not yet.", "blank columns", "1 more")}  # fmt: skip
    assert all(words in text.getvalue() for words in said[language])
    named = tables(found, rules, language, None, load_registry().standards)
    (failing,) = (table for table in named if table.title in ("不合格网站名单", "Sites that fail"))
    assert failing.rows[0][3] == {"zh": "栏目不更新", "en": "Columns not updated"}[language]
    assert "| GOV4001 |" in markdown.getvalue()


def test_spreadsheets_get_a_row_a_site(found: Survey) -> None:
    stream = io.StringIO(newline="")
    write_csv(site_table(found, "zh"), stream)
    rows = list(csv.DictReader(io.StringIO(stream.getvalue(), newline="")))
    assert [row["结论"] for row in rows] == ["单项否决", "不合格", "待定", "合格", "未评分", "未能检查", "尚未检查"]
    assert rows[0]["空白栏目"] == "3"


def test_cells_cannot_act() -> None:
    table = Table("t", ["a"], [["=1+1"], ["a\x1b[2Jb\n|c"]])
    plain, marked = io.StringIO(newline=""), io.StringIO()
    write_csv(table, plain)
    write_markdown("t", [], [table], marked, "zh")
    assert "'=1+1" in plain.getvalue()
    assert "\x1b" not in plain.getvalue() + marked.getvalue()
    assert "\\|c" in marked.getvalue()


def test_parquet_has_a_row_a_finding(tmp_path: Path, found: Survey) -> None:
    duckdb = pytest.importorskip("duckdb")
    from govlint.batch.parquet import write_parquet

    file = tmp_path / "it's.parquet"
    write_parquet(Store(tmp_path), found, file)
    with duckdb.connect() as connection:
        query = "SELECT site, region, standing, rule_id, count(*) FROM read_parquet(?) GROUP BY ALL ORDER BY ALL"
        rows = connection.execute(query, [str(file)]).fetchall()
    assert ("a", "北", "vetoed", "GOV1002", 3) in rows
    assert sum(row[4] for row in rows) == 6
