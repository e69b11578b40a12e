"""Can a visitor see an element, as far as its page tells: its own styles and those of what it stands in."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from govlint.lazy_re import lazy_re
from govlint.lint.hints import Hint
from govlint.page.css import Compound, declarations, parse_selector, selects
from govlint.page.hiding import HidingRule, How, hiding_rules, how_hidden, may_hide, pixels
from govlint.page.model import Page

if TYPE_CHECKING:
    from lxml.etree import _Element

_DEEPEST = 60
_STYLE_ATTRIBUTE = lazy_re(r"style\s*+=\s*+(\"[^\"]*+\"|'[^']*+')", re.IGNORECASE)
_TINY_MARQUEE = lazy_re(r"<marquee\b[^<>]{0,200}\b(?:height|width)\s*+=\s*+[\"']?[0-3](?:px)?\b", re.IGNORECASE)
_COLOURS = {"white": "#ffffff", "black": "#000000", "#fff": "#ffffff", "#000": "#000000"}
_COLOUR = lazy_re(r"#[0-9a-f]{3,6}\b|\b(?:white|black)\b")
_TINY_SIDE = 3.0

_STYLED = Hint(("<style",), any_case=True)


class Sight(NamedTuple):
    """How an element is hidden (``""``: it is not) and the element that does it."""

    how: str
    at: int


SEEN = Sight("", -1)


class Eye:
    """Looks at the elements of one page; each ancestor is judged once."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._index: dict[_Element, int] = {}
        self._styles: dict[_Element, Mapping[str, str]] = {}
        self._hows: dict[_Element, str] = {}
        self._compounds: dict[_Element, Compound] = {}
        self._sheet = _sheet("\n".join(_style_sheets(page)))

    def sight(self, at: int) -> Sight:
        """Say how the element *at* is hidden by itself or by what it stands in, the outermost first."""
        node = self._page.elements[at]
        line = [node, *islice(node.iterancestors(), _DEEPEST)]
        found = SEEN
        text_set = visibility_set = colour_set = False
        for level, element in enumerate(line):
            style = self._style(element)
            how = self._how(element, style)
            if (how == How.FONT and text_set) or (how == How.VISIBILITY and visibility_set):
                how = ""
            if not how and not colour_set and self._is_ground(line[level:]):
                how = "colour"
            text_set |= "font-size" in style or element.get("size") is not None
            visibility_set |= "visibility" in style
            colour_set |= bool(_colour_of(element, style))
            if how:
                found = Sight(how, self._at(element))
        return found

    def _is_ground(self, line: Sequence[_Element]) -> bool:
        """Say whether the text of the first of *line* has the colour of the nearest ground that is told."""
        colour = _colour_of(line[0], self._style(line[0]))
        for element in line if colour else ():
            style = self._style(element)
            ground = style.get("background-color") or style.get("background") or element.get("bgcolor") or ""
            if "url(" in ground or element.get("background"):
                return False
            if ground:
                return _colour(ground) == colour
        return False

    @staticmethod
    def hides(html: str) -> bool:
        """Say whether the markup *html*, as a script writes it, opens something that cannot be seen."""
        styles = (match[1][1:-1] for match in _STYLE_ATTRIBUTE.finditer(html))
        return any(how_hidden(declarations(style)) for style in styles) or _TINY_MARQUEE.search(html) is not None

    def _style(self, element: _Element) -> Mapping[str, str]:
        style = self._styles.get(element)
        if style is None:
            text = element.get("style", "")
            style = self._styles[element] = declarations(text) if text else {}
        return style

    def _how(self, element: _Element, style: Mapping[str, str]) -> str:
        how = self._hows.get(element)
        if how is None:
            how = self._hows[element] = str(self._find_how(element, style))
        return how

    def _find_how(self, element: _Element, style: Mapping[str, str]) -> str:
        if element.tag == "marquee" and _is_tiny(element, style):
            return "marquee"
        if how := how_hidden(style):
            return how
        if element.get("hidden") is not None:
            return How.DISPLAY
        if not self._sheet or style.get("display", "none") != "none":
            return ""
        return self._sheet.how([self._compound(one) for one in (element, *islice(element.iterancestors(), _DEEPEST))])

    def _compound(self, element: _Element) -> Compound:
        found = self._compounds.get(element)
        if found is None:
            found = self._compounds[element] = compound(element)
        return found

    def _at(self, element: _Element) -> int:
        if not self._index:
            self._index = {node: at for at, node in enumerate(self._page.elements)}
        return self._index[element]


def compound(element: _Element) -> Compound:
    """Return what selectors see of *element*."""
    return Compound(str(element.tag), element.get("id", ""), frozenset(element.get("class", "").split()))


class Sheet:
    """The hiding rules of style sheets, found by what their selectors end in: an id, a class or a tag."""

    def __init__(self, rules: Iterable[HidingRule]) -> None:
        self._by_end: dict[str, list[tuple[tuple[Compound, ...], str]]] = defaultdict(list)
        for rule in dict.fromkeys(rules):
            steps = parse_selector(rule.selector)
            if steps is not None:
                last = steps[-1]
                end = f"#{last.id}" if last.id else f".{min(last.classes)}" if last.classes else last.tag
                self._by_end[end].append((steps, rule.how))

    def __bool__(self) -> bool:
        return bool(self._by_end)

    def how(self, chain: Sequence[Compound]) -> str:
        """Return how the first of *chain* (an element and its ancestors) is hidden by a rule for it, ``""`` if not."""
        first = chain[0]
        for end in (f"#{first.id}", *(f".{name}" for name in sorted(first.classes)), first.tag, ""):
            for steps, how in self._by_end.get(end, ()):
                if selects(steps, chain):
                    return how
        return ""

    def how_within(self, chain: Sequence[Compound]) -> str:
        """Return how the first of *chain* is hidden by a rule for it or for what it stands in, ``""`` if not."""
        return next(filter(None, (self.how(chain[start:]) for start in range(len(chain)))), "")


@lru_cache(maxsize=64)
def _sheet(text: str) -> Sheet:
    return Sheet(hiding_rules(text))


def _style_sheets(page: Page) -> list[str]:
    if not _STYLED.on(page) or not may_hide(page.source):
        return []
    return [node.text for node in page.elements if node.tag == "style" and node.text]


def _is_tiny(element: _Element, style: Mapping[str, str]) -> bool:
    sides = [style.get(side) or element.get(side) or "" for side in ("height", "width")]
    return any(0 <= pixels(side, 99.0) <= _TINY_SIDE for side in sides)


def _colour_of(element: _Element, style: Mapping[str, str]) -> str:
    """Return the colour of the text of *element* as it says itself."""
    told = element.get("color") if element.tag == "font" else None
    return _colour(style.get("color") or told or "")


def _colour(text: str) -> str:
    found = _COLOUR.search(text.lower())
    if found is None:
        return ""
    colour = _COLOURS.get(found[0], found[0])
    return colour if len(colour) == 7 else "#" + "".join(digit * 2 for digit in colour[1:4])
