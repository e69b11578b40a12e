"""Rules about columns (栏目): those a site must have, and those that stand blank."""

from __future__ import annotations

import sys
from collections.abc import Iterable

from govlint.hookspecs import hookimpl
from govlint.lint.rule import Rule, rules_in


@hookimpl
def govlint_rules() -> Iterable[Rule]:
    """Return the rules of this package's modules."""
    return rules_in(sys.modules[__name__])
