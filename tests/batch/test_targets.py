"""What a target stands for."""

from __future__ import annotations

from pathlib import Path

import pytest

from govlint.batch.lists import ListError
from govlint.batch.targets import find_sites
from tests.batch.sites import make_site


def _names(tmp_path: Path, *targets: str) -> list[str]:
    return sorted(ref.target for ref in find_sites(targets, tmp_path / "out"))


def test_a_folder_with_pages_is_one_site(tmp_path: Path) -> None:
    site = make_site(tmp_path / "a")
    (site / "sub").mkdir()
    assert _names(tmp_path, str(site)) == ["a"]


def test_any_other_folder_holds_sites(tmp_path: Path) -> None:
    make_site(tmp_path / "all" / "a")
    for name in ("b.zip", "c.doc", "b.zip.sha256", "readme.txt", ".hidden", "Thumbs.db", "list.csv"):
        (tmp_path / "all" / name).write_bytes(b"")
    (tmp_path / "all" / ".git").mkdir()
    assert _names(tmp_path, str(tmp_path / "all")) == ["a", "b.zip", "c.doc"]


def test_the_results_are_no_site(tmp_path: Path) -> None:
    make_site(tmp_path / "a")
    (tmp_path / "out").mkdir()
    assert _names(tmp_path, str(tmp_path)) == ["a"]


def test_patterns_and_what_is_named_twice(tmp_path: Path) -> None:
    for name in ("a.zip", "b.zip"):
        (tmp_path / name).touch()
    assert _names(tmp_path, str(tmp_path / "*.zip"), str(tmp_path / "a.zip")) == ["a.zip", "b.zip"]


def test_a_list_names_by_its_own_folder_and_keeps_what_is_not_there(tmp_path: Path) -> None:
    (tmp_path / "a_20261001.zip").touch()
    (tmp_path / "list.csv").write_text("path,code\na_*.zip,1\ngone.zip,2\n", encoding="utf-8")
    found = find_sites([str(tmp_path / "list.csv")], tmp_path / "out")
    assert [(ref.target, ref.code) for ref in found] == [("a_20261001.zip", "1"), ("gone.zip", "2")]
    assert [ref.key[:2] for ref in found] == ["1-", "2-"]


def test_what_is_not_there_is_said(tmp_path: Path) -> None:
    for target in ("nowhere", "nowhere/*.zip"):
        with pytest.raises(ListError, match="nowhere"):
            find_sites([str(tmp_path / target)], tmp_path / "out")


def test_a_name_that_is_anothers_code_is_said(tmp_path: Path) -> None:
    (tmp_path / "1.zip").touch()
    (tmp_path / "list.csv").write_text("path,code\n1.zip,\nx.zip,1\n", encoding="utf-8")
    with pytest.raises(ListError, match="same site"):
        find_sites([str(tmp_path / "list.csv")], tmp_path / "out")
