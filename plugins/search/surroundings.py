"""What stands in and around a box: the plugin's own page facts, which show how scripts may reach a box from outside.

Facts keep no class names of plain elements. A script that binds ``.top-bar`` and a framework's ``@click`` would go
unseen, and a box that works would be called a placeholder; so the worker, which has the tree, notes them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import chain, islice
from typing import TYPE_CHECKING, Any

from govlint.lazy_re import lazy_re
from govlint.lint.hints import Hint
from govlint.page.facts import PageFacts
from govlint.page.template import Kind

from .box_state import is_settled
from .script_reach import OPEN_FACT
from .search_boxes import FOR_SITE, BoxKind, SearchBox, find_boxes

if TYPE_CHECKING:
    from lxml.etree import _Element

    from govlint.page.model import Page

FACT = "search.boxes"
# Marks of includes and template tags that are still to be filled in: what comes in their place is not to be seen.
_OPEN_MARKS = Hint(("#include", "<%", "<?php", "<#", "[#", "<@", "{%", "#parse(", ":include"))
_OPEN = lazy_re(
    r"#\s*+include\s++(?:virtual|file)|<%|<\?php|[<\[][#@][A-Za-z_]|\{%|#(?:parse|include)\(|<\w++:include\b"
)
_ABOVE = 5
_INSIDE = 20
# Attributes by which frameworks and delegated scripts bind: @click, v-on:click, ng-click, data-url, lay-submit …
_BINDING = lazy_re(r"(?:@|\(|v-|:|ng-|data-(?!v-)|x-on|wx:|lay-|ms-|hx-|on-|js)", re.IGNORECASE)
# Ways to bind that name neither id nor class, and to bring in further scripts.
_MAY_BIND = lazy_re(
    r"""getElementsByTagName\s*+\(\s*+["'](?!script|head|meta|html)"""
    r"""|(?:document|window|body)\s*+\.\s*+(?:addEventListener\s*+\(\s*+["'](?:click|key|submit)|on(?:click|key\w++)\s*+=)"""
    r"""|\$\(\s*+(?:document|["']body["'])\s*+\)\s*+\.\s*+(?:on|delegate|live|click|key\w++)\s*+\("""
    r"""|(?:\$|jQuery|querySelector(?:All)?)\s*+\(\s*+["'][^"'.#]{0,80}(?<![\w\-])(?:input|button|form|a|img|span)\b"""
    r"""|getScript\s*+\(|(?<![\w$.])(?:require|import|LazyLoad)\s*+\(|seajs\s*+\.|createElement\s*+\(\s*+["']script"""
    r"""|location\s*+\.\s*+search\b|URLSearchParams"""
)
# The snippets of counters and share buttons bring in a script of their own; they bind nothing of the site's.
_SERVICE_SNIPPET = lazy_re(
    r"hm\.baidu\.com|bdimg\.share|bd_share|push\.zhanzhang|linksubmit|conac\.cn|cnzz\.com|51\.la|jiucuo|google-analytics"
)


def page_facts(page: Page) -> dict[str, Any]:
    """Return the boxes of *page* with what surrounds those that the page leaves unsettled.

    Where one is unsettled, or there is no search at all, it is also noted whether an include is open.
    """
    boxes = find_boxes(page.facts)
    settled = [is_settled(box, page.facts) for box in boxes]
    if all(settled) and any(box.kind in FOR_SITE for box in boxes):
        return {FACT: boxes}
    facts: dict[str, Any] = {FACT: boxes}
    if _is_open_template(page) or (_OPEN_MARKS.on(page) and _OPEN.search(page.source)):
        facts[OPEN_FACT] = True
    if not all(settled):
        picked = any(_may_bind(code) for _, code in page.scripts)
        facts[FACT] = tuple(
            box if done else _with_surroundings(box, page.elements, picked)
            for box, done in zip(boxes, settled, strict=True)
        )
    return facts


def boxes_of(page: PageFacts) -> tuple[SearchBox, ...]:
    """Return the search boxes of *page* as the worker noted them; found afresh where it noted none."""
    noted: tuple[SearchBox, ...] | None = page.extra.get(FACT)
    return noted if noted is not None else find_boxes(page)


@lru_cache(maxsize=256)  # the same scripts stand on many pages of a site
def _may_bind(script: str) -> bool:
    """Whether *script* picks elements in a way the facts do not show, or brings in a further script that may."""
    return bool(_MAY_BIND.search(script)) and not _SERVICE_SNIPPET.search(script)


def _is_open_template(page: Page) -> bool:
    """Whether *page* is a template that other files complete: one without a body, or with includes or code in it."""
    if page.template is None:
        return False
    filled = any(
        slot.kind in (Kind.INCLUDE, Kind.EXTEND, Kind.PART, Kind.CODE) and slot.emits for slot in page.facts.slots
    )
    return filled or "<body" not in page.source.lower()


def _with_surroundings(box: SearchBox, elements: Sequence[_Element], picked: bool) -> SearchBox:
    near = list(chain.from_iterable(_near(elements[control.at]) for control in box.controls))
    names = {word for element in near for word in (element.get("id", ""), *element.get("class", "").split()) if word}
    names.update(str(element.tag) for element in near if element.tag not in ("html", "body"))
    own = (elements[control.at] for control in box.controls)
    bound = picked or any(_BINDING.match(str(name)) for element in own for name in element.attrib)
    if box.kind is BoxKind.LINK:
        link = elements[box.at]
        box = box._replace(buttons=(box.buttons[0]._replace(id=link.get("id", ""), classes=link.get("class", "")),))
    return box._replace(around=frozenset(names), bound=bound)


def _near(element: _Element) -> Iterator[_Element]:
    """Yield *element*, what is in it and its nearest ancestors."""
    yield from islice(element.iter("*"), _INSIDE)
    yield from islice(element.iterancestors(), _ABOVE)
