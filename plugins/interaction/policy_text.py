"""Which policy an interpretation (政策解读) speaks of."""

from __future__ import annotations

from typing import NamedTuple

from govlint.lazy_re import lazy_re
from govlint.page.model import Page

from .texts import is_closed, name_place

INTERPRETATION = "interaction.interpretation"
"""The key of ``PageFacts.extra`` that holds an InterpretationFacts."""

_POLICY = lazy_re(
    r"《[^《》]{4,80}(?:办法|意见|通知|规定|条例|方案|规划|细则|决定|措施|规则|目录|标准|要点|计划|纲要|公告|政策)[^《》]{0,12}》"
)
_LONGEST = 20_000


class InterpretationFacts(NamedTuple):
    """An interpretation: *policy* is the first document it names in 《》, ``""`` where it names none; *closed* says
    that a file, a picture or a script may hold more, *at* is the element that names the page."""

    policy: str
    closed: bool
    at: int


def read_interpretation(page: Page) -> InterpretationFacts | None:
    """Return the document that the page interprets, None for a list of interpretations."""
    facts = page.facts
    if sum(item.day is not None and item.link >= 0 for item in facts.items) > 1:
        return None
    policy = _POLICY.search("|".join(block.text for block in page.body)[:_LONGEST])
    return InterpretationFacts(policy[0] if policy else "", is_closed(facts), name_place(facts))
