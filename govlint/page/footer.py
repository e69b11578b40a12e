"""The footer of a page whose markup does not name it: the last block, where the site says who it is."""

from __future__ import annotations

from govlint.lazy_re import lazy_re
from govlint.page.draft import Draft
from govlint.page.facts import Zone

# Each alternative begins with a plain character: so the search passes over what begins with none of them.
_MARK = lazy_re(
    r"版权所有|网站标识码|公网安备|主办单位|承办单位|技术支持|©"
    r"|I(?i:CP)\s?[备证]|i(?i:CP)\s?[备证]|C(?i:opyright)|c(?i:opyright)"
)
# What a footer is at most: longer blocks hold content.
_RUNS = 40
_LETTERS = 600
_RUNS_BEFORE_MARK = 8
_RUNS_BEHIND = 6
_LETTERS_BEHIND = 200


def mark_footer(draft: Draft) -> None:
    """Put the zone of the last block right, if no element claims to be the footer and that block speaks like one."""
    if Zone.FOOTER in draft.zones:
        return
    runs, other = draft.runs, Zone.OTHER
    for number in range(len(runs) // 2, len(runs)):
        run = runs[number]
        if run.zone is other and _MARK.search(run.text):
            block = _block(draft, number)
            if block is not None:
                _mark(draft, block, max(0, number - _RUNS_BEFORE_MARK))
            return


def _block(draft: Draft, number: int) -> int | None:
    """Return the largest block around the run *number* that is small enough for a footer and ends the page."""
    runs = draft.runs
    first = max(0, number - _RUNS_BEFORE_MARK - 1)
    block = None
    for at in (runs[number].at, *draft.ancestors(runs[number].at, 12)):
        within = [i for i in range(first, len(runs)) if at <= runs[i].at <= draft.ends[at]]
        begins_too_early = within[0] == first and first > 0
        if begins_too_early or len(within) > _RUNS or sum(runs[i].length for i in within) > _LETTERS:
            break
        if draft.tags[at] in ("body", "html"):
            break
        behind = runs[within[-1] + 1 :]
        if len(behind) <= _RUNS_BEHIND and sum(run.length for run in behind) <= _LETTERS_BEHIND:
            block = at
    return block


def _mark(draft: Draft, block: int, first: int) -> None:
    end = draft.ends[block]
    for number in range(first, len(draft.runs)):
        run = draft.runs[number]
        if block <= run.at <= end:
            draft.runs[number] = run._replace(zone=Zone.FOOTER)
    for index, link in enumerate(draft.links):
        if block <= link.at <= end:
            draft.links[index] = link._replace(zone=Zone.FOOTER)
    draft.zones[block : end + 1] = [Zone.FOOTER] * (end + 1 - block)
