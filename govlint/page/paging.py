"""What a page says of its own paging: how many pages and items its list has, and how the further pages are named."""

from __future__ import annotations

import re
from collections.abc import Sequence

from govlint.page.facts import Link, Paging

_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_TRS = re.compile(r"createPageHTML\(\s*+(\d{1,6})\s*+,\s*+(\d{1,6})\s*+,\s*+[\"']([^\"']{1,80})[\"']\s*+,\s*+[\"'](\w{1,8})[\"']")
_COUNT = re.compile(r"共\s*+(?:有|计)?\s*+(\d{1,7})\s*+(?:条|篇|个|项|件)")
_OF = re.compile(r"当前第?\s*+(\d{1,5})\s*+/\s*+(\d{1,5})\s*+页|第\s*+(\d{1,5})\s*+页\s*+[/／,，]?\s*+共\s*+(\d{1,5})\s*+页")
_NEXT = re.compile(r"\s*+(?:下\s*一?\s*页|尾\s*页|末\s*页|最后一页)\s*+[>»]*+$")
_NUMBER = re.compile(r"_?(\d{1,4})\.([a-z]{3,5})$", re.IGNORECASE)


def find_paging(source: str, links: Sequence[Link], path: str) -> Paging | None:
    """Return the paging of the page *path* with the decoded text *source*, None where it shows none."""
    text = _COMMENT.sub("", source)
    if (found := _TRS.search(text)) is not None:
        return Paging("trs", int(found[1]), None, found[3], found[4], int(found[2]), 0)
    count, of = _COUNT.search(text), _OF.search(text)
    items = int(count[1]) if count else None
    if of is not None:
        pages = int(of[2] or of[4])
        return Paging("text", pages, items, "", "", int(of[1] or of[3]) - 1, 0)
    turning = [link for link in links if _NEXT.match(link.text)]
    if turning:
        numbers = [int(number[1]) for link in turning if (number := _NUMBER.search(link.href))]
        return Paging("links", max(numbers, default=None), items, "", "", 0, turning[0].at)
    return None
