"""Rules about freshness: columns, home page and interaction that stand still, articles without a day, days to come."""

from __future__ import annotations

import sys
from collections.abc import Iterable

from govlint.hookspecs import hookimpl
from govlint.lint.rule import Rule, rules_in


@hookimpl
def govlint_rules() -> Iterable[Rule]:
    """Return the rules of this package's modules."""
    return rules_in(sys.modules[__name__])
