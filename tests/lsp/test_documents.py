"""An open document is linted as the file that it would be saved as."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govlint.lint.settings import Settings
from govlint.lsp.documents import Loaded, as_saved, is_checked, lint_document
from govlint.page.decode import decode
from govlint.registry import load_registry

TEXT = '<html><head><meta charset="{}"><title>云霁市林业局</title></head><body><p>今日要闻</p></body></html>'


@pytest.mark.parametrize(
    ("label", "encoding"), [("gb2312", "gbk"), ("utf-8", "utf-8"), ("utf-8", "utf-8-sig"), ("utf-16", "utf-16")]
)
def test_the_encoding_of_the_file_is_kept(label: str, encoding: str) -> None:
    text = TEXT.format(label)
    on_disk = text.encode(encoding)
    assert as_saved(text, on_disk) == (on_disk, None)
    assert as_saved(text.replace("要闻", "公告"), on_disk).data == text.replace("要闻", "公告").encode(encoding)


def test_a_gbk_page_in_an_editor_has_no_wrong_label() -> None:
    text = TEXT.format("gb2312")
    loaded = Loaded(Settings(select=("GOV9001", "GOV9007")), load_registry(), "zh")
    found = lint_document("a.html", as_saved(text, text.encode("gbk")), loaded)
    assert [finding.rule_id for finding in found] == ["GOV9007"]
    assert found[0].fix is not None


def test_a_new_file_is_utf_8_and_so_its_label_is_wrong() -> None:
    loaded = Loaded(Settings(select=("GOV9001",)), load_registry(), "zh")
    (finding,) = lint_document("a.html", as_saved(TEXT.format("gb2312") + "今日要闻" * 9, None), loaded)
    assert finding.key == "label-contradicts-bytes"


@given(st.text(max_size=60), st.sampled_from(["gbk", "big5", "utf-8", "utf-16", "latin-1"]))
def test_whatever_is_typed_the_offsets_hold(text: str, encoding: str) -> None:
    saved = as_saved(text, TEXT.format(encoding).encode(encoding, "replace"))
    read = decode(saved.data, forced=saved.forced).text
    assert len(read) == len(text.removeprefix("\ufeff"))


@pytest.mark.parametrize(
    ("path", "language", "wanted"),
    [
        ("a.html", "", True),
        ("a.ftl", "", True),
        ("x", "html", True),
        ("a.css", "css", False),
        ("a.py", "python", False),
    ],
)
def test_which_documents_are_looked_at(path: str, language: str, wanted: bool) -> None:
    assert is_checked(path, language) is wanted
