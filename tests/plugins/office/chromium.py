"""A real Chromium for the tests: what has to be installed for it, and how a script of ours drives it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[3]
MODULES = Path(os.environ.get("GOVLINT_BROWSER_MODULES", ROOT / ".ci" / "browser" / "node_modules"))
NODE = shutil.which("node")
_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
CHROMIUM = os.environ.get("GOVLINT_BROWSER", next(filter(None, map(shutil.which, _NAMES)), None))
"""What GOVLINT_BROWSER names; empty, it says that none works."""

_THERE = {
    "Node 20": NODE,
    "playwright-core": (MODULES / "playwright-core").is_dir(),
    "axe-core": (MODULES / "axe-core").is_dir(),
    "Chromium": CHROMIUM,
}
_ABSENT = [name for name, there in _THERE.items() if not there]
HOW = 'install Node 20 with npm, then: export GOVLINT_BROWSER="$(.ci/browser/install)"'
needs_chromium = pytest.mark.skipif(bool(_ABSENT), reason=f"no {', no '.join(_ABSENT)}; {HOW}")


def drive(script: str, page: Path, data: bytes) -> dict[str, Any]:
    """Write *data* to *page*, let *script* (beside this file) use it in Chromium, and return what it saw.

    ``pdf`` in it is the page as printed.
    """
    page.write_bytes(data)
    pdf = page.with_suffix(".pdf")
    command = [str(NODE), str(Path(__file__).with_name(script)), str(MODULES), str(CHROMIUM), str(page), str(pdf)]
    ran = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)
    assert ran.returncode == 0, ran.stderr
    seen: dict[str, Any] = json.loads(ran.stdout)
    return seen | {"pdf": pdf.read_bytes()}
