"""The engine: map every file, reduce to a Site, run the site rules, place what they found."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING

from govlint.finding import Finding
from govlint.lint.adjust import OFF, adjust, matcher
from govlint.lint.clock import Clock, set_clock
from govlint.lint.context import Context
from govlint.lint.examine import NOT_CONTENT, Examined, Job, examine, share, stamp
from govlint.lint.grouping import group
from govlint.lint.in_force import known_standards, standards_in_force
from govlint.lint.includers import including_pages
from govlint.lint.own_findings import own_findings
from govlint.lint.placing import place_all
from govlint.lint.redact import redact
from govlint.lint.result import NO_HOME, NO_KIND, Broken, Result, position
from govlint.lint.rule import Rule, Scope
from govlint.lint.selection import select
from govlint.lint.settings import Settings
from govlint.lint.sharing import Sharing
from govlint.lint.suppression import Suppressions
from govlint.lint.templates import TemplateTree, survey
from govlint.lint.waiting import is_held_back, on_waiting
from govlint.page.names import is_page
from govlint.registry import Registry
from govlint.site.model import KindGuess, SiteFacts
from govlint.site.site import Site
from govlint.source.abilities import archive_of, as_of
from govlint.source.model import Source, Unread

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from govlint.lint.baseline import Baseline
    from govlint.lint.cache import Cache
    from govlint.lint.origins import Origins

BATCH = 32
WORTH_KEEPING = 20
"""From how many files of a site on it pays to keep results."""
_WORTH_KEEPING_APART = 200
"""The same of single files: the few of a commit have just been changed."""

Progress = Callable[[int, int], None]


@dataclass
class _Gathered:
    """What the map step has brought together so far; *order* is that in which the source is best read.

    *beside* are pages that were not asked for, but bring in parts that were.
    """

    facts: dict[str, Examined] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    broken: list[Broken] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)
    order: dict[str, int] = field(default_factory=dict)
    tree: TemplateTree | None = None
    waiting: list[str] = field(default_factory=list)
    beside: frozenset[str] = frozenset()

    def add(self, examined: Examined) -> None:
        """Take in what came of one file."""
        if examined.path in self.beside:  # of it only the part counts for which it was read
            given = tuple(each for each in examined.findings if self.is_given(each))
            examined = examined._replace(findings=given, directives=())
        self.facts[examined.path] = examined
        self.waiting += examined.waiting
        self.findings += examined.findings
        self.broken += [Broken(found.rule_id, found.plugin, found.path, found.error) for found in examined.failures]
        if examined.unread is not None:
            self.unread.append(examined.unread)

    def without(self, paths: Collection[str]) -> list[str]:
        """Note that *paths* are there, though no pages; return the others."""
        self.facts |= {path: Examined(path) for path in paths}
        return [path for path in self.order if path not in self.facts]

    def is_given(self, finding: Finding) -> bool:
        """Whether *finding* stands on a file that was asked for."""
        return finding.location.path in self.order and finding.location.path not in self.beside


def run(
    source: Source,
    settings: Settings,
    registry: Registry,
    *,
    executor: Executor | None = None,
    today: date | None = None,
    progress: Progress | None = None,
    baseline: Baseline | None = None,
    cache: Cache | None = None,
    origins: Origins | None = None,
) -> Result:
    """Lint *source*. Raises SettingsError where the settings cannot be honoured; never for a page's sake.

    *today* stands for the present day in tests; faults that *baseline* knows are kept apart in ``Result.known``.
    With a *cache*, files are examined whose results it does not know; those of templates hang on each other.
    *origins* are the templates that the pages were made from: what is found there points at them.
    """
    rules = _rules(registry, settings)
    source = as_of(source, settings.as_of)
    unread = []
    paths = []
    excluded = matcher(settings.exclude) if settings.exclude else None
    for found in source.files():
        if excluded is not None and excluded(found.path if isinstance(found, Unread) else found):
            continue
        if isinstance(found, Unread):
            unread.append(found)
        else:
            paths.append(found)
    pages = [path for path in paths if is_page(path)] if source.whole_site else paths
    clock = set_clock(settings, source, pages, today or date.today())
    if settings.standards:
        known_standards(settings, registry)  # wrong names are said before any work is done
    beside = including_pages(source, paths, registry)
    paths += beside
    tree = survey(source, paths, settings, registry)
    if tree is not None:
        origins = None  # the templates themselves
    apart = _templates_apart(source, paths, settings, registry) if tree is None else None
    order = {path: at for at, path in enumerate(paths)}
    gathered = _Gathered(unread=unread, order=order, tree=tree, beside=frozenset(beside))
    if apart is not None:
        paths = gathered.without(apart.all_files)
        from govlint.lint.origins import read_templates
        from govlint.source.part import Part

        origins = origins or read_templates(Part(source, apart.files), settings, registry)
    job = Job(source, settings, clock.day, tree, late=source.whole_site and tree is None and origins is None)
    least = WORTH_KEEPING if source.whole_site else _WORTH_KEEPING_APART
    if cache is None or tree is not None or len(paths) < least:
        batches = _map(job, paths, executor)
    else:
        from govlint.lint.memory import memory_of
        from govlint.lint.recall import recalled

        memory = memory_of(cache, job, registry)
        job = replace(job, memory=memory)
        batches = recalled(job, memory, paths, executor)
    mapped = _counted(batches, len(paths), progress)
    for examined in sorted(mapped, key=lambda examined: examined.path.split("/")):
        gathered.add(examined)
    result = _reduce(job, registry, rules, clock, gathered, len(order), executor, origins)
    if apart is not None:
        from govlint.lint.apart import both, settings_apart

        inner = settings_apart(settings, apart, rules, result)
        result = both(result, run(Part(source, apart.all_files), inner, registry, executor=executor))
    if baseline is None:
        return result
    from govlint.lint.known import held_against

    return held_against(result, baseline)


def _rules(registry: Registry, settings: Settings) -> dict[str, Rule]:
    """Return the rules that run. Raises SettingsError for a word that names no rule."""
    off = [rule_id for rule_id, severity in settings.severities if severity == OFF]
    return select(registry.rules, settings.select, [*settings.ignore, *off])


def _templates_apart(
    source: Source, paths: Sequence[str], settings: Settings, registry: Registry
) -> TemplateTree | None:
    """Return the templates among the pages *paths*; single files are never taken apart."""
    if not source.whole_site:
        return None
    from govlint.lint.apart import templates_apart

    return templates_apart(source, paths, settings, registry)


def _map(job: Job, paths: Sequence[str], executor: Executor | None) -> Iterator[list[Examined]]:
    """Yield what came of the files *paths*, batch by batch."""
    batches = [paths[start : start + BATCH] for start in range(0, len(paths), BATCH)]
    sharing = Sharing()  # it ends with the last batch: what it knows is a tenth of what all facts take
    if executor is None:
        for batch in batches:
            yield [sharing.of(one) for one in examine(job, batch)]
    else:
        from govlint.lint.packing import unpacked

        for data in executor.map(_examine_packed, [share(job, batch) for batch in batches], batches):
            yield unpacked(data, sharing)


def _examine_packed(job: Job, paths: Sequence[str]) -> bytes:
    from govlint.lint.packing import packed

    return packed(examine(job, paths))


def _counted(batches: Iterable[list[Examined]], files: int, progress: Progress | None) -> Iterator[Examined]:
    """Yield the results one by one, and say how far it is with each batch."""
    done = 0
    for results in batches:
        yield from results
        done += len(results)
        if progress is not None:
            progress(done, files)


def _reduce(
    job: Job,
    registry: Registry,
    rules: dict[str, Rule],
    clock: Clock,
    gathered: _Gathered,
    files: int,
    executor: Executor | None,
    origins: Origins | None,
) -> Result:
    source, settings = job.source, job.settings
    sites = list(_sites(source, settings, registry, gathered))
    site = sites[0] if sites and source.whole_site else None
    kind = _kind(settings, site)
    standards = standards_in_force(settings, registry, clock, kind.kind)
    context = Context(clock.day, standards, kind.kind)
    chosen = [
        rule
        for rule in rules.values()
        if rule.scope is Scope.SITE and (source.whole_site or "single-file" in rule.tags)
        if not sites or not is_held_back(rule, gathered.tree, gathered.waiting)
    ]
    from_sites = [finding for each in sites for finding in _on_site(chosen, each, context, settings, gathered)]
    home = site.home if site else NO_HOME
    directives = {path: examined.directives for path, examined in gathered.facts.items() if examined.directives}
    suppressions = Suppressions(directives, settings.suppressions, registry.rules, clock.day)
    from_pages = suppressions.split(adjust(gathered.findings, settings))
    if origins is not None:
        from_pages = origins.trace(from_pages)
    if gathered.tree:
        from govlint.lint.in_template import once, without_unknown

        from_pages = once(from_pages, count=source.whole_site)
    elif source.whole_site:
        from_pages = group(from_pages, home.path)
    from_sites = adjust(from_sites, settings)
    unplaced = from_pages if job.late else []
    placed = place_all([*unplaced, *from_sites], job, gathered.order, executor)
    from_pages[: len(unplaced)] = placed[: len(unplaced)]
    del placed[: len(unplaced)]
    placed = [
        finding
        for before, finding in zip(from_sites, placed, strict=True)
        if before.location.path not in gathered.beside or gathered.is_given(finding)
    ]
    if gathered.tree is not None:
        placed = once(without_unknown(placed), count=source.whole_site)
    if origins is not None:
        placed = origins.trace(placed)
    findings = from_pages + suppressions.split(placed)
    on_suppressions = [stamp(finding, rule) for rule, finding in suppressions.findings() if rule.id in rules]
    findings += place_all(on_suppressions, job, gathered.order, executor)
    roles = [examined.facts.role for examined in gathered.facts.values() if examined.facts is not None]
    broken = [*_plugin_failures(registry), *dict.fromkeys(gathered.broken)]
    single = not source.whole_site
    findings += own_findings(
        rules, gathered.facts.values(), gathered.unread, broken, home.path, source.name, single=single
    )
    findings += on_waiting(rules, gathered.tree, gathered.waiting)
    if origins is not None:
        findings = origins.settled(findings)
    findings = redact(findings, registry.redactors)
    taken_on = [one.finding for one in suppressions.suppressed]
    taken_on = redact(place_all(taken_on, job, gathered.order, executor) if job.late else taken_on, registry.redactors)
    return Result(
        name=source.name,
        prefix=source.prefix,
        whole_site=source.whole_site,
        findings=tuple(sorted(findings, key=position)),
        rules=tuple(rules.values()),
        severities=settings.severities,
        standards=standards,
        clock=clock,
        kind=kind,
        home=home,
        site_name=site.name if site else "",
        files=files,
        pages=len(roles),
        error_pages=sum(role in NOT_CONTENT for role in roles),
        unread=tuple(gathered.unread),
        templates=gathered.tree,
        broken=tuple(broken),
        suppressed=tuple(
            one._replace(finding=finding) for one, finding in zip(suppressions.suppressed, taken_on, strict=True)
        ),
        site=site,
        archive=archive_of(source),
        traced=origins.summary(findings) if origins else None,
    )


def _kind(settings: Settings, site: Site | None) -> KindGuess:
    if settings.site_kind:
        return KindGuess(settings.site_kind, settings.giver_of("site-kind"))
    return site.kind if site else NO_KIND


def _sites(source: Source, settings: Settings, registry: Registry, gathered: _Gathered) -> Iterator[Site]:
    """Yield the one site of a folder or archive, or a site of one page for every single file."""
    pages = {path: found.facts for path, found in gathered.facts.items() if found.facts is not None}
    scripts = {path: found.script for path, found in gathered.facts.items() if found.script is not None}
    styles = {path: found.style for path, found in gathered.facts.items() if found.style}
    hiding = {path: found.hiding for path, found in gathered.facts.items() if found.hiding}
    hosts = frozenset(settings.hosts)
    if source.whole_site:
        if pages:
            facts = SiteFacts(
                pages, frozenset(gathered.facts), scripts, hosts, settings.home, settings.partial, styles, hiding
            )
            yield _with_home(Site(facts, registry.vocabulary), gathered.tree)
        return
    for path, facts_of_page in pages.items():
        yield Site(SiteFacts({path: facts_of_page}, frozenset({path}), {}, hosts, "", True), registry.vocabulary)


def _with_home(site: Site, tree: TemplateTree | None) -> Site:
    """Return *site* with the template of the home page for its home page, where no name or link tells another."""
    if tree is None or site.home.path or not tree.home:
        return site
    return Site(replace(site.facts, home=tree.home), site.vocabulary)


def _on_site(
    rules: Sequence[Rule], site: Site, context: Context, settings: Settings, gathered: _Gathered
) -> list[Finding]:
    """Return what the site rules find on *site*, which may be a tree of templates."""

    def check(rule: Rule, part: Site) -> list[Finding]:
        return _check(rule, part, context._replace(options=settings.options_of(rule.id)), gathered)

    if gathered.tree is None:
        return [finding for rule in rules for finding in check(rule, site)]
    from govlint.lint.absence import judged

    return judged(rules, site, _variants(site, gathered), check)


def _variants(site: Site, gathered: _Gathered) -> list[Site]:
    """Return the *site* of templates as it is where their conditions turn out one way or the other."""
    found = {path: gathered.facts[path].variants for path in site.pages}

    def of(number: int) -> Site:
        pages = {path: each[number] if number < len(each) else site.pages[path] for path, each in found.items()}
        return Site(replace(site.facts, pages=pages), site.vocabulary)

    return [of(number) for number in range(max(map(len, found.values()), default=0))]


def _check(rule: Rule, site: Site, context: Context, gathered: _Gathered) -> list[Finding]:
    try:
        return [stamp(finding, rule) for finding in rule.check(site, context)]
    except Exception as error:  # a rule may raise anything
        at = _where_it_broke(error)
        gathered.broken.append(Broken(rule.id, "", "", f"{type(error).__name__}: {error}{at}"))
        return []


def _where_it_broke(error: Exception) -> str:
    """Name the function and line of the innermost frame, so that a rule's author can find the place."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return f" ({trace.tb_frame.f_code.co_name}:{trace.tb_lineno})" if trace is not None else ""


def _plugin_failures(registry: Registry) -> Iterator[Broken]:
    for failure in dict.fromkeys(registry.failures):
        yield Broken("", failure.plugin, "", f"{failure.hook}: {failure.error}")
