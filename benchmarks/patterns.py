"""How the time of each regular expression of the project grows with hostile input.

Run as ``python -m benchmarks.patterns [LENGTH]``. Each module-level pattern of govlint and its plugins is given texts
made of the beginnings of what it matches, repeated to LENGTH (8,000) characters and to twice that: from their start
where the code only asks ``match`` and ``fullmatch`` of it, from every start otherwise. Whether such texts can reach a
pattern is for the reader to say: many see short texts alone, or texts whose white space was folded. Patterns whose
time grows with the square of the length or worse are printed, the slowest first.
"""

from __future__ import annotations

import importlib
import inspect
import math
import pkgutil
import re
import sys
import time
from collections.abc import Iterator
from types import ModuleType
from typing import Any, NamedTuple

from govlint.lazy_re import LazyPattern

from re import _constants as sre  # type: ignore[attr-defined]  # isort: skip
from re import _parser  # type: ignore[attr-defined]  # isort: skip

LENGTH = 8_000
_MOST_CUTS = 14
_STEEP = 1.6
_SLOW = 0.02  # seconds; below it the clock is not fine enough to tell growth


class Growth(NamedTuple):
    """A pattern on its worst text: seconds on the longer one, and the power of the length by which it grew."""

    name: str
    seconds: float
    power: float
    text: str


def patterns() -> Iterator[tuple[str, re.Pattern[Any], bool]]:
    """Yield every module-level pattern with its name, and whether it is tried at one place of a text alone.

    Patterns in tuples and dictionaries are among them.
    """
    seen: set[str] = set()
    for module in _modules():
        source = inspect.getsource(module)
        for name, value in vars(module).items():
            for pattern in patterns_in(value):
                if str(pattern.pattern) not in seen:
                    seen.add(str(pattern.pattern))
                    used = set(re.findall(rf"(?<!\w){re.escape(name)}(?:\[\w+\])?\.(\w+)", source))
                    yield f"{module.__name__}.{name}", pattern, bool(used) and used <= {"match", "fullmatch"}


def _modules() -> Iterator[ModuleType]:
    for package in ("govlint", "govlint.plugins"):
        root = importlib.import_module(package)
        for found in pkgutil.walk_packages(root.__path__, f"{package}."):
            yield importlib.import_module(found.name)


def patterns_in(value: object) -> Iterator[re.Pattern[Any]]:
    """Yield the patterns that *value* is or holds, those compiled when they are first used among them."""
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, LazyPattern):
        yield value.compiled()
    elif isinstance(value, tuple | list | frozenset):
        for item in value:
            yield from patterns_in(item)
    elif isinstance(value, dict):
        for item in value.values():
            yield from patterns_in(item)


def sample(tree: Any) -> str:
    """Return a text that the parsed pattern *tree* (nearly) matches, every repeat taken at least once."""
    return "".join(_piece(kind, argument) for kind, argument in tree)


def _piece(kind: Any, argument: Any) -> str:
    if kind is sre.LITERAL:
        return chr(argument)
    if kind is sre.NOT_LITERAL:
        return "x" if argument != ord("x") else "y"
    if kind is sre.ANY:
        return "x"
    if kind is sre.IN:
        return _of_class(argument)
    if kind in (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT):
        return sample(argument[2]) * max(min(argument[0], 40), min(argument[1], 1))
    if kind is sre.SUBPATTERN:
        return sample(argument[3])
    if kind is sre.ATOMIC_GROUP:
        return sample(argument)
    if kind is sre.BRANCH:
        return sample(argument[1][0])
    return ""


def _of_class(items: Any) -> str:
    if items[0][0] is sre.NEGATE:
        matched = re.compile("|".join(re.escape(chr(value)) for kind, value in items if kind is sre.LITERAL) or "(?!)")
        return next(one for one in "x1 甲-" if not matched.fullmatch(one))
    kind, value = items[0]
    if kind is sre.LITERAL:
        return chr(value)
    if kind is sre.RANGE:
        return chr(value[0])
    return {sre.CATEGORY_DIGIT: "1", sre.CATEGORY_SPACE: " ", sre.CATEGORY_WORD: "a"}.get(value, "x")


def attacks(pattern: re.Pattern[Any]) -> Iterator[str]:
    """Yield the units of hostile texts for *pattern*: the beginnings of a text that it matches."""
    text = sample(_parser.parse(pattern.pattern, pattern.flags))[:200]
    step = max(len(text) // _MOST_CUTS, 1)
    units = {text[:cut] for cut in range(1, len(text) + 1, step)} | {text[:-1], text[-1:], " ", "1", "a", "<", "\n"}
    yield from sorted(filter(None, units))


def growth(name: str, pattern: re.Pattern[Any], length: int, *, at_start: bool) -> Growth:
    """Return how *pattern* does on the worst of its hostile texts."""
    found = (_measured(name, pattern, unit, length, at_start) for unit in attacks(pattern))
    return max(found, key=lambda one: one.seconds)


def _measured(name: str, pattern: re.Pattern[Any], unit: str, length: int, at_start: bool) -> Growth:
    texts = ((unit * (size // len(unit) + 1))[:size] for size in (length, 2 * length))
    short, long = (_seconds(pattern, text, at_start) for text in texts)
    return Growth(name, long, math.log2(long / max(short, 1e-7)), unit[:60])


def _seconds(pattern: re.Pattern[Any], text: str, at_start: bool) -> float:
    subject = text.encode("utf-8", "replace") if isinstance(pattern.pattern, bytes) else text
    start = time.process_time()
    if at_start:
        pattern.match(subject)
        pattern.fullmatch(subject)
    else:
        for _ in pattern.finditer(subject):
            pass
    return time.process_time() - start


def main(arguments: list[str]) -> int:
    """Print the patterns that are not linear; return how many there are, at most 1."""
    length = int(arguments[0]) if arguments else LENGTH
    found = [growth(name, pattern, length, at_start=at_start) for name, pattern, at_start in patterns()]
    steep = sorted((one for one in found if one.power > _STEEP and one.seconds > _SLOW), key=lambda one: -one.seconds)
    for one in steep:
        print(f"{one.seconds:8.3f} s  n^{one.power:.1f}  {one.name}  {one.text!r}")
    print(f"{len(found)} patterns, {len(steep)} of them not linear")
    return int(bool(steep))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
