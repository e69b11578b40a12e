"""An example plugin: what the agency of ACME asks of its sites beyond the official standards."""

from __future__ import annotations

from collections.abc import Iterable

from acme_govlint import rules
from acme_govlint.listing import LISTING
from govlint.hookspecs import hookimpl
from govlint.lint.rule import Rule, rules_in
from govlint.report.reporter import Reporter


@hookimpl
def govlint_rules() -> Iterable[Rule]:
    """Give every rule of the folder ``rules``: a new file there is a new rule."""
    return rules_in(rules)


@hookimpl
def govlint_reporters() -> Iterable[Reporter]:
    """Give the format ``acme-list``."""
    return [LISTING]
