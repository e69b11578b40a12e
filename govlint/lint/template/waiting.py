"""The checks of a template tree that wait for publication: which they are, and one finding that says so."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING

from govlint.finding import Finding, Severity, Text
from govlint.lint.rule import Needs, Rule, Scope, review, rule

if TYPE_CHECKING:
    from govlint.lint.template.tree import TemplateTree

_SHOWN = 4


def _nothing(_subject: object, _context: object) -> Iterable[Finding]:
    return ()


WAITING = rule(
    "GOV0009",
    "DecidedByPublication",
    scope=Scope.RUN,
    severity=Severity.NOTE,
    summary=Text(
        "检查的是模板，有些规则要发布后才能判断。",
        "These are templates: some rules can only be decided once published.",
    ),
    why=Text(
        "列表、日期和链接的目标由发布系统填入，模板里看不到；没有判断的规则不能算合格。"
        "缺少什么则逐处判断：没有标签能填入的算问题，有的另列待核实，并指出是哪一处。",
        "Lists, dates and targets of links come from the publishing system; what was not judged has not passed. What "
        "is missing is judged place by place: a fault where no tag can bring it, else a review that names the tag.",
    ),
    remedy=Text("发布后用导出的网站目录再检查一次。", "Check the exported site once more after publishing."),
    tags=("govlint",),
)(_nothing)


def is_held_back(rule: Rule, tree: TemplateTree | None) -> bool:
    """Whether *rule*, one on sites, waits because the target is the template *tree*."""
    return tree is not None and rule.scope is Scope.SITE and rule.needs is Needs.PUBLISHED


def on_waiting(rules: Collection[str], tree: TemplateTree | None, waiting: Iterable[str]) -> list[Finding]:
    """Return one review that names how many rules wait, where any does."""
    ids = sorted(set(waiting))
    if tree is None or not ids or WAITING.id not in rules:
        return []
    return [_said(tree, ids)]


def _said(tree: TemplateTree, ids: list[str]) -> Finding:
    from govlint.lint.examine import stamp

    named = "、".join(ids[:_SHOWN]) + (" …" if len(ids) > _SHOWN else "")
    shown = sorted(tree.counts.items(), key=lambda each: -each[1])[:_SHOWN]
    dialects = ", ".join(f"{name} {count}" for name, count in shown)
    told = f"{dialects.replace(', ', '、')} 个；标签 {tree.tags} 处，未写完 {tree.broken} 处"
    includes = f"引用 {tree.includes} 处，找到 {tree.resolved} 处；略过副本 {len(tree.left_out)} 个"
    message = Text(
        f"检查的是模板（{told}；{includes}）：{len(ids)} 条规则要发布后才能判断（{named}）。",
        f"Templates ({dialects}; {tree.tags} tags, {tree.broken} unfinished; {tree.resolved}/{tree.includes} includes"
        f" found; {len(tree.left_out)} copies left out): {len(ids)} rules wait for publication.",
    )
    reason = Text(
        "循环、栏目和字段由发布系统填入；发布后用导出的目录再检查。",
        "Loops, columns and fields are filled by publishing; check the exported site.",
    )
    found = review(
        message, "", key="waiting", reason=reason,
        rules=len(ids), dialects=dialects, templates=len(tree.files), pages=len(tree.roots), tags=tree.tags,
        unfinishedTags=tree.broken, includes=tree.includes, includesResolved=tree.resolved, copies=len(tree.left_out),
    )  # fmt: skip
    return stamp(found, WAITING)
