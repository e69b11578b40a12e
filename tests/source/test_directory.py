"""Folders, single files and standard input as sources."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from govlint.source.directory import FilesSource, StdinSource, open_folder
from govlint.source.model import SourceError, Unread


def _paths(folder: Path) -> list[str | Unread]:
    return list(open_folder(folder).files())


def test_files_come_in_a_fixed_order_without_version_control(tmp_path: Path) -> None:
    for name in ("b/index.html", "a.html", ".git/config", "b/a.css"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x", encoding="utf-8")
    assert _paths(tmp_path) == ["a.html", "b/a.css", "b/index.html"]


def test_prefix_leads_from_the_working_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "site").mkdir()
    monkeypatch.chdir(tmp_path)
    assert open_folder(Path("site")).prefix == "site/"
    assert open_folder(tmp_path / "site").prefix == "site/"
    assert open_folder(Path()).prefix == ""
    monkeypatch.chdir(tmp_path / "site")
    assert open_folder(tmp_path).prefix == ""


@pytest.mark.skipif(sys.platform == "win32", reason="symbolic links need rights there")
def test_a_loop_of_links_is_said_and_not_followed(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("x", encoding="utf-8")
    (tmp_path / "again").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "gone.html").symlink_to(tmp_path / "nowhere.html")
    found = _paths(tmp_path)
    assert [path for path in found if isinstance(path, str)] == ["index.html"]
    assert sorted(path.path for path in found if isinstance(path, Unread)) == ["again", "gone.html"]


@pytest.mark.skipif(sys.platform == "win32", reason="names are UTF-16 there")
def test_names_in_gbk_are_read_as_text(tmp_path: Path) -> None:
    raw = os.fsencode(tmp_path) + b"/" + "首页.html".encode("gb18030")
    with open(raw, "wb") as stream:  # noqa: PTH123 - a name that is not text
        stream.write(b"x")
    source = open_folder(tmp_path)
    assert list(source.files()) == ["首页.html"]
    assert source.read("首页.html") == b"x"


def test_a_folder_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(SourceError) as caught:
        open_folder(tmp_path / "nowhere")
    assert "nowhere" in caught.value.text.zh


def test_single_files_keep_the_names_they_were_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.html").write_bytes(b"1")
    monkeypatch.chdir(tmp_path)
    source = FilesSource(("./a.html", str(tmp_path / "a.html")))
    assert list(source.files()) == ["a.html"]
    assert source.read("a.html") == b"1"
    assert not source.whole_site


def test_standard_input_is_one_file() -> None:
    source = StdinSource(b"<p>", "page.html")
    assert list(source.files()) == ["page.html"]
    assert source.read("page.html") == b"<p>"
