"""The link rules (GOV5): links that lead nowhere, to the wrong hosts, or into private networks."""

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
    """Return the menu entries of *page* that lead nowhere (``links.menu``), and whether it warns of leaving."""
    from .menus import idle_entries
    from .notice import LEAVES, warns_of_leaving

    facts: dict[str, Any] = {}
    if entries := idle_entries(page):
        facts["links.menu"] = entries
    if warns_of_leaving(page):
        facts[LEAVES] = True
    return facts
