"""What a shell offers behind a half-written word: rules, standards, formats. Click writes the scripts."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

import click

from govlint.registry import load_registry

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

Complete = Callable[[click.Context, click.Parameter, str], "list[CompletionItem]"]


def _offer(words: Callable[[], Iterable[tuple[str, str]]]) -> Complete:
    """Return what click asks for: those of *words* (with their meaning) that go on what is written.

    Options that take lists go on behind the last comma.
    """

    def complete(_ctx: click.Context, _parameter: click.Parameter, written: str) -> list[CompletionItem]:
        from click.shell_completion import CompletionItem

        before, comma, started = written.rpartition(",")
        return [
            CompletionItem(before + comma + word, help=meaning)
            for word, meaning in words()
            if word.lower().startswith(started.lower())
        ]

    return complete


def _rules() -> Iterable[tuple[str, str]]:
    for rule in load_registry().rules.values():
        yield rule.id, rule.summary.zh
        yield rule.slug, rule.summary.zh


def _standards() -> Iterable[tuple[str, str]]:
    return ((standard.id, standard.title.zh) for standard in load_registry().standards.values())


def _formats() -> Iterable[tuple[str, str]]:
    return ((reporter.name, reporter.summary.zh) for reporter in load_registry().reporters.values())


def _bulletins() -> Iterable[tuple[str, str]]:
    yield from dict.fromkeys(("text", "json", "csv", "markdown"), "").items()
    yield from ((writer.name, writer.summary.zh) for writer in load_registry().bulletins.values())


RULES = _offer(_rules)
STANDARDS = _offer(_standards)
FORMATS = _offer(_formats)
BULLETINS = _offer(_bulletins)
