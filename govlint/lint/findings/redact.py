"""What must not be printed is masked in every finding, whichever rule made it and whichever report shows it.

Personal numbers stand in source lines that reports quote, and in addresses that messages name. Plugins know how such a
number looks; here their answers are laid over everything that a finding says.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from govlint.finding import Finding, Location, Text

Redactor = Callable[[str], str]
"""Takes a text and returns it, of the same length, with what must not be printed masked."""

HIDDEN = "█"
"""What stands for every character of a text that a redactor failed on: what cannot be judged is not shown."""


def redact(findings: Iterable[Finding], redactors: Sequence[Redactor]) -> list[Finding]:
    """Return *findings* with all their texts as the *redactors* leave them; paths are kept, for they must be found."""
    if not redactors:
        return list(findings)
    masks = _Masks(redactors)
    return [masks.finding(finding) for finding in findings]


class _Masks:
    """Applies the redactors; a line that many findings show is masked once."""

    def __init__(self, redactors: Sequence[Redactor]) -> None:
        self._redactors = redactors
        self._done: dict[str, str] = {}

    def finding(self, finding: Finding) -> Finding:
        """Return *finding* masked; the same object where there is nothing to mask."""
        masked = finding._replace(
            message=self._both(finding.message),
            key=self._text(finding.key),
            location=self._location(finding.location),
            related=tuple(map(self._location, finding.related)),
            reason=finding.reason and self._both(finding.reason),
            properties=tuple(
                (name, self._text(value) if isinstance(value, str) else value) for name, value in finding.properties
            ),
            origins=tuple(origin._replace(line_text=self._text(origin.line_text)) for origin in finding.origins),
        )
        return finding if masked == finding else masked

    def _location(self, location: Location) -> Location:
        line, note = location.line_text, location.note
        return location._replace(line_text=line and self._text(line), note=note and self._both(note))

    def _both(self, text: Text) -> Text:
        return Text(*map(self._text, text))

    def _text(self, text: str) -> str:
        masked = self._done.get(text)
        if masked is None:
            masked = self._done[text] = self._masked(text)
        return masked

    def _masked(self, text: str) -> str:
        for redactor in self._redactors:
            try:
                text = redactor(text)
            except Exception:  # a plugin may raise anything
                return HIDDEN * len(text)
        return text
