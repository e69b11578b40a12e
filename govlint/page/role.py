"""Tells what kind of document a stored page is: a page, a jump to one, an error page, a fragment, or nothing.

The order matters: an error page that jumps to the home page is an error page. Where a page has content of its own, it
is a page, whatever its words are; so a news item about pages that cannot be found stays one.
"""

from __future__ import annotations

from typing import NamedTuple

from govlint.page.errors import error_in_text, error_in_title, scripted_challenge
from govlint.page.facts import PageFacts, Role
from govlint.page.fragments import kind_of_fragment

_BLANK = "\ufeff\0 \t\r\n\f\v"
_ERROR_TEXT = 500  # characters: an error page says little more than its message
_ERROR_LINKS = 15
_MESSAGE = 2000  # characters looked at; a title may be of any length
_TITLED_ERROR_TEXT = 3000  # one that says so in its title may have the whole frame of the site
_STUB_TEXT = 120  # characters: 正在跳转，如果没有自动跳转请点击这里
_STUB_LINKS = 4
_STUB_DELAY = 10  # seconds
_CONTENT_IMAGES = 8


class _Content(NamedTuple):
    """How much a visitor sees: characters of text, links, pictures, fields, and rows of lists with a date."""

    text: int
    links: int
    images: int
    fields: int
    dated_rows: int


def judge_role(path: str, source: str, facts: PageFacts) -> tuple[Role, str]:
    """Return the role of the page *path* with the decoded text *source*, and why, in short English (``""`` for a page).

    The other *facts* must be complete.
    """
    if not source.strip(_BLANK):
        return Role.EMPTY, "no bytes" if not facts.size else "white space only"
    content = _content(facts)
    if reason := _error(source, facts, content):
        return Role.ERROR, reason
    if reason := _redirect(path, facts, content):
        return Role.REDIRECT, reason
    if content.dated_rows < 2 and (kind := kind_of_fragment(source, facts)):
        return Role.FRAGMENT, kind
    return Role.PAGE, ""


def _content(facts: PageFacts) -> _Content:
    return _Content(
        text=sum(run.length for run in facts.runs if run.kind in ("text", "link")),
        links=sum(link.tag == "a" and link.attribute == "href" for link in facts.links),
        images=sum(run.kind in ("image", "media") for run in facts.runs),
        fields=sum(control.kind in ("field", "choice") for control in facts.controls),
        dated_rows=sum(item.day is not None for item in facts.items),
    )


def _error(source: str, facts: PageFacts, content: _Content) -> str:
    if content.text <= _TITLED_ERROR_TEXT and (reason := error_in_title(facts.title)):
        return reason
    is_article = bool(facts.crumbs) or facts.published is not None
    if content.text > _ERROR_TEXT or content.links > _ERROR_LINKS or content.dated_rows > 1 or is_article:
        return ""
    text = " ".join([facts.title, *(run.text for run in facts.runs if run.kind in ("text", "link"))])
    if reason := error_in_text(text[:_MESSAGE]):
        return reason
    shows_nothing = content.text == content.links == content.images == content.fields == 0
    loads_scripts = any(link.tag == "script" for link in facts.links)
    return scripted_challenge(source) if shows_nothing and not loads_scripts else ""


def _redirect(path: str, facts: PageFacts, content: _Content) -> str:
    name = path.rpartition("/")[2]
    jump = next((jump for jump in facts.redirects if jump.delay <= _STUB_DELAY and jump.href not in ("", name)), None)
    if jump is None or content.text > _STUB_TEXT or content.links > _STUB_LINKS:
        return ""
    if content.fields or content.images > _CONTENT_IMAGES or content.dated_rows:
        return ""
    return f"{jump.how}: {jump.href[:80]}"
