"""The search rules (GOV2): can a visitor search the site, and do its search controls and filters do anything?"""

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
    """Return the search boxes of *page* under ``search.boxes``."""
    from .surroundings import page_facts

    return page_facts(page)
