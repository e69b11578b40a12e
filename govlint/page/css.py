"""Style sheets as far as it matters who sees what: rules, their selectors, and their declarations.

No full CSS: rules that hold only for some visitors (``@media print``) are left out, and so are selectors that depend on
anything but tags, ids and classes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from govlint.lazy_re import lazy_re

_COMMENT = lazy_re(r"/\*(?:[^*]++|\*(?!/))*+(?:\*/)?")
_BRACE = lazy_re("[{}]")
_DECLARATION = lazy_re(r"""(?:^|;)\s*+([\w-]++)\s*+:\s*+((?:[^;"'()]++|"[^"]*+"?|'[^']*+'?|\([^()]*+\)?|[()])*+)""")
_IMPORTANT = lazy_re(r"!\s*+important", re.IGNORECASE)
_FOR_ALL = lazy_re(r"@media\s*+(?:all|screen|)\s*+", re.IGNORECASE)
_COMPOUND = lazy_re(r"(?:[\w-]++|\*)?+(?:[.#][\w-]++)*+")
_NAME = lazy_re(r"([.#])([\w-]++)")
_LONGEST_SELECTOR = 300
_MOST_SELECTORS = 50  # of one rule


class StyleRule(NamedTuple):
    """A rule of a style sheet: its *selectors* as written, and its *declarations* as they stand between the braces."""

    selectors: tuple[str, ...]
    declarations: str


class Compound(NamedTuple):
    """One step of a selector, or what an element has to meet it with; ``""`` is any tag or id."""

    tag: str
    id: str
    classes: frozenset[str]

    def meets(self, wanted: Compound) -> bool:
        """Say whether an element described by this is one that *wanted* selects."""
        return wanted.tag in ("", self.tag) and wanted.id in ("", self.id) and wanted.classes <= self.classes


def style_rules(text: str) -> Iterator[StyleRule]:
    """Yield the rules of the style sheet *text* that hold for everyone, in order. Never raises; linear in the text."""
    skipped = depth = at = 0
    prelude = ""
    text = _COMMENT.sub(" ", text)
    for found in _BRACE.finditer(text):
        body, at = text[at : found.start()], found.end()
        if found[0] == "{":
            prelude = body.rpartition(";")[2].strip()
            depth += 1
            if prelude.startswith("@") and not _FOR_ALL.fullmatch(prelude) and not skipped:
                skipped = depth
            continue
        if prelude and not skipped and not prelude.startswith("@"):
            selectors = tuple(part.strip() for part in prelude.split(",")[:_MOST_SELECTORS])
            yield StyleRule(tuple(filter(None, selectors)), body)
        if depth == skipped:
            skipped = 0
        depth = max(depth - 1, 0)
        prelude = ""


def declarations(text: str) -> dict[str, str]:
    """Return the declarations in *text* (a style attribute, the body of a rule) in lower case; the last one counts."""
    return {
        found[1].lower(): " ".join(_IMPORTANT.sub("", found[2]).lower().split())
        for found in _DECLARATION.finditer(text)
    }


def parse_selector(text: str) -> tuple[Compound, ...] | None:
    """Return the steps of the selector *text*, the outermost first; None where it asks for more than tag, id and class.

    ``a > b`` is taken as ``a b``.
    """
    if len(text) > _LONGEST_SELECTOR or any(mark in text for mark in ":[+~@\\"):
        return None
    steps = []
    for word in text.replace(">", " ").split():
        if not _COMPOUND.fullmatch(word):
            return None
        names = _NAME.findall(word)
        tag = re.split(r"[.#]", word, maxsplit=1)[0].lower()
        ids = [name for mark, name in names if mark == "#"]
        steps.append(
            Compound("" if tag == "*" else tag, ids[0] if ids else "", frozenset(n for m, n in names if m == "."))
        )
    return tuple(steps) or None


def selects(selector: Sequence[Compound], chain: Sequence[Compound]) -> bool:
    """Say whether *selector* selects the first of *chain*: an element followed by its ancestors, the nearest first."""
    if not selector or not chain or not chain[0].meets(selector[-1]):
        return False
    ancestors = iter(chain[1:])
    return all(any(element.meets(step) for element in ancestors) for step in reversed(selector[:-1]))
