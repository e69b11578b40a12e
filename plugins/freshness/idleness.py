"""Columns of interaction that stand idle: what the standards in force ask of consultation, surveys and interviews."""

from __future__ import annotations

from collections.abc import Iterator

from govlint.finding import Finding, Mark, Text
from govlint.lint.context import Context
from govlint.lint.rule import fail
from govlint.site.model import Column
from govlint.site.site import Site

from .letters import unanswered
from .periods import later

KINDS = ("consultation", "survey", "interview")
"""The kinds of column that are judged."""
YEAR = 12
"""Months, 国办发〔2015〕15号: a consultation, survey or interview column has something new within a year."""
MESSAGES = 2
"""Months, 国办秘函〔2019〕19号: published messages (留言公开) are not older."""
ANSWER = 3
"""Months, both tables: a letter of the last year that waits longer fails the site."""
FEWEST = {"portal": 6}
FEWEST_ELSEWHERE = 3
"""国办发〔2015〕15号: fewer surveys or interviews in a year than this are too few (6 for portals, 3 for others)."""

# One dated item may be the notice that opens the column, and no letter or survey.
_LEAST = 2


class Idleness:
    """Judges columns of interaction by the cases that rows of the standards in force leave to the rule *rule_id*."""

    def __init__(self, rule_id: str, context: Context) -> None:
        self._context = context
        self._cases = {
            (clause.case, concept)
            for _, row in context.rows(rule_id)
            for clause in row.clauses
            if rule_id in clause.rules
            for concept in clause.concepts or ("",)
        }

    def waiting(self, site: Site, column: Column) -> Iterator[Finding]:
        """Yield a finding for every letter of the last year in *column* that has waited for more than three months."""
        if ("unanswered", "") not in self._cases or "consultation" not in column.concepts:
            return
        as_of, name = self._context.as_of, column.name
        for letter in unanswered(site, column):
            if later(as_of, -YEAR) <= letter.day < later(as_of, -ANSWER):
                days = (as_of - letter.day).days
                message = Text(
                    f"“{name}”有一封来信 {days} 天没有答复（{letter.day}），超过三个月即单项否决，请尽快答复。",
                    f"A letter in “{name}” has waited {days} days ({letter.day}); three months fail the site.",
                )
                key = f"{column.path} {letter.day} {letter.item.title}"
                yield fail(message, letter.path, Mark(letter.item.at), key=key, case="unanswered",
                           column=name, concept="consultation", days=days)  # fmt: skip

    def judge(self, column: Column) -> Iterator[Finding]:
        """Yield at most one finding: *column* is out of date, else it shows too little in a year."""
        dated = [(path, item, item.day) for path, item in column.items if item.day is not None]
        if column.newest is None or len(dated) < _LEAST:
            return
        as_of, (path, item, _) = self._context.as_of, dated[0]
        concept = " ".join(sorted(column.concepts))
        months = self._months(column)
        if months and column.newest < later(as_of, -months):
            days = (as_of - column.newest).days
            message = Text(
                f"互动栏目“{column.name}”已 {days} 天没有更新：最新内容的日期是 {column.newest}，"
                f"应在 {months} 个月内更新。",
                f"“{column.name}” has had nothing new for {days} days (newest: {column.newest}); {months} months are "
                "allowed.",
            )
            yield fail(message, path, Mark(item.at), key=column.path, case="stale", days=days,
                       column=column.name, concept=concept)  # fmt: skip
            return
        recent = sum(day >= later(as_of, -YEAR) for _, _, day in dated)
        fewest = FEWEST.get(self._context.site_kind, FEWEST_ELSEWHERE)
        if any(("few", id) in self._cases for id in column.concepts) and recent < fewest:
            message = Text(
                f"互动栏目“{column.name}”一年内只有 {recent} 次活动，少于 {fewest} 次，请按期开展。",
                f"“{column.name}” shows only {recent} in a year; fewer than {fewest} are too few.",
            )
            yield fail(message, path, Mark(item.at), key=column.path, case="few", number=recent,
                       column=column.name, concept=concept)  # fmt: skip

    def _months(self, column: Column) -> int:
        """Return how old the newest item of *column* may be, 0 where no standard in force says."""
        if ("stale", "") in self._cases and "consultation" in column.concepts:
            return MESSAGES
        return YEAR if any(("stale", id) in self._cases for id in column.concepts) else 0
