"""``govlint lsp`` without what it needs."""

from __future__ import annotations

import subprocess
import sys

import pytest

from .conftest import ROOT


@pytest.mark.parametrize("lacking", ["pygls", "lsprotocol"])
def test_without_pygls_it_says_what_to_install(lacking: str) -> None:
    code = f"import sys; sys.modules['{lacking}'] = None; from govlint.cli import main; main(['lsp'])"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, cwd=ROOT, check=False, stdin=subprocess.DEVNULL
    )
    assert done.returncode == 2
    assert "govlint[lsp]" in done.stderr.decode("utf-8", "replace")
