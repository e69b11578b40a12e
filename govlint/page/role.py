"""Tells what kind of document a stored page is: a page, a jump to one, an error page, a fragment, or nothing.

The order matters: an error page that jumps to the home page is an error page. Where a page has content of its own, it
is a page, whatever its words are; so a news item about pages that cannot be found stays one.
"""

from __future__ import annotations

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
_LIST = 2  # rows with a date that make a list
_TEXTS = ("text", "link")


def judge_role(path: str, source: str, facts: PageFacts) -> tuple[Role, str]:
    """Return the role of the page *path* with the decoded text *source*, and why, in short English (``""`` for a page).

    The other *facts* must be complete.
    """
    if not source.strip(_BLANK):
        return Role.EMPTY, "no bytes" if not facts.size else "white space only"
    text = sum([run.length for run in facts.runs if run.kind in _TEXTS])
    if reason := _error(source, facts, text):
        return Role.ERROR, reason
    if reason := _redirect(path, facts, text):
        return Role.REDIRECT, reason
    if _dated_rows(facts) < _LIST and (kind := kind_of_fragment(source, facts)):
        return Role.FRAGMENT, kind
    return Role.PAGE, ""


def _error(source: str, facts: PageFacts, text: int) -> str:
    """Return why a page that shows *text* characters is an error page, ``""`` where it is none."""
    if text <= _TITLED_ERROR_TEXT and (reason := error_in_title(facts.title)):
        return reason
    if text > _ERROR_TEXT or facts.crumbs or facts.published is not None:  # much text, or an article
        return ""
    links = _links(facts)
    if links > _ERROR_LINKS or _dated_rows(facts) >= _LIST:
        return ""
    said = " ".join([facts.title, *(run.text for run in facts.runs if run.kind in _TEXTS)])
    if reason := error_in_text(said[:_MESSAGE]):
        return reason
    shows_nothing = text == links == _images(facts) == _fields(facts) == 0
    loads_scripts = any(link.tag == "script" for link in facts.links)
    return scripted_challenge(source) if shows_nothing and not loads_scripts else ""


def _redirect(path: str, facts: PageFacts, text: int) -> str:
    """Return where a page that shows *text* characters sends the visitor, ``""`` where it is more than a jump."""
    name = path.rpartition("/")[2]
    jump = next((jump for jump in facts.redirects if jump.delay <= _STUB_DELAY and jump.href not in ("", name)), None)
    if jump is None or text > _STUB_TEXT or _links(facts) > _STUB_LINKS:
        return ""
    if _fields(facts) or _images(facts) > _CONTENT_IMAGES or _dated_rows(facts):
        return ""
    return f"{jump.how}: {jump.href[:80]}"


def _links(facts: PageFacts) -> int:
    return sum(link.tag == "a" and link.attribute == "href" for link in facts.links)


def _images(facts: PageFacts) -> int:
    return sum(run.kind in ("image", "media") for run in facts.runs)


def _fields(facts: PageFacts) -> int:
    return sum(control.kind in ("field", "choice") for control in facts.controls)


def _dated_rows(facts: PageFacts) -> int:
    return sum(item.day is not None for item in facts.items)
