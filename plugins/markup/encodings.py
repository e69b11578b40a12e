"""What is wrong with the encoding of a page, and how much harm it does there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from govlint.finding import WHOLE_PAGE, Edit, Fix, Mark, Severity, Text
from govlint.lazy_re import lazy_re
from govlint.page.labels import known_label
from govlint.page.model import Page

_PROVABLE = ("utf-8", "gb18030")  # what nothing else can be taken for where no byte is broken
_CHARSET = lazy_re(r"charset\s*+=\s*+[\"']?([^\s;\"']++)", re.IGNORECASE)


class Problem(NamedTuple):
    """One disagreement about an encoding: *key* names its kind, *weight* is the harm it does.

    *fix* is there where the bytes prove what the label should be.
    """

    key: str
    message: Text
    weight: Severity
    mark: Mark = WHOLE_PAGE
    fix: Fix | None = None


class _Said(NamedTuple):
    label: str
    at: int
    attribute: str


def problems_of(page: Page) -> Iterator[Problem]:
    """Yield what is wrong with the encoding of *page*; a label that lies is told alone of all that labels do."""
    encoding = page.facts.encoding
    if not encoding.problems and len(page.facts.metas) < 2:
        return
    said = _declared(page)
    mark = Mark(said[0].at) if said else WHOLE_PAGE
    if "label-contradicts-bytes" in encoding.problems:
        yield _lie(page, mark)._replace(fix=_relabelled(page, said))
    else:
        yield from _conflict(page, said)
        if "http-meta-conflict" in encoding.problems:
            yield _http_conflict(page, said, mark)
        if "nonstandard-label" in encoding.problems:
            yield _no_label(page, mark)._replace(fix=_relabelled(page, said))
        if "meta-after-1024-bytes" in encoding.problems:
            yield _late(mark)
    if "invalid-bytes" in encoding.problems:
        yield _broken(page)


def _declared(page: Page) -> list[_Said]:
    """Return the encodings that ``<meta>`` elements declare, in order."""
    said = []
    for meta in page.facts.metas:
        name = meta.name.lower()
        found = _CHARSET.search(meta.content) if name == "content-type" else None
        if found is not None:
            said.append(_Said(found[1], meta.at, "@content"))
        elif name == "charset":
            said.append(_Said(meta.content.strip(), meta.at, "@charset"))
    return said


def _lie(page: Page, mark: Mark) -> Problem:
    encoding = page.facts.encoding
    label = (encoding.label or "")[:40]
    if encoding.source == "bom":
        weight = Severity.WARNING  # browsers believe the byte-order mark
    elif encoding.name == "utf-8" and label.lower().startswith("utf-16"):
        weight = Severity.NOTE  # the HTML standard reads this label as UTF-8
    else:
        weight = Severity.ERROR
    message = Text(
        f"页面声明编码“{label}”，实际是 {encoding.name}，会显示乱码，请改成一致。",
        f"The page declares the encoding “{label}” but is in {encoding.name}, so text may be garbage; make them agree.",
    )
    return Problem("label-contradicts-bytes", message, weight, mark)


def _conflict(page: Page, said: list[_Said]) -> Iterator[Problem]:
    """Yield the problem of declarations that name different encodings; browsers believe the first."""
    known = [(known_label(each.label), each) for each in said]
    named = [(found.name, each) for found, each in known if found is not None]
    other = next((each for name, each in named if name != named[0][0]), None)
    if other is None:
        return
    first = named[0][1].label[:40]
    message = Text(
        f"页面先后声明了两种编码“{first}”和“{other.label[:40]}”，请只留与文件一致的一种。",
        f"The page declares two encodings, “{first}” and “{other.label[:40]}”; keep the one that the file is in.",
    )
    harm = Severity.NOTE if named[0][0] == page.facts.encoding.name else Severity.WARNING
    fix = _relabelled(page, said) if harm is Severity.NOTE else None
    yield Problem("two-labels", message, harm, Mark(other.at), fix)


def _relabelled(page: Page, said: list[_Said]) -> Fix | None:
    """Return the fix that makes every ``<meta>`` name the encoding that the bytes are surely in, None in doubt."""
    encoding = page.facts.encoding
    name = encoding.name
    if name not in _PROVABLE or encoding.source == "option" or "invalid-bytes" in encoding.problems:
        return None
    edits = []
    for each in said:
        known = known_label(each.label)
        if known is not None and known.name == name and known.standard:
            continue
        span = page.exact(Mark(each.at, each.attribute))
        found = _CHARSET.search(page.source, *span) if span else None
        if found is None or found[1] != each.label:
            return None
        edits.append(Edit(page.path, Mark(span=found.span(1)), name))
    title = Text(f"把声明的编码改成 {name}", f"Make the declared encoding {name}")
    return Fix(title, tuple(edits), safe=True) if edits else None


def _http_conflict(page: Page, said: list[_Said], mark: Mark) -> Problem:
    http, meta = (page.facts.encoding.label or "")[:40], said[0].label[:40] if said else ""
    message = Text(
        f"服务器声明编码“{http}”，页面声明“{meta}”，请改成一致。",
        f"The server declares the encoding “{http}” and the page “{meta}”; make them agree.",
    )
    return Problem("http-meta-conflict", message, Severity.WARNING, mark)


def _no_label(page: Page, mark: Mark) -> Problem:
    label = (page.facts.encoding.label or "")[:40]
    message = Text(
        f"页面声明的编码“{label}”不是标准名称，浏览器不认识，请写 utf-8 等标准名称。",
        f"The encoding that the page declares, “{label}”, is no standard name and unknown to browsers; write utf-8.",
    )
    harm = Severity.NOTE if page.facts.encoding.source == "bom" else Severity.WARNING
    return Problem("nonstandard-label", message, harm, mark)


def _late(mark: Mark) -> Problem:
    message = Text(
        "编码声明在前 1024 个字节之后，浏览器可能看不到，请移到 <head> 开头。",
        "The encoding is declared behind the first 1024 bytes, where browsers may not see it; move it to the start.",
    )
    return Problem("meta-after-1024-bytes", message, Severity.NOTE, mark)


def _broken(page: Page) -> Problem:
    """Return the problem of bytes that mean nothing: worse where visitors see them."""
    at = page.source.find("\ufffd")
    mark = Mark(span=(at, at + 1)) if at >= 0 else WHOLE_PAGE
    name = page.facts.encoding.name
    message = Text(
        f"页面里有按 {name} 无法显示的字节，多半是文字被截断或混入了别的编码，请改正这里的文字。",
        f"The page holds bytes that mean nothing in {name}, mostly a cut character or another encoding; mend the text.",
    )
    return Problem("invalid-bytes", message, Severity.WARNING if "\ufffd" in page.text else Severity.NOTE, mark)
