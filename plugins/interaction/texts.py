"""What the readers of this package share: the label a block begins with, and what hides text from them."""

from __future__ import annotations

import re

from govlint.lazy_re import lazy_re
from govlint.page.blocks import Block
from govlint.page.facts import FRAME, PageFacts

_LABEL = lazy_re(
    r"[（(【\[●◆■★▲]?(?:第?[一二三四五六七八九十]{1,3}|\d{1,2})?[)）】\]]?[、.．:：]?"
    r"(?P<name>[\u3400-\u9fff（）()、/]{2,16}?)[】\])）]?(?:[:：].*+|[?？]?)",
    re.DOTALL,
)
_LONGEST_BLOCK = 4_000
_FILE = lazy_re(r"\.(?:docx?|wps|pdf|xlsx?|et|rtf|zip|rar|ofd)(?:$|[?#])", re.IGNORECASE)
_ARTICLE_PICTURE = lazy_re(r"/?[WP]0\d{10}|upload|ueditor|attach|/files?/", re.IGNORECASE)


def label_of(block: Block) -> str:
    """Return the label that *block* is, or begins with before a colon (``二、申请条件：…``); ``""`` for plain text."""
    found = _LABEL.fullmatch(block.text[:_LONGEST_BLOCK])
    return found["name"].strip("（()）、/") if found is not None else ""


def is_closed(facts: PageFacts) -> bool:
    """Whether something that is no text may hold what the page says: a file, a picture, a frame, a script."""
    if facts.script.loaders or any(run.kind in ("media", "attachment") for run in facts.runs):
        return True
    for link in facts.links:
        if link.zone in FRAME:
            continue
        if link.tag in ("iframe", "embed", "object") or _FILE.search(link.href) is not None:
            return True
        if link.tag == "img" and _ARTICLE_PICTURE.search(link.href) is not None:
            return True
    return False


def name_place(facts: PageFacts) -> int:
    """Return the element that names the article: the heading its title or META repeats, else the META, the title."""
    article = next((meta for meta in facts.metas if meta.name.lower() == "articletitle" and meta.content), None)
    names = "".join(f"{facts.title}|{article.content if article else ''}".split())
    for heading in facts.headings:
        if len(heading.text) > 1 and "".join(heading.text.split()) in names:
            return heading.at
    return article.at if article else next((title.at for title in facts.titles), -1)
