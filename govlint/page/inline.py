"""What an inline script says of the page it stands in, without being run."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from govlint.lazy_re import lazy_re
from govlint.page.facts import ScriptFacts
from govlint.page.javascript import take_apart
from govlint.page.script import code_facts, record_facts
from govlint.page.scriptjumps import jumps_at_once

_DAY = lazy_re(r"\s*+(?:19|20)\d\d\s?[-./年]\s?\d{1,2}\s?[-./月]\s?\d{1,2}日?[\s\d:]{0,12}")


class InlineScript(NamedTuple):
    """A script read: its *facts*, the addresses it jumps to as it is loaded, and the day it writes into the page."""

    facts: ScriptFacts
    jumps: tuple[str, ...]
    day: str


@lru_cache(maxsize=512)
def read_script(source: str) -> InlineScript:
    """Read the script *source*. The same inline scripts stand on every page of a site: each is read once."""
    script = take_apart(source)
    facts = record_facts(source) or code_facts(script)
    day = next((text for text in facts.writes if _DAY.fullmatch(text)), "")
    return InlineScript(facts, jumps_at_once(script), day)
