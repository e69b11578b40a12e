"""A folder that holds an export and the templates it is made from: each is judged by its own.

Some systems keep their templates in the folder they publish to. As pages these would be full of faults that no visitor
sees; so they are told from the pages and linted as templates. What is missing is said of the pages, which are there to
be judged; and what is found on pages is followed into the templates without being asked.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from govlint.lint.own_rules import NOTHING_TO_LINT
from govlint.lint.result import Result, position
from govlint.lint.rule import Rule, Scope
from govlint.lint.settings import Settings
from govlint.lint.template.include_files import IncludeFiles
from govlint.lint.template.tree import MANY, NAMED, NO_DIALECT, TemplateTree, is_copy, mapped, text_of
from govlint.lint.template.waiting import WAITING
from govlint.page.lexing import Tag, lexer_of
from govlint.page.names import may_be_template
from govlint.page.template import Dialect, Kind
from govlint.source.model import Source

if TYPE_CHECKING:
    from govlint.registry import Registry

_OF_A_TARGET = (WAITING.id, NOTHING_TO_LINT.id)  # said of a target, which the templates are not

_FEW = 48  # files that are all looked into
_MANY_UNNAMED = 20  # tags of a file among them that is not named like a template


def templates_apart(
    source: Source, paths: Sequence[str], settings: Settings, registry: Registry
) -> TemplateTree | None:
    """Return the templates among the pages *paths* of *source*, None where there are none.

    A template is named like one and holds several tags, or holds many among few files; and so is what it includes, and
    what holds tags beside that.
    """
    if not source.whole_site or settings.dialects or settings.delimiters:
        return None
    copies = tuple(path for path in paths if is_copy(path))
    candidates = [path for path in paths if may_be_template(path) and not is_copy(path)]
    spoken: dict[str, tuple[Dialect, ...]] = {}
    sure = False
    for path in candidates:
        named = NAMED.search(path) is not None
        if not named and len(candidates) > _FEW:
            continue
        text = text_of(source, path, settings.encoding)
        dialects = _dialects(path, text, registry)
        tags = len(list(lexer_of(dialects).tags(text))) if dialects else 0
        if tags >= MANY:
            spoken[path] = dialects
            sure |= named or tags >= _MANY_UNNAMED
    if not sure:
        return None
    names = tuple(dict.fromkeys(dialect.name for dialects in spoken.values() for dialect in dialects))
    files = _with_parts(spoken, candidates, source, settings, registry)
    folders = {path.rpartition("/")[0] for path in files}
    beside = tuple(path for path in copies if path.rpartition("/")[0] in folders)
    tree = TemplateTree(names, (), tuple(path for path in candidates if path in files), True, left_out=beside)
    return mapped(tree, source, settings, registry)


def _dialects(path: str, text: str, registry: Registry) -> tuple[Dialect, ...]:
    return tuple(each for each in registry.dialects if not each.helper and each.recognise(path, text))


def _with_parts(
    spoken: Mapping[str, tuple[Dialect, ...]],
    candidates: Sequence[str],
    source: Source,
    settings: Settings,
    registry: Registry,
) -> frozenset[str]:
    """Return the templates *spoken* with all they include, and with what holds tags in the folders of that."""
    index = IncludeFiles(candidates)
    found = set(spoken)
    waiting = list(spoken)
    while waiting:
        path = waiting.pop()
        text = text_of(source, path, settings.encoding)
        for part in _included(path, text, index, registry):
            if part not in found:
                found.add(part)
                waiting.append(part)
    folders = {path.rpartition("/")[0] for path in found - set(spoken)} - {""}
    for path in candidates:
        if path not in found and path.rpartition("/")[0] in folders:
            text = text_of(source, path, settings.encoding)
            if next(_tags(path, text, registry), None) is not None:
                found.add(path)
    return frozenset(found)


def _tags(path: str, text: str, registry: Registry) -> Iterator[Tag]:
    dialects = _dialects(path, text, registry)
    return lexer_of(dialects).tags(text) if dialects else iter(())


def _included(path: str, text: str, index: IncludeFiles, registry: Registry) -> Iterator[str]:
    forms = {form: dialect for dialect in registry.dialects for form in dialect.forms}
    for tag in _tags(path, text, registry):
        if tag.kind is Kind.INCLUDE and tag.target():
            dialect = forms[tag.form]
            if part := index.find(path, tag.target(), dialect.folders, dialect.endings, tag.form.exact):
                yield part


def settings_apart(settings: Settings, tree: TemplateTree, rules: Mapping[str, Rule], result: Result) -> Settings:
    """Return the settings to lint the templates *tree* with: *rules* that need no more than a page, the site's day."""
    chosen = tuple(rule.id for rule in rules.values() if rule.scope is Scope.PAGE)
    day, kind = result.clock.day, result.kind.kind
    return settings._replace(dialects=tree.voted or (NO_DIALECT,), select=chosen, as_of=day, site_kind=kind)


def both(of_pages: Result, of_templates: Result) -> Result:
    """Return the result of the pages with what was found on the templates beside them and not said of the pages."""
    said = {(found.rule_id, origin.path, origin.region) for found in of_pages.findings for origin in found.origins}
    prefix = of_pages.prefix
    more = [
        found
        for found in of_templates.findings
        if found.rule_id not in _OF_A_TARGET
        and (found.rule_id, prefix + found.location.path, found.location.region) not in said
    ]
    return replace(
        of_pages,
        findings=tuple(sorted((*of_pages.findings, *more), key=position)),
        suppressed=(*of_pages.suppressed, *of_templates.suppressed),
        broken=tuple(dict.fromkeys((*of_pages.broken, *of_templates.broken))),
        apart=of_templates.templates,
    )
