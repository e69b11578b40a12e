"""The outline of a page's links: the elements above them, and where they part."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from govlint.page.facts import Link

_SAME = 3  # links to one address that make one row: its picture, its title, "more"
_NOWHERE = ("#", "javascript:")
_BEGIN_NOWHERE = "#jJ"


@dataclass(slots=True)
class Outline:
    """The elements that are links or hold some, as numbers in document order; a link is a position in the chosen ones.

    *up* is the parent of each (-1 above a root), *kids* its children with links, *first* and *last* the links it
    holds. An element is single if all its links lead to one address. *forks* are the others with two kids or more;
    *fork* gives the fork that holds all the links of an element that is not single.
    """

    up: dict[int, int] = field(default_factory=dict)
    kids: dict[int, list[int]] = field(default_factory=dict)
    first: dict[int, int] = field(default_factory=dict)
    last: dict[int, int] = field(default_factory=dict)
    fork: dict[int, int] = field(default_factory=dict)
    forks: list[int] = field(default_factory=list)
    roots: list[int] = field(default_factory=list)

    def is_single(self, at: int) -> bool:
        """Whether all links in the element *at* lead to the same address."""
        return at not in self.fork

    def count(self, at: int) -> int:
        """Return the number of links in the element *at*."""
        return self.last[at] - self.first[at] + 1


def outline(parents: Sequence[int], links: Sequence[Link], chosen: Sequence[int]) -> Outline:
    """Return the outline of the links whose numbers are *chosen*, in document order.

    *parents* is the parent of every element (-1 above a root). The address of a link that leads nowhere is no other
    link's address.
    """
    found = Outline()
    _climb(found.up, parents, [links[number].at for number in chosen])
    addresses: dict[int, str | None] = {}
    for position, number in enumerate(chosen):
        link = links[number]
        found.first[link.at] = found.last[link.at] = position
        addresses[link.at] = f"\0{position}" if leads_nowhere(link) else link.href
    _settle(found, addresses)
    return found


def leads_nowhere(link: Link) -> bool:
    """Whether a link has no address to speak of: none, ``#``, ``javascript:``."""
    href = link.href
    return not href or (href[0] in _BEGIN_NOWHERE and href[:11].lower().startswith(_NOWHERE))


def _climb(up: dict[int, int], parents: Sequence[int], starts: Sequence[int]) -> None:
    for at in starts:
        while at >= 0 and at not in up:
            above = up[at] = parents[at]
            at = above


def _settle(found: Outline, addresses: dict[int, str | None]) -> None:
    """Go up from the links: tell each element's parent what it holds, when all that is in the element has told."""
    up, kids_of, first, last, fork = found.up, found.kids, found.first, found.last, found.fork
    for at in sorted(up, reverse=True):
        address = addresses[at]
        kids = kids_of.get(at)
        if kids is not None:
            kids.reverse()
            if address is not None and last[at] - first[at] >= _SAME:
                address = None
            if address is None and len(kids) == 1:
                fork[at] = fork.get(kids[0], at)
            elif address is None:
                fork[at] = at
            if address is None and fork[at] == at:
                found.forks.append(at)
        above = up[at]
        if above < 0:
            found.roots.append(at)
        elif above in addresses:
            kids_of.setdefault(above, []).append(at)
            if addresses[above] != address:
                addresses[above] = None
            if first[at] < first[above]:
                first[above] = first[at]
            if last[at] > last[above]:
                last[above] = last[at]
        else:
            kids_of[above] = [at]
            addresses[above] = address
            first[above], last[above] = first[at], last[at]
    found.forks.reverse()
    found.roots.reverse()
