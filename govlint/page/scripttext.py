"""Puts together the text that a script expression makes up, as far as it can be told without running the script."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from govlint.lazy_re import lazy_re
from govlint.page.javascript import Script

_PART = lazy_re(
    r""" "(?P<string>\d++)"
       | (?P<word>(?:\.\s*+)?+[\w$][\w$.]*+)(?P<call>\s*+\()?+
       | (?P<arrow>=>)
       | (?P<mark>[()\[\]{},;?:+])
       | (?P<other>[^\s])""",
    re.VERBOSE,
)
_SEES_THROUGH = frozenset(("unescape", "decodeURI", "decodeURIComponent", "encodeURI", "String", "window.unescape"))
_PREFIXES = frozenset(("new", "typeof", "await", "void"))
_ENDS = frozenset(
    ("function", "var", "let", "const", "return", "if", "else", "for", "while", "break", "case", "switch")
)
_BUDGET = 1_000_000  # characters that variables may add to all texts of one script, so that no script can grow them
ROOM = 100_000
"""Characters of one variable: one that would grow longer is not added to."""


class Made(NamedTuple):
    """A text that an expression can make up; *whole* is False where an unknown part of it was left out."""

    text: str
    whole: bool


class Known:
    """What the variables of a script hold, read from its start on: the last string given to each.

    *asked* are the names that were asked for and not known.
    """

    def __init__(self) -> None:
        self.asked: dict[str, None] = {}
        self._pieces: dict[str, list[str]] = {}
        self._lengths: dict[str, int] = {}
        self._left = _BUDGET

    def learn(self, name: str, texts: Sequence[Made], *, adds: bool) -> None:
        """Note that *name* now holds the first of *texts*, or ends with it where *adds* is true."""
        text = texts[0].text if texts else ""
        if not adds:
            self._pieces[name] = []
            self._lengths[name] = 0
        length = self._lengths.get(name, 0) + len(text)
        if length <= ROOM:
            self._pieces.setdefault(name, []).append(text)
            self._lengths[name] = length

    def forget(self, name: str) -> None:
        """Note that *name* now holds something unknown."""
        self._pieces.pop(name, None)
        self._lengths.pop(name, None)

    @property
    def added(self) -> int:
        """How many characters the variables have added to all texts so far."""
        return _BUDGET - self._left

    def text(self, name: str) -> str | None:
        """Return what *name* holds, or None where that is not known."""
        length = self._lengths.get(name)
        if length is None:
            self.asked[name] = None
        if length is None or length > self._left:
            return None
        self._left -= length
        return "".join(self._pieces[name])


def text_at(script: Script, at: int, known: Known, *, joins_arguments: bool) -> tuple[list[Made], int]:
    """Return the texts that the expression at offset *at* of the script's code can make up, and where it ends.

    Strings and *known* variables joined by ``+`` make one text, unknown parts between them add nothing; ``? :``
    and ``||`` make several. A second argument adds to the first one's text where *joins_arguments*, else ends it.
    """
    return _Reader(script, known, joins_arguments).read(at)


class _Reader:
    """Reads one expression. *frames* are the open brackets: where the text stood, and whether text counts in them."""

    def __init__(self, script: Script, known: Known, joins_arguments: bool) -> None:
        self._script = script
        self._known = known
        self._joins_arguments = joins_arguments
        self._texts: list[Made] = []
        self._alternative = 0  # how many texts stand before the last ":"
        self._pieces: list[str] = []
        self._whole = True
        self._frames: list[tuple[int, bool]] = []
        self._hidden = 0  # how many open brackets hide what is in them
        self._after_operand = False

    def read(self, at: int) -> tuple[list[Made], int]:
        code = self._script.code
        while part := _PART.search(code, at):
            if part["mark"] in (")", "]") and not self._frames:
                self._cut()
                return self._texts, part.end()
            if self._ends(part):
                break
            at = part.end()
        self._cut()
        return self._texts, at if part is None else part.start()

    def _ends(self, part: re.Match[str]) -> bool:
        """Take in one part; True where the expression has ended before it."""
        if part["string"] is not None:
            return self._operand(self._script.strings[int(part["string"])])
        if part["word"] is not None:
            return self._word(part["word"], is_call=part["call"] is not None)
        if part["mark"] is not None:
            return self._mark(part["mark"])
        if part["arrow"] is not None:
            return True
        if not self._frames:
            self._cut()
        self._after_operand = False
        return False

    def _operand(self, text: str | None) -> bool:
        if self._after_operand:
            return not self._frames  # the next statement, on its own line
        self._after_operand = True
        if text is None:
            self._whole = False
        elif not self._hidden:
            self._pieces.append(text)
        return False

    def _word(self, word: str, is_call: bool) -> bool:
        if word in _ENDS:
            return True
        if word in _PREFIXES:
            return is_call and self._open(hides=False)
        if not is_call:
            return not word.startswith(".") and self._operand(self._known.text(word))
        if not word.startswith(".") and self._after_operand and not self._frames:
            return True
        return self._open(hides=word not in _SEES_THROUGH)

    def _mark(self, mark: str) -> bool:
        if mark in "{};":
            return True
        if mark in "([":
            return self._open(hides=mark == "[" or self._after_operand)
        if mark in ")]":
            self._close()
        elif mark == "+":
            self._after_operand = False
        elif mark == ",":
            self._after_operand = False
            return not self._frames and not self._joins_arguments
        else:
            self._choose(mark)
        return False

    def _open(self, *, hides: bool) -> bool:
        self._frames.append((len(self._pieces), hides))
        self._whole &= not hides
        self._hidden += hides
        self._after_operand = False
        return False

    def _close(self) -> None:
        _, hides = self._frames.pop()
        self._hidden -= hides
        self._after_operand = True

    def _choose(self, mark: str) -> None:
        """Take in ``?`` or ``:``: what stands before ``?`` is a condition; in brackets only the first choice counts."""
        self._after_operand = False
        if self._hidden:
            return
        if not self._frames and mark == "?":
            self._pieces.clear()
            self._whole = True
            del self._texts[self._alternative :]
        elif not self._frames:
            self._cut()
            self._alternative = len(self._texts)
        elif mark == "?":
            del self._pieces[self._frames[-1][0] :]
        else:
            self._frames[-1] = (self._frames[-1][0], True)
            self._hidden += 1
            self._whole = False

    def _cut(self) -> None:
        if self._pieces:
            self._texts.append(Made("".join(self._pieces), self._whole))
            self._pieces.clear()
        self._whole = True
