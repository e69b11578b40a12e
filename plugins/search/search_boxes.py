"""What a search box is: the text fields, choices and buttons of a page that belong together and are there to search.

Whether a box can work is told in ``box_state``. Log-in forms, number look-ups, message forms and paging boxes look
alike; they are no search boxes and get no verdict.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from enum import Enum
from functools import lru_cache
from typing import NamedTuple

from govlint.page.facts import Control, Form, Link, PageFacts

from . import box_words as words

# A form of up to this many visible controls is one box; a larger one wraps half the page (ASP.NET wraps all of it).
_COMPACT = 12
# Field and button belong together when their common ancestor is at most this many steps above each of them.
_STEPS = 4  # Control.near holds no more
# How many controls before and after a field are looked at for its button: keeps huge pages linear.
_WINDOW = 16
# A page offers its search at most so many times in the same words.
_MOST_ENTRANCES = 3


class BoxKind(Enum):
    """What a box is for."""

    SEARCH = "search"  # words are typed into it: the search of the site or of one of its columns
    FILTER = "filter"  # one chooses a year, an office, a genre …
    LINK = "link"  # a link whose short text may name a filter
    ENTRANCE = "entrance"  # a link or button that says 搜索 and leads to the search


FOR_SITE = (BoxKind.SEARCH, BoxKind.ENTRANCE)


class SearchBox(NamedTuple):
    """Controls that make up one box.

    *form* is None outside a form. *fields* take words, *choices* are selects, *buttons* are what may start the
    search. *stray_form* is set where the box stands outside every form though a form without controls of its own
    precedes it: browsers bind the two where tags are nested wrongly. *around* are the ids, classes and tags in and
    around the box, *bound* says that a framework's or a data attribute, or a script that picks elements by their tag,
    may bind it; both are filled by ``surroundings`` where the page does not settle the case.
    """

    kind: BoxKind
    form: Form | None
    fields: tuple[Control, ...]
    choices: tuple[Control, ...]
    buttons: tuple[Control, ...]
    stray_form: Form | None = None
    around: frozenset[str] = frozenset()
    bound: bool = False

    @property
    def controls(self) -> tuple[Control, ...]:
        """All controls of the box: buttons, fields, choices."""
        return (*self.buttons, *self.fields, *self.choices)

    @property
    def at(self) -> int:
        """The element to point at: the button, else the field, else the choice, else the form."""
        return self.controls[0].at

    @property
    def label(self) -> str:
        """What a visitor calls the box: its prompt, its button's word, else a name, else 搜索."""
        controls = (*self.fields, *self.buttons)
        if self.kind is BoxKind.FILTER:
            controls = (*self.choices, *controls)
        said = [" ".join(control.label.split()) for control in controls]
        named = [control.id or control.name for control in controls]
        return next(filter(None, (*said, *named)), "搜索")[:20]

    @property
    def names(self) -> frozenset[str]:
        """The ids, names and classes by which a script reaches the box's buttons, its form, and its fields."""
        found = {name for control in self.buttons for name in words.names_of(control)}
        found |= {name for control in (*self.fields, *self.choices) for name in (control.id, control.name) if name}
        return frozenset(found | {name for name in (self.form.id, self.form.name) if name} if self.form else found)


class _Group(NamedTuple):
    form: Form | None
    controls: tuple[Control, ...]


def find_boxes(page: PageFacts) -> tuple[SearchBox, ...]:
    """Return the search boxes, filters, search entrances and filter-like links of *page* in document order."""
    boxes, taken = _boxes_among(tuple(page.controls), tuple(page.forms))
    links = [
        SearchBox(BoxKind.LINK, None, (), (), (_as_button(link),))
        for link in page.links
        if link.tag == "a" and words.may_name_filter(link.text) and link.at not in taken
    ]
    return tuple(sorted((*boxes, *links), key=lambda box: box.at)) if links else boxes


