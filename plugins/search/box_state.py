"""Whether a search box can work: it does, it cannot, or the files do not tell. The shared reasoning of the GOV2 rules.

A box works when a form carries its words to an address, or when code that is to be seen takes care of it. It is a
placeholder only when nothing does and no script that could is out of sight.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from typing import NamedTuple

from govlint.page.facts import Control, Form, PageFacts
from govlint.page.names import may_be_page
from govlint.site.model import TargetKind
from govlint.site.site import Site

from .handler_code import KEY_EVENTS, STARTING_EVENTS, Effect, code_of_address, effect_of
from .script_reach import Reach
from .search_boxes import SearchBox


class State(Enum):
    """The three answers about a box."""

    WORKS = "works"
    PLACEHOLDER = "placeholder"
    CANNOT_TELL = "cannot-tell"


class Why(Enum):
    """What the answer rests on."""

    FORM = "form"  # the form carries the words to an address
    CODE = "code"  # code that is to be seen starts the search
    LINK = "link"  # a link leads to the search
    TARGET_MISSING = "target-missing"  # the form's address is a page that is not among the files
    ONLY_ENTER = "only-enter"  # the button does nothing, the Enter key still sends the form
    OUTSIDE_SCRIPT = "outside-script"  # a script that is not to be seen may take care of it
    SCRIPT_HINT = "script-hint"  # a script speaks of searching, or of what stands around the box
    OPEN_PAGE = "open-page"  # includes or template tags are still to be filled in
    PROGRAM_PAGE = "program-page"  # the page was made by a program that may answer its own form
    NO_ACTION = "no-action"  # a form without an address, and nothing else
    BLOCKED = "blocked"  # onsubmit="return false", and nothing else
    NO_HANDLER = "no-handler"  # neither a form nor code
    UNDEFINED = "undefined"  # the function that is called is defined nowhere
    IDLE = "idle"  # the code that runs starts nothing
    UNNAMED = "unnamed"  # the text field has no name, so its words are not sent


class Judgement(NamedTuple):
    """The answer about a box; *detail* is the function, address or script it rests on."""

    state: State
    why: Why
    detail: str = ""


def judge(box: SearchBox, page: PageFacts, site: Site, reach: Reach) -> Judgement:
    """Say whether *box* of *page* can work, given what the page's scripts can *reach*."""
    form = _usable_form(box)
    by_code = _by_code(box, reach)
    if form is not None and _sends_words(box):
        return _by_form(box, form, page, site, by_code)
    if by_code.state is State.WORKS:
        return by_code
    if any(map(links_somewhere, box.buttons)):
        return Judgement(State.WORKS, Why.LINK)
    if not reach.mentions.isdisjoint(box.names):
        return Judgement(State.WORKS, Why.CODE, min(reach.mentions & box.names))
    unsure = _unsure(box, page, reach)
    if unsure is not None:
        return unsure
    if by_code.state is State.CANNOT_TELL:
        return by_code
    return Judgement(State.PLACEHOLDER, _what_fails(box, form, by_code), by_code.detail)


def is_settled(box: SearchBox, page: PageFacts) -> bool:
    """Whether *box* surely works for what its own page alone shows, so that nothing else needs to be looked at."""
    if is_sent(box) or any(map(links_somewhere, box.buttons)) or not page.script.mentions.isdisjoint(box.names):
        return True
    return any(effect_of(code, page.script.defines).effect is Effect.ACTS for code in _codes(box))


def sends_itself(box: SearchBox) -> bool:
    """Whether *box* has all it needs in its form, so that no script matters."""
    return is_sent(box) and any(map(_submits, box.buttons))


def is_sent(box: SearchBox) -> bool:
    """Whether a form carries what is typed into *box*, or chosen in it, to an address."""
    return _usable_form(box) is not None and _sends_words(box)


def links_somewhere(button: Control) -> bool:
    """Whether *button* is a link to an address, or to a named place of its page."""
    return bool(button.href.strip("#").strip()) and code_of_address(button.href) is None


def _is_usable(action: str | None) -> bool:
    """Whether *action* is an address that a form can be sent to."""
    bare = (action or "").strip()
    return bool(bare) and not bare.startswith("#") and code_of_address(bare) is None


def _usable_form(box: SearchBox) -> Form | None:
    """Return the form that carries the box's words to an address, None where there is none or it is held back."""
    form = box.form or box.stray_form
    return form if form is not None and _is_usable(form.action) and not _is_blocked(form) else None


def _is_blocked(form: Form) -> bool:
    """Whether ``onsubmit`` holds every submission back without doing anything."""
    codes = [code for event, code in form.handlers if event == "onsubmit"]
    return any("false" in code and effect_of(code, frozenset()).effect is Effect.IDLE for code in codes)


