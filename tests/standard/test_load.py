"""Standards from files: what is read, what is refused, how they extend each other and how they are chosen."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from govlint.finding import Severity, Text
from govlint.standard.load import (
    StandardError,
    default_standards,
    load_standard,
    load_user_standard,
    resolve,
)
from govlint.standard.model import ColumnDemand, Period, Row, Source, Standard

TITLE = {"zh": "标题", "en": "Title"}
MINIMAL = {"id": "own", "title": TITLE, "source": {"number": "", "title": "通知"}}


def _write(tmp_path: Path, data: object) -> Path:
    path = tmp_path / "own.json"
    path.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    return path


def _made(id: str, **more: Any) -> Standard:
    return Standard(id, Text(id, id), Source("", id), **more)


def _demand(concept: str, **more: Any) -> ColumnDemand:
    return ColumnDemand(concept, Text(concept, concept), **more)


def test_everything_is_read(tmp_path: Path) -> None:
    data = MINIMAL | {
        "source": {"number": "1号", "title": "通知", "issued": "2017-03-01"},
        "valid_from": "2017-03-02",
        "default": False,
        "columns": [{"concept": "news", "name": TITLE, "kinds": ["portal"], "severity": "note", "names": ["要讯"]}],
        "documents": [{"id": "rules", "name": TITLE, "keywords": [["公开", "办法"], ["公开", "规定"]]}],
        "periods": [{"concepts": ["news"], "days": 14}],
        "scoring": {"base": 100, "passing": 60},
        "parts": [{"id": "p", "title": TITLE, "kind": "deduction"}],
        "rows": [
            {
                "id": "r", "part": "p", "title": TITLE, "cap": 3,
                "clauses": [
                    {"id": "b", "title": TITLE, "points": 1, "rules": ["GOV2"]},
                    {"id": "a", "title": TITLE, "points": 0.5, "rules": ["GOV1"]},
                ],
            }
        ],
    }  # fmt: skip
    standard = load_standard(_write(tmp_path, data))
    assert standard.source.issued == date(2017, 3, 1)
    assert standard.source.title == "通知"
    assert standard.valid_from == date(2017, 3, 2)
    assert not standard.default
    assert standard.columns[0].severity is Severity.NOTE
    assert standard.columns[0].names == ("要讯",)
    assert standard.documents[0].keywords == (("公开", "办法"), ("公开", "规定"))
    assert standard.periods[0].days == 14
    assert standard.scoring is not None
    assert standard.row("r") is standard.rows[0]
    assert standard.row("x") is None
    assert standard.rows[0].rules == ("GOV1", "GOV2")
    assert standard.rows[0].clauses[1].points == 0.5
    assert hash(standard) == hash(load_standard(_write(tmp_path, data)))


def test_document_demand_wants_all_words_and_no_excluded_one(tmp_path: Path) -> None:
    demand = {"id": "rules", "name": TITLE, "keywords": [["公开", "办法"]], "excludes": ["考核"]}
    document = load_user_standard(_write(tmp_path, MINIMAL | {"documents": [demand]})).documents[0]
    assert document.answered_by("信息公开暂行办法")
    assert not document.answered_by("信息公开考核办法")
    assert not document.answered_by("信息公开指南")


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"title": {"zh": "标题"}}, "$.title"),
        ({"columns": [{"concept": "News", "name": TITLE}]}, "$.columns[0].concept"),
        ({"rows": [{"id": "r", "part": "p", "title": TITLE}]}, "$.rows[0]"),
        ({"rows": [{"id": "r", "part": "p", "title": TITLE, "rules": ["GOV1001"], "points": -1}]}, "$.rows[0].points"),
        ({"periods": [{"concepts": [], "days": 1, "months": 1}]}, "$.periods[0]"),
        ({"colums": []}, "$"),
        ({"valid_from": "2017-13-01"}, "$.valid_from"),
    ],
)
def test_users_file_is_validated(tmp_path: Path, change: dict[str, object], place: str) -> None:
    with pytest.raises(StandardError) as caught:
        load_user_standard(_write(tmp_path, MINIMAL | change))
    assert f"own.json” breaks the schema at {place}" in caught.value.text.en
    assert "\n" not in str(caught.value)
    assert len(caught.value.text.en) <= 240


@pytest.mark.parametrize(
    "data",
    [
        [],
        {},
        "text",
        MINIMAL | {"title": "标题"},
        MINIMAL | {"colums": []},
        MINIMAL | {"valid_from": "2017-02-30"},
        MINIMAL | {"valid_from": 2017},
        MINIMAL | {"columns": [{"concept": "news", "name": TITLE, "severity": "fatal"}]},
        MINIMAL | {"columns": 3},
    ],
)
def test_what_is_no_standard_is_refused(tmp_path: Path, data: object) -> None:
    path = _write(tmp_path, data)
    for load in (load_standard, load_user_standard):
        with pytest.raises(StandardError, match=r"own\.json"):
            load(path)


@pytest.mark.parametrize("raw", [b"", b"{", b"\xff\xfe{", b"[" * 100_000])
def test_what_is_no_json_is_refused(tmp_path: Path, raw: bytes) -> None:
    path = tmp_path / "own.json"
    path.write_bytes(raw)
    with pytest.raises(StandardError, match="UTF-8"):
        load_standard(path)


def test_byte_order_mark_is_no_fault(tmp_path: Path) -> None:
    path = tmp_path / "own.json"
    path.write_text(json.dumps(MINIMAL), encoding="utf-8-sig")
    assert load_user_standard(path).id == "own"


def test_extension_puts_in_and_replaces() -> None:
    base = _made(
        "base",
        columns=(_demand("news"), _demand("plans")),
        rows=(Row("r", "p", Text("旧", "old")),),
        periods=(Period(("news",), days=14),),
    )
    more = _made("more", columns=(_demand("news", row="more"),))
    own = _made(
        "own",
        extends=("base", "more"),
        columns=(_demand("plans", severity=Severity.NOTE), _demand("contact")),
        rows=(Row("r", "p", Text("新", "new")),),
        periods=(Period(("news",), days=7),),
    )
    (found,) = resolve([own, more, base], ["own"])
    assert [demand.concept for demand in found.columns] == ["news", "plans", "contact"]
    assert found.columns[0].row == "more"
    assert found.columns[1].severity is Severity.NOTE
    assert [row.title.en for row in found.rows] == ["new"]
    assert [period.days for period in found.periods] == [7]


def test_same_concept_for_other_kinds_stays() -> None:
    base = _made("base", columns=(_demand("news", kinds=("portal",)),))
    own = _made("own", extends=("base",), columns=(_demand("news", kinds=("department",)),))
    assert len(resolve([base, own], ["own"])[0].columns) == 2


def test_order_and_uniqueness_follow_the_asked() -> None:
    known = [_made("a"), _made("b")]
    assert [standard.id for standard in resolve(known, ["b", "a", "b"])] == ["b", "a"]


def test_many_shared_bases_are_resolved_once() -> None:
    known = [_made("s0")] + [_made(f"s{n}", extends=(f"s{n - 1}", f"s{n - 1}")) for n in range(1, 60)]
    assert resolve(known, ["s59"])[0].id == "s59"


def test_circle_is_named() -> None:
    known = [_made("a", extends=("b",)), _made("b", extends=("c",)), _made("c", extends=("b",))]
    with pytest.raises(StandardError, match="b → c → b"):
        resolve(known, ["a"])


def test_unknown_id_is_named_with_those_known() -> None:
    with pytest.raises(StandardError, match="“x”") as caught:
        resolve([_made("a"), _made("b")], ["x"])
    assert "a, b" in caught.value.text.zh
    with pytest.raises(StandardError, match="“y” \\(extended by “a”\\)"):
        resolve([_made("a", extends=("y",))], ["a"])


def test_default_standards_by_date_kind_and_place() -> None:
    known = [
        _made("old", valid_to=date(2019, 3, 31)),
        _made("new", valid_from=date(2019, 4, 1)),
        _made("portals", kinds=("portal",)),
        _made("local", default=False),
    ]
    assert default_standards(known, date(2019, 3, 31), "department") == ("old",)
    assert default_standards(known, date(2019, 4, 1), "portal") == ("new", "portals")
