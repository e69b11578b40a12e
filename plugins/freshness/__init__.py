"""Rules about freshness: columns, home page and interaction that stand still, articles without a day, days to come."""

from __future__ import annotations

import sys
from collections.abc import Iterator

from govlint.hookspecs import hookimpl
from govlint.lint.rule import Rule, rules_in


@hookimpl
def govlint_rules() -> Iterator[Rule]:
    """Return the rules of this package's modules."""
    return rules_in(sys.modules[__name__])
