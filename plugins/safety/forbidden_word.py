"""GOV8005 ForbiddenWord: a word of the user's own lists stands on a page.

Options: ``words`` (words) and ``word-lists`` (paths of lists in UTF-8: a word a line, behind a tab what to write in its
place, ``#`` for comments). Without either the rule is silent: govlint brings no list of its own.
"""

from __future__ import annotations

from collections.abc import Iterator

from govlint.finding import Finding, Location, Mark, Severity, Text
from govlint.lint.context import Context
from govlint.lint.findings.grouping import MOST_EXAMPLES
from govlint.lint.rule import Example, Expected, Scope, fail, rule
from govlint.page.model import Page

from .page_words import Place, places
from .word_lists import load_words

_PAGE = """<html><head><title>通知</title></head><body>
<p>关于召开会议的通知：请各科室做好帐户登记。</p></body></html>"""
_TEXTS = {"type": "array", "items": {"type": "string", "minLength": 1}, "default": []}
_ALSO = Text("同一个词", "the same word")


@rule(
    "GOV8005",
    "ForbiddenWord",
    scope=Scope.PAGE,
    severity=Severity.ERROR,
    summary=Text(
        "页面上有用户词表里的词（严重错别字、不规范表述、敏感词）；不配置词表时不检查。",
        "A page holds a word of the user's own lists; without a list nothing is checked.",
    ),
    why=Text(
        "严重错别字和表述错误属于单项否决情形；哪些词算错由单位自己的词表决定，govlint 不带词表。",
        "Grave wording errors are a veto; which words are wrong is for the organ's own lists to say.",
    ),
    remedy=Text(
        "改为正确写法；词表误报的，从词表中删去该词，或写成更长的词。",
        "Write the right word; where the list is wrong, drop the word from it or make it longer.",
    ),
    examples=(
        Example(
            Text("词表里的词", "A word of a list"),
            {"index.html": _PAGE},
            (Expected("index.html", 2, 20, "“帐户”"),),
            options={"words": ["帐户", "不在页面上的词"]},
        ),
        Example(Text("没有词表", "No list"), {"index.html": _PAGE}),
    ),
    basis=("national-2019:veto-safety",),
    tags=("safety",),
    options={
        "words": {**_TEXTS, "description": "禁用词 / forbidden words"},
        "word-lists": {**_TEXTS, "description": "词表文件（UTF-8，每行一词） / files of words, one a line"},
    },
)
def forbidden_word(page: Page, context: Context) -> Iterator[Finding]:
    """Yield one finding for each listed word on *page*. Raises OSError for a list that cannot be read."""
    index = load_words(tuple(context.options.get("words", ())), tuple(context.options.get("word-lists", ())))
    if index:
        for word, found in places(page, index).items():
            yield _finding(page, word.text, word.instead, found)


def _finding(page: Page, word: str, instead: str, found: list[Place]) -> Finding:
    advice = Text(f"，应为“{instead}”", f"; write “{instead}”") if instead else Text("，请更正", "; correct it")
    message = Text(
        f"页面上有词表中的词“{word}”{advice.zh}。",
        f"The page holds the listed word “{word}”{advice.en}.",
    )
    first, *others = found
    related = tuple(Location(page.path, _mark(place), _ALSO) for place in others[:MOST_EXAMPLES])
    return fail(message, page.path, _mark(first), key=word, related=related, times=len(found))


def _mark(place: Place) -> Mark:
    return Mark(span=place.span) if place.span is not None else Mark(place.at, place.part)
