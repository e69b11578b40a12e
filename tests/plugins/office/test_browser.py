"""The HTML report in a real Chromium: searched, filtered, shared, printed, and read by axe-core.

``npm install --prefix .ci/browser`` installs what drives the browser; GOVLINT_BROWSER_MODULES may name another folder.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from govlint.plugins.office.html import write

from govlint.report.model import Report

from .conftest import fault

pytest.importorskip("jinja2", reason="the extra “report” is not installed")
ROOT = Path(__file__).resolve().parents[3]
MODULES = Path(os.environ.get("GOVLINT_BROWSER_MODULES", ROOT / ".ci" / "browser" / "node_modules"))
NODE = shutil.which("node")
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
NEEDED = {"node": NODE, "a Chromium": CHROMIUM, "playwright-core": (MODULES / "playwright-core").is_dir()}
ABSENT = [name for name, there in NEEDED.items() if not there]
pytestmark = pytest.mark.skipif(bool(ABSENT), reason=f"not installed: {', '.join(ABSENT)}")

Opened = Callable[..., dict[str, Any]]


@pytest.fixture
def opened(tmp_path: Path, written: Callable[..., bytes]) -> Opened:
    def run(*reports: Report) -> dict[str, Any]:
        page, pdf = tmp_path / "report.html", tmp_path / "report.pdf"
        page.write_bytes(written(write, *reports))
        script = Path(__file__).with_name("browser.mjs")
        command = [str(NODE), str(script), str(MODULES), str(CHROMIUM), str(page), str(pdf)]
        ran = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)
        assert ran.returncode == 0, ran.stderr
        seen: dict[str, Any] = json.loads(ran.stdout)
        seen["pdf"] = pdf.read_bytes()
        return seen

    return run


def test_a_reader_finds_their_way(opened: Opened, sample: Report) -> None:
    seen = opened(sample)
    assert not seen["requests"]
    assert not seen["complaints"]
    assert not seen["violations"]
    steps = seen["steps"]
    assert steps["start"]["items"] == 5
    assert [id[:7] for id in steps["search"]["ids"]] == ["GOV5001"]
    assert steps["search"]["hash"].startswith("#q=")
    assert [id[:7] for id in steps["level"]["ids"]] == ["GOV4001"]
    assert steps["level"]["hash"] == "#s=warning"
    assert steps["rule"]["items"] == 2
    assert steps["tile"]["hash"] == f"#{steps['tile']['ids'][0]}"
    assert steps["shared"]["ids"] == steps["tile"]["ids"]
    assert len(steps["shared"]["ids"]) == 1
    assert steps["skip"] == "skip"
    assert steps["printed"]["items"] == 5
    assert seen["pdf"].startswith(b"%PDF")


def test_hostile_texts_do_nothing(opened: Opened, make: Callable[..., Report], hostile: Report) -> None:
    words = '"><script>alert(1)</script><img src=http://x.test/y onerror=alert(2)>'
    seen = opened(
        make(
            *hostile.findings,
            fault("GOV1002", words, words, message=words, line=words, properties=(("column", words),)),
            fault("GOV1002", "lead", "news/lead/index.html", properties=(("column", "领导"),)),
            site_name=words,
        )
    )
    assert not seen["requests"]
    assert not seen["complaints"]


def test_many_faults_are_shown_a_part_at_a_time(opened: Opened, make: Callable[..., Report]) -> None:
    many = [fault("GOV5001", f"{number}.html", f"p{number}.html") for number in range(50_000)]
    blank = fault("GOV1002", "lead", "news/lead/index.html", properties=(("column", "领导"),))
    steps = opened(make(blank, *many))["steps"]
    assert "50001" in steps["start"]["status"]
    assert 50 < steps["start"]["items"] <= 60
    assert steps["start"]["more"]
    assert 110 < steps["more"]["items"] <= 120
    assert 1900 < steps["printed"]["items"] <= 2000
