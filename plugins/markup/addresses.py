"""Addresses made equal over the pages of a site, so that one picture used on many pages is one fault."""

from __future__ import annotations

import re
from posixpath import dirname, join, normpath
from urllib.parse import unquote

from govlint.lazy_re import lazy_re
from govlint.page.model import Page

_ABSOLUTE = lazy_re(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
_LONGEST_NAME = 40


def same_address(page: Page, address: str) -> str:
    """Return *address* as seen from the folder that was linted, without its query: equal from every page's depth."""
    address = re.split(r"[?#]", address.strip(), maxsplit=1)[0].replace("\\", "/")
    if not address or _ABSOLUTE.match(address) or page.facts.base_href:
        return address[:200]
    return normpath(join("/", dirname(page.path), address))


def file_name(address: str) -> str:
    """Return the name of the file that *address* leads to, cut where it is long; a picture in the address has none."""
    if address[:5].lower() == "data:":
        return "data:"
    name = unquote(re.split(r"[?#]", address, maxsplit=1)[0].replace("\\", "/").rstrip("/").rsplit("/", 1)[-1]).strip()
    return name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 1]}…"
