"""What is a whole document: the rules on title and language are silent on fragments that other pages include."""

from __future__ import annotations

import re
from itertools import islice

from govlint.finding import Mark
from govlint.lazy_re import lazy_re
from govlint.page.facts import Role
from govlint.page.model import Page

_HTML = lazy_re(r"<html[\s>]", re.IGNORECASE)
_FIRST = 20


def is_document(page: Page) -> bool:
    """Whether *page* is a whole document that visitors read: it has an ``<html>`` tag and is no mere redirect."""
    return page.facts.role is Role.PAGE and _HTML.search(page.source) is not None


def head_of(page: Page) -> Mark:
    """Return the place of the ``<head>`` of *page*, of its root where that cannot be found."""
    tags = [element.tag for element in islice(page.elements, _FIRST)]
    return Mark(tags.index("head") if "head" in tags else 0)
