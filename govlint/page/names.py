"""Which files are pages, scripts and style sheets, by name."""

from __future__ import annotations

import re

from govlint.lazy_re import lazy_re

# wget keeps query strings in names: list.php?id=3, or list.php@id=3 on Windows.
_QUERY = r"(?:[?@].*)?"
_PAGE = lazy_re(rf"\.(?:x?html?|shtml?|xht)(?:\.tmp)?{_QUERY}$", re.IGNORECASE | re.DOTALL)
_PROGRAM = lazy_re(rf"\.(?:aspx?|php\d?|jspx?|do|action|cgi|cfm){_QUERY}$", re.IGNORECASE | re.DOTALL)
_TEMPLATE = lazy_re(
    r"\.(?:x?html?|shtml?|ftlh?|vm|vtl|jspx?|jspf|tag|aspx?|ascx|master|cshtml|tpl|inc|php|phtml|twig|j2|jinja2?|njk|liquid)$",
    re.IGNORECASE,
)
_SCRIPT = lazy_re(rf"\.js{_QUERY}$", re.IGNORECASE | re.DOTALL)
_STYLE = lazy_re(rf"\.css{_QUERY}$", re.IGNORECASE | re.DOTALL)
# Control characters that no page holds; of noise a tenth is such.
_CONTROLS = bytes((*range(9), *range(14, 27), *range(28, 32)))
_TEXT_SHARE = 0.95
_LOOKS_LIKE_HTML = lazy_re(
    rb"\s*+(?:\xef\xbb\xbf)?\s*+<(?:!doctype|html|head|meta|title|body|!--|\?xml)", re.IGNORECASE
)


def is_page(path: str) -> bool:
    """Whether *path* names a page: HTML under any of its usual endings."""
    return _PAGE.search(path) is not None


def may_be_page(path: str) -> bool:
    """Whether *path* names a program whose stored answer may be a page (``list.php``, ``Item.aspx``)."""
    return _PROGRAM.search(path) is not None


def may_be_template(path: str) -> bool:
    """Whether *path* is named as a template of a publishing system may be."""
    return _TEMPLATE.search(path) is not None


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


def is_binary(data: bytes) -> bool:
    """Whether the bytes are no text: a picture, an archive or noise under a page's name. UTF-16 with a BOM is text."""
    head = data[:4096]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return False
    return len(head.translate(None, _CONTROLS)) < len(head) * _TEXT_SHARE
