"""The safety rules (GOV8): hidden links, injected scripts, personal numbers, forbidden words, insecure resources."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Mapping
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
def govlint_redactors() -> Iterable[Callable[[str], str]]:
    """Mask personal numbers in everything that any report prints."""
    from .numbers import masked

    return [masked]


@hookimpl
def govlint_page_facts(page: Page) -> Mapping[str, Any]:
    """Return what *page* hides (``safety.hidden``), what was injected into it, and the personal numbers in it, masked."""
    from . import hidden_links, injections, leaks

    facts = {
        hidden_links.FACT: hidden_links.find(page),
        injections.FACT: injections.find(page),
        leaks.FACT: leaks.find(page),
    }
    return {name: found for name, found in facts.items() if found}
