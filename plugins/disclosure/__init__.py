"""The disclosure rules (GOV3): what a site must publish under 政府信息公开, and what those documents must hold."""

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
    """Return what *page* holds as a guide or an annual report, under keys that start with ``disclosure.``."""
    from .documents import page_facts

    return page_facts(page)
