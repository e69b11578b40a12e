"""A pattern that is compiled when it is used answers as one that is compiled at once."""

from __future__ import annotations

import re

import pytest

from govlint.lazy_re import LazyPattern, lazy_re


def test_it_is_compiled_when_it_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled = []
    monkeypatch.setattr(LazyPattern, "compiled", lambda self: compiled.append(self) or re.compile("b+"))
    pattern = lazy_re("b+")
    assert compiled == []
    assert [pattern.findall(text) for text in ("abba", "b")] == [["bb"], ["b"]]
    assert compiled == [pattern]


@pytest.mark.parametrize("text", ["(?P<year>\\d{4})年", b"<(\\w+)"])
def test_it_answers_as_the_pattern_does(text: str | bytes) -> None:
    lazy, plain = lazy_re(text, re.IGNORECASE), re.compile(text, re.IGNORECASE)  # type: ignore[type-var]
    assert (lazy.pattern, lazy.flags, lazy.groups, lazy.groupindex) == (
        plain.pattern, plain.flags, plain.groups, plain.groupindex,
    )  # fmt: skip
    sample = "二〇二四，2024年" if isinstance(text, str) else b"a <td>"
    assert str(lazy.search(sample)) == str(plain.search(sample))  # type: ignore[arg-type]


def test_what_is_no_pattern_is_found_out() -> None:
    with pytest.raises(re.error):
        lazy_re("(").search("")
