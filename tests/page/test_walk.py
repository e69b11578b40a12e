"""The walk: links and visible runs, in document order."""

from __future__ import annotations

import pytest

from govlint.page.draft import Draft
from govlint.page.facts import RUN_LIMIT
from govlint.page.parse import parse
from govlint.page.walk import walk


def walked(html: str) -> Draft:
    tree = parse(html)
    return walk(tree.tops, tree.text)


def runs(html: str) -> list[tuple[str, str]]:
    return [(run.kind, run.text) for run in walked(html).runs]


def links(html: str) -> list[tuple[str, str, str]]:
    return [(f"{link.tag}@{link.attribute}", link.href, link.text) for link in walked(html).links]


def test_elements_are_counted_over_all_roots_without_comments() -> None:
    draft = walked("<html><!-- c --><body><?pi?><p>x</p></body></html><div><b>y</b></div>")
    assert [str(node.tag) for node in draft.elements] == ["html", "body", "p", "html", "div", "b"]
    assert draft.tags == [node.tag for node in draft.elements]
    assert draft.parents == [-1, 0, 1, -1, 3, 4]
    assert draft.ends == [2, 2, 2, 5, 5, 5]
    assert draft.index[draft.elements[4]] == 4


def test_text_runs_on_through_inline_markup_and_comments_and_stops_at_blocks() -> None:
    html = "<div>网站<b>标识</b>码<!-- c -->：<font>44</font><p>二<br>三</p>四</div>"
    assert runs(html) == [("text", "网站标识码：44"), ("text", "二"), ("text", "三"), ("text", "四")]


def test_a_span_with_a_class_is_a_run_of_its_own_and_one_with_a_style_is_not() -> None:
    assert runs("<p>题<span class=date>2018</span></p>") == [("text", "题"), ("text", "2018")]
    assert runs("<p>题<span style='x:y'>目</span></p>") == [("text", "题目")]


def test_a_run_stands_at_the_element_its_text_begins_in() -> None:
    draft = walked("<body><div> <p>一</p> 二 <b>三</b></div></body>")
    assert [(run.text, draft.tags[run.at]) for run in draft.runs] == [("一", "p"), ("二 三", "div")]


def test_a_long_run_is_cut_and_keeps_its_length() -> None:
    (run,) = walked("<p>" + "字" * 300 + "</p>").runs
    assert (len(run.text), run.length) == (RUN_LIMIT, 300)


@pytest.mark.parametrize(
    "hidden",
    [
        "<script>x</script>",
        "<style>x</style>",
        "<noscript>x</noscript>",
        "<template>x</template>",
        "<textarea>x</textarea>",
        "<iframe>x</iframe>",
        "<p hidden>x<b>y</b></p>",
        "<!-- x -->",
        "<title>x</title>",
    ],
)
def test_what_is_not_shown_is_no_text(hidden: str) -> None:
    assert ("text", "x") not in runs(f"<div>{hidden}<p>shown</p></div>")
    assert ("text", "shown") in runs(f"<div>{hidden}<p>shown</p></div>")


def test_links_give_runs_and_attachments_are_told_apart() -> None:
    html = "<p>见<a href='a.html'>通 知<br>一</a>和<a href='b.DOC?x=1'>表</a></p>"
    assert runs(html) == [("text", "见"), ("link", "通 知 一"), ("text", "和"), ("attachment", "表")]
    assert [walked(html).links[run.link].href for run in walked(html).runs if run.link >= 0] == ["a.html", "b.DOC?x=1"]


def test_an_image_names_the_link_around_it_only_if_no_text_does() -> None:
    html = "<a href=a><img src=1.png alt=徽标></a><a href=b><img src=2.png alt=图>字</a><a href=c><img src=3.png></a>"
    found = [link for link in walked(html).links if link.tag == "a"]
    assert [link.text for link in found] == ["徽标", "字", ""]
    assert [run.kind for run in walked(html).runs] == ["image", "link"] * 3


