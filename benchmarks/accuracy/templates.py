"""What is said of templates, held against the pages that were published from them.

Run as ``python -m benchmarks.accuracy.templates TREE…``: each TREE is a folder that holds templates, and maybe pages
made from them (SiteServer keeps both in one; others can be put side by side). A page is taken to come of the template
most of whose literal lines stand in it. Every fault that a template is said to have must be found on its pages, too:
one that is not is *contradicted*, and named; but where it is written in a line that the page does not have, one of the
two was changed after the other (*drifted*). Of the reviews it is counted what became of them. Where there are no pages,
the templates alone are counted: tags understood, includes found.
"""

from __future__ import annotations

import contextlib
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from govlint.finding import Finding, Verdict
from govlint.lint.engine import run
from govlint.lint.result import Result
from govlint.lint.rule import Needs
from govlint.lint.settings import Settings
from govlint.lint.template.include_files import IncludeFiles
from govlint.lint.template.tree import TemplateTree
from govlint.page.decode import decode
from govlint.page.lexing import lexer_of
from govlint.page.masking import INERT
from govlint.page.names import is_page, may_be_template
from govlint.page.template import BRINGING
from govlint.registry import Registry, load_registry
from govlint.source.directory import FilesSource
from govlint.testing import MemorySource

_STANDARDS = ("national-2019", "national-2015")
_OF_TEMPLATES = ("GOV0", "GOV91")  # rules that speak of templates or of the run alone
_LEAST_TAGS = 4
_LEAST_LINES = 8  # literal lines by which a template is known again
_LEAST_SHARE = 0.7
_PAGES = 5  # of one template are looked at
_PAIRED = 0.3  # of the templates must have pages for the two to be compared as sites
_SHORTEST = 12  # characters of a line that tells something

_WRITTEN = (Needs.LITERAL, Needs.ATTRIBUTE)

_Said = Mapping[str, Sequence[Finding]]
_Pairs = Mapping[str, Sequence[str]]


class _Tree(NamedTuple):
    templates: dict[str, bytes]
    pages: dict[str, bytes]


def main(arguments: list[str]) -> int:
    """Measure each folder, print what came of it, and return the number of contradicted faults, at most 1."""
    contradicted = 0
    for argument in arguments:
        folder = Path(argument)
        if folder.is_dir():
            contradicted += _measure(folder.resolve())
        else:
            print(f"skipped: {argument}")
    return min(contradicted, 1)


def _measure(folder: Path) -> int:
    registry = load_registry()
    tree = _split(folder, registry)
    result = run(MemorySource(tree.templates), _settings(), registry)
    if result.templates is None:
        print(f"{folder.name}: no templates")
        return 0
    _print_tree(folder.name, result.templates)
    if not tree.pages:
        return 0
    counts: Counter[str] = Counter()
    pairs = _pairs(tree, result.templates, registry)
    with tempfile.TemporaryDirectory() as place, contextlib.chdir(place):
        _write(tree)
        for template, pages in pairs.items():
            said = _verdicts(run(FilesSource((template,)), _settings(), registry))
            for page in pages:
                alone = MemorySource({page: tree.pages[page]})
                published = _verdicts(run(alone, _settings("none"), registry))
                counts += _held(f"{template} → {page}", said, published, _lines(decode(tree.pages[page]).text))
    print(f"  pairs: {sum(map(len, pairs.values()))} pages of {len(pairs)} templates, of {len(tree.pages)} pages")
    _print_counts("page by page", counts)
    if len(pairs) < _PAIRED * len(result.templates.roots):
        print("  as a whole: not compared, most templates have no page here")
        return counts["contradicted"]
    whole = run(MemorySource(tree.pages), _settings("none"), registry)
    lines = frozenset[str]().union(*(_lines(decode(data).text) for data in tree.pages.values()))
    on_site = _held("the whole site", _verdicts(result), _verdicts(whole), lines)
    _print_counts("as a whole", on_site)
    return counts["contradicted"] + on_site["contradicted"]


def _settings(*dialects: str) -> Settings:
    return Settings(standards=_STANDARDS, site_kind="department", dialects=dialects)


