"""Judges all boxes of a site and brings equal ones together: a box in a shared header is one case, not five hundred."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field

from govlint.finding import Location, Mark, Text
from govlint.page.facts import Control, PageFacts, Role
from govlint.site.site import Site

from .box_state import Judgement, judge, sends_itself
from .script_reach import NO_REACH, reach_of
from .search_boxes import BoxKind, SearchBox
from .surroundings import boxes_of

_EXAMPLES = 10
_UP = "../"


@dataclass(slots=True)
class Case:
    """One box as it stands on one or more pages, with its judgement; *places* are (path, element), the top's first."""

    box: SearchBox
    judgement: Judgement
    places: list[tuple[str, int]] = field(default_factory=list)

    @property
    def path(self) -> str:
        """The first page the box stands on."""
        return self.places[0][0]

    @property
    def at(self) -> int:
        """The element to point at on that page."""
        return self.places[0][1]

    @property
    def related(self) -> Iterator[Location]:
        """The places of the same box on further pages, at most ten."""
        note = Text("同一个控件", "the same control")
        return (Location(path, Mark(at), note) for path, at in self.places[1 : _EXAMPLES + 1])

    @property
    def key(self) -> str:
        """What the case is about, free of places."""
        return "|".join((self.box.label, *(control.id or control.name for control in self.box.controls)))


Accept = Callable[[SearchBox, PageFacts], bool]


def _any(_box: SearchBox, _page: PageFacts) -> bool:
    return True


def cases(site: Site, kinds: Collection[BoxKind], accept: Accept = _any) -> list[Case]:
    """Return the boxes of *kinds* on all pages of *site*, judged, equal ones as one case, those of the top first.

    Only boxes that *accept* says yes to are looked at.
    """
    found: dict[tuple[object, ...], Case] = {}
    for path in sorted(site.pages, key=lambda path: (path.count("/"), path)):
        page = site.pages[path]
        boxes = [box for box in boxes_of(page) if box.kind in kinds and accept(box, page)]
        if not boxes or page.role is not Role.PAGE:
            continue
        reach = NO_REACH if all(map(sends_itself, boxes)) else reach_of(site, page)
        for box in boxes:
            judgement = judge(box, page, site, reach)
            target = site.resolve(path, box.buttons[0].href) if box.kind is BoxKind.LINK else None
            key = (*_signature(box), target, judgement.state, judgement.why)
            case = found.setdefault(key, Case(box, judgement))
            case.places.append((path, box.at))
    return list(found.values())


def _signature(box: SearchBox) -> tuple[object, ...]:
    """What makes two boxes of a site the same one: all that the page's own folder has no say in."""
    form = box.form and (box.form.id, box.form.name, (box.form.action or "").replace(_UP, ""), box.form.handlers)
    return (box.kind, form, *map(_control_signature, box.controls))


def _control_signature(control: Control) -> tuple[object, ...]:
    href = control.href.replace(_UP, "")
    return (control.tag, control.type, control.name, control.id, control.classes, control.label, href, control.handlers)
