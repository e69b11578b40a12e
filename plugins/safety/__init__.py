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
    """Return what *page* hides, what was put into it from outside, and the personal numbers in it, masked."""
    from .hidden_links import FACT as HIDDEN
    from .hidden_links import find as find_hidden
    from .injections import FACT as INJECTED
    from .injections import find as find_injected
    from .leaks import FACT as LEAKS
    from .leaks import find as find_leaks

    facts = {HIDDEN: find_hidden(page), INJECTED: find_injected(page), LEAKS: find_leaks(page)}
    return {name: found for name, found in facts.items() if found}
