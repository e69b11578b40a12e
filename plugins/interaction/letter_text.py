"""What the page of a published letter shows: when it came, who answered, when, and what."""

from __future__ import annotations

from typing import NamedTuple

from govlint.lazy_re import lazy_re
from govlint.page.dates import find_dates
from govlint.page.facts import PageFacts
from govlint.page.model import Page

from .texts import label_of, name_place

LETTER = "interaction.letter"
"""The key of ``PageFacts.extra`` that holds a LetterFacts."""

_FIELDS = {
    "留言时间": lazy_re(r"(?:留言|来信|提交|咨询|写信|信件|投诉|提问|受理|来件|反映|登记|提出|发布|写信)(?:时间|日期)"),
    "答复时间": lazy_re(r"(?:答复|回复|办结|办理|处理|反馈|回答|解答)(?:时间|日期)"),
    "答复单位": lazy_re(r"(?:答复|回复|办理|处理|受理|承办|责任|回答|解答)(?:单位|部门|机构|机关|人|科室)"),
    "答复内容": lazy_re(
        r"(?:(?:答复|回复|办理|处理|反馈|回答|解答)(?:内容|结果|意见|情况)|(?:官方|单位|部门)?(?:答复|回复))"
    ),
}
"""The four things to show of a letter, and the labels they go by."""

_QUESTION = lazy_re(r"(?:留言|信件|咨询|来信|投诉|提问|问题|诉求)(?:内容|标题|主题|名称|编号|信息)")
_SIGNED = lazy_re(r"[局委厅办院中心](?:20\d\d年|\|20\d\d)")
_ENOUGH_DATES = 2
_LONGEST = 20_000


class LetterFacts(NamedTuple):
    """A published letter: *shown* are those of the four things it shows, *at* is the element that names the page."""

    shown: tuple[str, ...]
    at: int


def read_letter(page: Page) -> LetterFacts | None:
    """Return what the page shows, None where it is not one letter with its answer.

    What stands without a label counts as shown: the times where there are dates enough, the office where a name is
    signed below the answer.
    """
    if any(control.tag == "textarea" for control in page.facts.controls) or not _may_ask(page.facts):
        return None
    labels = [label_of(block) for block in page.body]
    if not any(_QUESTION.fullmatch(label) for label in labels):
        return None
    shown = {field for field, words in _FIELDS.items() if any(words.fullmatch(label) for label in labels)}
    if "答复内容" not in shown:
        return None
    text = "|".join(block.text for block in page.body)[:_LONGEST]
    if len(find_dates(text)) >= _ENOUGH_DATES:
        shown |= {"留言时间", "答复时间"}
    if _SIGNED.search(text):
        shown.add("答复单位")
    return LetterFacts(tuple(field for field in _FIELDS if field in shown), name_place(page.facts))


def _may_ask(facts: PageFacts) -> bool:
    """Whether the label of a question can stand among the texts of the page, which are at hand."""
    texts = "".join([run.text for run in facts.runs])
    return _QUESTION.search("".join(texts.split())) is not None
