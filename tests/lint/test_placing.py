"""When places are found: of a site for the findings that are left when one fault is said once, else at once."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest

from govlint.finding import Finding
from govlint.lint.engine import run
from govlint.lint.settings import Settings, Suppress
from govlint.registry import load_registry
from govlint.testing import MemorySource, lint_files

_PAGE = (
    "<html><head><title>某市林业局</title></head>\n<body><h1>某市林业局今日要闻</h1>\n"
    "<p>今天我局召开全市林业工作会议。</p>\n<a href='a.html'><img src='{0}.png'></a></body></html>"
)
_PAGES = {f"{number}.html": _PAGE.format("a") for number in range(30)}


def _of(findings: tuple[Finding, ...], rule_id: str) -> Finding:
    return next(finding for finding in findings if finding.rule_id == rule_id)


def test_what_is_said_once_for_many_pages_is_placed_on_all_that_are_shown() -> None:
    finding = _of(lint_files(_PAGES).findings, "GOV9005")
    assert len(finding.related) == 10
    for location in (finding.location, *finding.related):
        assert location.region is not None
        assert location.region.start_line == 4
        assert "<img" in location.line_text
        assert location.line_hash


def test_a_fix_of_all_pages_has_a_place_on_each() -> None:
    fix = _of(lint_files(_PAGES).findings, "GOV9007").fix
    assert fix is not None
    assert {edit.path for edit in fix.edits} == set(_PAGES)
    assert all(edit.span == (5, 5) and edit.region is not None for edit in fix.edits)


def test_workers_place_as_the_engine_alone_does() -> None:
    source = MemorySource({path: html.encode() for path, html in _PAGES.items()})
    with ThreadPoolExecutor(1) as executor:
        apart = run(source, Settings(), load_registry(), executor=executor, today=date(2026, 1, 1))
    alone = run(source, Settings(), load_registry(), today=date(2026, 1, 1))
    assert apart.findings == alone.findings


@pytest.mark.parametrize("whole_site", [True, False])
def test_what_is_suppressed_is_placed_too(whole_site: bool) -> None:
    settings = Settings(suppressions=(Suppress(rule="GOV9005", reason="旧页面"),))
    suppressed = lint_files(_PAGES, settings, whole_site=whole_site).suppressed
    assert len(suppressed) == 30
    assert all(one.finding.location.region is not None for one in suppressed)


def test_a_directive_takes_what_is_on_its_line() -> None:
    directive = "<!-- govlint-disable-next-line GOV9005 -- 旧图 -->\n"
    pages = {**_PAGES, "0.html": _PAGES["0.html"].replace("<a href", f"{directive}<a href")}
    result = lint_files(pages)
    assert [one.finding.location.path for one in result.suppressed] == ["0.html"]
    shown = _of(result.findings, "GOV9005")
    assert "0.html" not in {location.path for location in (shown.location, *shown.related)}
