"""The HTML report and the bulletin in a real Chromium: searched, filtered, shared, printed, and read by axe-core.

``.ci/browser/install`` installs what drives the browser.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from govlint.plugins.office.bulletin import html as bulletin_page
from govlint.plugins.office.html import write

from govlint.report.model import Report

from . import bulletins
from .chromium import drive, needs_chromium
from .conftest import fault

pytest.importorskip("jinja2", reason="the extra “report” is not installed")
pytestmark = needs_chromium
Opened = Callable[..., dict[str, Any]]


@pytest.fixture
def opened(tmp_path: Path, written: Callable[..., bytes]) -> Opened:
    return lambda *reports: drive("browser.mjs", tmp_path / "report.html", written(write, *reports))


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


def test_several_sites_are_told_apart(opened: Opened, sample: Report, later: Report) -> None:
    other = later._replace(site_name="另一局", host="other.gov.cn")
    seen = opened(sample, other)
    assert not seen["complaints"]
    assert not seen["violations"]
    assert seen["steps"]["start"]["items"] == 9


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


def test_without_scripts_the_first_faults_are_there(
    written: Callable[..., bytes], sample: Report, tmp_path: Path
) -> None:
    seen = drive("static.mjs", tmp_path / "report.html", written(write, sample))
    assert not seen["requests"]
    assert (seen["items"], seen["filter"], seen["reached"]) == (5, False, True)
    assert seen["pdf"].startswith(b"%PDF")


@pytest.mark.parametrize("name", ["甲局", bulletins.HOSTILE])
def test_a_bulletin_is_read_by_keyboard_on_phones_and_on_paper(tmp_path: Path, name: str) -> None:
    stores = [bulletins.batch(tmp_path / day, name=name) for day in ("new", "old")]
    data = bulletins.written(bulletin_page.write, bulletins.bulletin(*stores))
    seen = drive("bulletin.mjs", tmp_path / "bulletin.html", data)
    assert not seen["requests"]
    assert not seen["complaints"]
    assert not seen["violations"]
    assert seen["first"] == "skip"
    assert seen["skipped"] == ["#text", "text"]
    assert 0 <= seen["top"] < 200
    assert seen["wide"] == 390
    assert seen["cut"] == 0
    assert seen["pdf"].startswith(b"%PDF")
