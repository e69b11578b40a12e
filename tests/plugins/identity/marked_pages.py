"""Helpers of these tests: pages read from text, the marks found in them, and what a rule says of a small site."""

from collections.abc import Mapping

from govlint.plugins.identity.marks import PageMarks, find_marks

from govlint.finding import Finding
from govlint.lint.settings import Settings
from govlint.page.read import read_page
from govlint.testing import lint_files


def marks(source: str | bytes) -> PageMarks:
    data = source.encode() if isinstance(source, str) else source
    return find_marks(read_page("index.html", data))


def document(body: str, head: str = "") -> str:
    return (
        f"<!DOCTYPE html><html><head><meta charset='utf-8'><title>某局</title>{head}</head><body>{body}</body></html>"
    )


def said(rule: str, files: Mapping[str, str | bytes], *, whole_site: bool = True, **settings: object) -> list[Finding]:
    result = lint_files(files, Settings(select=(rule,), **settings), whole_site=whole_site)
    assert not result.broken, result.broken
    return [finding for finding in result.findings if finding.rule_id == rule]
