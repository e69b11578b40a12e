"""Controls and forms: what a visitor can type into and press, and what each is called."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Set
from sys import intern
from typing import TYPE_CHECKING

from govlint.page.draft import Draft
from govlint.page.facts import Control, Form
from govlint.page.words import close_up

if TYPE_CHECKING:
    from lxml.etree import _Element

_NEAR = 4
_NAMING = ("value", "placeholder", "alt", "title", "aria-label")
_LABEL_LIMIT = 200
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
_SEARCH_HINT = re.compile(
    r"search|sear?ch|serch|sousuo|sou_?btn|so_?btn|jiansuo|chaxun|\bss\b|ss_?btn|搜|检索|查询|查找|查一下",
    re.IGNORECASE,
)
_BUTTON_HINT = re.compile(r"btn|button|submit|anniu|tijiao", re.IGNORECASE)
# A block with more elements than this is no search box, but a part of the page.
_BOX_SIZE = 30


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
    fields = [at for at in draft.controls if _kind(draft, at) == "field"]
    close = {up for field in fields for up in draft.ancestors(field, 3)}
    pressed = {at for at in draft.clickables if _is_clickable(draft, at, close)}
    for field in fields:
        pressed.update(_bare_buttons(draft, field))
    labels = _labels(draft)
    return tuple(_control(draft, at, labels) for at in sorted(pressed.union(draft.controls)))


def _kind(draft: Draft, at: int) -> str:
    tag = draft.tags[at]
    if tag == "input":
        return _KINDS.get(_type(draft, at), "field")
    return _KINDS_BY_TAG.get(tag, "button")


def _type(draft: Draft, at: int) -> str:
    node = draft.elements[at]
    default = _TYPES.get(draft.tags[at], "")
    return node.get("type", "").strip().lower() or default if default else ""


def _is_clickable(draft: Draft, at: int, close: Set[int]) -> bool:
    """Whether an element with an ``onclick``, or a link that leads nowhere, is a control.

    *close* are the three nearest ancestors of all text fields.
    """
    node = draft.elements[at]
    if draft.tags[at] not in _CLICKABLE:
        return False
    if node.get("onclick") is not None or not close.isdisjoint(draft.ancestors(at, 3)):
        return True
    return _hints(node, _SEARCH_HINT)


def _hints(node: _Element, hint: re.Pattern[str]) -> bool:
    said = [node.get("id", ""), node.get("class", ""), node.get("title", ""), "".join(node.itertext())[:40]]
    for image in node.iter("img"):
        said += (image.get("alt", ""), image.get("src", ""))
    return hint.search("\n".join(said)) is not None


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
        named = f"{node.get('id', '')} {node.get('class', '')} {node.get('alt', '')}"
        if _BUTTON_HINT.search(named) or (draft.tags[at] in ("a", "img", "i") and _hints(node, _SEARCH_HINT)):
            yield at


def _labels(draft: Draft) -> tuple[dict[str, str], list[tuple[int, int, str]]]:
    """Return the texts of ``<label>`` by the id they are for, and those that wrap their control, with their extent."""
    by_id: dict[str, str] = {}
    wrapping = []
    for at in draft.labels:
        node = draft.elements[at]
        text = close_up("".join(node.itertext()))
        target = node.get("for")
        if target:
            by_id.setdefault(target, text)
        wrapping.append((at, draft.ends[at], text))
    return by_id, wrapping


def _control(draft: Draft, at: int, labels: tuple[dict[str, str], list[tuple[int, int, str]]]) -> Control:
    node = draft.elements[at]
    tag = draft.tags[at]
    said = dict(node.items())
    ident = said.get("id", "")
    names = _own_names(node, tag, said)
    if ident in labels[0]:
        names.append(labels[0][ident])
    names += [text for start, end, text in labels[1] if start < at <= end]
    return Control(
        kind=_kind(draft, at),
        tag=tag,
        type=_type(draft, at),
        name=intern(said.get("name", "")),
        id=intern(ident),
        classes=intern(said.get("class", "")),
        label=intern(" ".join(dict.fromkeys(name for name in names if name))),
        href=intern(said.get("href", "").strip()),
        handlers=_handlers(said),
        form=_form_of(draft, said.get("form"), at),
        near=draft.ancestors(at, _NEAR),
        at=at,
        zone=draft.zones[at],
    )


def _own_names(node: _Element, tag: str, said: Mapping[str, str]) -> list[str]:
    """Return what an element calls itself: its text, its attributes, the images in it."""
    names = []
    if tag not in ("input", "select"):
        names.append(close_up("".join(node.itertext())[:_LABEL_LIMIT]))
    names += [close_up(said[attribute][:_LABEL_LIMIT]) for attribute in _NAMING if attribute in said]
    if len(node):
        for image in node.iter("img"):
            names += (close_up(image.get("alt", "")), close_up(image.get("title", "")))
    return names


def _handlers(said: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple([(intern(name), intern(code)) for name, code in said.items() if name.startswith("on")])


def _form_of(draft: Draft, wanted: str | None, at: int) -> int:
    """Return the index of the form that a control belongs to: the one it names, else the innermost around it."""
    if wanted:
        return next((i for i, form in enumerate(draft.forms) if draft.elements[form].get("id") == wanted), -1)
    around = [i for i, form in enumerate(draft.forms) if form < at <= draft.ends[form]]
    return around[-1] if around else -1
