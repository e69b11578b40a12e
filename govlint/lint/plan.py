"""What a run is going to look at, decided before any page is judged: files, rules, the day, and which are templates."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from govlint.lint.clock import Clock, set_clock
from govlint.lint.examine import Job
from govlint.lint.findings.adjust import OFF, matcher
from govlint.lint.in_force import known_standards
from govlint.lint.kept.rules import import_rules
from govlint.lint.rule import Rule
from govlint.lint.selection import select
from govlint.lint.settings import Settings
from govlint.lint.template.includers import including_pages
from govlint.lint.template.tree import TemplateTree, survey
from govlint.page.names import is_page
from govlint.registry import Registry
from govlint.source.abilities import as_of
from govlint.source.model import Source, Unread

if TYPE_CHECKING:
    from govlint.lint.template.origins import Origins


class Plan(NamedTuple):
    """What a run looks at.

    *rules* are those that run, by id. *order* are all files, each with its place in the order the source is best read
    in; *unread* is what the source could not list. *beside* are pages that were not asked for, but bring in parts that
    were. *tree* is the template tree that the target is, if it is one; *apart* are the templates that lie among
    published pages. *origins* are the templates that the pages were made from, where they are known: what is found is
    followed into them.
    """

    source: Source
    settings: Settings
    registry: Registry
    rules: Mapping[str, Rule]
    clock: Clock
    order: Mapping[str, int]
    unread: tuple[Unread, ...]
    beside: frozenset[str]
    tree: TemplateTree | None
    apart: TemplateTree | None
    origins: Origins | None

    @property
    def to_examine(self) -> Sequence[str]:
        """The files that are examined as what the target is: templates among pages are not."""
        left_out = frozenset(self.apart.all_files) if self.apart is not None else frozenset()
        return [path for path in self.order if path not in left_out]

    @property
    def job(self) -> Job:
        """What the workers need to know of it."""
        late = self.source.whole_site and self.tree is None and self.origins is None
        return Job(self.source, self.settings, self.clock.day, self.tree, late=late)

    def was_asked_for(self, path: str) -> bool:
        """Whether the user named the file *path*, or what it is in."""
        return path in self.order and path not in self.beside


def plan_run(
    source: Source, settings: Settings, registry: Registry, *, today: date, origins: Origins | None = None
) -> Plan:
    """Return what linting *source* takes. Raises SettingsError where the settings cannot be honoured."""
    rules = _rules(registry, settings)
    import_rules(rule for rule in rules.values() if rule.is_asked(whole_site=source.whole_site))
    source = as_of(source, settings.as_of)
    given, unread = _files(source, settings)
    pages = [path for path in given if is_page(path)] if source.whole_site else given
    clock = set_clock(settings, source, pages, today)
    if settings.standards:
        known_standards(settings, registry)  # wrong names are said before any work is done
    beside = including_pages(source, given, registry)
    paths = [*given, *beside]
    tree = survey(source, paths, settings, registry)
    apart = _templates_apart(source, paths, settings, registry) if tree is None else None
    if tree is not None:
        origins = None  # the templates themselves
    elif apart is not None and origins is None:
        from govlint.lint.template.origins import read_templates
        from govlint.source.part import Part

        origins = read_templates(Part(source, apart.files), settings, registry)
    order = {path: at for at, path in enumerate(paths)}
    return Plan(
        source, settings, registry, rules, clock, order, tuple(unread), frozenset(beside), tree, apart, origins
    )  # fmt: skip


def _templates_apart(
    source: Source, paths: Sequence[str], settings: Settings, registry: Registry
) -> TemplateTree | None:
    """Return the templates among the pages *paths*; single files are never taken apart."""
    if not source.whole_site:
        return None
    from govlint.lint.template.apart import templates_apart

    return templates_apart(source, paths, settings, registry)


def _rules(registry: Registry, settings: Settings) -> dict[str, Rule]:
    """Return the rules that run. Raises SettingsError for a word that names no rule."""
    off = [rule_id for rule_id, severity in settings.severities if severity == OFF]
    return select(registry.rules, settings.select, [*settings.ignore, *off])


def _files(source: Source, settings: Settings) -> tuple[list[str], list[Unread]]:
    """Return the files of *source* that the settings do not exclude: those that can be read, and those that cannot."""
    excluded = matcher(settings.exclude) if settings.exclude else None
    paths: list[str] = []
    unread: list[Unread] = []
    for found in source.files():
        if excluded is not None and excluded(found.path if isinstance(found, Unread) else found):
            continue
        if isinstance(found, Unread):
            unread.append(found)
        else:
            paths.append(found)
    return paths, unread
