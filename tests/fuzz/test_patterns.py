"""No regular expression of the project may blow up: what could is found in its structure, without any clock.

A pattern can take exponential time only where a repeat without end that may give back what it took holds another such
repeat. Possessive repeats and atomic groups never give anything back. ``benchmarks/patterns.py`` measures the rest.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
import warnings
from collections.abc import Iterator
from typing import Any

import pytest

from benchmarks.patterns import patterns_in

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    import sre_constants as sre
    import sre_parse

_MANY = 20  # a repeat of fewer turns is no repeat without end
_REPEATS = (sre.MAX_REPEAT, sre.MIN_REPEAT)
HOSTILE = (
    "a",
    "1",
    " ",
    "\n",
    "<",
    '"',
    "\\",
    "中",
    "a ",
    "1-",
    "<a ",
    "/*",
    "a.b",
    "&#",
    "http://a.",
    "'+'",
    "((",
    "{}",
)


def _modules() -> Iterator[str]:
    for package in ("govlint", "govlint.plugins"):
        root = importlib.import_module(package)
        yield from (found.name for found in pkgutil.walk_packages(root.__path__, f"{package}."))


def _all_patterns() -> dict[str, re.Pattern[Any]]:
    found = {}
    for name in _modules():
        for attribute, value in vars(importlib.import_module(name)).items():
            for number, pattern in enumerate(patterns_in(value)):
                found[f"{name}.{attribute}.{number}"] = pattern
    return found


PATTERNS = _all_patterns()


def nested_repeats(tree: Any, within: bool = False) -> Iterator[str]:
    """Yield the repeats without end that stand, through groups and branches, in a repeat that can give back."""
    for kind, argument in tree:
        if kind in _REPEATS:
            low, high, body = argument
            endless = high >= _MANY and high > low
            if endless and within:
                yield f"{{{low},{high}}}"
            yield from nested_repeats(body, within or (endless and not _is_fixed(body)))
        elif kind is sre.POSSESSIVE_REPEAT:
            yield from nested_repeats(argument[2])
        elif kind is sre.ATOMIC_GROUP:
            yield from nested_repeats(argument)
        elif kind is sre.SUBPATTERN:
            yield from nested_repeats(argument[3], within)
        elif kind is sre.BRANCH:
            for branch in argument[1]:
                yield from nested_repeats(branch, within)
        elif kind in (sre.ASSERT, sre.ASSERT_NOT):
            yield from nested_repeats(argument[1])


def _is_fixed(body: Any) -> bool:
    low, high = body.getwidth()
    return bool(low == high)


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        (r"(?:a+)+b", True),
        (r"(?:a*b?)*c", True),
        (r"(?:(?:x|y+))*z", True),
        (r"(?:a++)+b", False),
        (r"(?:a+)*+b", False),
        (r"(?>a+)+b", False),
        (r"(?:ab)+c", False),
        (r"a+b+", False),
        (r"(?:a{1,3})+", False),
    ],
)
def test_the_audit_itself(pattern: str, found: bool) -> None:
    assert bool(list(nested_repeats(sre_parse.parse(pattern)))) is found


def test_there_are_patterns_to_look_at() -> None:
    assert len(PATTERNS) > 300


@pytest.mark.parametrize("name", PATTERNS)
def test_no_repeat_that_gives_back_holds_another(name: str) -> None:
    pattern = PATTERNS[name]
    assert not list(nested_repeats(sre_parse.parse(pattern.pattern, pattern.flags))), pattern.pattern


@pytest.mark.parametrize("length", [10, 100, 600])
def test_every_pattern_comes_to_an_end(length: int) -> None:
    """An exponential pattern would not come to an end at 100 characters, let alone at 600."""
    for pattern in PATTERNS.values():
        for unit in HOSTILE:
            text = (unit * length)[:length] + "!"
            for _ in pattern.finditer(text.encode() if isinstance(pattern.pattern, bytes) else text):
                pass
