"""Which kinds of element the standards in force ask of a service guide."""

from __future__ import annotations

from typing import NamedTuple

from govlint.lint.context import Context

ENGLISH = {
    "事项名称": "name",
    "设定依据": "legal basis",
    "申请条件": "conditions",
    "办理材料": "documents to hand in",
    "办理地点": "place",
    "办理机构": "office",
    "收费标准": "fees",
    "办理时间": "time",
    "联系电话": "telephone",
    "办理流程": "steps",
}
"""The kinds of element in the words of the two tables (8 in 2015, 10 in 2019), with what they mean."""


class GuideRow(NamedTuple):
    """What is asked: *elements* the kinds of element, *basis* the rows that ask for them."""

    elements: tuple[str, ...]
    basis: tuple[str, ...]


def guide_row(context: Context, rule_id: str) -> GuideRow | None:
    """Return what the rows that *rule_id* decides ask for (the longest list of them), None where there is no row."""
    rows = [(standard, row) for standard, row in context.rows(rule_id) if row.elements]
    if not rows:
        return None
    elements = max((row.elements for _, row in rows), key=len)
    return GuideRow(elements, tuple(f"{standard.id}:{row.id}" for standard, row in rows))
