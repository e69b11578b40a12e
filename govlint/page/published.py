"""The day a page was published: from its META, else from the line under its headline."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from govlint.lazy_re import lazy_re
from govlint.page.dates import parse_published
from govlint.page.facts import Meta, Run, Zone

_META_NAMES = ("pubdate", "publishdate", "publish_date", "article:published_time", "publishtime", "pubtime")
_DAY = r"\s*+[:：]?\s*+(\d[\d\s:./年月日-]{4,30})"
_TIME = r"(?:时\s?间|日\s?期)\s*+[:：]"
# The surest label first; a bare 时间 counts only where no word before it makes it the time of something else.
_LABELS = (
    lazy_re(rf"(?:发布|发表|公布|刊登)(?:{_TIME}|于){_DAY}"),
    lazy_re(rf"(?:更新|添加|录入|上传|编辑){_TIME}{_DAY}"),
    lazy_re(rf"(?<!\w){_TIME}{_DAY}"),
    lazy_re(rf"(?:发文|成文|生成|印发){_TIME}{_DAY}"),
)
_PASSED_OVER = frozenset((Zone.HEADER, Zone.NAV, Zone.ASIDE, Zone.FOOTER, Zone.BREADCRUMB))
# The line under the headline stands within the first runs and characters of the main content.
_RUNS = 60
_LETTERS = 2_000
_MOST = 3  # more of the same label are a list of dates, not the date of this page


def find_published(metas: Sequence[Meta], runs: Sequence[Run], start: int = 0) -> date | None:
    """Return the day the page says it was published, or None; main content begins at the run *start*."""
    for meta in metas:
        if meta.name.lower() in _META_NAMES and (day := _day(meta.content)):
            return day
    text = _beginning(runs, start)
    for label in _LABELS:
        found = label.findall(text)
        if found:
            return _day(found[0]) if len(found) <= _MOST else None
    return None


def _day(text: str) -> date | None:
    """Return the day in *text*, without the time of day."""
    found = parse_published(text.strip())
    return None if found is None else date(found.year, found.month, found.day)


def _beginning(runs: Sequence[Run], start: int) -> str:
    """Return the text that the main content begins with."""
    pieces = []
    letters = 0
    for run in runs[start : start + _RUNS]:
        if run.kind in ("text", "link") and run.zone not in _PASSED_OVER:
            pieces.append(run.text)
            letters += run.length
            if letters > _LETTERS:
                break
    return " ".join(pieces)
