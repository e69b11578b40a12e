"""The breadcrumb trail: from “当前位置：”, from a class name, or from a home link with an arrow behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from govlint.lazy_re import lazy_re
from govlint.page.draft import Draft
from govlint.page.facts import Crumb, Run, Zone

_LABEL = lazy_re(
    r"(?:当前|您|你|现在|目前|所在)[^，。；;!！?？]{0,8}?位置(?:是|为)?(?:\s*+[:：>＞»]\s*+|\s*+$|(?=\s*+(?:网站|本站)?首\s?页))"
    r"|(?:当前|所在)(?:页面|栏目)\s*+[:：]\s*+"
)
_SEPARATOR = lazy_re(r"\s*+(?:[>＞»›→⟩]|&gt;?|&raquo;?|--+>?|/|\\|::|·|\||－|—)++\s*+|\s++-\s++")
_LETTER = lazy_re(r"\w")
_ARROW = lazy_re(r"\s*+[>＞»›→]")
_HOME = lazy_re(r"(?:网站|本站|返回|站点)?(?:首\s*页|主页)|home(?:page)?", re.IGNORECASE)
_STEPS = 10
_TEXT_LIMIT = 60
_SCOPE_SIZE = 60
_MANY = 20


class Trail(NamedTuple):
    """A trail: its steps, the element it stands in, and the runs it is made of (first, one past the last)."""

    crumbs: tuple[Crumb, ...]
    scope: int
    runs: tuple[int, int]


class _Piece(NamedTuple):
    """A part of a trail: a step, or, with ``text=None``, a separator."""

    text: str | None
    link: int
    at: int
    run: int


def find_trail(draft: Draft) -> Trail | None:
    """Return the first breadcrumb trail of the page, or None where there is none."""
    return next(chain(_labelled(draft), _named(draft), _bare(draft)), None)


def _labelled(draft: Draft) -> Iterator[Trail]:
    """Yield trails that begin with a label."""
    for number, run in enumerate(draft.runs):
        text = run.text
        if ("位置" not in text and "当前" not in text) or run.kind not in ("text", "link"):
            continue
        label = _LABEL.search(text)
        if label is None or label.start() > 12:
            continue
        rest = list(_split(text[label.end() :], run.at, number))
        for scope in (run.at, *draft.ancestors(run.at, 3)):
            if draft.ends[scope] - scope > _SCOPE_SIZE and scope != run.at:
                break
            pieces = [*rest, *_pieces(draft, scope, number + 1)]
            trail = _trail(pieces, scope, number)
            if trail is not None and (rest or any(crumb.link >= 0 for crumb in trail.crumbs) or _has_arrow(pieces)):
                yield trail
                break


def _named(draft: Draft) -> Iterator[Trail]:
    """Yield trails that only a class or an id tells of: they must begin at home, or have an arrow between two steps."""
    for scope in draft.trails[:_MANY]:
        if draft.ends[scope] - scope > _SCOPE_SIZE:
            continue
        first = next((i for i, run in enumerate(draft.runs) if scope <= run.at <= draft.ends[scope]), None)
        if first is not None:
            pieces = list(_pieces(draft, scope, first))
            trail = _trail(pieces, scope, first)
            if trail is not None and len(trail.crumbs) > 1 and (_has_arrow(pieces) or _starts_at_home(trail)):
                yield trail


def _bare(draft: Draft) -> Iterator[Trail]:
    """Yield trails without any name: a home link with an arrow behind it."""
    runs = draft.runs
    for number in range(len(runs) - 1):
        run, following = runs[number], runs[number + 1]
        if run.kind != "link" or following.kind != "text" or not _ARROW.match(following.text):
            continue
        if _HOME.fullmatch(run.text):
            scope = draft.parents[run.at]
            trail = _trail(list(_pieces(draft, scope, number)), scope, number)
            if trail is not None and len(trail.crumbs) > 1:
                yield trail


def _pieces(draft: Draft, scope: int, start: int) -> Iterator[_Piece]:
    """Yield the pieces that the runs from *start* on give, as far as they stand in the element *scope*."""
    end = draft.ends[scope]
    for number in range(start, min(len(draft.runs), start + 4 * _STEPS)):
        run = draft.runs[number]
        if not scope <= run.at <= end:
            return
        if run.kind == "link":
            yield from _link(run, number)
        elif run.kind == "text":
            yield from _split(run.text, run.at, number)
        elif run.kind == "image":
            yield _Piece(None, -1, run.at, number)


def _link(run: Run, number: int) -> Iterator[_Piece]:
    text = run.text
    arrow = _SEPARATOR.match(text)
    if arrow is not None:
        yield _Piece(None, -1, run.at, number)
        text = text[arrow.end() :]
    tail = next((found for found in _SEPARATOR.finditer(text) if found.end() == len(text)), None)
    if tail is not None:
        text = text[: tail.start()]
    if text:
        yield _Piece(text, run.link, run.at, number)
    if tail is not None:
        yield _Piece(None, -1, run.at, number)


def _split(text: str, at: int, number: int) -> Iterator[_Piece]:
    """Yield the steps and separators of a text; one without any letter or digit is a separator, whatever it is."""
    if text and _LETTER.search(text) is None:
        yield _Piece(None, -1, at, number)
        return
    done = 0
    for found in _SEPARATOR.finditer(text):
        if step := text[done : found.start()].strip():
            yield _Piece(step, -1, at, number)
        yield _Piece(None, -1, at, number)
        done = found.end()
    if step := text[done:].strip():
        yield _Piece(step, -1, at, number)


def _has_arrow(pieces: Sequence[_Piece]) -> bool:
    return any(piece.text is None for piece in pieces[1:])


def _starts_at_home(trail: Trail) -> bool:
    return _HOME.fullmatch(trail.crumbs[0].text) is not None


def _trail(pieces: Sequence[_Piece], scope: int, first: int) -> Trail | None:
    """Make a trail of pieces: with separators each step needs one before it, without them only links are steps."""
    separated = _has_arrow(pieces)
    crumbs: list[Crumb] = []
    last = first
    free = True
    for piece in pieces:
        if piece.text is None:
            free = True
            continue
        is_step = free if separated else piece.link >= 0 or not crumbs
        if not is_step or len(crumbs) == _STEPS or len(piece.text) > _TEXT_LIMIT:
            break
        crumbs.append(Crumb(piece.text, piece.link, piece.at))
        last = piece.run
        free = False
    return Trail(tuple(crumbs), scope, (first, last + 1)) if crumbs else None


def mark_trail(draft: Draft, trail: Trail) -> None:
    """Put the zone of the trail's runs, links and elements right."""
    first, last = trail.runs
    for number in range(first, last):
        run = draft.runs[number]
        draft.runs[number] = run._replace(zone=Zone.BREADCRUMB)
        if run.link >= 0:
            draft.links[run.link] = draft.links[run.link]._replace(zone=Zone.BREADCRUMB)
    for at in {draft.runs[number].at for number in range(first, last)}:
        draft.zones[at] = Zone.BREADCRUMB
