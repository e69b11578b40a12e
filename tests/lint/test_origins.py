"""From a page to its template: pairs of a template tree and what it was published as."""

from __future__ import annotations

from pathlib import Path

import pytest

from govlint.finding import Finding, Origin
from govlint.lint.engine import run
from govlint.lint.result import Result
from govlint.lint.settings import Settings
from govlint.lint.template.origins import Origins, Template, read_templates
from govlint.lint.template.traced import together
from govlint.registry import load_registry
from govlint.source.directory import DirectorySource
from govlint.testing import MemorySource

BOX = '<div class="so"><input type="text" id="searchText"><button type="button">搜索</button></div>'
HEAD = f'<div class="top">\n  <a href="/" class="logo">云霁市</a>\n  {BOX}\n</div>\n'
INDEX = (
    '<!DOCTYPE html>\n<html lang="zh-CN"><head><meta charset="utf-8"><title>${site.name}</title></head>\n<body>\n'
    '<#include "inc/head.ftl">\n<ul class="news"><#list news as n>\n'
    '<li><a href="${n.url}" class="t">${n.title}</a></li>\n</#list></ul>\n<p>${n.txt}</p>\n'
    '<a href="${base}/old/list.htm" class="more-news">更多</a>\n</body></html>\n'
)
TREE = {"index.ftl": INDEX, "inc/head.ftl": HEAD}


def _published(head: str = HEAD, *, articles: int = 3, text: str = "通知。", base: str = "/x") -> str:
    items = "".join(f'\n<li><a href="/a/{at}.html" class="t">通知{at}</a></li>' for at in range(articles))
    return (
        '<!DOCTYPE html>\n<html lang="zh-CN"><head><meta charset="utf-8"><title>云霁市</title></head>\n<body>\n'
        f'{head}\n<ul class="news">{items}\n</ul>\n<p>{text}</p>\n'
        f'<a href="{base}/old/list.htm" class="more-news">更多</a>\n</body></html>\n'
    )


def _lint(pages: dict[str, str], tree: dict[str, str] | None = None, **settings: object) -> Result:
    registry = load_registry()
    chosen = Settings(**settings)  # type: ignore[arg-type]
    files = {path: text.encode() for path, text in (tree or TREE).items()}
    origins = read_templates(MemorySource(files), chosen, registry)
    site = MemorySource({path: text.encode() for path, text in pages.items()})
    return run(site, chosen, registry, origins=origins)


def _of(result: Result, rule: str) -> list[Finding]:
    return [finding for finding in result.findings if finding.rule_id == rule]


def _places(finding: Finding) -> list[tuple[str, int, int]]:
    return [(origin.path, origin.region.start_line, origin.pages) for origin in finding.origins]


def test_a_fault_on_every_page_points_at_the_line_of_the_include() -> None:
    pages = {f"p{number}.html": _published(articles=number) for number in range(12)}
    (found,) = _of(_lint(pages, select=("GOV9006",)), "GOV9006")
    assert _places(found) == [("inc/head.ftl", 3, 12)]
    origin = found.origins[0]
    assert origin.line_text.strip() == BOX
    assert origin.line_text[origin.region.start_column - 1 : origin.region.end_column - 1] == (
        '<input type="text" id="searchText">'
    )


def test_minified_pages_are_followed_too() -> None:
    pages = {f"p{number}.html": _published(articles=number * 200).replace("\n", "") for number in range(3)}
    (found,) = _of(_lint(pages, select=("GOV9006",)), "GOV9006")
    assert _places(found) == [("inc/head.ftl", 3, 3)]


def test_all_places_are_told_where_one_literal_stands_in_several() -> None:
    tree = TREE | {"mobile.ftl": f"<html><body>{BOX}<#if a>b</#if></body></html>"}
    (found,) = _of(_lint({"index.html": _published()}, tree, select=("GOV9006",)), "GOV9006")
    assert _places(found) == [("inc/head.ftl", 3, 1), ("mobile.ftl", 1, 1)]


def test_a_place_whose_neighbours_differ_is_another() -> None:
    tree = TREE | {"mobile.ftl": f"<html><body><p>{BOX.replace('搜索', '查询')}</p><#if a>b</#if></body></html>"}
    (found,) = _of(_lint({"index.html": _published()}, tree, select=("GOV9006",)), "GOV9006")
    assert [origin.path for origin in found.origins] == ["inc/head.ftl"]


def test_what_publishing_fills_in_is_no_fault_of_the_template() -> None:
    result = _lint({"index.html": _published(), "b.html": _published(text="见<img src=/u/1.jpg>。")})
    dead = {finding.key: finding for finding in _of(result, "GOV5001")}
    assert dead  # the articles are not in the export
    assert not [origin for finding in dead.values() for origin in finding.origins if "n.url" in origin.line_text]
    assert [finding.origins for finding in _of(result, "GOV9005")] == [()]


def test_an_address_that_is_written_out_in_part_is_found() -> None:
    pages = {"index.html": _published(base="."), **{f"a/{at}.html": _published(base="..") for at in range(3)}}
    found = [each for each in _of(_lint(pages), "GOV5001") if "old/list.htm" in each.message.zh]
    assert found
    assert {origin.path for each in found for origin in each.origins} == {"index.ftl"}
    assert {origin.region.start_line for each in found for origin in each.origins} == {9}


