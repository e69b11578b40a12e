"""Real sites whose search controls were labelled by eye; they are data beside the project and never part of it."""

import json
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Any
from zipfile import ZipFile, ZipInfo

import pytest
from govlint.plugins.search.box_state import State, judge
from govlint.plugins.search.script_reach import reach_of
from govlint.plugins.search.search_boxes import BoxKind, SearchBox
from govlint.plugins.search.surroundings import page_facts

from govlint.finding import Mark
from govlint.page.model import Page
from govlint.page.read import read_page
from govlint.registry import load_registry
from govlint.site.model import SiteFacts
from govlint.site.site import Site

SITES = Path(__file__).resolve().parents[4] / "shared" / "sites"
LABELS = SITES / "labels.json"
pytestmark = pytest.mark.skipif(not LABELS.exists(), reason="the labelled sites are not beside the project")


def labels() -> Iterator[tuple[str, dict[str, Any]]]:
    if LABELS.exists():
        for site, told in json.loads(LABELS.read_text(encoding="utf-8")).items():
            yield from ((site, label) for label in told.get("search", ()))


def name_of(value: object) -> str:
    return f"{value.get('page')}:{value.get('line', '-')}" if isinstance(value, dict) else str(value)


def spelled(info: ZipInfo) -> str:
    """Return the name of a packed file; where the archive does not say so, it is UTF-8 all the same."""
    return info.filename if info.flag_bits & 0x800 else info.filename.encode("cp437").decode("utf-8")


@lru_cache(maxsize=1)
def files_of(site: str) -> dict[str, bytes]:
    with ZipFile(SITES / f"{site}.zip") as archive:
        files = {spelled(info): archive.read(info) for info in archive.infolist() if not info.is_dir()}
    top = {path.partition("/")[0] for path in files}
    cut = len(top.pop()) + 1 if len(top) == 1 else 0
    return {path[cut:]: data for path, data in files.items()}


def read(site: str, path: str) -> tuple[Page, Site]:
    """Return one page, and the site as it looks when that page is the only one read."""
    files = files_of(site)
    page = read_page(path, files[path])
    page = replace(page, facts=replace(page.facts, extra=page_facts(page)))
    return page, Site(SiteFacts({path: page.facts}, frozenset(files)), load_registry().vocabulary)


def near(page: Page, box: SearchBox, line: int) -> bool:
    """Whether a control of *box*, or its form, stands within a few lines of *line*."""
    places = [control.at for control in box.controls] + ([box.form.at] if box.form else [])
    regions = page.regions({Mark(at) for at in places}).values()
    return any(abs(region.start_line - line) <= 6 for region in regions)


@pytest.mark.parametrize(("name", "label"), list(labels()), ids=name_of)
def test_labelled_control(name: str, label: dict[str, Any]) -> None:
    page, site = read(name, label["page"])
    boxes: tuple[SearchBox, ...] = page.facts.extra["search.boxes"]
    boxes = tuple(box for box in boxes if box.kind in (BoxKind.SEARCH, BoxKind.ENTRANCE))
    if label.get("none"):
        assert boxes == ()
        return
    here = [box for box in boxes if near(page, box, label["line"])]
    if label.get("is_site_search") is False:
        assert here == []
        return
    told = [judge(box, page.facts, site, reach_of(site, page.facts)).state for box in here]
    assert State.PLACEHOLDER not in told
    if label["kind"] != "image":  # a mere picture that a script of another file makes a button of
        assert told
