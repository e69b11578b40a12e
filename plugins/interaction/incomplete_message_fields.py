"""GOV7002 IncompleteMessageFields: a published letter that does not show when it came, who answered, when, and what."""

from __future__ import annotations

from collections.abc import Iterator

from govlint.finding import Finding, Severity, Text
from govlint.lint.context import Context
from govlint.lint.findings.grouping import group
from govlint.lint.rule import Example, Expected, Scope, fail, rule
from govlint.site.site import Site

from .letter_text import LETTER, LetterFacts
from .samples import site_with_article, table

_ENGLISH = {
    "留言时间": "time of the message",
    "答复时间": "time of the answer",
    "答复单位": "office that answered",
    "答复内容": "answer",
}
_FULL = {
    "留言内容": "停车场没有标价，应当向哪里反映？",
    "留言时间": "2023-02-28",
    "答复单位": "市林业局",
    "答复时间": "2023-03-03",
    "答复内容": "您好，已责令改正。",
}


def _example(zh: str, en: str, fields: dict[str, str], *expected: Expected) -> Example:
    files = site_with_article("局长信箱", "jzxx", "反映停车场没有标价", table(fields))
    return Example(Text(zh, en), files, expected, ("national-2019",), "portal")


EXAMPLES = (
    _example(
        "没有答复单位和时间", "neither office nor times",
        {name: text for name, text in _FULL.items() if "内容" in name},
        Expected("jzxx/t1.html", line=10, column=1, words="留言时间、答复时间、答复单位"),
    ),
    _example("四项都有", "all four are there", _FULL),
)  # fmt: skip


@rule(
    "GOV7002",
    "IncompleteMessageFields",
    scope=Scope.SITE,
    severity=Severity.WARNING,
    summary=Text(
        "公开的留言没有显示留言时间、答复时间、答复单位、答复内容。",
        "A published letter does not show its time, the answer, its time and the office that gave it.",
    ),
    why=Text("公开的留言缺少这些内容的，每项扣 1 分。", "Each of these that is not shown costs a point."),
    remedy=Text("在留言页面补全这些内容。", "Show them on the pages of letters."),
    basis=("national-2019:messages-published",),
    examples=EXAMPLES,
)
def incomplete_message_fields(site: Site, context: Context) -> Iterator[Finding]:
    """Yield one finding for each set of fields that published letters of *site* lack."""
    rows = context.rows("GOV7002")
    if rows:
        basis = tuple(f"{standard.id}:{row.id}" for standard, row in rows)
        yield from group((finding._replace(basis=basis) for finding in _findings(site)), site.home.path)


def _findings(site: Site) -> Iterator[Finding]:
    for path, page in site.pages.items():
        letter: LetterFacts | None = page.extra.get(LETTER)
        missing = [field for field in _ENGLISH if field not in letter.shown] if letter else []
        if letter and missing:
            message = Text(
                f"公开的留言没有显示：{'、'.join(missing)}，请补全。",
                f"The published letter does not show: {', '.join(_ENGLISH[field] for field in missing)}; show them.",
            )
            yield fail(message, path, letter.at, key="、".join(missing), missing=len(missing))
