"""What a style sheet loads: the addresses in ``url()`` and ``@import`` of CSS text, wherever that stands."""

from __future__ import annotations

import re
from collections.abc import Iterator

from govlint.lazy_re import lazy_re
from govlint.page.facts import StyleUrl

# Comments and strings are gone over in whole, so that what only looks like url() in them is not taken for one.
_TOKEN = lazy_re(
    r"""/\*(?:[^*]++|\*(?!/))*+(?:\*/)?
      | @import\s++(?:"(?P<import_dq>[^"\r\n]*+)"|'(?P<import_sq>[^'\r\n]*+)')
      | (?P<at>@import\s++)?+url\(\s*+(?:"(?P<dq>[^"\r\n]*+)"|'(?P<sq>[^'\r\n]*+)'|(?P<bare>[^\s"'()\\]++))\s*+\)
      | "[^"\r\n]*+"?
      | '[^'\r\n]*+'?""",
    re.IGNORECASE | re.VERBOSE,
)
_GROUPS = ("import_dq", "import_sq", "dq", "sq", "bare")
_MAY_LOAD = lazy_re(r"url\(|@import", re.IGNORECASE)


def style_urls(text: str) -> Iterator[StyleUrl]:
    """Yield the addresses that the CSS *text* (a file, a ``<style>``, a ``style`` attribute) loads, in order.

    Addresses are as written, white space around them removed; empty ones, places in the document itself (``#shape``)
    and data within the address (``data:``) are left out. Never raises; takes time linear in the text.
    """
    if _MAY_LOAD.search(text) is None:
        return
    for found in _TOKEN.finditer(text):
        group = next((name for name in _GROUPS if found[name] is not None), "")
        href = found[group].strip() if group else ""
        if href and href[0] != "#" and href[:5].lower() != "data:":
            imports = found["at"] is not None or group.startswith("import")
            yield StyleUrl(href, "import" if imports else "url", found.start(group), found.end(group))
