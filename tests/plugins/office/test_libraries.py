"""Without the extra “report” govlint says what to install."""

from __future__ import annotations

import sys
from collections.abc import Callable
from importlib import import_module

import pytest

from govlint.report.model import Report
from govlint.report.reporter import CannotReport


@pytest.mark.parametrize(("module", "library"), [("html", "jinja2"), ("xlsx", "xlsxwriter"), ("docx", "docxtpl")])
def test_a_missing_library_is_named(
    monkeypatch: pytest.MonkeyPatch, written: Callable[..., bytes], sample: Report, module: str, library: str
) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(CannotReport, match=rf"{library}.*govlint\[report\]"):
        written(import_module(f"govlint.plugins.office.{module}").write, sample)
