"""GOV9104 DuplicateIdInLoop: an element with a fixed id in a loop, so that every round repeats the id."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from govlint.finding import Finding, Mark, Severity, Text
from govlint.lazy_re import lazy_re
from govlint.lint.context import Context
from govlint.lint.rule import Example, Expected, Scope, fail, rule
from govlint.page.masking import INERT
from govlint.page.model import Page
from govlint.page.tags import attributes, start_tags
from govlint.page.template import Kind

# A loop of one round; and FreeMarker's list without a variable, whose loop is its <#items>.
_ONCE = lazy_re(
    r"\b(?:num|row|rows|totalnum|count|pagesize|limit|titlenum)\s*=\s*[\"']?1[\"'\s/>\]}]|^.#list\b(?!.*\bas\b)",
    re.IGNORECASE,
)
_FIRST = lazy_re(
    r"headert|footert|separatort|isfirst|first|index|_index|islast|last|==\s*[01]|eq\s+[01]|%", re.IGNORECASE
)
_PAGE = "<html lang='zh'><head><title>通知</title></head><body>\n{}</body></html>"


@rule(
    "GOV9104",
    "DuplicateIdInLoop",
    scope=Scope.PAGE,
    severity=Severity.WARNING,
    summary=Text(
        "循环里的元素有固定的 id，发布后会重复。", "An element in a loop has a fixed id, which every round repeats."
    ),
    why=Text(
        "重复的 id 使标签、锚点和脚本只作用于第一个元素。",
        "With an id repeated, labels, anchors and scripts reach the first element alone.",
    ),
    remedy=Text("改用 class，或在 id 后加上循环的序号。", "Use a class, or add the number of the round to the id."),
    examples=(
        Example(
            Text("循环里的固定 id", "a fixed id in a loop"),
            {"a.ftl": _PAGE.format('<#list news as n>\n<p id="item">${n.title}</p></#list>')},
            (Expected("a.ftl", 3, 4, "“item”"),),
        ),
        Example(
            Text("id 带序号；只循环一次；循环之外", "a numbered id; a loop of one; outside"),
            {
                "a.ftl": _PAGE.format('<p id="a"></p><#list news as n><p id="item${n.id}">${n.title}</p></#list>'),
                "templates/b.html": _PAGE.format("<TRS_DOCUMENTS ID='x' NUM='1'><p id='top'>a</p></TRS_DOCUMENTS>"),
            },
        ),
    ),
)
def duplicate_id_in_loop(page: Page, context: Context) -> Iterator[Finding]:
    """Yield each element with an id that is written out, in a loop that may run more than once."""
    loops = _loops(page)
    if not loops:
        return
    guarded = _merged(
        slot.span for slot in page.facts.slots if slot.kind is Kind.CONDITION and _FIRST.search(_tag(page, slot.span))
    )
    for tag in start_tags(page.source):
        if not _is_in(loops, tag.start):
            continue
        span = attributes(page.source, tag).get("id")
        value = page.source[slice(*span)].partition("=")[2].strip(" \"'") if span else ""
        if span is None or not value or INERT in value or _is_in(guarded, tag.start):
            continue
        message = Text(
            f"循环里的元素 id “{value}”是固定的，发布后会重复，请改用 class 或加上序号。",
            f"The id “{value}” is fixed and stands in a loop, so it will repeat; use a class or add a number.",
        )
        yield fail(message, page.path, Mark(span=span), key=value)


def _loops(page: Page) -> list[tuple[int, int]]:
    """Return the spans of the loops of *page* that may run more than once."""
    return _merged(
        slot.span for slot in page.facts.slots if slot.kind is Kind.LOOP and not _ONCE.search(_tag(page, slot.span))
    )


def _merged(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return *spans*, which are in order, with those that overlap made one."""
    merged: list[tuple[int, int]] = []
    for start, end in spans:
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _is_in(spans: Sequence[tuple[int, int]], offset: int) -> bool:
    """Whether *offset* lies in one of *spans*, which are in order and apart."""
    at = bisect_right(spans, offset, key=lambda span: span[0]) - 1
    return at >= 0 and offset < spans[at][1]


def _tag(page: Page, span: tuple[int, int]) -> str:
    """Return the beginning of the tag that opens the block at *span*, as written."""
    return page.template.text[span[0] : min(span[1], span[0] + 300)].partition(">")[0] + ">" if page.template else ""