def _split(folder: Path, registry: Registry) -> _Tree:
    """Return the templates of *folder*, with what they include, and the pages beside them."""
    files = {path.relative_to(folder).as_posix(): path for path in sorted(folder.rglob("*")) if path.is_file()}
    texts = {path: file.read_bytes() for path, file in files.items() if may_be_template(path) or is_page(path)}
    index = IncludeFiles(texts)
    templates: dict[str, bytes] = {}
    waiting = []
    for path, data in texts.items():
        text = decode(data).text
        spoken = tuple(each for each in registry.dialects if not each.helper and each.recognise(path, text))
        if spoken and sum(1 for _ in lexer_of(spoken).tags(text)) >= _LEAST_TAGS:
            waiting.append(path)
    while waiting:
        path = waiting.pop()
        if path not in templates:
            templates[path] = texts[path]
            waiting += (found for found in _brought(path, decode(texts[path]).text, index, registry) if found)
    generated = ("_parsed.html", "_parsed.htm")
    templates = {path: data for path, data in templates.items() if not path.endswith(generated)}
    pages = {
        path: data
        for path, data in texts.items()
        if is_page(path) and path not in templates and not path.endswith(generated) and b"</body" in data.lower()
    }
    return _Tree(templates, pages)


def _brought(path: str, text: str, index: IncludeFiles, registry: Registry) -> Iterator[str]:
    dialects = tuple(each for each in registry.dialects if each.recognise(path, text))
    for tag in lexer_of(dialects).tags(text):
        if tag.kind in BRINGING and tag.target():
            dialect = next(each for each in dialects if tag.form in each.forms)
            yield index.find(path, tag.target(), dialect.folders, dialect.endings, tag.form.exact)


def _pairs(tree: _Tree, found: TemplateTree, registry: Registry) -> _Pairs:
    """Return by template the first pages that are made of it."""
    source = MemorySource(tree.templates)
    lines = {}
    for path in sorted(found.roots):
        prepared = found.prepared(source, _settings(), registry, path, decode(tree.templates[path]).text)
        literal = _lines(prepared.markup)
        if len(literal) >= _LEAST_LINES:
            lines[path] = literal
    pairs: dict[str, list[str]] = defaultdict(list)
    for page, data in tree.pages.items():
        there = _lines(decode(data).text)
        shares = {path: len(literal & there) / len(literal) for path, literal in lines.items()}
        best = max(shares, key=lambda path: (shares[path], len(lines[path])), default="")
        if best and shares[best] >= _LEAST_SHARE and len(pairs[best]) < _PAGES:
            pairs[best].append(page)
    return {path: pages for path, pages in pairs.items() if pages}


def _lines(markup: str) -> frozenset[str]:
    lines = ("".join(line.split()) for line in markup.splitlines())
    return frozenset(line for line in lines if len(line) >= _SHORTEST and INERT not in line)


def _write(tree: _Tree) -> None:
    for path, data in (*tree.templates.items(), *tree.pages.items()):
        file = Path(path)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)


def _verdicts(result: Result) -> _Said:
    """Return by rule all that is said."""
    found: dict[str, list[Finding]] = defaultdict(list)
    for each in result.findings:
        if not each.rule_id.startswith(_OF_TEMPLATES):
            found[each.rule_id].append(each)
    return found


def _gravest(findings: Sequence[Finding]) -> str:
    verdicts = {finding.verdict for finding in findings}
    return "fault" if Verdict.FAIL in verdicts else "review" if verdicts else "none"


def _held(name: str, said: _Said, published: _Said, lines: frozenset[str]) -> Counter[str]:
    """Return how what is *said* of a template holds on what is *published* in *lines*; name what is contradicted."""
    counts: Counter[str] = Counter()
    rules = load_registry().rules
    for rule, findings in sorted(said.items()):
        there = _gravest(published.get(rule, ()))
        what = f"review → {there}"
        if _gravest(findings) == "fault":
            what = {"fault": "held", "review": "open"}.get(there, "contradicted")
        if what == "contradicted" and rules[rule].needs in _WRITTEN and not _has_line(findings, lines):
            what = "drifted"
        counts[what] += 1
        if what == "contradicted":
            print(f"  contradicted: {rule} {name}")
    return counts


def _has_line(findings: Sequence[Finding], lines: frozenset[str]) -> bool:
    return any("".join((finding.location.line_text or "").split()) in lines for finding in findings)


def _print_tree(name: str, tree: TemplateTree) -> None:
    dialects = ", ".join(
        f"{dialect} {count}" for dialect, count in sorted(tree.counts.items(), key=lambda each: -each[1])
    )
    print(
        f"{name}: {len(tree.files)} templates, {len(tree.roots)} pages; {dialects}; {tree.tags} tags, {tree.broken} "
        f"unfinished; includes {tree.resolved}/{tree.includes}; copies {len(tree.left_out)}"
    )


def _print_counts(title: str, counts: Counter[str]) -> None:
    told = ", ".join(
        f"{name} {counts[name]}"
        for name in ("held", "open", "drifted", "contradicted", "review → fault", "review → review", "review → none")
    )
    print(f"  {title}: {told}")


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
