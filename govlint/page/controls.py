"""Controls and forms: what a visitor can type into and press, and what each is called."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from functools import lru_cache
from sys import intern
from typing import TYPE_CHECKING, NamedTuple

from govlint.lazy_re import lazy_re
from govlint.page.draft import Draft
from govlint.page.facts import Control, Form
from govlint.page.form_owners import find_owners
from govlint.page.words import close_up, text_of

if TYPE_CHECKING:
    from lxml.etree import _Element

_NEAR = 4
_NAMING = ("value", "placeholder", "alt", "title", "aria-label")
_LABEL_LIMIT = 200
_HINT_LIMIT = 40
# A label may stand around its control: what can be chosen or typed there is no part of the name.
_SHOWN = ("label", "span", "b", "strong", "em", "i", "font", "p", "div")
_CLICKABLE = frozenset(("a", "img", "span", "div", "li", "i", "em"))
_KINDS = {
    "hidden": "hidden",
    "submit": "button",
    "button": "button",
    "image": "button",
    "reset": "button",
    "radio": "choice",
    "checkbox": "choice",
}
_KINDS_BY_TAG = {"textarea": "field", "select": "choice"}
_TYPES = {"input": "text", "button": "submit"}
_SEARCH_HINT = lazy_re(
    r"search|serch|sousuo|sou_?btn|so_?btn|jiansuo|chaxun|\bss\b|\bss_?btn|搜|检索|查询|查找|查一下",
    re.IGNORECASE,
)
_BUTTON_HINT = lazy_re(r"btn|button|submit|anniu|tijiao", re.IGNORECASE)
# Attributes with more characters are not kept: they hold what a server remembers of one page.
_SHORT = 1_000
# A block with more elements than this is no search box, but a part of the page.
_BOX_SIZE = 30
# No page has more things to click on that lead nowhere; they are looked at one by one.
_MANY = 1_000


def find_forms(draft: Draft) -> tuple[Form, ...]:
    """Return the forms of the page, in document order."""
    forms = []
    for at in draft.forms:
        node = draft.elements[at]
        handlers = _handlers(dict(node.items()))
        name, ident = node.get("name", ""), node.get("id", "")
        method = node.get("method", "").strip().lower()
        forms.append(Form(node.get("action"), method, name, ident, handlers, at, draft.zones[at]))
    return tuple(forms)


def find_controls(draft: Draft) -> tuple[Control, ...]:
    """Return the controls of the page in document order, each with the index of its form in ``draft.forms``."""
    if not draft.controls and not draft.clickables:
        return ()
    fields = [at for at in draft.controls if _is_field(draft, at)]
    close = {up for field in fields for up in draft.ancestors(field, 3)}
    pressed = {at for at in draft.clickables[:_MANY] if _is_clickable(draft, at, close)}
    for field in fields:
        pressed.update(_bare_buttons(draft, field))
    controls = sorted(pressed.union(draft.controls))
    labels = _Labels(draft, controls)
    owners = find_owners(draft, controls)
    return tuple([_control(draft, at, labels, owners.get(at, -1)) for at in controls])


class _Said(NamedTuple):
    """What the tag and the attributes of an element tell of it as a control; *names* are those it gives itself."""

    kind: str
    type: str
    name: str
    id: str
    classes: str
    names: tuple[str, ...]
    href: str
    handlers: tuple[tuple[str, str], ...]


def _read(tag: str, attributes: tuple[tuple[str, str], ...]) -> _Said:
    said = dict(attributes)
    return _Said(
        *_kind_and_type(tag, said),
        name=intern(said.get("name", "")),
        id=intern(said.get("id", "")),
        classes=intern(said.get("class", "")),
        names=tuple([close_up(said[attribute][:_LABEL_LIMIT]) for attribute in _NAMING if attribute in said]),
        href=intern(said.get("href", "").strip()),
        handlers=_handlers(said),
    )


_read_again = lru_cache(maxsize=1024)(_read)  # the search box of a template stands on every page


def _kind_and_type(tag: str, said: Mapping[str, str]) -> tuple[str, str]:
    """Return the kind of a control with this tag and these attributes, and its type in lower case."""
    if tag in _TYPES:
        of_type = said.get("type", "").strip().lower() or _TYPES[tag]
        return (_KINDS.get(of_type, "field") if tag == "input" else "button"), of_type
    return _KINDS_BY_TAG.get(tag, "button"), ""


def _is_field(draft: Draft, at: int) -> bool:
    tag = draft.tags[at]
    if tag == "input":
        return _KINDS.get(draft.elements[at].get("type", "").strip().lower(), "field") == "field"
    return tag == "textarea"


def _is_clickable(draft: Draft, at: int, close: Set[int]) -> bool:
    """Whether an element with an ``onclick``, or a link that leads nowhere, is a control.

    *close* are the three nearest ancestors of all text fields.
    """
    node = draft.elements[at]
    if draft.tags[at] not in _CLICKABLE:
        return False
    if node.get("onclick") is not None or (close and not close.isdisjoint(draft.ancestors(at, 3))):
        return True
    return draft.ends[at] - at <= _BOX_SIZE and _hints_at_search(node)


def _hints_at_search(node: _Element) -> bool:
    """Whether an element's attributes, its text or an image in it speak of searching."""
    said = [value[:_LABEL_LIMIT] for value in node.values()]
    if len(node):
        said.append(text_of(node)[:_HINT_LIMIT])
        for image in node.iter("img"):
            said += (image.get("alt", ""), image.get("src", ""))
    elif node.text:
        said.append(node.text.strip()[:_HINT_LIMIT])
    return _speaks_of_search("\n".join(said))


