"""The jumps a script makes as soon as it is loaded: what makes a page a mere redirect."""

from __future__ import annotations

import re

from govlint.lazy_re import lazy_re
from govlint.page.javascript import Script, take_apart
from govlint.page.scriptoutput import JUMP
from govlint.page.scripttext import Known, text_at

_TOKEN = lazy_re(
    rf"""(?P<jump>{JUMP.pattern})
       | (?P<later>setTimeout\s*+\(\s*+"(?P<code>\d++)")
       | (?P<function>function(?<![\w$]function)\b[^(){{}};]*+\([^()]*+\)\s*+\{{|=>\s*+\{{)
       | (?P<arrow>=>\s*+)                              # its body is an expression
       | (?P<name>(?<![\w$.])[\w$]++)\s*+=(?![=>])\s*+(?=")
       | (?P<open>[({{])
       | (?P<close>[)}}])""",
    re.VERBOSE,
)
# What is written before a function that runs by itself, at once or when the page has been loaded.
_RUNS_FUNCTION = lazy_re(
    r"""(?: (?:^|[;{}!+~(&|,=\s-])\(              # (function () …
          | [!+~-]                                # !function () …
          | setTimeout\s*+\(
          | (?:\$|jQuery|ready)\s*+\(
          | onload\s*+=
          | addEventListener\s*+\(\s*+"(?P<event>\d++)"\s*+, ) \s*+$""",
    re.VERBOSE,
)
_LOADED = frozenset(("load", "DOMContentLoaded", "pageshow", "readystatechange"))
_ADDRESS = lazy_re(r"[^\"'<>\r\n]{1,2000}+")
_ARROW_PARAMETERS = lazy_re(r"(?:\([^()]*+\)|[\w$]++)\s*+$")
_OWNERS = lazy_re(r"[\w$.\s(]*+")  # what may stand between => and location
_TEST = lazy_re(r"(?<![\w$.])if\s*+$")  # before its bracket
_PLAIN_BLOCK = lazy_re(r"(?:^|[;{}]|(?<![\w$.])(?:else|try|finally))\s*+$")
_LOOK_BACK = 120  # characters
_NESTED_SCRIPTS = 3
# A script that asks what device it runs on sends telephones elsewhere, not everybody.
_OTHER_DEVICE = lazy_re(r"userAgent|screen\.width|matchMedia|navigator\.platform|isMobile", re.IGNORECASE)


def jumps_at_once(script: Script, depth: int = 0) -> tuple[str, ...]:
    """Return the addresses that *script* sends the window to as it is loaded: not from functions called later.

    Code under ``if``, ``else`` and ``try`` counts, and so do functions that run by themselves: ``(function () {…})()``,
    ``onload``, ``setTimeout`` (its string of code too). A script that tells devices apart gives none.
    """
    may_jump = "location" in script.code or "setTimeout" in script.code
    if not may_jump or _OTHER_DEVICE.search(script.code):
        return ()
    return tuple(dict.fromkeys(filter(_ADDRESS.fullmatch, _Walk(script, depth).jumps())))


class _Walk:
    """Goes through the brackets of a script; *open* tells for each open bracket whether code in it waits for a call."""

    def __init__(self, script: Script, depth: int) -> None:
        self._script = script
        self._depth = depth
        self._open: list[bool] = []
        self._known = Known()
        self._tests: list[bool] = []  # for each open bracket, whether it holds the condition of an if
        self._waiting = 0
        self._after_test = -1  # where the last condition of an if ended
        self._waiting_body = -1  # where the body of an arrow function begins that is no block and waits for a call

    def jumps(self) -> list[str]:
        code = self._script.code
        found: list[str] = []
        at = 0
        while token := _TOKEN.search(code, at):
            at = token.end()
            if token["jump"]:
                texts, at = text_at(self._script, at, self._known, joins_arguments=False)
                if not self._waiting and not self._is_waiting_body(token.start()):
                    found.extend(made.text.strip() for made in texts if made.whole)
            elif token["name"]:
                texts, at = text_at(self._script, at, self._known, joins_arguments=False)
                self._known.learn(token["name"], [made for made in texts if made.whole], adds=False)
            elif token["later"]:
                if not self._waiting and self._depth < _NESTED_SCRIPTS:
                    later = take_apart(self._script.strings[int(token["code"])])
                    found.extend(jumps_at_once(later, self._depth + 1))
                self._enter(waits=False)
            elif token["function"]:
                self._enter(waits=not self._runs(token))
            elif token["arrow"]:
                self._waiting_body = -1 if self._runs(token) else at
            elif token["close"]:
                self._leave(at)
            elif token["open"] == "(":
                self._enter(waits=False, tests=_TEST.search(self._before(token)) is not None)
            else:
                self._enter(waits=not self._is_block(token))
        return found

    def _is_waiting_body(self, at: int) -> bool:
        """Whether what stands *at* an offset is all that an arrow function does which waits for a call."""
        begin = self._waiting_body
        return begin >= 0 and at - begin <= _LOOK_BACK and _OWNERS.fullmatch(self._script.code, begin, at) is not None

    def _before(self, token: re.Match[str]) -> str:
        return self._script.code[max(0, token.start() - _LOOK_BACK) : token.start()]

    def _runs(self, token: re.Match[str]) -> bool:
        before = self._before(token)
        if token[0].startswith("=>"):
            parameters = _ARROW_PARAMETERS.search(before)
            before = before[: parameters.start()] if parameters else before
        runs = _RUNS_FUNCTION.search(before)
        if runs is None or runs["event"] is None:
            return runs is not None
        return self._script.strings[int(runs["event"])] in _LOADED

    def _is_block(self, token: re.Match[str]) -> bool:
        """Tell a block that is run in passing from the body of a loop, an object and the like."""
        if self._after_test >= 0 and not self._script.code[self._after_test : token.start()].strip():
            return True
        return _PLAIN_BLOCK.search(self._before(token)) is not None

    def _enter(self, *, waits: bool, tests: bool = False) -> None:
        self._open.append(waits)
        self._tests.append(tests)
        self._waiting += waits

    def _leave(self, at: int) -> None:
        if self._open:
            self._waiting -= self._open.pop()
            self._after_test = at if self._tests.pop() else -1
