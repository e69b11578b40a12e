"""The engine: what runs on what, what is said when something breaks, and that the order of work does not matter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest

from govlint.finding import Finding, Severity, Text, Verdict
from govlint.lint.context import Context
from govlint.lint.engine import run
from govlint.lint.rule import Scope, fail, rule
from govlint.lint.settings import Settings, SettingsError
from govlint.page.model import Page
from govlint.registry import Registry, load_registry
from govlint.source.model import Unread
from govlint.testing import MemorySource, lint_files

PAGE = "<html lang=zh><title>某局</title><body><h1>某局</h1><p>正文内容在这里，足够长的一段文字。</p></body></html>"


def _ids(findings: Iterable[Finding]) -> list[str]:
    return [finding.rule_id for finding in findings]


def test_nothing_to_lint_is_said() -> None:
    result = lint_files({"readme.txt": "no page"})
    assert _ids(result.findings) == ["GOV0004"]
    assert result.pages == 0


def test_single_files_run_no_site_rules() -> None:
    whole = lint_files({"index.html": PAGE}, Settings(standards=("city-2017",)))
    single = lint_files({"index.html": PAGE}, Settings(standards=("city-2017",)), whole_site=False)
    assert "GOV1001" in _ids(whole.findings)
    assert "GOV1001" not in _ids(single.findings)
    assert single.kind.kind == ""


def test_what_cannot_be_read_is_a_finding_and_the_rest_is_linted() -> None:
    class Broken(MemorySource):
        def read(self, path: str) -> bytes:
            if path == "bad.html":
                raise PermissionError(13, "Permission denied")
            return super().read(path)

    source = Broken({"bad.html": b"", "index.html": PAGE.encode()})
    result = run(source, Settings(), load_registry(), today=date(2026, 1, 1))
    assert [finding.location.path for finding in result.findings if finding.rule_id == "GOV0001"] == ["bad.html"]
    assert result.pages == 1


@rule(
    "T001",
    "Breaks",
    scope=Scope.PAGE,
    severity=Severity.ERROR,
    summary=Text("", ""),
    why=Text("", ""),
    remedy=Text("", ""),
)
def breaks(page: Page, context: Context) -> Iterator[Finding]:
    if page.path == "bad.html":
        raise ZeroDivisionError("page")
    yield fail(Text("有。", "Yes."), page.path, key="here")


@pytest.fixture
def registry_with_breaking_rule(monkeypatch: pytest.MonkeyPatch) -> Registry:
    registry = load_registry()
    monkeypatch.setitem(registry.__dict__, "rules", {**registry.rules, "T001": breaks})
    monkeypatch.setattr("govlint.lint.examine.load_registry", lambda *_: registry)
    from govlint.lint.examine import _page_rules

    _page_rules.cache_clear()
    return registry


def test_a_rule_that_breaks_costs_that_page_alone(registry_with_breaking_rule: Registry) -> None:
    source = MemorySource({"bad.html": PAGE.encode(), "good.html": PAGE.encode()})
    settings = Settings(select=("T001",), as_of=date(2026, 1, 1))
    result = run(source, settings, registry_with_breaking_rule)
    found = {(finding.rule_id, finding.location.path) for finding in result.findings}
    assert found == {("T001", "good.html"), ("GOV0003", "bad.html")}
    assert [broken.rule_id for broken in result.broken] == ["T001"]


def test_findings_are_the_same_in_parallel() -> None:
    files = {f"{number}/index.html": PAGE.replace("某局", f"某局{number}") for number in range(90)}
    contents = {path: text.encode() for path, text in files.items()}
    settings = Settings(as_of=date(2026, 1, 1), standards=("city-2017",))
    alone = run(MemorySource(contents), settings, load_registry())
    with ThreadPoolExecutor(4) as executor:
        together = run(MemorySource(contents), settings, load_registry(), executor=executor)
    assert alone.findings == together.findings


def test_an_unknown_standard_is_a_settings_error() -> None:
    with pytest.raises(SettingsError, match="no-such"):
        lint_files({"index.html": PAGE}, Settings(standards=("no-such",)))


def test_a_mirrors_comment_sets_the_clock() -> None:
    comment = (
        "<!-- Mirrored from www.x.gov.cn/ by HTTrack Website Copier/3.x [XR&CO'2014], Fri, 27 Jul 2018 03:04:05 GMT -->"
    )
    result = lint_files({"index.html": comment + PAGE})
    assert (result.clock.day, result.clock.origin) == (date(2018, 7, 27), "mirror")


def test_saved_error_pages_are_said_and_not_judged() -> None:
    error = "<html><head><title>404 Not Found</title></head><body><h1>Not Found</h1></body></html>"
    result = lint_files({"index.html": PAGE, "gone.html": error})
    assert [finding.location.path for finding in result.findings if finding.rule_id == "GOV0007"] == ["gone.html"]
    assert result.error_pages == 1


def test_unread_entries_of_a_source_are_kept() -> None:
    class Partly(MemorySource):
        def files(self) -> Iterator[str | Unread]:
            yield Unread("secret", Text("无法读取", "cannot be read"))
            yield from super().files()

    result = run(Partly({"index.html": PAGE.encode()}), Settings(), load_registry(), today=date(2026, 1, 1))
    assert [unread.path for unread in result.unread] == ["secret"]
    assert all(finding.verdict is Verdict.FAIL for finding in result.findings if finding.rule_id == "GOV0001")
