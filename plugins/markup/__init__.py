"""The markup rules (GOV90): encoding, whole documents, titles, leftovers, accessibility, old techniques."""

from __future__ import annotations

import sys
from collections.abc import Iterable

from govlint.hookspecs import hookimpl
from govlint.lint.rule import Rule, rules_in


@hookimpl
def govlint_rules() -> Iterable[Rule]:
    """Return the rules of this folder."""
    return rules_in(sys.modules[__name__])
