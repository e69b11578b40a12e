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
CHROMIUM = os.environ.get("GOVLINT_BROWSER") or next(filter(None, map(shutil.which, _NAMES)), None)

_ABSENT = {
    "node": not NODE,
    "playwright-core, axe-core (npm install --prefix .ci/browser)": not (MODULES / "playwright-core").is_dir(),
    "a Chromium (apt install chromium, or GOVLINT_BROWSER=PATH)": not CHROMIUM,
}
needs_chromium = pytest.mark.skipif(
    any(_ABSENT.values()), reason="not installed: " + "; ".join(name for name, absent in _ABSENT.items() if absent)
)


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
