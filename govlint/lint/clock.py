"""The day a site is judged on: told, else the day it was captured, else today. The report says which."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import NamedTuple

from govlint.lazy_re import lazy_re
from govlint.lint.settings import Settings
from govlint.source.model import Source

_HTTRACK = lazy_re(
    rb"<!-- Mirrored from [^\s>]{1,300} by HTTrack Website Copier/[^,>]{1,80}, "
    rb"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), (\d{2} [A-Z][a-z]{2} \d{4})"
)
_SAMPLE = 40
_HEAD = 4096


class Clock(NamedTuple):
    """The day, and where it comes from: ``told``, ``configuration``, ``archive``, ``mirror`` or ``today``."""

    day: date
    origin: str


def set_clock(settings: Settings, source: Source, pages: Iterable[str], today: date) -> Clock:
    """Return the day to judge *source* on; the heads of the first of *pages* are looked at for a mirror's comment."""
    if settings.as_of is not None:
        return Clock(settings.as_of, settings.giver_of("as-of"))
    if source.captured is not None:
        return Clock(source.captured, "archive")
    captured = []
    pages = list(pages)
    sample = frozenset(sorted(pages, key=lambda path: (path.count("/"), path))[:_SAMPLE])
    for path in filter(sample.__contains__, pages):  # in their order, in which the source is best read
        try:
            data = source.read(path)
        except OSError:
            continue
        for part in (data[:_HEAD], data[-_HEAD:]):
            if (found := _HTTRACK.search(part)) is not None:
                captured.append(datetime.strptime(found[1].decode("ascii"), "%d %b %Y").date())
                break
    return Clock(max(captured), "mirror") if captured else Clock(today, "today")