@lru_cache(maxsize=512)  # most pages of a template have the same controls in the same places
def _boxes_among(
    controls: tuple[Control, ...], forms: tuple[Form, ...]
) -> tuple[tuple[SearchBox, ...], frozenset[int]]:
    """Return the boxes that *controls* and *forms* make up, in document order, and the controls that are taken."""
    visible = [control for control in controls if control.kind != "hidden"]
    groups = list(_groups(forms, visible))
    boxes = [box for group in groups if (box := _box_of(group)) is not None]
    taken = _taken(groups, visible)
    boxes += [
        SearchBox(BoxKind.ENTRANCE, _form_of(forms, control.form), (), (), (control,))
        for control in _entrances(visible)
        if taken.isdisjoint((control.at, *control.near))
    ]
    taken.update(box.at for box in boxes)
    strays = _StrayForms(controls, forms)
    found = sorted((box._replace(stray_form=strays.before(box)) for box in boxes), key=lambda box: box.at)
    return tuple(found), frozenset(taken)


def _form_of(forms: Sequence[Form], index: int) -> Form | None:
    return forms[index] if 0 <= index < len(forms) else None


def _taken(groups: Sequence[_Group], visible: Sequence[Control]) -> set[int]:
    """Return the controls that belong to a field, whatever it is for, and the pressable things around them."""
    pressable = {control.at for control in visible if control.kind == "button"}
    taken: set[int] = set()
    for group in groups:
        if any(control.kind in ("field", "choice") for control in group.controls):
            taken.update(control.at for control in group.controls)
            taken.update(above for control in group.controls for above in control.near if above in pressable)
    return taken


def _entrances(visible: Sequence[Control]) -> list[Control]:
    """Return the buttons that say 搜索 and nothing else; a word that stands there row after row fills a list."""
    entrances = [control for control in visible if control.kind == "button" and words.is_entrance(control.label)]
    counts = Counter(control.label for control in entrances)
    return [control for control in entrances if counts[control.label] <= _MOST_ENTRANCES]


def _as_button(link: Link) -> Control:
    """Return *link* as the control it is for a visitor."""
    handlers = (("onclick", link.onclick),) if link.onclick else ()
    return Control("button", link.tag, "", "", "", "", link.text, link.href, handlers, -1, (), link.at, link.zone)


def _groups(forms: Sequence[Form], visible: Sequence[Control]) -> Iterator[_Group]:
    """Yield what stands together: each compact form, and clusters of near controls elsewhere."""
    by_form: dict[int, list[Control]] = {}
    for control in visible:
        by_form.setdefault(control.form, []).append(control)
    loose_buttons = [control for control in by_form.get(-1, ()) if control.kind == "button"]
    for index, controls in by_form.items():
        form = _form_of(forms, index)
        if form is None or len(controls) > _COMPACT or any(map(_is_foreign, controls)):
            yield from (_Group(form, cluster) for cluster in _clusters(controls))
        elif any(control.kind == "button" for control in controls):
            yield _Group(form, tuple(controls))
        else:  # <form><input></form><a onclick=…>搜索</a>
            fields = [control for control in controls if words.is_text_field(control)]
            outside = [button for field in fields[:1] for button in _near_buttons(field, _around(field, loose_buttons))]
            yield _Group(form, (*controls, *outside))


def _around(field: Control, buttons: Sequence[Control]) -> Sequence[Control]:
    """The few of *buttons*, which are in document order, that stand next to *field*."""
    place = bisect_left(buttons, field.at, key=lambda button: button.at)
    return buttons[max(0, place - 2) : place + 2]


def _is_foreign(control: Control) -> bool:
    """Whether *control* shows that the form around it is there for something else (to log in, to write a message)."""
    return control.type == "password" or control.tag == "textarea" or control.type in ("email", "file")


def _clusters(controls: Sequence[Control]) -> Iterator[tuple[Control, ...]]:
    """Yield each text field or choice with its nearest button, and whatever else is nearest to that one.

    A button that a password or a message is nearest to starts no search.
    """
    by_button: dict[int, list[Control]] = {}
    foreign: set[int] = set()
    for place, control in enumerate(controls):
        window = controls[max(0, place - _WINDOW) : place + _WINDOW + 1]
        buttons = [each for each in window if each.kind == "button"]
        if _is_foreign(control):
            foreign.update(button.at for button in _by_distance(control, buttons)[:1])
        elif words.is_text_field(control) or control.kind == "choice":
            nearest = _near_buttons(control, buttons)[:1]
            nested = [button for each in nearest for button in buttons if _is_nested(each, button)]
            members = by_button.setdefault(nearest[0].at if nearest else control.at, [*nearest, *nested])
            members.append(control)
    yield from (tuple(members) for at, members in by_button.items() if at not in foreign)


