"""A tree of templates: how it is told from an export, which files are pages of their own, what they include."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from govlint.lazy_re import lazy_re
from govlint.lint.settings import Settings
from govlint.page.decode import decode
from govlint.page.names import may_be_template
from govlint.page.template import BRINGING, Dialect, declared
from govlint.registry import load_registry
from govlint.source.directory import FilesSource
from govlint.source.model import Source

if TYPE_CHECKING:
    from govlint.lint.template.include_files import IncludeFiles
    from govlint.page.lexing import Tag
    from govlint.page.slots import Prepared
    from govlint.registry import Registry

NO_DIALECT = "none"
_SAMPLE = 48  # files looked at to tell a tree of templates from an export
_HEAD = 64 * 1024  # bytes of each that are looked at
_SHARE = 0.3  # of these that must be templates
_RARE = 0.05  # a dialect that fewer of them speak is not looked for everywhere
MANY = 4
"""Tags that make a template of a file that is named like a page."""
_MOST_FILES = 20_000  # a larger tree is no theme
# Names that only sources have: a mirror stores answers as .jsp, .aspx and .php, too.
NAMED = lazy_re(
    r"\.(?:ftl[hx]?|vm|vtl|jspf|tag|ascx|master|cshtml|tpl|twig|j2|jinja2?|njk|liquid)$"
    r"|(?:^|/)(?:templates?|templets|tpl|themes?|views|WEB-INF|moban|模板)/|(?:^|/)T_[^/]*模板",
    re.IGNORECASE,
)
_HOME = lazy_re(
    r"(?:T_)?\w{0,12}(?:首页|主页)\w{0,6}|(?:\w{1,8}[-_])?(?:index|default|home|main|shouye)", re.IGNORECASE
)
_HTML = lazy_re(r"<[a-z!]", re.IGNORECASE)
_GENERATED = lazy_re(r"_parsed\.html?$|(?:^|/)(?:caches_template|e/data/tmp|target)/", re.IGNORECASE)
# Editors and other parts of third parties that trees carry along: not the vendor's to mend.
_FOREIGN = lazy_re(
    r"(?:^|/)(?:u(?:m)?editor|[fc]keditor|kindeditor|xheditor|tinymce|codemirror|spellerpages|my97datepicker"
    r"|node_modules|bower_components)/",
    re.IGNORECASE,
)
_STALE = lazy_re(r"\.bak$|副本|备份|[-_ ](?:old|copy|bak|backup)\.\w+$|~$", re.IGNORECASE)


@dataclass(frozen=True)
class TemplateTree:
    """The templates of a target, picklable.

    *voted* are the names of the dialects found (or told), the most frequent first; *files* all files that may be
    templates, *roots* those no other one includes: the pages. *reached* tells of an included file how many roots
    bring it in. *left_out* are generated and stale copies, and third parties' files. *counts* are files by dialect,
    *includes* those found, *tags* and *broken* tags counted; *plain* files hold markup without any known tag, *other*
    ones nothing of either.
    """

    voted: tuple[str, ...]
    delimiters: tuple[tuple[str, str], ...]
    files: tuple[str, ...]
    whole: bool
    roots: frozenset[str] = frozenset()
    reached: Mapping[str, int] = field(default_factory=dict)
    left_out: tuple[str, ...] = ()
    counts: Mapping[str, int] = field(default_factory=dict)
    includes: int = 0
    resolved: int = 0
    tags: int = 0
    broken: int = 0
    plain: int = 0
    other: int = 0

    @cached_property
    def _index(self) -> IncludeFiles:
        from govlint.lint.template.include_files import IncludeFiles

        return IncludeFiles(self.files)

    def is_member(self, path: str) -> bool:
        """Whether *path* is one of the templates that other templates bring in, or a copy: no page of its own."""
        return path in self._members

    @property
    def all_files(self) -> tuple[str, ...]:
        """The templates and the copies of them."""
        return (*self.files, *self.left_out)

    @cached_property
    def home(self) -> str:
        """The template of the home page, as its name and its place tell; ``""`` where none or several may be it."""
        named = [path for path in self.roots if _HOME.fullmatch(path.rpartition("/")[2].partition(".")[0])]
        depth = min((path.count("/") for path in named), default=0)
        nearest = [path for path in named if path.count("/") == depth]
        return nearest[0] if len(nearest) == 1 else ""

    @cached_property
    def _members(self) -> frozenset[str]:
        return frozenset((*self.files, *self.left_out)) - self.roots

    def dialects_of(self, registry: Registry, path: str, text: str) -> tuple[Dialect, ...]:
        """Return the dialects of a file: those of the tree that its text speaks, and the tree's main one."""
        known = {dialect.name: dialect for dialect in registry.dialects}
        spoken = [known[name] for name in self.voted if name in known and known[name].recognise(path, text)]
        if not spoken:  # a file in another dialect than the rest
            spoken = [each for each in registry.dialects if not each.helper and each.recognise(path, text)]
        own_suffix = any(path.lower().endswith(dialect.suffixes) for dialect in spoken if dialect.suffixes)
        if not own_suffix and not any(dialect.name in self.voted[:1] for dialect in spoken):
            spoken += [known[name] for name in self.voted[:1] if name in known]
        helpers = [each for each in registry.dialects if each.helper and each.recognise(path, text)]
        own = [declared(self.delimiters)] if self.delimiters else []
        order = {name: number for number, name in enumerate(known)}
        return tuple(own + sorted(dict.fromkeys([*spoken, *helpers]), key=lambda dialect: order[dialect.name]))

    def prepared(self, source: Source, settings: Settings, registry: Registry, path: str, text: str) -> Prepared:
        """Return the template *text* of *path* with its includes put in and its tags masked."""
        from govlint.lint.template.channels import known_columns
        from govlint.page.compose import compose
        from govlint.page.prepare import prepare

        def dialects_of(path: str, text: str) -> tuple[Dialect, ...]:
            return self.dialects_of(registry, path, text)

        def find(includer: str, tag: Tag) -> tuple[str, str] | None:
            found = self.included(registry, includer, tag)
            candidates = [found] if found else self._beside(source, registry, includer, tag)
            for candidate in candidates:
                try:
                    return candidate, decode(source.read(candidate), forced=settings.encoding).text
                except (OSError, ValueError):
                    continue
            return None

        composed = compose(path, text, dialects_of, find)
        if not self.whole:  # the file may be there, but not among those given
            known = tuple(
                each._replace(why="elsewhere" if each.why == "missing" else each.why) for each in composed.includes
            )
            composed = replace(composed, includes=known)
        prepared = prepare(composed.text, composed.dialects, composed)
        return prepared._replace(columns=known_columns(settings.channels)) if settings.channels else prepared

    def _beside(self, source: Source, registry: Registry, includer: str, tag: Tag) -> Iterable[str]:
        """Return where an included file may lie that is not among the single files given."""
        dialect = next((each for each in registry.dialects if tag.form in each.forms), None)
        if self.whole or dialect is None or not isinstance(source, FilesSource):
            return ()
        from govlint.lint.template.include_files import likely_paths

        return likely_paths(includer, tag.target(), dialect.folders, dialect.endings)

    def preparer(self, source: Source, settings: Settings, path: str) -> Callable[[str], Prepared] | None:
        """Return what makes a template of the text of *path*, None for a file that is no page of its own."""
        if path not in self.roots:
            return None
        registry = load_registry(settings.plugins, settings.disabled)
        return lambda text: self.prepared(source, settings, registry, path, text)

    def included(self, registry: Registry, includer: str, tag: Tag) -> str:
        """Return the file that the include *tag* of the file *includer* brings in, ``""`` where none can be told."""
        target = tag.target()
        dialect = next((each for each in registry.dialects if tag.form in each.forms), None)
        if not target or dialect is None:
            return ""
        return self._index.find(includer, target, dialect.folders, dialect.endings, tag.form.exact)