@lru_cache(maxsize=2048)  # what can be clicked on repeats on every page
def _speaks_of_search(said: str) -> bool:
    return _SEARCH_HINT.search(said) is not None


def _bare_buttons(draft: Draft, field: int) -> Iterator[int]:
    """Yield what stands close to a text field and is named like a button, though nothing in the markup makes it one.

    Scripts bind such elements by id or class; without them a search box would seem to have nothing to press.
    """
    box = next((up for up in reversed(draft.ancestors(field, 3)) if draft.ends[up] - up <= _BOX_SIZE), None)
    if box is None:
        return
    for at in range(box + 1, draft.ends[box] + 1):
        node = draft.elements[at]
        if draft.tags[at] not in _CLICKABLE or draft.ends[at] - at > 2 or at <= field <= draft.ends[at]:
            continue
        named = f"{node.get('id', '')} {node.get('class', '')}"
        if _BUTTON_HINT.search(named) or (draft.tags[at] in ("a", "img", "i") and _hints_at_search(node)):
            yield at


class _Labels:
    """The ``<label>`` texts of a page, by the id they are for and by the control they stand around."""

    def __init__(self, draft: Draft, controls: Sequence[int]) -> None:
        self._around = draft.innermost(draft.labels, controls)
        self._texts = {at: close_up(text_of(draft.elements[at], *_SHOWN)) for at in draft.labels}
        self._by_id: dict[str, str] = {}
        for at, text in self._texts.items():
            self._by_id.setdefault(draft.elements[at].get("for", ""), text)

    def of(self, at: int, ident: str) -> tuple[str, str]:
        """Return the texts of the label for the id *ident* and of the one around the control *at*."""
        return self._by_id.get(ident, "") if ident else "", self._texts.get(self._around.get(at, -1), "")


def _control(draft: Draft, at: int, labels: _Labels, form: int) -> Control:
    node = draft.elements[at]
    tag = draft.tags[at]
    attributes = tuple(node.items())
    is_short = sum([len(value) for _, value in attributes]) <= _SHORT
    said = (_read_again if is_short else _read)(tag, attributes)
    names = (*_shown_names(node, tag, said, draft.ends[at] - at), *labels.of(at, said.id))
    return Control(
        kind=said.kind,
        tag=tag,
        type=said.type,
        name=said.name,
        id=said.id,
        classes=said.classes,
        label=intern(" ".join(dict.fromkeys(name for name in names if name))),
        href=said.href,
        handlers=said.handlers,
        form=form,
        near=draft.ancestors(at, _NEAR),
        at=at,
        zone=draft.zones[at],
    )


def _shown_names(node: _Element, tag: str, said: _Said, size: int) -> Iterator[str]:
    """Yield what an element calls itself: its text, its attributes, the images in it."""
    if tag not in ("input", "select"):
        yield close_up(text_of(node))
    yield from said.names
    if 0 < size <= _BOX_SIZE:
        for image in node.iter("img"):
            yield close_up(image.get("alt", ""))
            yield close_up(image.get("title", ""))


def _handlers(said: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple([(intern(name), intern(code)) for name, code in said.items() if name.startswith("on")])
