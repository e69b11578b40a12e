"""Whether the page of a leader gives a curriculum vitae."""

from __future__ import annotations

from typing import NamedTuple

from govlint.lazy_re import lazy_re
from govlint.page.model import Page

from .texts import is_closed, name_place

LEADER = "interaction.leader"
"""The key of ``PageFacts.extra`` that holds a LeaderFacts."""

_VITA = lazy_re(
    r"简历|履历|简介|出生|年\d{0,2}月?生|生于|籍贯|学历|学位|文化程度|参加工作|入党|加入中国共产党|中共党员|历任|曾任|毕业|[男女][,，]"
)
_LONG_TEXT = 300


class LeaderFacts(NamedTuple):
    """A page as that of one leader: *vita* says whether it tells of his or her life, *closed* whether a file or a
    picture may do so instead, *at* is the element that names the page."""

    vita: bool
    closed: bool
    at: int


def read_leader(page: Page) -> LeaderFacts | None:
    """Return what the page says of a leader, None for a list of them."""
    facts = page.facts
    if any(item.day is not None and item.link >= 0 for item in facts.items):
        return None
    text = "|".join(block.text for block in page.body)
    return LeaderFacts(len(text) >= _LONG_TEXT or _VITA.search(text) is not None, is_closed(facts), name_place(facts))
