"""The identity rules (GOV6): the marks every page must bear, the site's name and domain, and its META tags."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from govlint.hookspecs import hookimpl
from govlint.lint.rule import Rule, rules_in

if TYPE_CHECKING:
    from govlint.page.model import Page


@hookimpl
def govlint_rules() -> Iterable[Rule]:
    """Return the rules of this folder."""
    return rules_in(sys.modules[__name__])


@hookimpl
def govlint_page_facts(page: Page) -> Mapping[str, Any]:
    """Return the marks of *page* under ``identity.marks``."""
    from .marks import FACT, find_marks

    return {FACT: find_marks(page)}
