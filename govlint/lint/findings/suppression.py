"""Suppressions: faults that somebody has looked at and taken on, with a reason and, if wished, a last day.

In a page, in a comment of any syntax::

    <!-- govlint-disable-next-line GOV2001 until=2026-12-31 -- the search moves next month -->
    <!-- govlint-disable GOV9005 -- decorative pictures -->            (the whole file)
    <a href="#"> <!-- govlint-disable-line dead-navigation-link -- a tab -->

In the configuration, for what stands on no line of a page::

    [[suppress]]
    rule = "GOV1001"
    paths = ["index.html"]         # optional, as .gitignore writes them
    key = "power-list"             # optional: just this one
    reason = "published on the county's portal"
    until = 2026-12-31             # optional
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from govlint.finding import Finding, Mark, Text
from govlint.lazy_re import lazy_re
from govlint.lint.findings.adjust import matcher
from govlint.lint.own_rules import EXPIRED_SUPPRESSION, UNUSED_SUPPRESSION
from govlint.lint.rule import Rule, fail
from govlint.lint.selection import matches
from govlint.lint.settings import Suppress
from govlint.page.lines import Lines

MARKER = "govlint-disable"
_DIRECTIVE = lazy_re(
    r"govlint-disable(?P<where>-next-line|-line)?[ \t]++(?P<rules>[\w,-]++(?:[ \t]*+,[ \t]*+[\w-]++)*+)"
    r"(?:[ \t]++until=(?P<until>[\d-]{1,20}))?+(?:[ \t]*+--[ \t]++(?P<reason>[^\r\n]{1,300}))?+"
)
# How the comments of pages and template engines begin and end; a longer beginning comes first.
_COMMENTS = {
    "<!--/*": "*/-->", "<!--": "-->", "<#--": "-->", "[#--": "--]", "<%--": "--%>", "{{!--": "--}}", "{{!": "}}",
    "{{/*": "*/}}", "{/*": "*/}", "{//": "}", "{#": "#}", "{*": "*}", "#*": "*#", "/*": "*/", "//": "?>", "##": "\n",
}  # fmt: skip
_OPENED = lazy_re("(?:" + "|".join(map(re.escape, _COMMENTS)) + r")[ \t\r\n*]*+\Z")
_LONGEST_OPENING = 24
_COMMENT_END = lazy_re(r"\s*+(?:--+>|--%>|%>|\*/|#\}|\*\}|\?>|/?\]).*$", re.DOTALL)


class Directive(NamedTuple):
    """A suppression comment: the *line* it holds for (0: the whole file), the rules it names, where it stands."""

    line: int
    rules: tuple[str, ...]
    reason: str
    until: str
    span: tuple[int, int]


class Suppressed(NamedTuple):
    """A finding that is suppressed: where (``inSource`` or ``external``, SARIF's words) and why.

    *known* says whether the baseline of the run knows it too.
    """

    finding: Finding
    kind: str
    reason: str
    known: bool = False


def find_directives(source: str, lines: Lines) -> tuple[Directive, ...]:
    """Return the suppression comments in the decoded text *source*, in order."""
    if MARKER not in source:
        return ()
    found = []
    for match in _DIRECTIVE.finditer(source):
        line = lines.at(match.start())[0]
        holds = {None: 0, "-line": line, "-next-line": line + 1}[match["where"]]
        names = tuple(word.strip() for word in match["rules"].split(",") if word.strip())
        reason = _within(source, match.start(), match["reason"] or "")
        found.append(Directive(holds, names, reason, match["until"] or "", match.span()))
    return tuple(found)


def _within(source: str, start: int, reason: str) -> str:
    """Return *reason* as far as the comment goes that holds the offset *start*."""
    opened = _OPENED.search(source[max(0, start - _LONGEST_OPENING) : start])
    if opened is None:
        return _COMMENT_END.sub("", reason).strip()
    opening = next(each for each in _COMMENTS if opened[0].startswith(each))
    return reason.partition(_COMMENTS[opening])[0].strip()


@dataclass
class _Entry:
    """One suppression, from a page or the configuration, and whether anything was suppressed by it."""

    path: str
    directive: Directive
    used: bool = False

    def problem(self, today: date) -> str:
        """Return ``"reason"`` where none is given, ``"date"`` or ``"expired"`` for its last day, else ``""``."""
        if not self.directive.reason:
            return "reason"
        if not self.directive.until:
            return ""
        try:
            return "expired" if date.fromisoformat(self.directive.until) < today else ""
        except ValueError:
            return "date"


class Suppressions:
    """All suppressions of a run. Ask :meth:`split` for every batch of findings, then :meth:`findings` once."""

    def __init__(
        self,
        directives: Mapping[str, Sequence[Directive]],
        configured: Iterable[Suppress],
        rules: Mapping[str, Rule],
        today: date,
    ) -> None:
        self._rules = rules
        self._today = today
        self._by_path = {path: [_Entry(path, one) for one in found] for path, found in directives.items() if found}
        self._configured = [(one, matcher(one.paths) if one.paths else None) for one in configured]
        self.suppressed: list[Suppressed] = []

    def split(self, findings: Iterable[Finding]) -> list[Finding]:
        """Return the findings that stand; the others are kept in ``suppressed``. GOV0 findings always stand."""
        return [finding for finding in findings if finding.rule_id.startswith("GOV0") or not self._takes(finding)]

    def _takes(self, finding: Finding) -> bool:
        region = finding.location.region
        line = region.start_line if region else 0
        for entry in self._by_path.get(finding.location.path, ()):
            if entry.problem(self._today) or entry.directive.line not in (0, line):
                continue
            if self._names(entry.directive.rules, finding.rule_id):
                entry.used = True
                self.suppressed.append(Suppressed(finding, "inSource", entry.directive.reason))
                return True
        for one, on_path in self._configured:
            if (
                self._names((one.rule,), finding.rule_id)
                and one.key in ("", finding.key)
                and (on_path is None or on_path(finding.location.path))
                and not (one.until and one.until < self._today)
            ):
                self.suppressed.append(Suppressed(finding, "external", one.reason))
                return True
        return False

    def _names(self, words: Iterable[str], rule_id: str) -> bool:
        rule = self._rules.get(rule_id)
        return rule is not None and any(matches(rule, word) for word in words)

    def findings(self) -> list[tuple[Rule, Finding]]:
        """Return what is wrong with the suppressions themselves: unused, without a reason, past their day."""
        made = []
        for entries in self._by_path.values():
            for entry in entries:
                problem = entry.problem(self._today)
                if problem == "expired":
                    made.append((EXPIRED_SUPPRESSION, _finding(entry, _EXPIRED)))
                elif problem or not entry.used:
                    made.append((UNUSED_SUPPRESSION, _finding(entry, _WORDS[problem])))
        return made


_EXPIRED = Text("已过期，请整改问题或写明新的期限。", "has expired; mend the fault or set a new day.")
_WORDS = {
    "": Text("没有抑制任何问题，请删除。", "suppresses nothing; delete it."),
    "reason": Text("没有写明理由，不生效；请在 -- 后写明理由。", "gives no reason and is void; give one after --."),
    "date": Text("的 until 不是日期，不生效；请写成 YYYY-MM-DD。", "has an until= that is no date; write YYYY-MM-DD."),
}


def _finding(entry: _Entry, words: Text) -> Finding:
    names = ", ".join(entry.directive.rules)
    message = Text(f"对“{names}”的抑制注释{words.zh}", f"The suppression of “{names}” {words.en}")
    return fail(message, entry.path, Mark(span=entry.directive.span), key=f"{names} {entry.directive.until}")
