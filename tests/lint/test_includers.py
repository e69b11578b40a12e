"""A part of a template by itself: linted in the pages that bring it in."""

from __future__ import annotations

from pathlib import Path

import pytest

from govlint.lint.engine import run
from govlint.lint.result import Result
from govlint.lint.settings import Settings
from govlint.lint.template.includers import MOST_PAGES
from govlint.registry import load_registry
from govlint.source.directory import FilesSource

BOX = '<input type="text" title="检索" class="so"><button type="button" class="btn">搜索</button>'
PAGE = (
    '<!DOCTYPE html>\n<html lang="zh-CN"><head><meta charset="utf-8"><title>${t}</title></head>\n<body>'
    '<#include "../inc/top.ftl"><p>${x}</p><img src="a.png">%s</body></html>'
)
TREE = {"theme/page/index.ftl": PAGE % "", "theme/inc/top.ftl": '<#include "box.html"><hr>', "theme/inc/box.html": BOX}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _lint(folder: Path, tree: dict[str, str], *given: str) -> Result:
    for path, text in tree.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    return run(FilesSource(given), Settings(), load_registry())


def _found(result: Result) -> list[tuple[str, str, bool]]:
    return [(finding.rule_id, finding.location.path, finding.is_fault) for finding in result.findings]


def test_a_part_is_judged_in_the_page_around_it_however_deep(folder: Path) -> None:
    result = _lint(folder, TREE, "theme/inc/box.html")
    assert _found(result) == [("GOV2001", "theme/inc/box.html", True)]  # and nothing of the page itself
    (finding,) = result.findings
    assert [place.path for place in finding.related] == ["theme/page/index.ftl", "theme/inc/top.ftl"]


def test_what_the_page_does_for_the_part_counts(folder: Path) -> None:
    script = "<script>$('.btn').click(function(){location.href='/so?q='+$('.so').val()})</script>"
    result = _lint(folder, TREE | {"theme/page/index.ftl": PAGE % script}, "theme/inc/box.html")
    assert ("GOV2001", "theme/inc/box.html", True) not in _found(result)


def test_a_page_that_is_given_too_is_judged_itself(folder: Path) -> None:
    result = _lint(folder, TREE, "theme/inc/box.html", "theme/page/index.ftl")
    assert ("GOV9005", "theme/page/index.ftl", True) in _found(result)


def test_some_of_many_pages_are_enough_and_are_not_counted(folder: Path) -> None:
    many = {f"theme/page/p{number}.ftl": PAGE % "" for number in range(20)}
    result = _lint(folder, TREE | many, "theme/inc/box.html")
    assert result.files == 2 + MOST_PAGES  # the part between
    (found,) = (finding for finding in result.findings if finding.rule_id == "GOV2001")
    assert "个页面" not in found.message.zh


def test_comments_of_the_page_are_its_own_affair(folder: Path) -> None:
    page = PAGE % "<#-- govlint-disable-next-line GOV9005 -- a picture of the old site -->"
    assert _found(_lint(folder, TREE | {"theme/page/index.ftl": page}, "theme/inc/box.html")) == [
        ("GOV2001", "theme/inc/box.html", True)
    ]


@pytest.mark.parametrize(
    "tree",
    [
        {"inc/box.html": BOX},
        {"inc/box.html": BOX, "index.html": f"<!DOCTYPE html><html><body>box{BOX}</body></html>"},
        {"inc/box.html": BOX, **{f"{number}.html": "x" for number in range(2_001)}},
    ],
    ids=["alone", "named but not included", "too many files"],
)
def test_a_part_that_no_page_brings_in_is_said_to_be_unjudged(folder: Path, tree: dict[str, str]) -> None:
    result = _lint(folder, tree, "inc/box.html")
    assert _found(result) == [("GOV0010", "inc/box.html", False)]


def test_rings_of_parts_end(folder: Path) -> None:
    ring = {"a.ftl": '<p>${x}</p><#include "b.ftl">', "b.ftl": '<p>${x}</p><#include "a.ftl">'}
    assert {finding.rule_id for finding in _lint(folder, ring, "a.ftl").findings} == {"GOV9103"}
