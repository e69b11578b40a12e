"""Which files are pages, scripts and style sheets, by name."""

from __future__ import annotations

import re

# wget keeps query strings in names: list.php?id=3, or list.php@id=3 on Windows.
_QUERY = r"(?:[?@].*)?"
_PAGE = re.compile(rf"\.(?:x?html?|shtml?|xht)(?:\.tmp)?{_QUERY}$", re.IGNORECASE | re.DOTALL)
_PROGRAM = re.compile(rf"\.(?:aspx?|php\d?|jspx?|do|action|cgi|cfm){_QUERY}$", re.IGNORECASE | re.DOTALL)
_SCRIPT = re.compile(rf"\.js{_QUERY}$", re.IGNORECASE | re.DOTALL)
_STYLE = re.compile(rf"\.css{_QUERY}$", re.IGNORECASE | re.DOTALL)
_LOOKS_LIKE_HTML = re.compile(
    rb"\s*+(?:\xef\xbb\xbf)?\s*+<(?:!doctype|html|head|meta|title|body|!--|\?xml)", re.IGNORECASE
)


def is_page(path: str) -> bool:
    """Whether *path* names a page: HTML under any of its usual endings."""
    return _PAGE.search(path) is not None


def may_be_page(path: str) -> bool:
    """Whether *path* names a program whose stored answer may be a page (``list.php``, ``Item.aspx``)."""
    return _PROGRAM.search(path) is not None


def is_script(path: str) -> bool:
    """Whether *path* names a script file."""
    return _SCRIPT.search(path) is not None


def is_style(path: str) -> bool:
    """Whether *path* names a style sheet."""
    return _STYLE.search(path) is not None


def looks_like_html(data: bytes) -> bool:
    """Whether the bytes begin as an HTML document does: tells a program's stored answer from its source."""
    head = data[:2048]
    return _LOOKS_LIKE_HTML.match(head) is not None and b"<%" not in head and b"<?php" not in head
