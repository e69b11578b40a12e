"""Pages for the tests of the markup rules."""

from __future__ import annotations

from datetime import date

from govlint.finding import Finding
from govlint.lint.context import Context
from govlint.lint.rule import Rule
from govlint.page.model import Page
from govlint.page.read import read_page

CONTEXT = Context(date(2026, 1, 15))


def page_of(body: str | bytes, path: str = "a.html") -> Page:
    """Return the page of a whole document with *body*, or of just these bytes."""
    if isinstance(body, bytes):
        return read_page(path, body)
    head = '<html lang="zh-CN"><head><meta charset="utf-8"><title>云霁市林业局</title></head><body>'
    return read_page(path, f"{head}\n{body}\n</body></html>".encode())


def found_by(rule: Rule, page: Page) -> list[Finding]:
    """Return what *rule* finds on *page*."""
    return list(rule.check(page, CONTEXT))
