"""The template rules (GOV91): what is wrong in the template language itself, whatever is published."""

from __future__ import annotations

import sys
from collections.abc import Iterable

from govlint.hookspecs import hookimpl
from govlint.lint.rule import Rule, rules_in


@hookimpl
def govlint_rules() -> Iterable[Rule]:
    """Return the rules of this folder."""
    return rules_in(sys.modules[__name__])