def test_what_a_template_no_longer_says_is_not_found_and_counted() -> None:
    old = HEAD.replace("searchText", "keywords")
    result = _lint({"index.html": _published(old)}, select=("GOV9006", "GOV9003"))
    assert result.traced is not None
    assert [finding.origins for finding in _of(result, "GOV9006")] == [()]
    assert result.traced == ("memory", 2, 0, 1, 0)


def test_little_is_not_enough() -> None:
    tree = {"a.ftl": '<html><body><p><img src="${a}"></p><#if b>c</#if></body></html>'}
    page = '<html><body>\n<p>见图</p>\n<img src="u/1.jpg">\n</body></html>'
    (found,) = _of(_lint({"a.html": page}, tree, select=("GOV9005",)), "GOV9005")
    assert not found.origins


def test_what_is_written_too_often_tells_nothing() -> None:
    origins = Origins("t", [Template(f"{number}.ftl", BOX) for number in range(101)])
    pages = MemorySource({"a.html": _published().encode()})
    result = run(pages, Settings(select=("GOV9006",)), load_registry(), origins=origins)
    assert [finding.origins for finding in result.findings if finding.rule_id == "GOV9006"] == [()]


def test_a_tag_over_two_lines_is_found_by_its_first() -> None:
    box = '<input type="text" id="searchTextOfTheHeader"\n   class="so-text">'
    tree = {"a.ftl": f"<html><body>{box}<#if b>c</#if></body></html>"}
    (found,) = _of(_lint({"a.html": f"<html><body>\n{box}\n</body></html>"}, tree, select=("GOV9006",)), "GOV9006")
    assert _places(found) == [("a.ftl", 1, 1)]


def test_copies_and_files_without_any_tag(tmp_path: Path) -> None:
    for name, text in (("index.ftl", INDEX), ("inc/head.ftl", HEAD), ("inc/head - 副本.ftl", HEAD), ("a.txt", HEAD)):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    origins = read_templates(DirectorySource(tmp_path, "tpl", "tpl/"), Settings(), load_registry())
    assert [template.path for template in origins.templates] == ["tpl/inc/head.ftl", "tpl/index.ftl"]
    plain = read_templates(MemorySource({"head.html": HEAD.encode()}), Settings(), load_registry())
    assert [template.path for template in plain.templates] == ["head.html"]


@pytest.mark.parametrize("encoding", ["gb18030", "utf-8"])
def test_pages_and_templates_may_differ_in_encoding(encoding: str) -> None:
    head = HEAD.replace("searchText", "检索").encode(encoding)
    origins = read_templates(
        MemorySource({"index.ftl": INDEX.encode(), "inc/head.ftl": head}), Settings(), load_registry()
    )
    page = _published(HEAD.replace("searchText", "检索")).replace("utf-8", "gb18030").encode("gb18030")
    result = run(MemorySource({"a.html": page}), Settings(select=("GOV9006",)), load_registry(), origins=origins)
    (found,) = _of(result, "GOV9006")
    assert _places(found) == [("inc/head.ftl", 3, 1)]


def test_the_most_frequent_origin_stands_first() -> None:
    result = _lint({"a.html": _published()}, select=("GOV9006",))
    (found,) = _of(result, "GOV9006")
    region = found.origins[0].region
    rare, often = Origin("a.ftl", region, ""), Origin("b.ftl", region, "", 4)
    places = together([found.__class__(found.verdict, found.message, found.location, "k", origins=(rare, often))])
    assert [(origin.path, origin.pages) for origin in places] == [("b.ftl", 4), ("a.ftl", 1)]


def test_other_peoples_templates_are_no_origin() -> None:
    theirs = {
        "a.ftl": "<html><head><title>${t}</title></head><body><#if a>"
        '<div class="footer">${b}</div></#if></body></html>',
        "b.ftl": '<html><head><title>${t}-${s}</title></head><body><a href="javascript:;">${x}</a></body></html>',
    }
    page = (
        '<html>\n<head><title>某局</title></head><body>\n<img src="a.png">\n<div class="footer">\n</div></body></html>'
    )
    result = _lint({"index.html": page, "b.html": page}, theirs, standards=("guideline-2017", "accessibility"))
    assert {"GOV6001", "GOV9005", "GOV9007"} <= {finding.rule_id for finding in result.findings}
    assert not [finding for finding in result.findings if finding.origins]


def test_among_the_sites_own_templates_little_is_enough_for_the_frame() -> None:
    result = _lint({"index.html": _published()}, standards=("guideline-2017",))
    (found,) = _of(result, "GOV6014")
    assert [(origin.path, origin.sure) for origin in found.origins] == [("index.ftl", False)]


def test_the_same_on_pages_of_two_templates_comes_from_both() -> None:
    tree = TREE | {"old.ftl": f'<html><body><div class="old-header">{BOX}</div><#if a>b</#if></body></html>'}
    old = f'<html><head><title>某局</title></head><body>\n<div class="old-header">{BOX}</div></body></html>'
    result = _lint({"index.html": _published(), "old/a.html": old}, tree, select=("GOV2001",))
    (found,) = _of(result, "GOV2001")
    assert dict(found.properties)["pages"] == 2
    assert {origin.path for origin in found.origins} == {"inc/head.ftl", "old.ftl"}
