"""The rules on interaction and services (GOV7): channels, letters, guides, leaders, interpretations, notices."""

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
    """Return what *page* says as a service guide, a letter, …, under keys that start with ``interaction.``."""
    from .page_texts import page_facts

    return page_facts(page)