def _sends_words(box: SearchBox) -> bool:
    """Whether the box has something with a name that the form can send (a filter sends its choice)."""
    return any(control.name for control in (box.fields or box.choices))


def _submits(button: Control) -> bool:
    """Whether pressing *button* submits its form without any code."""
    return button.type in ("submit", "image")


def _by_form(box: SearchBox, form: Form, page: PageFacts, site: Site, by_code: Judgement) -> Judgement:
    """Judge a box whose form can send its words: is there a way to send it, and does the address exist?"""
    presses = any(map(_submits, box.buttons)) or by_code.state is State.WORKS
    if not presses and len(box.fields) != 1:
        # Without a submit button the Enter key sends a form only if it has a single text field.
        return Judgement(State.CANNOT_TELL, Why.ONLY_ENTER, by_code.detail)
    target = site.resolve(page.path, form.action or "")
    if target.kind is TargetKind.MISSING and not site.facts.partial:
        return Judgement(State.CANNOT_TELL, Why.TARGET_MISSING, target.path)
    if not presses and by_code.why is Why.UNDEFINED:
        return Judgement(State.CANNOT_TELL, Why.ONLY_ENTER, by_code.detail)
    return Judgement(State.WORKS, Why.FORM)


def _codes(box: SearchBox) -> Iterator[str]:
    """Yield the code that runs when a visitor presses the button, presses Enter, chooses, or submits the form."""
    for button in box.buttons:
        yield from (code for event, code in button.handlers if event in STARTING_EVENTS)
        code = code_of_address(button.href)
        if code is not None:
            yield code
    for field in box.fields:
        yield from (code for event, code in field.handlers if event in KEY_EVENTS)
    for choice in box.choices:
        yield from (code for event, code in choice.handlers if event in STARTING_EVENTS)
    if box.form is not None:
        yield from (code for event, code in box.form.handlers if event == "onsubmit")
        code = code_of_address(box.form.action or "")
        if code is not None:
            yield code


def _by_code(box: SearchBox, reach: Reach) -> Judgement:
    """Judge the box by its event attributes alone."""
    told = [effect_of(code, reach.defines) for code in _codes(box)]
    for effect, state, why in _CODE_ANSWERS:
        found = next((each for each in told if each.effect is effect), None)
        if found is not None:
            return _sight(Judgement(state, why, found.function), reach)
    return Judgement(State.PLACEHOLDER, Why.NO_HANDLER)


_CODE_ANSWERS = (
    (Effect.ACTS, State.WORKS, Why.CODE),
    (Effect.UNKNOWN, State.CANNOT_TELL, Why.SCRIPT_HINT),
    (Effect.UNDEFINED, State.PLACEHOLDER, Why.UNDEFINED),
    (Effect.IDLE, State.PLACEHOLDER, Why.IDLE),
)


def _sight(judgement: Judgement, reach: Reach) -> Judgement:
    """Return *judgement*, in doubt where a script out of sight may define the function it hangs on."""
    if judgement.why is Why.UNDEFINED and reach.outside:
        return judgement._replace(state=State.CANNOT_TELL, why=Why.OUTSIDE_SCRIPT)
    return judgement


def _unsure(box: SearchBox, page: PageFacts, reach: Reach) -> Judgement | None:
    """Return the doubt that keeps a lifeless box from being called one, None where there is none."""
    if reach.outside:
        return Judgement(State.CANNOT_TELL, Why.OUTSIDE_SCRIPT, reach.outside[0])
    hints = (*sorted(reach.mentions & box.around), *reach.hints, *sorted(reach.unseen))
    if hints or box.bound:
        return Judgement(State.CANNOT_TELL, Why.SCRIPT_HINT, next(iter(hints), ""))
    if reach.is_open:
        return Judgement(State.CANNOT_TELL, Why.OPEN_PAGE)
    form = box.form
    if form is not None and form.action is not None and may_be_page(page.path):
        return Judgement(State.CANNOT_TELL, Why.PROGRAM_PAGE)
    return None


def _what_fails(box: SearchBox, form: Form | None, by_code: Judgement) -> Why:
    """Name what keeps a placeholder from working, the most telling first."""
    if by_code.why in (Why.UNDEFINED, Why.IDLE) and not (box.form and by_code.why is Why.IDLE):
        return by_code.why
    if form is not None:
        return Why.UNNAMED
    if box.form is not None:
        return Why.BLOCKED if _is_blocked(box.form) else Why.NO_ACTION
    return by_code.why
