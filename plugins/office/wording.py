"""The words of rules as letters between offices need them: what is wrong, not what whoever runs govlint should do."""

from __future__ import annotations

import re

_OPTION = "--"
_STOPS = "，。；"
_PLEASE = "请"
_PAGES = re.compile(r"（共 \d+ 个页面）。?$")


def finding_of(message: str) -> str:
    """Return what the Chinese *message* of a finding says is wrong, without its request (``，请…``) and last stop."""
    depth = 0
    for at, character in enumerate(message):
        depth += (character == "“") - (character == "”")
        if not depth and character in _STOPS and message.startswith(_PLEASE, at + 1):
            return message[:at]
    return _PAGES.sub("", message).rstrip("。")


def remedy_of(text: str, stop: str = "。") -> str:
    """Return how to mend something, without its last stop and without the sentences that tell of govlint's options.

    *stop* ends a sentence: ``。``, or a point and a blank.
    """
    sentences = text.rstrip("。.").split(stop)
    return stop.join(sentence for sentence in sentences if _OPTION not in sentence)


def titled(site: str) -> str:
    """Return the name of a site as titles use it: ``某某市某局`` is ``某某市某局网站``, ``某某网`` stays ``某某网``."""
    return site if site.endswith(("网", "网站")) else f"{site}网站"
