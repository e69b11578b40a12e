"""Both languages are complete: no text of the project lacks its English, or has it in the place of its Chinese."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from govlint.finding import Text
from govlint.registry import load_registry

ROOT = Path(__file__).resolve().parents[2]
CHINESE = re.compile("[\u4e00-\u9fff]")
LATIN = re.compile("[A-Za-z]")
QUOTED = re.compile("“[^”]*”")


class Written(NamedTuple):
    """A ``Text(zh, en)`` in the source, with ``{}`` for what is filled in; None where it is no literal."""

    place: str
    zh: str | None
    en: str | None


def _literal(node: ast.expr) -> str | None:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(str(part.value) if isinstance(part, ast.Constant) else "{}" for part in node.values)
    return None


def _texts() -> Iterator[Written]:
    for path in sorted(path for folder in ("govlint", "plugins") for path in (ROOT / folder).rglob("*.py")):
        name = path.relative_to(ROOT).as_posix()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Text":
                given = {word.arg: word.value for word in node.keywords}
                arguments = [*node.args, *(given[name] for name in ("zh", "en") if name in given)]
                if len(arguments) == 2:
                    yield Written(f"{name}:{node.lineno}", *map(_literal, arguments))


TEXTS = list(_texts())


def test_there_are_texts() -> None:
    assert len(TEXTS) > 300


def test_neither_language_is_left_out() -> None:
    """A text without words says nothing in both languages; one that says something says it in both."""
    texts = [text for text in TEXTS if text.zh is not None and text.en is not None]
    assert not [text.place for text in texts if bool(text.zh.strip()) != bool(text.en.strip())]  # type: ignore[union-attr]


def test_english_is_english() -> None:
    """Official terms may stand in it as they are, but most of it is English."""
    english = [text for text in TEXTS if text.en]
    assert not [text for text in english if _mostly_chinese(text.en or "")]


def _mostly_chinese(text: str) -> bool:
    return len(CHINESE.findall(QUOTED.sub("", text))) > len(LATIN.findall(text))


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_rule_speaks_both_languages(language: str) -> None:
    for rule in load_registry().rules.values():
        texts: list[Text] = [rule.summary, rule.why, rule.remedy, *(example.title for example in rule.examples)]
        for text in texts:
            words = text.in_language(language)
            assert words.strip(), rule.id
            assert language == "en" or CHINESE.search(words), f"{rule.id}: {words}"
