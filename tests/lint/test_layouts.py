"""Layouts in a tree of templates: who is a page, where a fault stands, what is missing, what is said of broken ones."""

from __future__ import annotations

from datetime import date

import pytest

from govlint.finding import Finding, Verdict
from govlint.lint.result import Result
from govlint.lint.settings import Settings
from govlint.testing import lint_files

SETTINGS = Settings(standards=("national-2019",), site_kind="department", as_of=date(2026, 1, 1))
BASE = (
    '<!DOCTYPE html>\n<html lang="zh-CN"><head><title>{% block title %}林业局{% endblock %}</title></head><body>\n'
    '<div class="header"><h1>云霁市林业局</h1></div>\n'
    '<img src="a.png">\n'
    "<div>{% block main %}{% endblock %}</div>\n"
    '<div class="footer"><p>主办单位：云霁市林业局</p>{% block foot %}{% endblock %}</div></body></html>'
)
CODE = "<p>网站标识码：4399000017</p>"


def _page(*blocks: str) -> str:
    return '{% extends "base.html" %}\n' + "".join(blocks)


def _block(name: str, text: str) -> str:
    return f"{{% block {name} %}}\n{text}{{% endblock %}}"


def _of(result: Result, rule: str) -> list[Finding]:
    return [finding for finding in result.findings if finding.rule_id == rule]


ROWS = _block("main", "<ul>{% for row in rows %}<li>{{ row.title }}</li>{% endfor %}</ul>")
TREE = {"templates/base.html": BASE, "templates/index.html": _page(ROWS), "templates/list.html": _page(ROWS)}


def test_a_layout_is_no_page_and_its_fault_is_told_once_with_the_pages_it_reaches() -> None:
    result = lint_files(TREE, SETTINGS)
    assert result.templates is not None
    assert result.templates.roots == {"templates/index.html", "templates/list.html"}
    (found,) = _of(result, "GOV9005")
    assert found.location.path == "templates/base.html"
    assert found.location.region is not None
    assert (found.location.region.start_line, dict(found.properties)["pages"]) == (4, 2)
    assert {place.path for place in found.related} == {"templates/index.html"}


def test_a_fault_in_a_block_stands_in_the_file_of_the_block() -> None:
    tree = {**TREE, "templates/list.html": _page(_block("main", "<marquee>通知</marquee>"))}
    found = {each.location.path: each for each in _of(lint_files(tree, SETTINGS), "GOV9008")}
    place = found["templates/list.html"].location.region
    assert place is not None
    assert place[:2] == (3, 1)


@pytest.mark.parametrize(
    ("blocks", "verdicts"),
    [
        ((), {Verdict.FAIL}),
        ((_block("foot", CODE),), set()),
        ((_block("foot", "{{ site.foot }}"),), {Verdict.REVIEW}),
    ],
)
def test_a_block_that_is_not_filled_is_no_open_slot(blocks: tuple[str, ...], verdicts: set[Verdict]) -> None:
    tree = {**TREE, "templates/index.html": _page(ROWS, *blocks), "templates/list.html": _page(ROWS, *blocks)}
    assert {each.verdict for each in _of(lint_files(tree, SETTINGS), "GOV6002")} == verdicts


def test_a_layout_that_no_file_extends_may_still_be_filled() -> None:
    alone = {"templates/index.html": BASE}
    assert {each.verdict for each in _of(lint_files(alone, SETTINGS), "GOV6002")} == {Verdict.REVIEW}


def test_missing_layouts_and_rings_are_said() -> None:
    lost = {**TREE, "templates/list.html": '{% extends "gone.html" %}\n' + ROWS}
    assert [each.location.path for each in _of(lint_files(lost, SETTINGS), "GOV9102")] == ["templates/list.html"]
    ring = {
        "templates/a.html": '{% extends "b.html" %}' + ROWS,
        "templates/b.html": '{% extends "a.html" %}' + ROWS,
        "templates/base.html": BASE,
    }
    assert len(_of(lint_files(ring, SETTINGS), "GOV9103")) == 1
