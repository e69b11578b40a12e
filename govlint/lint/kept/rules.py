"""What the rules of the house say of themselves, kept beside Python's byte code: a rule is imported when it is asked.

To know which rules there are takes their data alone: id, scope, severity, texts, options. Importing all of them takes
a seventh of a run on one page, of which most rules have nothing to say. What is kept is that of these very files:
whatever of govlint or its plugins has been changed since, all rules are imported once more.
"""

from __future__ import annotations

import atexit
import contextlib
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from hashlib import blake2b
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any, overload

from govlint.beside import file_beside, read_beside, write_beside
from govlint.finding import Confidence, Finding, Severity, Text
from govlint.lint.rule import Example, Needs, Rule, Scope
from govlint.stamps import HOUSE, outermost, stamps

if TYPE_CHECKING:
    from govlint.lint.context import Context

_DIGEST = 16  # bytes
_Kept = Mapping[str, Any]


class KeptRules:
    """The rules of packages as *file* holds them; *made_of* says of which code."""

    def __init__(self, file: Path | None, made_of: bytes) -> None:
        self._file = file
        self._made_of = made_of
        self._packages: dict[str, list[_Kept]] = read_beside(file, made_of) or {}
        self._is_new = False

    def known(self, package: ModuleType) -> list[Rule] | None:
        """Return the rules of *package*, None where they are not kept."""
        found = self._packages.get(package.__name__)
        return None if found is None else [_rule(kept) for kept in found]

    def take(self, package: ModuleType, rules: Iterable[tuple[str, str, Rule]]) -> None:
        """Take in the *rules* of *package*, each with its module and its name there, to be written at the end."""
        if not self._is_new:
            self._is_new = True
            atexit.register(self.write, os.getpid())
        self._packages[package.__name__] = [_kept(module, name, rule) for module, name, rule in rules]

    def write(self, process: int) -> None:
        """Write what has been taken in; a child that *process* has made leaves that to it."""
        if os.getpid() == process:
            write_beside(self._file, self._made_of, self._packages)


def kept_rules() -> KeptRules:
    """Return the rules that are kept beside the byte code of this module."""
    code = repr([stamps(folder) for folder in outermost(HOUSE)]).encode("utf-8", "surrogateescape")
    return KeptRules(file_beside(__spec__.cached, ".rules"), blake2b(code, digest_size=_DIGEST).digest())


def import_rules(rules: Iterable[Rule]) -> None:
    """Import those of *rules* that are not: before the first page is read, so that all their hints are known on it.

    What cannot be imported is said when the rule is asked.
    """
    for rule in rules:
        if isinstance(rule.check, _Late):
            with contextlib.suppress(Exception):
                _ = rule.check.rule


def _kept(module: str, name: str, rule: Rule) -> _Kept:
    plain = {field: getattr(rule, field) for field in ("id", "name", "basis", "replaces", "tags", "options")}
    words = {field: str(getattr(rule, field)) for field in ("scope", "severity", "confidence", "needs")}
    texts = {field: tuple(getattr(rule, field)) for field in ("summary", "why", "remedy")}
    return {"at": (module, name), "plain": plain, "words": words, "texts": texts}


def _rule(kept: _Kept) -> Rule:
    words: Mapping[str, str] = kept["words"]
    texts: Mapping[str, Any] = {field: Text(*text) for field, text in kept["texts"].items()}
    late = _Late(*kept["at"])
    return Rule(
        **kept["plain"],
        **texts,
        scope=Scope(words["scope"]),
        severity=Severity(words["severity"]),
        confidence=Confidence(words["confidence"]),
        needs=Needs(words["needs"]),
        examples=_LateExamples(late),
        check=late,
    )


class _Late:
    """Checks as the rule *name* of *module* does, which is imported for it."""

    def __init__(self, module: str, name: str) -> None:
        self._module = module
        self._name = name

    @cached_property
    def rule(self) -> Rule:
        rule: Rule = getattr(import_module(self._module), self._name)
        return rule

    def __call__(self, subject: Any, context: Context) -> Iterable[Finding]:
        return self.rule.check(subject, context)


class _LateExamples(Sequence[Example]):
    """The examples of a rule that is imported when they are looked at."""

    def __init__(self, late: _Late) -> None:
        self._late = late

    @overload
    def __getitem__(self, index: int) -> Example: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Example]: ...
    def __getitem__(self, index: int | slice) -> Example | Sequence[Example]:
        return self._late.rule.examples[index]

    def __len__(self) -> int:
        return len(self._late.rule.examples)

    def __iter__(self) -> Iterator[Example]:
        return iter(self._late.rule.examples)
