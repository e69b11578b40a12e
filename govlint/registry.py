"""How plugins are found and run: one registry, and a plugin that fails is said, never skipped in silence."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any, NamedTuple, cast

import pluggy

from govlint import hookspecs, plugins
from govlint.installed import installed
from govlint.lint.rule import Rule

if TYPE_CHECKING:
    from govlint.batch.bulletin import BulletinWriter
    from govlint.page.model import Page
    from govlint.page.template import Dialect
    from govlint.report.reporter import Reporter
    from govlint.source.model import SourceKind
    from govlint.standard.classes import FaultClass
    from govlint.standard.model import Standard
    from govlint.standard.vocabulary import Vocabulary

FIRST_PARTY = "govlint"
PageFactsHook = Callable[..., Mapping[str, Any]]


class PluginFailure(NamedTuple):
    """A plugin that could not be loaded or whose hook failed: its name, the hook (or ``"import"``), and the error."""

    plugin: str
    hook: str
    error: str


class PluginInfo(NamedTuple):
    """What ``govlint plugins`` shows: name, distribution and its version, the hooks it implements."""

    name: str
    distribution: str
    version: str
    hooks: tuple[str, ...]


@dataclass
class Registry:
    """Everything the plugins have given. Hooks are asked when their answers are first needed."""

    manager: pluggy.PluginManager
    infos: list[PluginInfo] = field(default_factory=list)
    failures: list[PluginFailure] = field(default_factory=list)

    def _gather(self, hook: str) -> Iterable[tuple[str, Any]]:
        """Yield (plugin, answer) for each plugin that implements *hook*; a failing plugin is recorded and left out."""
        for implementation in getattr(self.manager.hook, hook).get_hookimpls():
            try:
                answers = list(implementation.function())
            except Exception as error:  # a plugin may raise anything
                self._failed(implementation.plugin_name, hook, error)
                continue
            for answer in answers:
                yield implementation.plugin_name, answer

    def _failed(self, plugin: str, hook: str, error: Exception) -> None:
        self.failures.append(PluginFailure(plugin, hook, f"{type(error).__name__}: {error}"))

    @cached_property
    def rules(self) -> Mapping[str, Rule]:
        """All rules by id, sorted. Of two rules with one id the first stands and the second plugin has failed."""
        from govlint.lint.own_rules import OWN_RULES
        from govlint.lint.template.waiting import WAITING

        rules = {rule.id: rule for rule in (*OWN_RULES, WAITING)}
        self.rule_plugins: dict[str, str] = dict.fromkeys(rules, FIRST_PARTY)
        for plugin, rule in self._gather("govlint_rules"):
            if not isinstance(rule, Rule):
                self._failed(plugin, "govlint_rules", TypeError(f"{rule!r} is not a Rule"))
            elif rule.id in rules:
                self._failed(plugin, "govlint_rules", ValueError(f"the rule id {rule.id} is already taken"))
            else:
                rules[rule.id] = rule
                self.rule_plugins[rule.id] = plugin
        return dict(sorted(rules.items()))

    def distribution_of(self, rule_id: str) -> PluginInfo | None:
        """Return the plugin a rule comes from, None for govlint's own and first-party rules."""
        name = self.rule_plugins.get(rule_id, FIRST_PARTY) if self.rules else FIRST_PARTY
        return next((info for info in self.infos if info.name == name and info.distribution != FIRST_PARTY), None)

    @cached_property
    def standards(self) -> dict[str, Standard]:
        """The standards by id, ``extends`` not yet resolved."""
        from govlint.standard.load import StandardError, load_standard, load_user_standard

        found: dict[str, Standard] = {}
        for plugin, path in self._gather("govlint_standards"):
            first_party = any(info.name == plugin and info.distribution == FIRST_PARTY for info in self.infos)
            try:
                standard = load_standard(path) if first_party else load_user_standard(path)
            except (StandardError, OSError) as error:
                self._failed(plugin, "govlint_standards", error)
            else:
                found.setdefault(standard.id, standard)
        return dict(sorted(found.items()))

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The names of columns, all plugins' files together."""
        from govlint.standard.vocabulary import Vocabulary, load_vocabulary

        vocabularies = []
        for plugin, path in self._gather("govlint_vocabulary"):
            try:
                vocabularies.append(load_vocabulary(path))
            except (ValueError, OSError) as error:
                self._failed(plugin, "govlint_vocabulary", error)
        return Vocabulary.merge(vocabularies)

    @cached_property
    def sources(self) -> tuple[SourceKind, ...]:
        """What opens paths that are neither folders nor pages."""
        return tuple(kind for _, kind in self._gather("govlint_sources"))

    @cached_property
    def dialects(self) -> tuple[Dialect, ...]:
        """The template dialects."""
        return tuple(dialect for _, dialect in self._gather("govlint_dialects"))

    @cached_property
    def reporters(self) -> Mapping[str, Reporter]:
        """The reporters by name, govlint's own first."""
        from govlint.report.reporter import CORE_REPORTERS

        return self._formats("govlint_reporters", CORE_REPORTERS)

    @cached_property
    def redactors(self) -> tuple[Callable[[str], str], ...]:
        """What masks personal numbers and the like in everything that is printed."""
        return tuple(redactor for _, redactor in self._gather("govlint_redactors"))

    @cached_property
    def fault_classes(self) -> tuple[FaultClass, ...]:
        """The headings under which a survey counts sites."""
        return tuple(found for _, found in self._gather("govlint_fault_classes"))

    @cached_property
    def bulletins(self) -> Mapping[str, BulletinWriter]:
        """The writers of bulletins by name; of two with one name the first stands."""
        return self._formats("govlint_bulletins", ())

    def _formats(self, hook: str, own: Iterable[Any]) -> dict[str, Any]:
        """Return by name what writes formats: govlint's *own*, then what plugins give by *hook*."""
        formats = {writer.name: writer for writer in own}
        for plugin, writer in self._gather(hook):
            if writer.name in formats:
                self._failed(plugin, hook, ValueError(f"the format {writer.name} is already taken"))
            else:
                formats[writer.name] = writer
        return formats

    @cached_property
    def page_facts(self) -> tuple[tuple[str, PageFactsHook], ...]:
        """The functions that add facts of a plugin's own, with the plugin's name."""
        implementations = self.manager.hook.govlint_page_facts.get_hookimpls()
        return tuple((found.plugin_name, cast(PageFactsHook, found.function)) for found in implementations)

    def extra_facts(self, page: Page) -> tuple[dict[str, Any], list[PluginFailure]]:
        """Ask every plugin for its own facts of *page*; what fails is returned beside them."""
        facts: dict[str, Any] = {}
        failures = []
        for plugin, function in self.page_facts:
            try:
                facts.update(function(page=page))
            except Exception as error:  # a plugin may raise anything
                failures.append(PluginFailure(plugin, "govlint_page_facts", f"{type(error).__name__}: {error}"))
        return facts, failures


