"""Words that several link rules share: addresses cut to fit, places counted."""

from __future__ import annotations

from collections.abc import Sequence

from govlint.finding import Text

from .places import Places

_LONGEST = 52
_LONGEST_OF_MANY = 36


def cut(address: str, longest: int = _LONGEST) -> str:
    """Return *address* cut in its middle, so that a message with two of them keeps to 200 characters."""
    if len(address) <= longest:
        return address
    head = longest // 3
    return f"{address[:head]}…{address[head + 1 - longest :]}"


def on_pages(places: Places) -> Text:
    """Return how many pages hold the link, ``""`` where it is one."""
    if places.pages < 2:
        return Text("", "")
    return Text(f"（共 {places.pages} 个页面）", f" (on {places.pages} pages)")


def listed(names: Sequence[str], most: int = 3) -> Text:
    """Return the first *most* of *names* as a list."""
    shown = [cut(name, _LONGEST_OF_MANY) for name in names[:most]]
    more = "…" if len(names) > most else ""
    return Text("、".join(shown) + more, ", ".join(shown) + more)
