"""The map step: everything that can be said of one file by itself, done once, in a worker."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from govlint.finding import Finding, Text
from govlint.lint.budget import TIME_LIMIT, Budget
from govlint.lint.context import Context
from govlint.lint.findings.edits import place_edits
from govlint.lint.findings.places import find_places, open_marks, put
from govlint.lint.findings.suppression import MARKER, Directive, find_directives
from govlint.lint.rule import Rule, Scope
from govlint.lint.selection import select
from govlint.lint.settings import Settings
from govlint.lint.template.tree import TemplateTree
from govlint.page.decode import decode
from govlint.page.facts import PageFacts, Role, ScriptFacts, StyleUrl
from govlint.page.hiding import HidingRule, hiding_rules
from govlint.page.lines import Lines
from govlint.page.model import Page
from govlint.page.names import is_binary, is_page, is_script, is_style, looks_like_html, may_be_page
from govlint.page.read import read_page, read_variants
from govlint.page.script import script_facts
from govlint.page.styles import style_urls
from govlint.registry import load_registry
from govlint.source.abilities import http_charset, http_status, portion
from govlint.source.model import ReadError, Source, Unread

if TYPE_CHECKING:
    from govlint.lint.kept.memory import Memory
    from govlint.registry import Registry
    from govlint.standard.model import Standard

# Roles whose content is not the site's own: content rules skip them.
NOT_CONTENT = (Role.ERROR, Role.FRAGMENT, Role.EMPTY)
FIRST_ERROR = 400  # the first HTTP status that says there is no page


class Job(NamedTuple):
    """What a worker needs to examine files: where they are, what was asked, the day the site is judged on.

    *tree* is the template tree that they are, if they are one; *memory* what is known of earlier runs, if anything.
    *late* says that places are found when the findings are grouped: of a fault that all pages share a few places are
    shown, and to find one costs as much as to parse the page.
    """

    source: Source
    settings: Settings
    as_of: date
    tree: TemplateTree | None = None
    memory: Memory | None = None
    late: bool = False


class Failure(NamedTuple):
    """A rule that broke on a page, or a plugin's facts that did: *rule_id* is ``""`` for the latter."""

    path: str
    rule_id: str
    plugin: str
    error: str


class Examined(NamedTuple):
    """What came of one file. *cut* says why a page was read in part, ``""`` where it was read whole.

    *waiting* are ids of rules that had something to say of a template that publishing alone decides, *variants* the
    facts of what a template is where its conditions turn out one way or the other.
    """

    path: str
    facts: PageFacts | None = None
    script: ScriptFacts | None = None
    findings: tuple[Finding, ...] = ()
    failures: tuple[Failure, ...] = ()
    unread: Unread | None = None
    cut: str = ""
    style: tuple[StyleUrl, ...] = ()
    hiding: tuple[HidingRule, ...] = ()
    directives: tuple[Directive, ...] = ()
    waiting: tuple[str, ...] = ()
    variants: tuple[PageFacts, ...] = ()


@lru_cache(maxsize=2)
def _page_rules(settings: Settings, as_of: date) -> tuple[Registry, tuple[tuple[Rule, Context], ...]]:
    """Return the registry, and the page rules that run on the day *as_of*, each with its context."""
    registry = load_registry(settings.plugins, settings.disabled)
    chosen = select(registry.rules, settings.select, settings.ignore)
    named = [name for name in settings.standards if name in registry.standards]
    standards = _resolved(registry, named) if named else ()
    context = Context(as_of, standards, settings.site_kind, channels=settings.channels)
    rules = (rule for rule in chosen.values() if rule.scope is Scope.PAGE)
    return registry, tuple((rule, context._replace(options=settings.options_of(rule.id))) for rule in rules)


def _resolved(registry: Registry, names: Sequence[str]) -> tuple[Standard, ...]:
    from govlint.standard.load import resolve

    return resolve(registry.standards.values(), names)


def share(job: Job, paths: Collection[str]) -> Job:
    """Return what a worker needs to read *paths*: of templates all files, for what they include."""
    return job if job.tree is not None else job._replace(source=portion(job.source, paths))


