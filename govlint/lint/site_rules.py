"""The rules on sites at work: the facts of all pages become a Site, and each rule is asked of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from govlint.finding import Finding
from govlint.lint.context import Context
from govlint.lint.examine import stamp
from govlint.lint.gather import Gathered
from govlint.lint.in_force import standards_in_force
from govlint.lint.plan import Plan
from govlint.lint.result import NO_HOME, NO_KIND, Broken
from govlint.lint.rule import Rule, Scope
from govlint.lint.template.waiting import is_held_back
from govlint.site.model import HomePage, KindGuess, SiteFacts
from govlint.site.site import Site

if TYPE_CHECKING:
    from govlint.standard.model import Standard


class Judged(NamedTuple):
    """What the rules on sites have found, and the *site* they saw, where the target is a whole one.

    *waiting* are ids of rules that only the published site can be asked.
    """

    site: Site | None
    kind: KindGuess
    standards: tuple[Standard, ...]
    findings: list[Finding]
    broken: list[Broken]
    waiting: list[str]

    @property
    def home(self) -> HomePage:
        """The home page of the site."""
        return self.site.home if self.site else NO_HOME


def judge(plan: Plan, gathered: Gathered) -> Judged:
    """Ask the rules on sites of the one site of a folder or archive, or of each single file as a site of one page."""
    sites = list(_sites(plan, gathered))
    site = sites[0] if sites and plan.source.whole_site else None
    kind = _kind(plan, site)
    standards = standards_in_force(plan.settings, plan.registry, plan.clock, kind.kind)
    rules = _rules(plan) if sites else []
    waiting = [rule.id for rule in rules if is_held_back(rule, plan.tree)]
    asked = _Asked(plan, Context(plan.clock.day, standards, kind.kind), [])
    wanted = [rule for rule in rules if rule.id not in waiting]
    findings = [finding for each in sites for finding in asked.of(wanted, each, gathered)]
    return Judged(site, kind, standards, findings, asked.broken, waiting)


def _sites(plan: Plan, gathered: Gathered) -> Iterator[Site]:
    settings, vocabulary, pages = plan.settings, plan.registry.vocabulary, gathered.pages
    hosts = frozenset(settings.hosts)
    if not plan.source.whole_site:
        for path, page in pages.items():
            yield Site(SiteFacts({path: page}, frozenset({path}), {}, hosts, "", True), vocabulary)
    elif pages:
        found = gathered.files.items()
        scripts = {path: one.script for path, one in found if one.script is not None}
        styles = {path: one.style for path, one in found if one.style}
        hiding = {path: one.hiding for path, one in found if one.hiding}
        facts = SiteFacts(
            pages, frozenset(gathered.files), scripts, hosts, settings.home, settings.partial, styles, hiding
        )
        yield _with_home(Site(facts, vocabulary), plan)


def _with_home(site: Site, plan: Plan) -> Site:
    """Return *site* with the template of the home page for its home page, where no name or link tells another."""
    if plan.tree is None or site.home.path or not plan.tree.home:
        return site
    return Site(replace(site.facts, home=plan.tree.home), site.vocabulary)


def _kind(plan: Plan, site: Site | None) -> KindGuess:
    if plan.settings.site_kind:
        return KindGuess(plan.settings.site_kind, plan.settings.giver_of("site-kind"))
    return site.kind if site else NO_KIND


def _rules(plan: Plan) -> list[Rule]:
    """Return the rules on sites that are asked."""
    asked = (rule for rule in plan.rules.values() if rule.is_asked(whole_site=plan.source.whole_site))
    return [rule for rule in asked if rule.scope is Scope.SITE]


class _Asked(NamedTuple):
    """Asks rules; those that break are added to *broken*."""

    plan: Plan
    context: Context
    broken: list[Broken]

    def of(self, rules: Sequence[Rule], site: Site, gathered: Gathered) -> list[Finding]:
        """Return what *rules* find on *site*, which may be a tree of templates."""
        if self.plan.tree is None:
            return [finding for rule in rules for finding in self.check(rule, site)]
        from govlint.lint.template.absence import judged

        return judged(rules, site, _variants(site, gathered), self.check)

    def check(self, rule: Rule, site: Site) -> list[Finding]:
        """Return what *rule* finds on *site*."""
        context = self.context._replace(options=self.plan.settings.options_of(rule.id))
        try:
            return [stamp(finding, rule) for finding in rule.check(site, context)]
        except Exception as error:  # a rule may raise anything
            at = _where_it_broke(error)
            self.broken.append(Broken(rule.id, "", "", f"{type(error).__name__}: {error}{at}"))
            return []


def _where_it_broke(error: Exception) -> str:
    """Name the function and line of the innermost frame, so that a rule's author can find the place."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return f" ({trace.tb_frame.f_code.co_name}:{trace.tb_lineno})" if trace is not None else ""


def _variants(site: Site, gathered: Gathered) -> list[Site]:
    """Return the *site* of templates as it is where their conditions turn out one way or the other."""
    found = {path: gathered.files[path].variants for path in site.pages}

    def of(number: int) -> Site:
        pages = {path: each[number] if number < len(each) else site.pages[path] for path, each in found.items()}
        return Site(replace(site.facts, pages=pages), site.vocabulary)

    return [of(number) for number in range(max(map(len, found.values()), default=0))]
