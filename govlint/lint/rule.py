"""What a rule is: data about itself and one function over facts.

A rule module holds one ``@rule(...)``-decorated function. Its examples are its tests, its page in the docs, what
``govlint explain`` prints and SARIF's help.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from types import ModuleType
from typing import TYPE_CHECKING, Any, NamedTuple

from govlint.finding import WHOLE_PAGE, Confidence, Finding, Fix, Location, Mark, Severity, Text, Verdict

if TYPE_CHECKING:
    from govlint.lint.context import Context
    from govlint.lint.kept.rules import KeptRules

_OWN = "govlint.plugins."


class Scope(StrEnum):
    """What a rule looks at: one page, the whole site, or the run itself (govlint's own GOV0 rules)."""

    PAGE = "page"
    SITE = "site"
    RUN = "run"


class Needs(StrEnum):
    """What a finding of the rule rests on, and so what of a template must be known for it to stand there."""

    LITERAL = "literal"  # what is written out: a fault whatever publishing does
    ATTRIBUTE = "attribute"  # that an element lacks something: no tag among its attributes may add it
    HEAD = "head"  # that the heads of pages lack something: META tags, a title
    TOP = "top"  # that the tops of pages lack a text or a picture
    FOOTER = "footer"  # that the bottoms of pages lack a text, a picture or a link
    SEARCH = "search"  # that the home page lacks a box, or a link that leads to one
    HOME_LINK = "home-link"  # that the frame of the home page lacks a link
    MENU = "menu"  # that nothing on the site has a name: a column, a link, a heading
    PUBLISHED = "published"  # what publishing alone decides: lists, dates, targets of links


class Expected(NamedTuple):
    """A finding an example must give: its place as *line* and *column* (0: any), words of its Chinese message."""

    path: str
    line: int = 0
    column: int = 0
    words: str = ""
    verdict: Verdict = Verdict.FAIL


class Example(NamedTuple):
    """A small site that shows the rule at work: *files* by path, and what must be found there (nothing: it passes).

    *options* are the rule's settings for it, where it needs any.
    """

    title: Text
    files: Mapping[str, str | bytes]
    expected: tuple[Expected, ...] = ()
    standards: tuple[str, ...] = ()
    site_kind: str = ""
    as_of: date | None = None
    hosts: tuple[str, ...] = ()
    options: Mapping[str, Any] | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """A rule as the registry holds it; it is equal to itself alone.

    *id* is opaque (``GOV1001``), *name* Pascal case, *check* the function.
    *options* are the settings it takes, by name, each a JSON Schema with a ``default`` and a ``description``.
    *needs* says what it can tell of templates; rules on pages are taken to need what is written out alone, rules on
    sites to need them published.
    """

    id: str
    name: str
    scope: Scope
    severity: Severity
    confidence: Confidence
    summary: Text
    why: Text
    remedy: Text
    examples: Sequence[Example]
    basis: tuple[str, ...]
    replaces: tuple[str, ...]
    tags: tuple[str, ...]
    options: Mapping[str, Any]
    check: Callable[[Any, Context], Iterable[Finding]]
    needs: Needs = Needs.LITERAL

    @property
    def slug(self) -> str:
        """The name in kebab case: ``MissingMandatoryColumn`` → ``missing-mandatory-column``."""
        return re.sub(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "-", self.name).lower()

    def is_asked(self, *, whole_site: bool) -> bool:
        """Whether the rule is asked of a target: of single files those rules on sites that one page is enough for."""
        return self.scope is Scope.PAGE or (self.scope is Scope.SITE and (whole_site or "single-file" in self.tags))


def rule(
    id: str,
    name: str,
    *,
    scope: Scope,
    severity: Severity,
    summary: Text,
    why: Text,
    remedy: Text,
    confidence: Confidence = Confidence.HIGH,
    examples: Iterable[Example] = (),
    basis: Iterable[str] = (),
    replaces: Iterable[str] = (),
    tags: Iterable[str] = (),
    options: Mapping[str, Any] | None = None,
    needs: Needs | None = None,
) -> Callable[[Callable[[Any, Context], Iterable[Finding]]], Rule]:
    """Make a Rule of the decorated function, which takes a Page or a Site and a Context and yields findings."""

    def decorate(check: Callable[[Any, Context], Iterable[Finding]]) -> Rule:
        return Rule(
            id, name, scope, severity, confidence, summary, why, remedy,
            tuple(examples), tuple(basis), tuple(replaces), tuple(tags), dict(options or {}), check,
            needs or (Needs.PUBLISHED if scope is Scope.SITE else Needs.LITERAL),
        )  # fmt: skip

    return decorate


def _answer(
    verdict: Verdict,
    message: Text,
    path: str,
    mark: Mark | int,
    key: str,
    related: Iterable[Location],
    reason: Text | None,
    properties: Mapping[str, str | int | float | bool],
    fix: Fix | None = None,
) -> Finding:
    place = Mark(mark) if isinstance(mark, int) else mark
    pairs = tuple(sorted(properties.items()))
    return Finding(verdict, message, Location(path, place), key, tuple(related), reason, pairs, fix=fix)


def fail(
    message: Text,
    path: str,
    mark: Mark | int = WHOLE_PAGE,
    *,
    key: str,
    related: Iterable[Location] = (),
    fix: Fix | None = None,
    **properties: str | int | float | bool,
) -> Finding:
    """Return a fault at *mark* of the page *path*; *key* names what it is about, free of positions."""
    return _answer(Verdict.FAIL, message, path, mark, key, related, None, properties, fix)


def review(
    message: Text,
    path: str,
    mark: Mark | int = WHOLE_PAGE,
    *,
    key: str,
    reason: Text,
    related: Iterable[Location] = (),
    **properties: str | int | float | bool,
) -> Finding:
    """Return a review: the files cannot tell; *reason* says why and what would decide it."""
    return _answer(Verdict.REVIEW, message, path, mark, key, related, reason, properties)


def passed(message: Text, path: str, mark: Mark | int = WHOLE_PAGE, *, key: str) -> Finding:
    """Return a pass: kept out of every report that does not ask for passes."""
    return _answer(Verdict.PASS, message, path, mark, key, (), None, {})


def rules_in(package: ModuleType) -> list[Rule]:
    """Return the rules of every module of *package*, so that a new file in a folder is all a new rule needs.

    Rules of govlint's own packages are imported when they are first asked (see :mod:`govlint.lint.kept.rules`).
    """
    if not package.__name__.startswith(_OWN):
        return [rule for _, _, rule in _imported(package)]
    kept = _kept_rules()
    known = kept.known(package)
    if known is None:
        found = list(_imported(package))
        kept.take(package, found)
        known = [rule for _, _, rule in found]
    return known


@cache
def _kept_rules() -> KeptRules:
    from govlint.lint.kept.rules import kept_rules

    return kept_rules()


def _imported(package: ModuleType) -> Iterator[tuple[str, str, Rule]]:
    """Yield the rules of *package*, each with its module and its name there."""
    import importlib
    import pkgutil

    for found in sorted(pkgutil.iter_modules(package.__path__), key=lambda found: found.name):
        module = importlib.import_module(f"{package.__name__}.{found.name}")
        for name, value in vars(module).items():
            if isinstance(value, Rule):
                yield module.__name__, name, value
