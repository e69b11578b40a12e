"""Installed plugins are found wherever importlib finds them; it is asked only where there may be one."""

from __future__ import annotations

import sys
import zipfile
from importlib.metadata import entry_points
from pathlib import Path

import pytest

from govlint.installed import distributions, installed

NAMED = "[other]\na = b\n\n[govlint]\nlocal = somewhere\n"


def names(group: str = "govlint") -> list[str]:
    return [point.name for point in installed(group)]


@pytest.fixture
def path(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.setattr(sys, "path", [str(tmp_path)])
    return tmp_path


def distribution(folder: Path, points: str | None) -> None:
    info = folder / "local-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: local\nVersion: 1.0\n", encoding="utf-8")
    if points is not None:
        (info / "entry_points.txt").write_text(points, encoding="utf-8")


@pytest.mark.parametrize(
    ("points", "found"), [(NAMED, ["local"]), ("[console_scripts]\ngovlint = a:b\n", []), ("", []), (None, [])]
)
def test_a_distribution_is_found_by_its_section(path: Path, points: str | None, found: list[str]) -> None:
    distribution(path, points)
    assert names() == found == [point.name for point in entry_points(group="govlint")]
    assert distributions() == ((str(path), "local-1.0.dist-info"),)


def test_what_is_packed_is_asked_itself(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    packed = path / "local.zip"
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("local-1.0.dist-info/METADATA", "Metadata-Version: 2.1\nName: local\nVersion: 1.0\n")
        archive.writestr("local-1.0.dist-info/entry_points.txt", NAMED)
    monkeypatch.setattr(sys, "path", [str(packed), str(path / "missing"), str(path / "missing.zip")])
    assert names() == ["local"]


def test_a_finder_of_its_own_is_asked_itself(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    class Finder:
        @staticmethod
        def find_distributions(context: object) -> list[object]:
            asked.append(context)
            return []

    monkeypatch.setattr(sys, "meta_path", [*sys.meta_path, Finder])
    assert names() == []
    assert asked
