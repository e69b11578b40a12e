"""The day a page was published: from its META, else from the line under its headline."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from govlint.page.dates import parse_published
from govlint.page.facts import Meta, Run, Zone

_META_NAMES = ("pubdate", "publishdate", "publish_date", "article:published_time", "publishtime", "pubtime")
_LABEL = re.compile(
    r"(?:发布|发表|公布|更新|添加|录入|发文|成文)?(?P<word>时\s?间|日\s?期)\s*+[:：]\s*+(?P<day>\d[^，。；;|]{0,30})"
    r"|发布于\s*+[:：]?\s*+(?P<on>\d[^，。；;|]{0,30})"
)
_PASSED_OVER = frozenset((Zone.HEADER, Zone.NAV, Zone.ASIDE, Zone.FOOTER, Zone.BREADCRUMB))
# The line under the headline stands within the first runs and characters of the main content.
_RUNS = 60
_LETTERS = 2_000


def find_published(metas: Sequence[Meta], runs: Sequence[Run], start: int = 0) -> date | None:
    """Return the day the page says it was published, or None; main content begins at the run *start*."""
    for meta in metas:
        if meta.name.lower() in _META_NAMES and meta.content.strip():
            day = parse_published(meta.content)
            if day is not None:
                return day
    return _in_text(runs, start)


def _in_text(runs: Sequence[Run], start: int) -> date | None:
    pieces = []
    letters = 0
    for run in runs[start : start + _RUNS]:
        if run.zone not in _PASSED_OVER and run.kind in ("text", "link"):
            pieces.append(run.text)
            letters += run.length
            if letters > _LETTERS:
                break
    text = " ".join(pieces)
    if "时" not in text and "日" not in text and "布" not in text:
        return None
    found = list(_LABEL.finditer(text))
    # The same label again and again is a list of dates, not the date of this page.
    if not found or len(found) > 3:
        return None
    return parse_published(found[0]["day"] or found[0]["on"])
