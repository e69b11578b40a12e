"""Whether a page is surely in simplified Chinese: a language is only written down for those that are."""

from __future__ import annotations

from govlint.lazy_re import lazy_re
from govlint.page.model import Page

_HAN = lazy_re("[\u4e00-\u9fff]+")
_OTHER = lazy_re(r"[^\W\d_\u4e00-\u9fff]")
_LEAST = 4  # characters
_SIMPLIFIED = 0.95  # of the characters are in GB 2312, which has no traditional forms


def is_chinese(page: Page) -> bool:
    """Whether most letters of the visible text of *page* are Chinese characters, and these the simplified ones."""
    text = "".join(run.text for run in page.facts.runs) + page.facts.title
    han = "".join(_HAN.findall(text))
    if len(han) < max(_LEAST, len(_OTHER.findall(text))):
        return False
    return len(han.encode("gb2312", "ignore")) >= 2 * _SIMPLIFIED * len(han)
