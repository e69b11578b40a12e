"""Links to foreign hosts on a page that nobody can see: found where the tree is at hand."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from govlint.lazy_re import lazy_re
from govlint.page.css import Compound
from govlint.page.facts import Link
from govlint.page.hiding import may_hide
from govlint.page.inline import read_script
from govlint.page.model import Page

from .foreign import foreign_host
from .visibility import Eye, Sight, compound

if TYPE_CHECKING:
    from lxml.etree import _Element

FACT = "safety.hidden"
"""The key of these facts in ``PageFacts.extra``."""

_MOST_CHAIN = 11
_MOST_BESIDE = 20
_MOST_LINKS = 40
_MENU = frozenset(("li", "dd", "dt", "td", "select", "nav", "option", "noscript", "template"))
_WRITES_HIDING = lazy_re(
    r"write(?:ln)?\s*+\(.{0,200}?(?:display\s?:\s?none|marquee|-\d{3,5}px|hidden)", re.DOTALL | re.IGNORECASE
)
_OPENS = lazy_re(r"<(?:div|span|p|ul|marquee|table|td|font)\b", re.IGNORECASE)
_CLOSES = lazy_re(r"</(?:div|span|p|ul|marquee|table|td|font)\b", re.IGNORECASE)


class Hidden(NamedTuple):
    """Links to foreign hosts that something hides together.

    *how* is a ``How``, ``"written"`` (a script opens what hides), ``"marquee"``, ``"colour"``, or ``""`` for links that
    nothing on the page hides: style sheets may. *at* is the element that hides, *names* its id and classes. *hosts* and
    *texts* belong to the foreign links, *others* counts the other links beside them. *menu* says that it may be opened
    as menus are, *touched* that a script of the page names it. *chain* is what selectors see, the link first.
    """

    how: str
    at: int
    names: tuple[str, ...]
    hosts: tuple[str, ...]
    texts: tuple[str, ...]
    others: int
    menu: bool
    touched: bool
    chain: tuple[Compound, ...] = ()


def find(page: Page) -> tuple[Hidden, ...]:
    """Return the links of *page* to foreign hosts that cannot be seen, and those that style sheets may hide."""
    foreign = [
        (link, host)
        for link in page.facts.links
        if link.tag in ("a", "area") and link.attribute in ("href", "script") and (host := foreign_host(link.href))
    ]
    return tuple(_find(page, foreign)) if foreign else ()


def _find(page: Page, foreign: list[tuple[Link, str]]) -> Iterator[Hidden]:
    eye = Eye(page)
    written = list(_written_spans(page))
    groups: dict[tuple[str, int], list[tuple[Link, str]]] = defaultdict(list)
    for link, host in foreign:
        if link.attribute == "href":
            sight = _written_over(written, link) or eye.sight(link.at)
            groups[sight.how, sight.at if sight.how else link.at].append((link, host))
    yield from _written_links(page, [(link, host) for link, host in foreign if link.attribute == "script"])
    open_links = 0
    for (how, at), links in groups.items():
        open_links += not how
        if how or open_links <= _MOST_LINKS:
            yield _hidden(page, how, at, links[:_MOST_LINKS])


def _hidden(page: Page, how: str, at: int, links: list[tuple[Link, str]]) -> Hidden:
    node = page.elements[at]
    inside = 0 if how in ("", "written") else sum(1 for _ in node.iter("a"))
    names = tuple(filter(None, (node.get("id", ""), *node.get("class", "").split())))
    return Hidden(
        how,
        at,
        names,
        tuple(dict.fromkeys(host for _, host in links)),
        tuple(dict.fromkeys(link.text for link, _ in links if link.text)),
        max(inside - len(links), 0),
        _may_open(node) if how else False,
        not page.facts.script.mentions.isdisjoint(names),
        () if how else _chain(node),
    )


def _may_open(node: _Element) -> bool:
    """Say whether *node* stands where menus and tabs open: in a list or a table, or beside things like itself."""
    around = [node, *islice(node.iterancestors(), 3)]
    if any(element.tag in _MENU or element.get("onclick") or element.get("onmouseover") for element in around):
        return True
    kind = node.get("class")
    beside = [*islice(node.itersiblings(), _MOST_BESIDE), *islice(node.itersiblings(preceding=True), _MOST_BESIDE)]
    return kind is not None and any(sibling.tag == node.tag and sibling.get("class") == kind for sibling in beside)


def _chain(node: _Element) -> tuple[Compound, ...]:
    return tuple(map(compound, (node, *islice(node.iterancestors(), _MOST_CHAIN))))


def _written_spans(page: Page) -> Iterator[tuple[int, int]]:
    """Yield the elements between a script that writes the start of a hidden block and one that writes its end."""
    opened = -1
    for at, code in page.scripts:
        left_open, hides = _left_open(code)
        if left_open > 0 and hides:
            opened = at
        elif left_open < 0 and opened >= 0:
            yield opened, at
            opened = -1


@lru_cache(maxsize=256)  # the same scripts stand on many pages of a site
def _left_open(code: str) -> tuple[int, bool]:
    """Return how many blocks the script *code* opens more than it closes, and whether what it writes hides them."""
    if "write" not in code:
        return 0, False
    html = "".join(read_script(code).facts.writes)
    return len(_OPENS.findall(html)) - len(_CLOSES.findall(html)), bool(_WRITES_HIDING.search(code)) and Eye.hides(html)


def _written_over(written: list[tuple[int, int]], link: Link) -> Sight | None:
    index = bisect_left(written, (link.at, -1)) - 1
    return Sight("written", written[index][0]) if index >= 0 and link.at < written[index][1] else None


def _written_links(page: Page, links: list[tuple[Link, str]]) -> Iterator[Hidden]:
    """Yield the foreign links that scripts of *page* write and hide."""
    if links:
        hosts, texts = written_hidden("".join(page.facts.script.writes))
        if hosts:
            at = next((link.at for link, host in links if host in hosts), links[0][0].at)
            yield Hidden("written", at, (), hosts, texts, 0, False, False)


@lru_cache(maxsize=256)
def written_hidden(html: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the hosts and texts of the foreign links in *html*, which a script writes, that nobody sees."""
    from govlint.page.read import read_page

    if not may_hide(html) and "marquee" not in html.lower():
        return (), ()
    page = read_page("written.html", html.encode("utf-8", "replace"))
    hidden = [one for one in find(page) if one.how]
    return tuple(host for one in hidden for host in one.hosts), tuple(text for one in hidden for text in one.texts)
