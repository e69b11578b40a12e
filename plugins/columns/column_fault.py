"""What the rules on columns without content say alike: where the column stands, who links to it, what shows it."""

from __future__ import annotations

from govlint.finding import Finding, Text
from govlint.lint.rule import fail
from govlint.site.model import Column
from govlint.site.site import Site

from .leading_links import leading_links


def column_fault(site: Site, column: Column, message: Text) -> Finding:
    """Return the fault of *column* that *message* tells, at its page, with the links to it beside."""
    return fail(
        message,
        column.path,
        column.at,
        key=column.path,
        related=leading_links(site, column),
        column=column.name,
        concept=" ".join(sorted(column.concepts)),
        evidence=column.evidence,
    )
