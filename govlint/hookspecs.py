"""What a plugin can add to govlint. First-party plugins enter by these hooks alone, as anyone's do.

A plugin is a module (or package) whose functions are marked with :data:`hookimpl`. Third parties name it in the
entry-point group ``govlint``; first-party ones are the packages of ``plugins/``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pluggy

if TYPE_CHECKING:
    from govlint.batch.bulletin import BulletinWriter
    from govlint.lint.rule import Rule
    from govlint.page.model import Page
    from govlint.page.template import Dialect
    from govlint.report.reporter import Reporter
    from govlint.source.model import SourceKind
    from govlint.standard.classes import FaultClass

PROJECT = "govlint"
hookspec = pluggy.HookspecMarker(PROJECT)
hookimpl = pluggy.HookimplMarker(PROJECT)


@hookspec
def govlint_rules() -> Iterable[Rule]:  # type: ignore[empty-body]
    """Return rules. An id that another plugin has already given makes this plugin fail."""


@hookspec
def govlint_standards() -> Iterable[Path]:  # type: ignore[empty-body]
    """Return paths of standards as JSON files that ``schemas/standard.schema.json`` accepts."""


@hookspec
def govlint_vocabulary() -> Iterable[Path]:  # type: ignore[empty-body]
    """Return paths of column vocabularies as JSON files that ``schemas/vocabulary.schema.json`` accepts."""


@hookspec
def govlint_sources() -> Iterable[SourceKind]:  # type: ignore[empty-body]
    """Return kinds of source: what opens a path that is neither a folder nor a page (an archive, a crawl)."""


@hookspec
def govlint_dialects() -> Iterable[Dialect]:  # type: ignore[empty-body]
    """Return template dialects: what masks a CMS's own tags before a page is parsed."""


@hookspec
def govlint_reporters() -> Iterable[Reporter]:  # type: ignore[empty-body]
    """Return reporters: further names for ``--format``."""


@hookspec
def govlint_redactors() -> Iterable[Callable[[str], str]]:  # type: ignore[empty-body]
    """Return functions that mask what no report may print: each takes a text and returns one of the same length."""


@hookspec
def govlint_fault_classes() -> Iterable[FaultClass]:  # type: ignore[empty-body]
    """Return classes of faults: the headings under which ``govlint survey`` counts sites."""


@hookspec
def govlint_bulletins() -> Iterable[BulletinWriter]:  # type: ignore[empty-body]
    """Return writers of bulletins: further names for ``govlint survey --format``."""


@hookspec
def govlint_page_facts(page: Page) -> Mapping[str, Any]:  # type: ignore[empty-body]
    """Return facts of the plugin's own about *page*, plain and picklable, by keys that start with its name.

    They reach site rules in ``PageFacts.extra``. This runs in the worker, once a page.
    """