def test_an_unclosed_link_ends_where_the_next_begins() -> None:
    assert links("<p><a href=a>一<a href=b>二</a></p>") == [("a@href", "a", "一"), ("a@href", "b", "二")]


def test_everything_that_names_a_url_is_a_link() -> None:
    html = """<link href=s.css><script src=s.js></script><body background=bg.gif><img src=i.png title=图>
    <map><area href=m.html alt=地图></map><iframe src=f.html></iframe><embed src=e.swf><object data=o.swf></object>
    <input type=image src=go.gif alt=搜><video src=v.mp4></video><form action=/s></form>"""
    assert links(html) == [
        ("link@href", "s.css", ""),
        ("script@src", "s.js", ""),
        ("img@src", "i.png", "图"),
        ("area@href", "m.html", "地图"),
        ("iframe@src", "f.html", ""),
        ("embed@src", "e.swf", ""),
        ("object@data", "o.swf", ""),
        ("input@src", "go.gif", "搜"),
        ("video@src", "v.mp4", ""),
        ("body@background", "bg.gif", ""),
    ]


@pytest.mark.parametrize("before", ["", "<style>a{b:url(0.png)}</style>", "<p>url(0.png)", "<p title='url(0.png)'>"])
@pytest.mark.parametrize("style", ["style='a:b;c:url(1.png)'", 'STYLE = "c:URL(1.png)"'])
def test_a_picture_of_a_style_attribute_is_found_whatever_stands_before_it(before: str, style: str) -> None:
    assert ("p@style", "1.png", "") in links(f"{before}<p {style}>")


def test_anchors_without_address_count_only_with_a_handler() -> None:
    html = "<a name=top>锚</a><a href=''>空</a><a onclick='go()'>按</a><a href=' x.html '>白</a>"
    assert links(html) == [("a@href", "", "空"), ("a@onclick", "", "按"), ("a@href", "x.html", "白")]
    assert walked(html).links[1].onclick == "go()"


@pytest.mark.parametrize(
    "value", ["http://www.x.gov.cn/", "//x.cn", "/zwgk/", "./a/", "../b.htm", "zwgk/index.html", "c.shtml?a=1"]
)
def test_an_option_with_an_address_is_a_link(value: str) -> None:
    assert links(f"<select><option value='{value}'>部门</select>") == [("option@value", value, "部门")]


@pytest.mark.parametrize("value", ["", "0", "4400", "全部", "--友情链接--", "title"])
def test_an_option_without_one_is_not(value: str) -> None:
    assert links(f"<select><option value='{value}'>部门</select>") == []


def test_links_that_are_not_shown_keep_their_text() -> None:
    assert links("<div hidden><a href=a>一</a></div><noscript><a href=b>二</a></noscript>") == [
        ("a@href", "a", "一"),
        ("a@href", "b", "二"),
    ]


def test_head_facts_are_found_wherever_they_stand() -> None:
    html = """<html lang=zh-CN><head><title> 一
    二 </title><meta charset=utf-8><meta content=v NAME=SiteName></head><body><title>三</title>
    <META HTTP-EQUIV=Refresh content=x><meta property=og:title content=t><meta content=only>
    <base target=_blank><base href=' http://x/ '><base href=y><h2>标<b>题</b></h2><svg><title>画</title></svg>"""
    draft = walked(html)
    assert [title.text for title in draft.titles] == ["一 二", "三"]
    assert [(meta.name, meta.content) for meta in draft.metas] == [
        ("charset", "utf-8"),
        ("SiteName", "v"),
        ("Refresh", "x"),
        ("og:title", "t"),
    ]
    assert (draft.base_href, draft.language) == ("http://x/", "zh-CN")
    assert [(heading.level, heading.text) for heading in draft.headings] == [(2, "标题")]


def test_a_day_that_a_script_writes_joins_the_text_before_it() -> None:
    html = "<p>发布时间：<script>var d='2017年08月08日'; document.write(d);</script> 字体：大</p>"
    assert runs(html) == [("text", "发布时间：2017年08月08日 字体：大")]
