"""What the tests of this folder share: pages given as markup, and the findings of one rule on them."""

from __future__ import annotations

from collections.abc import Sequence

from govlint.finding import Finding
from govlint.lint.settings import Settings
from govlint.page.model import Page
from govlint.page.read import read_page
from govlint.testing import lint_files

OWN = "www.example.gov.cn"


def page_of(markup: str) -> Page:
    """Return the page that *markup* makes."""
    return read_page("index.html", markup.encode())


def found(rule_id: str, markup: str, *, own: tuple[str, ...] = (OWN,), **files: str) -> Sequence[Finding]:
    """Return what the rule *rule_id* finds on a site whose home page is *markup*, beside *files*."""
    settings = Settings(select=(rule_id,), hosts=own)
    result = lint_files({"index.html": markup, **files}, settings)
    assert not result.broken, result.broken
    return [finding for finding in result.findings if finding.rule_id == rule_id]


def verdicts(rule_id: str, markup: str, *, own: tuple[str, ...] = (OWN,), **files: str) -> list[str]:
    """Return the verdicts of what the rule *rule_id* finds."""
    return [finding.verdict.value for finding in found(rule_id, markup, own=own, **files)]