def examine(job: Job, paths: Sequence[str]) -> list[Examined]:
    """Examine the files *paths* of the job's source, each by itself. Never raises for a file's sake."""
    return [_examine(job, path) for path in paths]


def _examine(job: Job, path: str) -> Examined:
    if job.tree is not None and job.tree.is_member(path):
        return _examine_part(job, path)
    if not is_wanted(job, path):
        return Examined(path)
    try:
        data = job.source.read(path)
    except (OSError, ValueError) as error:
        return Examined(path, unread=Unread(path, _why(error)))
    return examine_bytes(job, path, data)


def is_wanted(job: Job, path: str) -> bool:
    """Whether there is anything to say of the file *path* beyond that it is there."""
    if not job.source.whole_site or (job.tree is not None and path in job.tree.roots):
        return True
    return is_page(path) or is_script(path) or is_style(path) or may_be_page(path)


def examine_bytes(job: Job, path: str, data: bytes) -> Examined:
    """Examine the file *path* of the job's source, which holds *data*."""
    page_like = is_page(path) or (job.tree is not None and path in job.tree.roots)
    seconds = job.settings.page_seconds
    out_of_time = Examined(path, cut=TIME_LIMIT)
    if is_script(path):
        return Budget(seconds, len(data)).spend(
            lambda: Examined(path, script=script_facts(data.decode("utf-8", "replace"))), out_of_time
        )
    if is_style(path):
        return Budget(seconds, len(data)).spend(lambda: _examine_style(path, data, job), out_of_time)
    if not page_like and not looks_like_html(data):
        return Examined(path)
    if is_binary(data):
        return Examined(path, unread=Unread(path, Text("不是网页（二进制内容）", "is no page but binary data")))
    page = Budget(seconds, len(data)).spend(lambda: open_page(path, data, job), None)
    return _lint_page(page, data, job) if page is not None else out_of_time


def _why(error: OSError | ValueError) -> Text:
    if isinstance(error, ReadError):
        return error.text
    detail = getattr(error, "strerror", None) or str(error)
    return Text(f"无法读取：{detail}", f"cannot be read: {detail}")


def open_page(path: str, data: bytes, job: Job) -> Page:
    """Return the page; what a server answered with an error is an error page, whatever it shows.

    A template comes with the files it includes.
    """
    charset, status = http_charset(job.source, path), http_status(job.source, path)
    page = read_page(
        path,
        data,
        http_charset=charset,
        forced_encoding=job.settings.encoding,
        captured=job.as_of,
        prepare=job.tree.preparer(job.source, job.settings, path) if job.tree else None,
    )
    if status < FIRST_ERROR:
        return page
    return replace(page, facts=replace(page.facts, role=Role.ERROR, role_reason=f"HTTP {status}"))


def _examine_part(job: Job, path: str) -> Examined:
    """Examine a file that templates include: it is linted with them, and its comments hold for it alone."""
    try:
        text = decode(job.source.read(path), forced=job.settings.encoding).text
    except (OSError, ValueError):
        return Examined(path)
    return Examined(path, directives=find_directives(text, Lines(text)) if MARKER in text else ())


def _examine_style(path: str, data: bytes, job: Job) -> Examined:
    text = decode(data, forced=job.settings.encoding).text
    return Examined(path, style=tuple(style_urls(text)), hiding=hiding_rules(text))


def _lint_page(page: Page, data: bytes, job: Job) -> Examined:
    registry, rules = _page_rules(job.settings, job.as_of)
    findings: list[Finding] = []
    failures: list[Failure] = []
    waiting: list[str] = []
    budget = Budget(job.settings.page_seconds, len(data))
    facts = budget.spend(lambda: _all_facts(page, registry, failures), None)
    linted = facts is not None and (
        facts.role in NOT_CONTENT
        or budget.spend(
            lambda: _check_all(rules, replace(page, facts=facts), budget, findings, failures, waiting), False
        )
    )
    cut = page.cut if linted else ",".join(filter(None, (page.cut, TIME_LIMIT)))
    variants: tuple[PageFacts, ...] = ()
    if linted and page.template is not None:
        found = budget.spend(lambda: _vary(page, registry, rules, budget, findings), None)
        findings, variants = found or (findings, variants)
    directives = _directives(page)
    wait = job.late and not directives  # which line a finding is on decides whether a directive takes it
    return Examined(
        page.path,
        facts or page.facts,
        findings=tuple(place_edits(findings, page) if wait else place(findings, page, data)),
        failures=tuple(failures),
        cut=cut,
        directives=directives,
        waiting=tuple(dict.fromkeys(waiting)),
        variants=variants,
    )


