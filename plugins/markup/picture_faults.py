"""What is told of the pictures of a page that say nothing: which of them make one fault, and in what words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from govlint.finding import Edit, Fix, Mark, Text
from govlint.page.model import Page

from .pictures import Part, Picture, mute_pictures

_MOST_BY_NAME = 15  # pictures of one kind on a page that are told one by one


class PictureFault(NamedTuple):
    """Pictures of a page that make one fault: *key* and *message* are equal on all pages that have the same fault.

    Of pictures that are there more than once only the first is among *pictures*; the *fix* mends all.
    """

    pictures: Sequence[Picture]
    message: Text
    key: str
    fix: Fix | None = None

    @property
    def is_link(self) -> bool:
        """Whether the pictures are links or buttons without a name, which is worse than a mere picture."""
        return self.pictures[0].part is Part.LINK


def picture_faults(page: Page) -> Iterator[PictureFault]:
    """Yield a fault for each mute picture of the site's template on *page*, and one for all that editors put there."""
    pictures: dict[tuple[str, Part], Picture] = {}
    icons = []
    for picture in mute_pictures(page):
        pictures.setdefault((picture.address, picture.part), picture)
        if picture.part is Part.ICON:
            icons.append(picture.at)
    for part in Part:
        if alike := [picture for picture in pictures.values() if picture.part is part]:
            yield from _icons(alike, _silenced(page, icons)) if part is Part.ICON else _by_fault(alike)


def _silenced(page: Page, icons: Sequence[int]) -> Fix:
    """Return the fix that says of the pictures at *icons*, which stand beside the text of their link: ornaments."""
    edits = tuple(Edit(page.path, Mark(at, "inside"), ' alt=""') for at in icons)
    return Fix(
        Text('给已有文字的链接里的图片写 alt=""', 'Write alt="" on pictures beside the text of their link'),
        edits,
        safe=True,
    )


def _icons(pictures: Sequence[Picture], fix: Fix) -> Iterator[PictureFault]:
    message = Text(
        '缩略图或图标没有 alt，它的链接已有文字，请在模板里给它写 alt=""。',
        'Thumbnails or icons have no alt; their links have a text, so write alt="" in the template.',
    )
    yield PictureFault(pictures, message, "icons", fix)


def _by_fault(pictures: Sequence[Picture]) -> Iterator[PictureFault]:
    """Yield what is told of *pictures* of one kind: each of the template's by itself, the page's own ones together."""
    by_name = [picture for picture in pictures if not picture.uploaded]
    if len(by_name) > _MOST_BY_NAME:
        by_name = []
    for picture in by_name:
        yield _fault([picture])
    if rest := [picture for picture in pictures if picture.uploaded or not by_name]:
        yield _fault(rest)


def _fault(pictures: Sequence[Picture]) -> PictureFault:
    first, count = pictures[0], len(pictures)
    if first.part is Part.LINK:
        what, ask = Text("图片链接", "picture link"), Text("请写明点击后的去处", "say where it leads")
    else:
        what, ask = Text("图片", "picture"), Text("请写明内容", "say what it shows")
    who = Text(f"{what.zh}“{first.name}”", f"The {what.en} “{first.name}” has")
    if count > 1:
        who = Text(f"“{first.name}”等 {count} 张{what.zh}", f"{count} {what.en}s, “{first.name}” among them, have")
    message = Text(f"{who.zh}没有替代文本（alt），{ask.zh}。", f"{who.en} no alternative text (alt); {ask.en}.")
    return PictureFault(pictures, message, f"{first.part.value} {first.address} {count}")