def _first_party() -> Iterable[tuple[str, Callable[[], ModuleType]]]:
    for found in sorted(pkgutil.iter_modules(plugins.__path__), key=lambda found: found.name):
        if not found.name.startswith("_"):
            name = f"govlint.plugins.{found.name}"
            yield found.name, lambda name=name: importlib.import_module(name)  # type: ignore[misc]


@lru_cache(maxsize=4)
def load_registry(extra: tuple[str, ...] = (), disabled: frozenset[str] = frozenset()) -> Registry:
    """Load all plugins but those *disabled* by name; *extra* names modules to load beside the installed ones.

    Never raises for a plugin's sake: what fails is in ``Registry.failures``.
    """
    from govlint import __version__

    manager = pluggy.PluginManager(hookspecs.PROJECT)
    manager.add_hookspecs(hookspecs)
    registry = Registry(manager)
    candidates: list[tuple[str, str, str, Callable[[], Any]]] = [
        (name, FIRST_PARTY, __version__, load) for name, load in _first_party()
    ]
    for point in installed(hookspecs.PROJECT):
        name, version = (point.dist.name, point.dist.version) if point.dist else ("", "")
        candidates.append((point.name, name, version, point.load))
    candidates += [(name, name, "", lambda name=name: importlib.import_module(name)) for name in extra]  # type: ignore[misc]
    for name, distribution_name, version, load in candidates:
        if name in disabled:
            continue
        try:
            plugin = load()
            manager.register(plugin, name=name)
            manager.check_pending()
        except Exception as error:  # a plugin may raise anything
            registry._failed(name, "import", error)
            if manager.has_plugin(name):
                manager.unregister(name=name)
            continue
        hooks = tuple(sorted(caller.name for caller in manager.get_hookcallers(plugin) or ()))
        registry.infos.append(PluginInfo(name, distribution_name, version, hooks))
    return registry


def standard_paths(values: Iterable[str]) -> tuple[list[str], list[Path]]:
    """Split what ``--standard`` was given into ids and paths of files (whatever ends in ``.json``)."""
    ids: list[str] = []
    paths: list[str] = []
    for value in values:
        (paths if value.endswith(".json") else ids).append(value)
    return ids, [Path(path) for path in paths]