def survey(source: Source, paths: Sequence[str], settings: Settings, registry: Registry) -> TemplateTree | None:
    """Return the template tree that the files *paths* of *source* are, None where they are pages."""
    if NO_DIALECT in settings.dialects:
        return None
    candidates = [path for path in paths if may_be_template(path)]
    told = settings.dialects or (("declared",) if settings.delimiters else ())
    if not candidates or len(candidates) > _MOST_FILES:
        return None
    left_out = tuple(path for path in paths if is_copy(path))
    copies = frozenset(left_out)
    files = tuple(path for path in candidates if path not in copies)
    voted = told or _vote(source, files, registry)
    if not voted:
        return None
    tree = TemplateTree(voted, settings.delimiters, files, source.whole_site, left_out=left_out)
    return mapped(tree, source, settings, registry)


def is_copy(path: str) -> bool:
    """Whether *path* is named as what an engine has made of a template, an old copy of one, or a third party's file."""
    return any(pattern.search(path) is not None for pattern in (_GENERATED, _STALE, _FOREIGN))


def _vote(source: Source, candidates: Sequence[str], registry: Registry) -> tuple[str, ...]:
    """Return the names of the dialects of a tree, none where too few of its files are templates."""
    step = max(1, len(candidates) // _SAMPLE)
    spoken: Counter[str] = Counter()
    looked = templates = 0
    for path in candidates[::step][:_SAMPLE]:
        text = text_of(source, path, None, _HEAD)
        if not _HTML.search(text):
            continue
        looked += 1
        dialects = tuple(each for each in registry.dialects if not each.helper and each.recognise(path, text))
        if dialects and _is_template(path, text, dialects):
            templates += 1
            spoken.update(each.name for each in dialects)
    if templates < _SHARE * looked or not templates:
        return ()
    return tuple(name for name, count in spoken.most_common() if count > _RARE * templates)


def _is_template(path: str, text: str, dialects: tuple[Dialect, ...]) -> bool:
    """Whether *text* is more than a page in which a tag or two were left over."""
    from govlint.page.lexing import lexer_of

    tags = list(lexer_of(dialects).tags(text))
    return len(tags) >= MANY or (bool(tags) and NAMED.search(path) is not None)


def text_of(source: Source, path: str, encoding: str | None, limit: int | None = None) -> str:
    """Return the text of a file, of its first *limit* bytes if told; ``""`` for one that cannot be read."""
    try:
        return decode(source.read(path)[:limit], forced=encoding).text
    except (OSError, ValueError):
        return ""


def mapped(tree: TemplateTree, source: Source, settings: Settings, registry: Registry) -> TemplateTree:
    """Return *tree* with its roots and its counts, for which every file is read once."""
    from govlint.page.lexing import lexer_of

    counts: Counter[str] = Counter()
    edges: dict[str, set[str]] = {}
    totals: Counter[str] = Counter()
    pages = []
    for path in tree.files:
        text = text_of(source, path, settings.encoding)
        dialects = tree.dialects_of(registry, path, text)
        tags = list(lexer_of(dialects).tags(text))
        if not tags and not _HTML.search(text):
            totals["other"] += 1
            continue
        totals["plain"] += not tags
        pages.append(path)
        counts.update(each.name for each in dialects if each.recognise(path, text))
        includes = [tag for tag in tags if tag.kind in BRINGING and tag.target()]
        found = {tree.included(registry, path, tag) for tag in includes} - {"", path}
        edges[path] = found
        totals.update(
            includes=len(includes),
            resolved=sum(bool(tree.included(registry, path, tag)) for tag in includes),
            tags=len(tags),
            broken=sum(tag.broken for tag in tags),
        )
    roots, reached = _reach(pages, edges)
    return TemplateTree(
        tree.voted, tree.delimiters, tree.files, tree.whole, roots, reached, tree.left_out, dict(counts), **totals
    )


def _reach(pages: Sequence[str], edges: Mapping[str, set[str]]) -> tuple[frozenset[str], Mapping[str, int]]:
    """Return the files that no other one includes (of a ring, its first), and how many of them reach each file."""
    included = set().union(*edges.values()) if edges else set()
    roots = [path for path in pages if path not in included]
    reached: Counter[str] = Counter()
    for root in roots:
        reached.update(_below(root, edges))
    for path in pages:
        if path in included and not reached[path]:  # in a ring that nothing leads to
            roots.append(path)
            reached.update(_below(path, edges))
    return frozenset(roots), dict(reached)


def _below(root: str, edges: Mapping[str, set[str]]) -> Iterable[str]:
    """Return all files that *root* brings in, directly or not."""
    seen: set[str] = set()
    waiting = [root]
    while waiting:
        for path in edges.get(waiting.pop(), ()):
            if path not in seen:
                seen.add(path)
                waiting.append(path)
    return seen - {root}
