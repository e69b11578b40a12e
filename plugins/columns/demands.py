"""The columns that the standards in force demand of a site, each named once with all that demand it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from govlint.finding import Severity, Text
from govlint.lint.context import Context

if TYPE_CHECKING:
    from govlint.standard.model import ColumnDemand, Standard

_LONGEST_NOTE = 60


@dataclass(frozen=True, slots=True)
class Demand:
    """One demanded column: *concept*, *name* and *under* of the standard that names it first.

    *names* are further accepted names of all standards, *basis* their ids with the row (``national-2015:survey``).
    *unless* is the condition under which every one of them drops the demand, ``""`` where one holds without condition.
    *severity* is the gravest that one of them gives its lack.
    """

    concept: str
    name: Text
    under: str
    names: tuple[str, ...]
    basis: tuple[str, ...]
    note: Text | None
    unless: str
    severity: Severity


def demanded_columns(context: Context) -> tuple[Demand, ...]:
    """Return the columns that *context* demands of its kind of site, in the order in which the standards name them."""
    demands: dict[str, Demand] = {}
    for standard in context.standards:
        if context.site_kind not in standard.kinds:
            continue
        for column in standard.columns:
            if context.site_kind in column.kinds:
                made = _demand(standard, column)
                known = demands.get(column.concept)
                demands[column.concept] = made if known is None else _joined(known, made)
    return tuple(demands.values())


def why_waived(demand: Demand) -> Text | None:
    """Say on what condition, unknown to files, *demand* falls away; None where it does not."""
    if not demand.unless:
        return None
    return Text(
        "没有对外服务事项的单位不要求这个栏目；请确认本单位是否有对外服务事项。",
        "An organ that offers no service to the public need not have it; decide whether this one does.",
    )


def _demand(standard: Standard, column: ColumnDemand) -> Demand:
    basis = f"{standard.id}:{column.row}" if column.row else standard.id
    note = column.note if column.note and len(column.note.zh) <= _LONGEST_NOTE else None
    return Demand(
        column.concept, column.name, column.under, column.names, (basis,), note, column.unless, column.severity
    )


def _joined(one: Demand, other: Demand) -> Demand:
    return replace(
        one,
        under=one.under or other.under,
        names=tuple(dict.fromkeys((*one.names, *other.names))),
        basis=tuple(dict.fromkeys((*one.basis, *other.basis))),
        note=one.note or other.note,
        unless=one.unless and other.unless,
        severity=max(one.severity, other.severity, key=lambda severity: severity.rank),
    )
