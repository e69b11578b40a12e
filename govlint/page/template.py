"""What a template dialect is: the way a CMS's tags are told from the page around them."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple


class Dialect(NamedTuple):
    """A CMS template dialect.

    *name* is its short name; *recognise* takes a path and the decoded text and says whether the text is written in
    it; *mask* returns the text with every tag of the dialect replaced by filler of the same length, line ends kept,
    so that positions stay right without any mapping.
    """

    name: str
    recognise: Callable[[str, str], bool]
    mask: Callable[[str], str]
