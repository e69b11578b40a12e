"""Helpers for rule authors: run a rule, or all of its examples, on small sites held in memory.

::

    from govlint.testing import check_example, lint_files

    def test_examples():
        for example in my_rule.examples:
            check_example(my_rule, example)
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from govlint.finding import Finding, Verdict
from govlint.lint.engine import run
from govlint.lint.result import Result
from govlint.lint.rule import Example, Expected, Rule
from govlint.lint.settings import Settings
from govlint.registry import load_registry
from govlint.source.model import Unread

EXAMPLE_DAY = date(2026, 1, 15)
"""The day examples are judged on where they name none."""


@dataclass(frozen=True)
class MemorySource:
    """A site held in memory: *contents* are the bytes of its files by path."""

    contents: Mapping[str, bytes]
    name: str = "memory"
    prefix: str = ""
    whole_site: bool = True
    captured: date | None = None

    def files(self) -> Iterator[str | Unread]:
        """Yield every path."""
        yield from self.contents

    def read(self, path: str) -> bytes:
        """Return the bytes of *path*."""
        return self.contents[path]


def lint_files(
    files: Mapping[str, str | bytes],
    settings: Settings | None = None,
    *,
    whole_site: bool = True,
    today: date = EXAMPLE_DAY,
) -> Result:
    """Lint a site given as texts (written as UTF-8) or bytes by path, and return the Result."""
    contents = {path: text.encode("utf-8") if isinstance(text, str) else text for path, text in files.items()}
    settings = settings or Settings()
    registry = load_registry(settings.plugins, settings.disabled)
    return run(MemorySource(contents, whole_site=whole_site), settings, registry, today=today)


def run_example(rule: Rule, example: Example, plugins: tuple[str, ...] = ()) -> Sequence[Finding]:
    """Return what *rule* finds in *example* (passes left out); *plugins* are modules to load for it."""
    settings = Settings(
        select=(rule.id,),
        standards=example.standards,
        site_kind=example.site_kind,
        as_of=example.as_of or EXAMPLE_DAY,
        hosts=example.hosts,
        options=((rule.id, json.dumps(dict(example.options))),) if example.options else (),
        plugins=plugins,
    )
    result = lint_files(example.files, settings)
    assert not result.broken, result.broken  # noqa: S101 - a helper of tests
    return [
        finding for finding in result.findings if finding.rule_id == rule.id and finding.verdict is not Verdict.PASS
    ]


def check_example(rule: Rule, example: Example, plugins: tuple[str, ...] = ()) -> None:
    """Assert that *rule* finds in *example* exactly what the example expects, at the places it names."""
    found = list(run_example(rule, example, plugins))
    for expected in example.expected:
        match = next((finding for finding in found if _meets(finding, expected)), None)
        assert match is not None, f"{rule.id} “{example.title.zh}”: expected {expected}, found {_shown(found)}"  # noqa: S101
        found.remove(match)
    assert not found, f"{rule.id} “{example.title.zh}”: not expected {_shown(found)}"  # noqa: S101


def _meets(finding: Finding, expected: Expected) -> bool:
    region = finding.location.region
    line, column = (region.start_line, region.start_column) if region else (0, 0)
    return (
        finding.location.path == expected.path
        and finding.verdict is expected.verdict
        and expected.line in (0, line)
        and expected.column in (0, column)
        and expected.words in finding.message.zh
    )


def _shown(findings: Sequence[Finding]) -> list[str]:
    rows = []
    for finding in findings:
        region = finding.location.region
        place = f"{region.start_line}:{region.start_column}" if region else "-"
        rows.append(f"{finding.location.path}:{place} {finding.verdict} {finding.message.zh}")
    return rows
