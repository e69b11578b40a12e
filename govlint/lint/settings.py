"""What the user has asked of a run: plain, picklable data that every worker gets."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from govlint.lint.template.channels import Channel

PAGE_SECONDS = 20.0
"""CPU seconds that one page may take where the user asks for nothing else."""


class Override(NamedTuple):
    """Rules changed for some paths: patterns as ``.gitignore`` writes them, rules left out, severities changed."""

    paths: tuple[str, ...]
    ignore: tuple[str, ...] = ()
    severities: tuple[tuple[str, str], ...] = ()


class Suppress(NamedTuple):
    """A suppression of the configuration: a rule, on some paths or all, one fault (*key*) or all, until a day."""

    rule: str
    reason: str
    paths: tuple[str, ...] = ()
    key: str = ""
    until: date | None = None


class Settings(NamedTuple):
    """The settings of a run.

    *select* and *ignore* hold rule ids, prefixes of ids, names or slugs (nothing selected: all). *standards* holds
    ids and paths of JSON files (none: the default for the day and the kind of site). *site_kind* is ``""`` where it
    is to be guessed. *hosts* are the site's own hosts in lower case. *home* is the path of the home page, ``""``
    where it is to be found. *encoding* forces a WHATWG label on every page. *plugins* are modules to load,
    *disabled* names of plugins not to load. *exclude* are patterns of paths that are not linted. *severities* are
    pairs of rule id and ``error``, ``warning``, ``note`` or ``off``; *options* pairs of rule id and a JSON object.
    *dialects* are names of template dialects (none: they are recognised; ``"none"``: nothing is a template),
    *delimiters* pairs of what begins and ends the tags of an engine that no dialect knows, *channels* the columns that
    templates name. *sources* are pairs of a kind of source and a JSON object of its options.
    *page_seconds* is the CPU time that reading one page may take, and all rules on it together (0: no end); a second
    more is given for every million bytes. *given_by* are pairs of ``as-of`` or ``site-kind`` and who gave it where no
    option did: the ``configuration``, or the ``list`` of a batch.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    standards: tuple[str, ...] = ()
    site_kind: str = ""
    as_of: date | None = None
    hosts: tuple[str, ...] = ()
    home: str = ""
    encoding: str | None = None
    partial: bool = False
    plugins: tuple[str, ...] = ()
    disabled: frozenset[str] = frozenset()
    exclude: tuple[str, ...] = ()
    severities: tuple[tuple[str, str], ...] = ()
    options: tuple[tuple[str, str], ...] = ()
    overrides: tuple[Override, ...] = ()
    suppressions: tuple[Suppress, ...] = ()
    page_seconds: float = PAGE_SECONDS
    dialects: tuple[str, ...] = ()
    delimiters: tuple[tuple[str, str], ...] = ()
    channels: tuple[Channel, ...] = ()
    sources: tuple[tuple[str, str], ...] = ()
    given_by: tuple[tuple[str, str], ...] = ()

    def giver_of(self, name: str) -> str:
        """Return who gave ``as-of`` or ``site-kind``: ``told`` by its option, the ``configuration`` or a ``list``."""
        return dict(self.given_by).get(name, "told")

    def options_of_source(self, name: str) -> Mapping[str, Any]:
        """Return the options the user has set for a kind of source."""
        text = dict(self.sources).get(name)
        return json.loads(text) if text else {}

    def options_of(self, rule_id: str) -> Mapping[str, Any]:
        """Return the options the user has set for a rule."""
        text = dict(self.options).get(rule_id)
        return json.loads(text) if text else {}


class SettingsError(ValueError):
    """A setting that cannot be honoured; the message is Chinese first, in one line."""
