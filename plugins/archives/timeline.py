"""A crawl as of a day: of several captures of one address the newest, and the originals of what had not changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import NamedTuple

from govlint.source.model import Unread

from . import reasons
from .index import Captured, newest

_BEIJING = timedelta(hours=8)
"""Crawls are stamped in UTC; the days of these sites are Beijing's."""


class State(NamedTuple):
    """The files of a crawl on a day. *captured* is the day of the newest of them."""

    files: Mapping[str, Captured]
    unread: tuple[Unread, ...]
    captured: date | None


def state_on(captures: Mapping[str, Sequence[Captured]], day: date | None) -> State:
    """Return what a crawl holds as of *day*: its newest state for None, or where nothing is as old as that."""
    until = _end_of(day) if day is not None else ""
    if until and not any(newest(each, until) for each in captures.values()):
        until = ""
    originals = _originals(captures)
    files: dict[str, Captured] = {}
    unread = []
    for path, each in captures.items():
        found = newest(each, until)
        if found is None or found.capture.gone:
            continue
        if found.capture.same:
            original = originals.get(found.capture.digest) or _before(each, found)
            if original is None:
                unread.append(Unread(path, reasons.NO_ORIGINAL))
                continue
            found = original._replace(capture=found.capture)
        files[path] = found
    stamps = [found.capture.stamp for found in files.values()]
    return State(files, tuple(unread), _day(max(stamps)) if stamps else None)


def _originals(captures: Mapping[str, Sequence[Captured]]) -> dict[str, Captured]:
    """Return for each digest a capture that holds the content."""
    return {
        found.capture.digest: found
        for each in captures.values()
        for found in each
        if found.capture.digest and not found.capture.same
    }


def _before(captures: Sequence[Captured], same: Captured) -> Captured | None:
    """Return the newest capture before *same* that holds content."""
    whole = [found for found in captures if not found.capture.same and not found.capture.gone]
    return newest(whole, same.capture.stamp)


def _day(stamp: str) -> date | None:
    try:
        return (datetime.strptime(stamp, "%Y%m%d%H%M%S") + _BEIJING).date()
    except (ValueError, OverflowError):
        return None


def _end_of(day: date) -> str:
    """Return the stamp of the last second of *day*."""
    last = datetime(day.year, day.month, day.day, 23, 59, 59) - _BEIJING
    return last.strftime("%Y%m%d%H%M%S")