def _vary(
    page: Page, registry: Registry, rules: Iterable[tuple[Rule, Context]], budget: Budget, findings: list[Finding]
) -> tuple[list[Finding], tuple[PageFacts, ...]]:
    """Return the *findings* on the template *page* that stand, and the facts of its variants.

    A fault that no variant has comes of branches that exclude each other.
    """
    ids = {finding.rule_id for finding in findings}
    doubtful = [(rule, context) for rule, context in rules if rule.id in ids]
    seen: set[str] = set()
    facts: list[PageFacts] = []
    for variant in read_variants(page):
        facts.append(_all_facts(variant, registry, []))
        found: list[Finding] = []
        waiting: list[str] = []
        _check_all(doubtful, replace(variant, facts=facts[-1]), budget, found, [], waiting)
        seen.update(waiting, (finding.rule_id for finding in found))
    if not facts:
        return findings, ()
    return [finding for finding in findings if finding.rule_id in seen], tuple(facts)


def _directives(page: Page) -> tuple[Directive, ...]:
    """Return the suppression comments of the page's own file, whatever it includes."""
    composed = page.template.composed if page.template else None
    if composed is None:
        return find_directives(page.source, page.lines) if MARKER in page.source else ()
    text = composed.files[page.path]
    return find_directives(text, Lines(text)) if MARKER in text else ()


def _all_facts(page: Page, registry: Registry, failures: list[Failure]) -> PageFacts:
    """Return the facts of *page* with those of the plugins; what a plugin fails on is added to *failures*."""
    if not registry.page_facts:
        return page.facts
    extra, broken = registry.extra_facts(page)
    failures += [Failure(page.path, "", failure.plugin, failure.error) for failure in broken]
    return replace(page.facts, extra=extra)


def _check_all(
    rules: Iterable[tuple[Rule, Context]],
    page: Page,
    budget: Budget,
    findings: list[Finding],
    failures: list[Failure],
    waiting: list[str],
) -> bool:
    """Add what the *rules* find on *page*, those that break, and those that wait; True when all of them have run."""
    for rule, context in rules:
        budget.check()
        try:
            for finding in rule.check(page, context):
                if page.template is not None and _waits(finding, rule, page):
                    waiting.append(rule.id)
                else:
                    findings.append(stamp(finding, rule))
        except Exception as error:  # a rule may raise anything
            failures.append(Failure(page.path, rule.id, "", f"{type(error).__name__}: {error}"))
    return True


def _waits(finding: Finding, rule: Rule, page: Page) -> bool:
    from govlint.lint.template.in_template import waits

    return waits(finding, rule, page)


def stamp(finding: Finding, rule: Rule) -> Finding:
    """Return *finding* as one of *rule*: with its id, and its severity and basis where the finding has none."""
    return finding._replace(
        rule_id=rule.id, severity=finding.weight or rule.severity, basis=finding.basis or rule.basis
    )


def place(findings: Iterable[Finding], page: Page, data: bytes) -> list[Finding]:
    """Return the findings with exact regions, source lines and line hashes for every location on *page*, edits too.

    *data* are the bytes of the page.
    """
    findings = list(findings)
    if page.template is not None:
        from govlint.lint.template.in_template import place_in_files

        findings = place_in_files(findings, page)
    marks = {mark for finding in findings for path, mark in open_marks(finding) if path == page.path}
    places = {page.path: find_places(marks, page, data)}
    return place_edits([put(finding, places) for finding in findings], page)
