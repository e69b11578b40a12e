"""The vocabulary as a machine: merging, loading, precedence."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from govlint._where import bundled
from govlint.finding import Text
from govlint.standard.vocabulary import Concept, Filters, Vocabulary, load_vocabulary, normalise

GUIDE = Concept("guide", Text("指南", "Guide"), "top", names=("公开指南",), contains=("*公开指南", "走进??"))
TOP = Concept("top", Text("公开", "Disclosure"), names=("公开",))


def test_data_keeps_the_schema() -> None:
    from jsonschema import Draft202012Validator

    schema = json.loads((bundled("schemas") / "vocabulary.schema.json").read_text(encoding="utf-8"))
    data = json.loads((bundled("plugins") / "standards" / "column-names.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    assert [error.json_path for error in Draft202012Validator(schema).iter_errors(data)] == []


def test_data_parents_are_concepts() -> None:
    vocabulary = load_vocabulary(bundled("plugins") / "standards" / "column-names.json")
    assert {concept.parent for concept in vocabulary.concepts.values()} - {""} <= set(vocabulary.concepts)
    assert vocabulary.lineage("request-form") == ("request-form", "disclosure-request", "disclosure")


def test_excludes_stop_longer_names_only() -> None:
    concept = Concept("a", Text("甲", "A"), names=("办事公开指南",), contains=("*公开指南",), excludes=("办事",))
    vocabulary = Vocabulary([concept])
    assert vocabulary.match("办事公开指南") == {"a"}
    assert vocabulary.match("网上办事公开指南") == frozenset()


def test_question_marks_count_characters() -> None:
    vocabulary = Vocabulary([GUIDE])
    assert vocabulary.match("走进某地") == {"guide"}
    assert vocabulary.match("走进某某地") == frozenset()


def test_lineage_survives_a_circle() -> None:
    vocabulary = Vocabulary([Concept("a", Text("甲", "A"), "b"), Concept("b", Text("乙", "B"), "a")])
    assert vocabulary.lineage("a") == ("a", "b")
    assert vocabulary.lineage("unknown") == ()


def test_merge_joins_what_both_know() -> None:
    more = Concept("guide", Text("别的", "Other"), names=("公开手册",), entry=True)
    one = Vocabulary([GUIDE], Filters(names=("年份分类",)), ["关于"])
    merged = Vocabulary.merge([one, Vocabulary([more, TOP], Filters(verbs=("检索",)), ["印发"])])
    assert merged.match("公开手册") == merged.match("公开指南") == {"guide"}
    assert merged.concepts["guide"].name == GUIDE.name
    assert merged.concepts["guide"].entry
    assert merged.is_filter("按年份检索")
    assert merged.is_filter("年份分类")
    assert merged.titles == ("关于", "印发")


def test_empty_vocabulary_knows_nothing() -> None:
    vocabulary = Vocabulary.merge([])
    assert vocabulary.match("信息公开") == frozenset()
    assert vocabulary.near("信息公开") is None
    assert not vocabulary.is_filter("按年份检索")


@pytest.mark.parametrize(
    ("written", "short"),
    [
        ("【某县人民政府信息公开指南】 更多>>", "信息公开指南"),
        ("本局学习专栏", "本局学习"),
        ("学习园地专栏", "学习园地"),
        ("局长信箱", "局长信箱"),
        ("", ""),
    ],
)
def test_normalise(written: str, short: str) -> None:
    assert normalise(written) == short


@pytest.mark.parametrize(
    "text", ["[]", "{}", "{", '{"concepts": 1}', '{"concepts": [{}]}', '{"concepts": [{"id": "a", "name": "b"}]}']
)
def test_bad_file_is_a_value_error(tmp_path: Path, text: str) -> None:
    path = tmp_path / "words.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ValueError):
        load_vocabulary(path)
