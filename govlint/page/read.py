"""Bytes → Page: the one way into this stage."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple

from govlint.lazy_re import lazy_re
from govlint.page.boxes import find_boxes
from govlint.page.breadcrumbs import Trail, find_trail, mark_trail
from govlint.page.controls import find_controls, find_forms
from govlint.page.decode import decode
from govlint.page.draft import Draft
from govlint.page.facts import Encoding, PageFacts, Redirect, Role, ScriptFacts
from govlint.page.footer import mark_footer
from govlint.page.items import find_items
from govlint.page.model import Page
from govlint.page.paging import find_paging
from govlint.page.parse import SIZE_LIMIT, parse
from govlint.page.published import find_published
from govlint.page.redirects import meta_redirects, written_redirects
from govlint.page.role import judge_role
from govlint.page.script import merge_scripts
from govlint.page.walk import walk
from govlint.page.written import written_links

if TYPE_CHECKING:
    from govlint.page.slots import Prepared

_MIRRORED = lazy_re(r"<!--\s*+(?:Mirrored from\s++|saved from url=(?:\(\d{1,6}\))?)(?P<address>[^\s<>]{1,500})")
_MIRRORED_WITHIN = 4_000
_TAG = lazy_re(r"<[a-zA-Z]")
_OF_PLACE = ("meta-after-1024-bytes",)
_FILLED_IN = lazy_re(r"[{}$<>\[\]#%]")


def read_page(
    path: str,
    data: bytes,
    *,
    http_charset: str | None = None,
    forced_encoding: str | None = None,
    captured: date | None = None,
    size_limit: int = SIZE_LIMIT,
    prepare: Callable[[str], Prepared | None] | None = None,
) -> Page:
    """Return the page that the bytes *data* of the file *path* hold. Never raises, whatever the bytes are.

    *path* is relative to the target, with ``/``. *http_charset* is the charset of an HTTP header, where one was
    stored; *forced_encoding* overrides all labels. *captured* is the day the page was stored: it supplies the year
    of dates without one. Of a longer page only the first *size_limit* characters are taken; ``Page.cut`` says so.
    *prepare* makes of the decoded text of a template what is to be parsed, and None of a page that is none.
    """
    decoded = decode(data, http_charset=http_charset, forced=forced_encoding)
    template = prepare(decoded.text) if prepare else None
    encoding = decoded.encoding
    if template is not None and encoding.label and _FILLED_IN.search(encoding.label):
        encoding = Encoding(encoding.name, "content", None)  # publishing writes the label
    elif template is not None and template.tags:  # where the label stands in the page is not known
        encoding = encoding._replace(problems=tuple(each for each in encoding.problems if each not in _OF_PLACE))
    stored = _Stored(path, sha256(data).hexdigest(), len(data), encoding, captured)
    if template is not None:
        return _read_template(stored, template, size_limit)
    tree = parse(decoded.text, size_limit)
    draft = walk(tree.tops, tree.text)
    return Page(_facts(stored, tree.text, draft), decoded.text, draft.elements, tree.cut)


def read_variants(page: Page) -> Iterator[Page]:
    """Yield the variants of a template's *page* (see :mod:`govlint.page.variants`), none of a page that is none."""
    if page.template is None:
        return
    from govlint.page.variants import variants

    facts = page.facts
    stored = _Stored(facts.path, facts.digest, facts.size, facts.encoding, facts.captured)
    for template in variants(page.template):
        yield _read_template(stored, template, SIZE_LIMIT)


def reopen(
    path: str,
    data: bytes,
    *,
    http_charset: str | None = None,
    forced_encoding: str | None = None,
    size_limit: int = SIZE_LIMIT,
) -> Page:
    """Return the page as :func:`read_page` has it, but with no facts beyond its path and encoding.

    For finding the way back to places that are known by the numbers of their elements. Never raises.
    """
    decoded = decode(data, http_charset=http_charset, forced=forced_encoding)
    tree = parse(decoded.text, size_limit)
    elements = [element for top in tree.tops for element in top.iter("*")]
    facts = PageFacts(path=path, digest="", size=len(data), encoding=decoded.encoding, role=Role.PAGE)
    return Page(facts, decoded.text, elements, tree.cut)


class _Stored(NamedTuple):
    """What is known of a page without looking into its markup."""

    path: str
    digest: str
    size: int
    encoding: Encoding
    captured: date | None


def _read_template(stored: _Stored, template: Prepared, size_limit: int) -> Page:
    from govlint.page.column_links import column_links
    from govlint.page.outlets import find_outlets

    tree = parse(template.markup, size_limit)
    draft = walk(tree.tops, tree.text)
    facts = _facts(stored, tree.text, draft)
    outlets = find_outlets(template, draft, stored.path)
    links = (*facts.links, *column_links(template, draft, outlets))
    facts = replace(facts, dialects=template.dialects, slots=template.slots, outlets=outlets, links=links)
    if facts.role is Role.FRAGMENT and _TAG.search(template.markup):
        facts = replace(facts, role=Role.PAGE, role_reason="")  # a part that others include is what is to be linted
    return Page(facts, template.markup, draft.elements, tree.cut, template)


def _facts(stored: _Stored, text: str, draft: Draft) -> PageFacts:
    path, digest, size, encoding, captured = stored
    script, jumps = _scripts(draft)
    trail = find_trail(draft)
    if trail is not None:
        mark_trail(draft, trail)
    mark_footer(draft)
    mirrored = _MIRRORED.search(text, 0, _MIRRORED_WITHIN)
    facts = PageFacts(
        path=path,
        digest=digest,
        size=size,
        encoding=encoding,
        role=Role.PAGE,
        titles=tuple(draft.titles),
        headings=tuple(draft.headings),
        metas=tuple(draft.metas),
        links=tuple(draft.links),
        controls=find_controls(draft),
        forms=find_forms(draft),
        runs=tuple(draft.runs),
        items=find_items(draft, captured),
        boxes=find_boxes(draft),
        crumbs=() if trail is None else trail.crumbs,
        redirects=(*meta_redirects(draft.metas), *jumps),
        paging=find_paging(text, draft.links, path),
        script=script,
        base_href=draft.base_href or "",
        language=draft.language,
        published=find_published(draft.metas, draft.runs, _content_start(trail)),
        captured=captured,
        mirrored_from=mirrored["address"] if mirrored else "",
    )
    role, reason = judge_role(path, text, facts)
    return facts if role is Role.PAGE else replace(facts, role=role, role_reason=reason)


def _content_start(trail: Trail | None) -> int:
    """Return the run at which the main content begins: behind the breadcrumb trail, if there is one."""
    return 0 if trail is None else trail.runs[1]


def _scripts(draft: Draft) -> tuple[ScriptFacts, list[Redirect]]:
    """Add the links that inline scripts write to *draft*; return the scripts' facts, merged, and their jumps."""
    jumps: list[Redirect] = []
    for at, script in draft.scripts:
        jumps += [Redirect(address, "script", 0, at) for address in script.jumps]
        if script.facts.writes:
            jumps += written_redirects(script.facts.writes, at)
            draft.links += written_links(script.facts.writes, at, draft.zones[at])
    return merge_scripts(script.facts for _, script in draft.scripts), jumps
