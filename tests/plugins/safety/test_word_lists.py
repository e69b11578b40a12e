"""Forbidden words: every word of every list is found wherever it can be read, and nothing else is."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from govlint.plugins.safety.word_lists import Word, WordIndex, fold, parse_list
from hypothesis import given
from hypothesis import strategies as st

from govlint.finding import Finding
from govlint.lint.settings import Settings
from govlint.testing import lint_files

CHARACTERS = st.text(alphabet="甲乙丙丁ab ", min_size=1, max_size=6)


def _lint(markup: str, **options: object) -> list[Finding]:
    settings = Settings(select=("GOV8005",), options=(("GOV8005", json.dumps(options)),))
    result = lint_files({"index.html": f"<html><body>{markup}</body></html>"}, settings)
    assert not result.broken
    return [finding for finding in result.findings if finding.rule_id == "GOV8005"]


@given(st.lists(CHARACTERS.filter(str.strip), max_size=8), st.text(alphabet="甲乙丙丁 。", max_size=40))
def test_the_index_finds_what_a_plain_search_finds(words: list[str], text: str) -> None:
    chinese = [word for word in words if not any(map(str.isascii, word))]
    hits = {(hit.word.text, hit.start) for hit in WordIndex(map(Word, chinese)).find(text)}
    plain = {(word, at) for word in chinese for at in range(len(text)) if text.startswith(word, at)}
    assert hits == plain


@given(st.text(max_size=60))
def test_folding_keeps_the_length(text: str) -> None:
    assert len(fold(text)) == len(text)


@pytest.mark.parametrize(
    ("word", "text", "found"),
    [
        ("ICP", "icp备", True),
        ("cp", "icp", False),
        ("ＱＱ", "qq群", True),
        ("art", "start", False),
        ("党", "党的", True),
    ],
)
def test_latin_words_stand_alone(word: str, text: str, found: bool) -> None:
    assert bool(list(WordIndex([Word(word)]).find(fold(text)))) is found


def test_lists() -> None:
    text = "# 错词表\n帐户\t账户\n\n  登陆网站  \n#不算\n"
    assert list(parse_list(text)) == [Word("帐户", "账户"), Word("登陆网站")]


def test_words_from_files_with_advice(tmp_path: Path) -> None:
    path = tmp_path / "words.txt"
    path.write_text("帐户\t账户\n", encoding="utf-8-sig")
    (finding,) = _lint("<p>请登记帐户，核对帐户。</p>", **{"word-lists": [str(path)]})
    assert "“账户”" in finding.message.zh
    assert dict(finding.properties)["times"] == 2


@pytest.mark.parametrize(
    "markup",
    [
        "<p>请登记帐户。</p>",
        "<p>请登记帐<b>户</b>。</p>",
        "<p>请登记&#24080;户。</p>",
        "<img src='a.png' alt='帐户登记'>",
        "<title>帐户</title>",
        "<meta name='keywords' content='帐户'>",
    ],
)
def test_where_words_are_found(markup: str) -> None:
    assert [finding.key for finding in _lint(markup, words=["帐户"])] == ["帐户"]


@pytest.mark.parametrize(
    "markup",
    [
        "<p>账户</p>",
        "<!-- 帐户 -->",
        "<script>var a = '帐户';</script>",
        "<a href='帐户.html'>一</a>",
        "<p>帐</p><p>户</p>",
    ],
)
def test_where_they_are_not(markup: str) -> None:
    assert _lint(markup, words=["帐户"]) == []


def test_without_a_list_the_rule_is_silent() -> None:
    assert _lint("<p>帐户</p>") == []


def test_a_list_that_is_not_there_is_said() -> None:
    settings = Settings(select=("GOV8005",), options=(("GOV8005", json.dumps({"word-lists": ["no-such-list.txt"]})),))
    result = lint_files({"index.html": "<html><body><p>正文</p></body></html>"}, settings)
    assert [broken.rule_id for broken in result.broken] == ["GOV8005"]
