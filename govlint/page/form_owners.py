"""Which form a control belongs to: the one it names, the one around it, or the one that broken markup cut short."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence

from govlint.lazy_re import lazy_re
from govlint.page.draft import Draft

_CONTROLS = frozenset(("input", "button", "select", "textarea"))
# A form that is opened in one table cell and closed in another has no control in its tree, but browsers go by the text.
_TOKEN = lazy_re(
    r"<!--.*?(?:-->|\Z)|<(?P<raw>script|style|textarea)\b.*?(?:</(?P=raw)|\Z)"
    r"|<(?P<open>form)\b|</(?P<close>form)\b|<(?P<control>input|button|select)\b",
    re.IGNORECASE | re.DOTALL,
)


def find_owners(draft: Draft, controls: Sequence[int]) -> dict[int, int]:
    """Return, for each of *controls* that belongs to a form, the index of that form in ``draft.forms``."""
    if not draft.forms:
        return {}
    number_of = {form: number for number, form in enumerate(draft.forms)}
    owners = {at: number_of[form] for at, form in draft.innermost(draft.forms, controls).items()}
    owners |= _cut_short(draft, controls, owners)
    ids: dict[str, int] = {}
    for form, number in number_of.items():
        ids.setdefault(draft.elements[form].get("id", ""), number)
    for at in controls:
        wanted = draft.elements[at].get("form")
        if wanted:
            owners[at] = ids.get(wanted, -1)
    return owners


def _cut_short(draft: Draft, controls: Sequence[int], owners: dict[int, int]) -> dict[int, int]:
    """Return the owners of controls outside every form's tree that stand between a form's tags in the text."""
    behind = draft.forms[0]
    orphans = [at for at in controls if at > behind and at not in owners and draft.tags[at] in _CONTROLS]
    reach = _reach(draft.text) if orphans else []
    if len(reach) != len(draft.forms):
        return {}
    held = Counter(owners[at] for at in controls if at in owners and draft.tags[at] in _CONTROLS)
    found: dict[int, int] = {}
    for number, form in enumerate(draft.forms):
        first = bisect_right(orphans, form)
        found |= dict.fromkeys(orphans[first : first + max(0, reach[number] - held[number])], number)
    return found


def _reach(text: str) -> list[int]:
    """Return for each form in *text* how many controls stand between its start tag and its end tag."""
    counts: list[int] = []
    is_open = False
    for token in _TOKEN.finditer(text):
        if token["open"]:
            counts.append(0)
            is_open = True
        elif token["close"]:
            is_open = False
        elif is_open and (token["control"] or (token["raw"] or "").lower() == "textarea"):
            counts[-1] += 1
    return counts
