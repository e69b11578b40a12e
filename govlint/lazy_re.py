"""Regular expressions compiled when they are first used: linting a page uses a quarter of those that are written.

Compiling all of them takes longer than linting a page, and most stand in rules that have nothing to say of most pages.
"""

from __future__ import annotations

import re
from typing import Any, AnyStr, cast

from govlint.kept_patterns import kept_patterns

_KEPT = kept_patterns()


class LazyPattern:
    """Stands for a pattern and answers as it does; a method asked for once costs no more than the pattern's own."""

    def __init__(self, text: str | bytes, flags: int) -> None:
        self.pattern = text
        self._flags = flags
        self._pattern: re.Pattern[Any] | None = None

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):  # what copying asks for is the stand-in's own
            raise AttributeError(name)
        value = getattr(self.compiled(), name)
        setattr(self, name, value)
        return value

    def compiled(self) -> re.Pattern[Any]:
        """Return the pattern itself. Raises re.error where the text is none."""
        if self._pattern is None:
            self._pattern = _KEPT.compiled(self.pattern, self._flags)
        return self._pattern


def lazy_re(text: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """Return what serves as ``re.compile(text, flags)``, but for functions of ``re`` that take a pattern.

    The ``re`` of a match is the pattern itself, not what is returned here. A text that is no pattern is found out when
    it is used; ``tests/fuzz/test_patterns.py`` compiles all of them.
    """
    return cast("re.Pattern[AnyStr]", LazyPattern(text, flags))
