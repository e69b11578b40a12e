"""The formats of a scorecard, and what each owes its readers."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from dataclasses import replace

import jsonschema
import pytest

from govlint._where import bundled
from govlint.finding import Text
from govlint.report import score_json, score_table, score_text
from govlint.report.cells import width
from govlint.score.card import ScoreCard
from tests.score.conftest import card_of, fault, review

Write = Callable[..., None]
WRITERS = (score_json.write, score_text.write, score_table.write_csv, score_table.write_markdown)


def _written(write: Write, *cards: ScoreCard, language: str = "zh") -> str:
    stream = io.StringIO(newline="")
    write(cards, stream, language=language)
    return stream.getvalue()


@pytest.fixture(scope="module")
def schema() -> jsonschema.Draft202012Validator:
    found = json.loads((bundled("schemas") / "scorecard.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(found)
    return jsonschema.Draft202012Validator(found)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("standard", ["national-2015", "national-2019", "city-2017", "accessibility"])
def test_json_keeps_its_schema(schema: jsonschema.Draft202012Validator, standard: str, language: str) -> None:
    found = [fault("GOV1002", "c/index.html", column="栏"), review("GOV6003", "index.html", "icp")]
    value = json.loads(_written(score_json.write, card_of(standard, *found), language=language))
    schema.validate(value)
    assert value["cards"][0]["standard"]["id"] == standard


def test_json_has_null_where_nothing_bounds_a_figure() -> None:
    (card,) = json.loads(_written(score_json.write, card_of("national-2015")))["cards"]
    assert card["lost"] == {"low": 0, "high": None}
    assert card["total"] == {"low": 0, "high": 100}


def test_json_names_the_findings_behind_a_row(mixed: ScoreCard) -> None:
    (card,) = json.loads(_written(score_json.write, mixed))["cards"]
    row = next(row for row in card["rows"] if row["id"] == "marks")
    (found,) = row["clauses"][0]["faults"]
    assert (found["ruleId"], found["path"], found["line"]) == ("GOV6001", "index.html", 3)
    assert row["lost"] == {"low": 0.5, "high": 1}


@pytest.mark.parametrize("write", WRITERS)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_row_is_in_every_format(write: Write, language: str, mixed: ScoreCard) -> None:
    text = _written(write, mixed, language=language).replace("\\", "")
    for row in mixed.rows:
        assert row.row.title.in_language(language) in text, row.row.id


@pytest.mark.parametrize("write", WRITERS)
def test_several_cards_stand_one_behind_the_other(write: Write) -> None:
    text = _written(write, card_of("national-2015"), card_of("national-2019"))
    assert text.index("国办发〔2015〕15号") < text.index("国办秘函〔2019〕19号")


def test_text_shows_the_outcome_first_and_the_vetoes_above_the_rest(mixed: ScoreCard) -> None:
    text = _written(score_text.write, mixed)
    order = ["不合格", "总分", "单项否决\n", "否决     栏目不更新", "发布解读（31 分）", "加分：信息发布", "共 45 行"]
    assert [text.index(words) for words in order] == sorted(text.index(words) for words in order)


def test_text_names_three_places_and_counts_the_rest(mixed: ScoreCard) -> None:
    text = _written(score_text.write, mixed)
    assert "GOV1002×5" in text
    assert "site/c0/index.html:3:5  site/c1/index.html:3:5  site/c2/index.html:3:5  另有 2 处" in text


def test_text_says_what_is_not_verified() -> None:
    stale = fault("GOV4001", "x/index.html", column="党建", concept="party-building")
    assert "未核实：原文只说“长期未更新”" in _written(score_text.write, card_of("national-2019", stale))
    assert "网站图标" not in _written(score_text.write, card_of("accessibility"))
    assert "（未核实）" in _written(score_text.write, card_of("accessibility"))


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("standard", ["national-2015", "national-2019", "guideline-2017", "accessibility"])
def test_text_fits_its_terminal(standard: str, language: str) -> None:
    found = [fault("GOV5001", f"{'很长的路径' * 5}/{n}.html", str(n)) for n in range(9)]
    stream = io.StringIO()
    score_text.write([card_of(standard, *found)], stream, language=language, columns=90)
    longest = max(stream.getvalue().splitlines(), key=width)
    assert width(longest) <= 90, longest


def test_csv_has_a_line_a_row(mixed: ScoreCard) -> None:
    head, *lines = csv.reader(io.StringIO(_written(score_table.write_csv, mixed), newline=""))
    assert len(lines) == len(mixed.rows)
    assert {len(line) for line in lines} == {len(head)}
    marks = dict(zip(head, next(line for line in lines if line[5] == "marks"), strict=True))
    assert (marks["最少扣分"], marks["最多扣分"], marks["问题"], marks["待核"]) == ("0.5", "1", "1", "1")


def test_csv_holds_no_formula(mixed: ScoreCard) -> None:
    card = replace(mixed, site_name='=HYPERLINK("http://x")', prefix="@site/")
    cells = [cell for line in csv.reader(io.StringIO(_written(score_table.write_csv, card))) for cell in line]
    assert [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))] == []
    assert '\'=HYPERLINK("http://x")' in cells


def test_markdown_cannot_be_broken_by_what_pages_hold(mixed: ScoreCard) -> None:
    standard = replace(mixed.standard, title=Text("标|准<b>", "A|b<b>"))
    text = _written(score_table.write_markdown, replace(mixed, standard=standard, site_name="a|b\n<script>"))
    assert "<script>" not in text
    assert text.startswith("# 标\\|准\\<b\\>")
    rows = [line for line in text.splitlines() if line.startswith("| ")]
    assert {line.replace("\\|", "").count("|") for line in rows} == {4, 6}