def _is_nested(one: Control, other: Control) -> bool:
    """Whether one of two controls stands inside the other, as the picture in a link does."""
    return other.at in one.near or one.at in other.near


def _by_distance(field: Control, buttons: Iterable[Control]) -> list[Control]:
    """Return the buttons that are near *field*, the nearest first."""
    near = [
        (steps, abs(button.at - field.at), button) for button in buttons if (steps := _steps(field, button)) is not None
    ]
    return [button for *_, button in sorted(near, key=lambda row: row[:2])]


def _near_buttons(field: Control, buttons: Iterable[Control]) -> list[Control]:
    """Return the buttons that may start the search of *field*, those that say so first, behind it before in front."""
    possible = [button for button in _by_distance(field, buttons) if not words.says_other(button)]
    return sorted(
        possible, key=lambda button: (not words.says_search(button), _steps(field, button), button.at < field.at)
    )


def _steps(one: Control, other: Control) -> int | None:
    """How many steps apart two controls are in the tree; None where they are too far apart to belong together."""
    above = other.near[:_STEPS]
    for up, ancestor in enumerate(one.near[:_STEPS]):
        if ancestor in above:
            return up + above.index(ancestor)
    return None


def _box_of(group: _Group) -> SearchBox | None:
    """Return the box that *group* makes up, None where it is no search."""
    if any(map(_is_foreign, group.controls)):
        return None
    texts = tuple(control for control in group.controls if words.is_text_field(control))
    fields = tuple(field for field in texts if not words.is_look_alike(field))
    choices = tuple(control for control in group.controls if control.kind == "choice" and control.tag == "select")
    buttons = _starters(group.controls)
    filters = tuple(choice for choice in choices if words.names_filter(choice))
    if fields and _is_search(group.form, fields, buttons):
        kind = BoxKind.FILTER if filters else BoxKind.SEARCH
        return SearchBox(kind, group.form, fields, choices, buttons)
    if filters and not texts and any(words.says_search(button) or words.says_look_up(button) for button in buttons):
        return SearchBox(BoxKind.FILTER, group.form, (), choices, buttons)
    return None


def _starters(controls: Iterable[Control]) -> tuple[Control, ...]:
    """Return the buttons of a group that may start the search: those that say so first, then those that may."""
    buttons = [button for button in controls if button.kind == "button" and not words.says_other(button)]
    spoken = [button for button in buttons if words.says_search(button)]
    silent = [button for button in buttons if button.type in ("submit", "image") and button not in spoken]
    return tuple([*spoken, *silent] if spoken else buttons)


def _is_search(form: Form | None, fields: Sequence[Control], buttons: Sequence[Control]) -> bool:
    """Whether fields and buttons that belong together are there to search by words."""
    if any(words.says_search(button) for button in buttons):
        return True
    if any(words.asks_for_search(field) for field in fields):
        return True
    if any(words.named_as_search(field) for field in fields) or words.form_speaks_of_search(form):
        return bool(buttons) or form is not None
    unlabelled = any(words.says_nothing(button) or words.says_look_up(button) for button in buttons)
    return unlabelled and any(words.named_shortly(field) for field in fields)


class _StrayForms:
    """The forms of a page that have no visible control in the tree: wrongly nested tags took them away."""

    def __init__(self, controls: Iterable[Control], forms: Sequence[Form]) -> None:
        filled = {control.form for control in controls if control.kind != "hidden"}
        self._forms = forms
        self._starts = [form.at for form in forms]
        self._is_empty = [index not in filled for index in range(len(forms))]

    def before(self, box: SearchBox) -> Form | None:
        """Return the form that browsers bind *box* to though the tree puts it outside, None where there is none."""
        if box.form is not None or not (box.fields or box.choices):
            return None
        last = bisect_left(self._starts, min(control.at for control in box.controls)) - 1
        return self._forms[last] if last >= 0 and self._is_empty[last] else None
