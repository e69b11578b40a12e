"""How much of a template tree was understood, as plain data and in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from govlint.finding import Text

if TYPE_CHECKING:
    from govlint.lint.template.tree import TemplateTree


class TemplateCoverage(NamedTuple):
    """The templates of a run: how many *files*, how many of them *pages* of their own, how many in which dialect.

    *plain* files hold no tag that is known, *other* ones no markup either: nothing is said of these. *unfinished* are
    tags without their end, *resolved* the includes that were found, *copies* files left out (generated, old, or of
    third parties). *apart* says that the templates lie among published pages, and that the pages are the target.
    """

    files: int
    pages: int
    dialects: tuple[tuple[str, int], ...]
    plain: int
    other: int
    tags: int
    unfinished: int
    includes: int
    resolved: int
    copies: int
    apart: bool = False


def coverage_of(tree: TemplateTree, *, apart: bool) -> TemplateCoverage:
    """Return how much of *tree* was understood."""
    dialects = tuple(sorted(tree.counts.items(), key=lambda each: (-each[1], each[0])))
    return TemplateCoverage(
        len(tree.files), len(tree.roots), dialects, tree.plain, tree.other, tree.tags, tree.broken, tree.includes,
        tree.resolved, len(tree.left_out), apart,
    )  # fmt: skip


def coverage_in_words(found: TemplateCoverage) -> Text:
    """Return the line that a report ends with."""
    dialects = Text(
        "、".join(f"{name} {count}" for name, count in found.dialects) or "无方言",
        ", ".join(f"{name} {count}" for name, count in found.dialects) or "no dialect",
    )
    rest = Text(
        (f"，没有标签的 {found.plain}" if found.plain else "") + (f"，不是网页的 {found.other}" if found.other else ""),
        (f", {found.plain} without tags" if found.plain else "") + (f", {found.other} no pages" if found.other else ""),
    )
    where = Text("与网页同在一处的模板", "Templates among the pages:") if found.apart else Text("模板", "Templates:")
    return Text(
        f"{where.zh} {found.files} 个文件（{dialects.zh}{rest.zh}），其中页面 {found.pages} 个；"
        f"标签 {found.tags} 处，未写完 {found.unfinished} 处；引用 {found.includes} 处，找到 {found.resolved} 处；"
        f"略过副本和第三方组件 {found.copies} 个。",
        f"{where.en} {found.files} files ({dialects.en}{rest.en}), {found.pages} of them pages; {found.tags} tags, "
        f"{found.unfinished} unfinished; {found.resolved} of {found.includes} includes found; "
        f"{found.copies} copies and third parties' files left out.",
    )


def coverage_value(found: TemplateCoverage | None) -> dict[str, Any] | None:
    """Return *found* as JSON has it, None for no templates."""
    return None if found is None else {**found._asdict(), "dialects": dict(found.dialects)}


def read_coverage(value: Mapping[str, Any] | None) -> TemplateCoverage | None:
    """Return what :func:`coverage_value` made *value* of."""
    return TemplateCoverage(**{**value, "dialects": tuple(value["dialects"].items())}) if value else None
