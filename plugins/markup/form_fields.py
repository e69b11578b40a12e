"""The form fields of a page that have no name: nothing tells those who do not see the page what to type in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from govlint.lazy_re import lazy_re
from govlint.page.facts import Control
from govlint.page.model import Page

if TYPE_CHECKING:
    from lxml.etree import _Element

_ANCESTORS = 8
_NOT_TYPED = ("radio", "checkbox", "hidden")
_HIDDEN = lazy_re(r"display\s*+:\s*+none|visibility\s*+:\s*+hidden|(?:width|height)\s*+:\s*+0(?![.\d])", re.IGNORECASE)
# The first option of a list that says what the list is of: a weak label, but one. So is that of a list of sites.
_PROMPT = lazy_re(r"[-－—=]{2}|请|选择|全部|所有|不限|^按|相关|友情|链接|网站|部门|^各|[:：]$")
_SITE = lazy_re(r"\s*+(?:https?:)?//", re.IGNORECASE)
_FIRST_OPTIONS = 4
_LONGEST_PROMPT = 30


class Fields(NamedTuple):
    """Fields of one form that have no name, or one that stands outside forms: *names* as the markup calls them."""

    names: tuple[str, ...]
    places: tuple[int, ...]
    form: int


def unnamed_fields(page: Page) -> Iterator[Fields]:
    """Yield the unnamed fields of *page*: those of a form together, others by their names."""
    by_form: dict[tuple[int, str], list[Control]] = {}
    for control in page.facts.controls:
        if _is_typed(control) and not control.label and not _is_named(page.elements[control.at]):
            name = "" if control.form >= 0 else _name(control)
            by_form.setdefault((control.form, name), []).append(control)
    for (form, _), controls in by_form.items():
        yield Fields(tuple(map(_name, controls)), tuple(control.at for control in controls), form)


def _is_typed(control: Control) -> bool:
    return control.kind in ("field", "choice") and control.type not in _NOT_TYPED


def _name(control: Control) -> str:
    return (control.name or control.id)[:40]


def _is_named(field: _Element) -> bool:
    """Whether a field without a label is named in another way, or is nothing that visitors fill in."""
    if field.get("aria-labelledby") or field.get("aria-hidden") == "true" or _is_unseen(field):
        return True
    if field.tag != "select":
        return False
    options = list(islice(field.iter("option"), _FIRST_OPTIONS))
    if not options:
        return True  # a script fills it, and may name it too
    if any(_SITE.match(option.get("value", "")) for option in options):
        return True
    return _PROMPT.search("".join(options[0].itertext()).strip()[:_LONGEST_PROMPT]) is not None


def _is_unseen(field: _Element) -> bool:
    nodes = (field, *islice(field.iterancestors(), _ANCESTORS))
    return any(
        node.tag in ("noscript", "template") or node.get("hidden") is not None or _HIDDEN.search(node.get("style", ""))
        for node in nodes
    )
