"""What a rule is told besides the page or the site: the clock, the standards in force, the kind of site."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from govlint.lint.template.channels import Channel
    from govlint.standard.model import Row, Standard


class Context(NamedTuple):
    """The settings of a run as rules see them.

    *as_of* is the day the site is judged on. *standards* are those in force, extended ones resolved. *site_kind* is
    ``"portal"``, ``"department"`` or ``"county-department"``. *options* holds the settings of the rule being run.
    *channels* are the columns that templates name, where the user has told them.
    """

    as_of: date
    standards: tuple[Standard, ...] = ()
    site_kind: str = "portal"
    options: Mapping[str, Any] = {}
    channels: tuple[Channel, ...] = ()

    def rows(self, rule_id: str) -> tuple[tuple[Standard, Row], ...]:
        """The rows in force for this kind of site that *rule_id* decides, in whole or by one clause, each with its
        standard: a rule that a standard must ask for says nothing where there are none."""
        return tuple(
            (standard, row)
            for standard in self.standards
            if self.site_kind in standard.kinds
            for row in standard.rows
            if self.site_kind in row.kinds
            and (rule_id in row.rules or any(rule_id in clause.rules for clause in row.clauses))
        )
