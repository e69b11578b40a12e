"""GOV6019 MalformedPublicationDate: a PubDate tag that is not written YYYY-MM-DD HH:MM."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from govlint.finding import Finding, Mark, Severity, Text
from govlint.lazy_re import lazy_re
from govlint.lint.context import Context
from govlint.lint.rule import Example, Expected, Scope, fail, rule
from govlint.page.model import Page

from .sample_pages import CONTENT_TAGS, TAGS, page
from .tags import is_placeholder, tag_name

_DAY = lazy_re(r"\d{4}-\d{2}-\d{2}")
_WHOLE = lazy_re(r"\d{4}-\d{2}-\d{2} \d{2}:\d{2}(?::\d{2})?")
_DATE_ONLY = Text("只有日期，没有时间", "it has a date and no time")
_OTHER = Text("不是规定的写法", "it is written in another way")
_IMPOSSIBLE = Text("不是有效的日期", "there is no such day or time")


def _example(zh: str, en: str, value: str, words: str = "") -> Example:
    files = {"a.html": page(head=TAGS + CONTENT_TAGS.replace("2026-01-12 09:30", value))}
    return Example(Text(zh, en), files, (Expected("a.html", 2, 271, words),) if words else ())


@rule(
    "GOV6019",
    "MalformedPublicationDate",
    scope=Scope.PAGE,
    severity=Severity.WARNING,
    summary=Text("PubDate 标签的写法不对。", "A PubDate tag is malformed."),
    why=Text(
        "发布时间的格式是 YYYY-MM-DD HH:MM；写法不一，程序就读不出发布时间。",
        "Publication times are written YYYY-MM-DD HH:MM; programs cannot read other forms.",
    ),
    remedy=Text("让系统按 YYYY-MM-DD HH:MM 输出发布时间。", "Let the CMS write it as YYYY-MM-DD HH:MM."),
    examples=(
        _example("只有日期", "a date alone", "2026-01-12", "没有时间"),
        _example("中文日期", "in Chinese", "2026年01月12日", "不是规定的写法"),
        _example("没有这一天", "no such day", "2026-02-30 09:30", "不是有效的日期"),
        _example("规定的写法", "as demanded", "2026-01-12 09:30"),
        _example("带秒也可以", "seconds are allowed", "2026-01-12 09:30:15"),
    ),
    basis=("guideline-2017:time-format",),
    tags=("identity",),
)
def malformed_publication_date(page: Page, _context: Context) -> Iterator[Finding]:
    """Yield one fault for a PubDate of another form; empty ones are GOV6017's, placeholders GOV6018's."""
    for meta in page.facts.metas:
        value = meta.content.strip()
        if tag_name(meta) != "PubDate" or not value or is_placeholder(value):
            continue
        fault = _fault(value)
        if fault is not None:
            yield fail(
                Text(
                    f"标签“PubDate”{fault.zh}，请写成 YYYY-MM-DD HH:MM。",
                    f"The tag “PubDate” is malformed: {fault.en}; write YYYY-MM-DD HH:MM.",
                ),
                page.path,
                Mark(meta.at, "@content"),
                key=fault.en,
                value=value[:40],
            )


def _fault(value: str) -> Text | None:
    if not _WHOLE.fullmatch(value):
        return _DATE_ONLY if _DAY.fullmatch(value) and _is_time(value) else _OTHER
    return None if _is_time(value) else _IMPOSSIBLE


def _is_time(value: str) -> bool:
    try:
        datetime.fromisoformat(value)
    except ValueError:
        return False
    return True
