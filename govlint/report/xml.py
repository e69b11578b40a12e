"""XML as the XML formats of govlint write it: whatever a page holds, the file stays well-formed."""

from __future__ import annotations

from typing import TextIO
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from govlint.lazy_re import lazy_re

_FORBIDDEN = lazy_re("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def root(tag: str, **attributes: object) -> Element:
    """Return the root element of a document."""
    return Element(tag, _clean(attributes))


def child(parent: Element, tag: str, text: str = "", **attributes: object) -> Element:
    """Return a new last child of *parent*."""
    made = SubElement(parent, tag, _clean(attributes))
    made.text = allowed(text) or None
    return made


def allowed(text: str) -> str:
    """Return *text* with U+FFFD for every character that XML 1.0 forbids, escaped or not."""
    return _FORBIDDEN.sub("\ufffd", text)


def write_document(document: Element, stream: TextIO) -> None:
    """Write *document* to *stream*, indented."""
    indent(document)
    stream.write('<?xml version="1.0" encoding="UTF-8"?>\n')
    stream.write(tostring(document, encoding="unicode"))
    stream.write("\n")


def _clean(attributes: dict[str, object]) -> dict[str, str]:
    return {name: allowed(str(value)) for name, value in attributes.items()}
