"""Controls and forms: the shapes that search boxes take in the wild."""

from __future__ import annotations

import pytest

from govlint.page.controls import find_controls, find_forms
from govlint.page.facts import Control, Form
from govlint.page.parse import parse
from govlint.page.walk import walk


def controls(html: str) -> list[Control]:
    tree = parse(html)
    return list(find_controls(walk(tree.tops, tree.text)))


def forms(html: str) -> list[Form]:
    tree = parse(html)
    return list(find_forms(walk(tree.tops, tree.text)))


def seen(html: str) -> list[tuple[str, str, str]]:
    return [(control.kind, control.tag, control.label) for control in controls(html)]


def test_a_plain_form() -> None:
    html = """<form name=f id=g action="/search" METHOD=Get onsubmit="return check()">
    <input name=q placeholder=请输入><input type=hidden name=id value=26><input type=submit value="搜 索"></form>"""
    assert seen(html) == [("field", "input", "请输入"), ("hidden", "input", "26"), ("button", "input", "搜索")]
    assert [control.form for control in controls(html)] == [0, 0, 0]
    (form,) = forms(html)
    assert (form.action, form.method, form.name, form.id) == ("/search", "get", "f", "g")
    assert form.handlers == (("onsubmit", "return check()"),)


def test_a_form_without_action_is_told_from_one_with_an_empty_one() -> None:
    assert [form.action for form in forms("<form></form><form action=''></form>")] == [None, ""]


def test_an_image_link_beside_a_field() -> None:
    html = """<a href="javascript:void(0);" id="go"><img src="s.png"></a><input id=keyword value=请输入关键字>"""
    assert seen(html) == [("button", "a", ""), ("field", "input", "请输入关键字")]
    assert controls(html)[0].href == "javascript:void(0);"


def test_a_button_without_anything_but_its_text() -> None:
    assert seen("<div><input id=s><button>搜 索</button></div>") == [
        ("field", "input", ""),
        ("button", "button", "搜索"),
    ]


def test_labels_name_controls_by_id_and_by_wrapping() -> None:
    html = "<input id=key><label for=key>请输入</label><label>年份<select><option>一</select></label>"
    assert seen(html) == [("field", "input", "请输入"), ("choice", "select", "年份")]


def test_kinds() -> None:
    types = ("", "text", "search", "password", "radio", "checkbox", "submit", "button", "image", "reset", "hidden")
    html = "".join(f"<input type='{kind}'>" for kind in types) + "<textarea></textarea>"
    kinds = [control.kind for control in controls(html)]
    assert kinds == [*["field"] * 4, *["choice"] * 2, *["button"] * 4, "hidden", "field"]
    assert [control.type for control in controls("<input><button></button><select></select>")] == ["text", "submit", ""]


def test_things_with_a_handler_are_controls_and_boxes_of_other_tags_are_not() -> None:
    html = "<p onclick=a()>x</p><div onclick=b()>搜索</div><img onclick=c() alt=查询><span onclick=d()></span>"
    assert seen(html) == [("button", "div", "搜索"), ("button", "img", "查询"), ("button", "span", "")]
    assert controls(html)[0].handlers == (("onclick", "b()"),)


def test_links_that_lead_nowhere_are_controls_only_near_a_field_or_if_they_speak_of_searching() -> None:
    far = "<div><div><div><div><input></div></div></div></div>"
    assert seen(f"<ul><li><a href='#'>设为首页</a></li></ul>{far}") == [("field", "input", "")]
    assert seen("<ul><li><a href='javascript:;' class=so_btn></a></li></ul>") == [("button", "a", "")]
    assert seen("<ul><li><a href='javascript:;'><img src=sousuo.png></a></li></ul>") == [("button", "a", "")]
    assert seen("<a href='/search/'>搜索</a>") == []


def test_a_thing_beside_a_field_that_is_named_like_a_button_is_one() -> None:
    html = "<div class=box><input id=kw><span class=search-btn></span><span class=tip>热词</span></div>"
    assert [(control.tag, control.classes) for control in controls(html)] == [("input", ""), ("span", "search-btn")]


def test_a_search_button_that_only_a_script_knows() -> None:
    html = "<ul><li class='fix-search-btn'><img src=a.png></li><li class=search-box><p>a</p><p>b</p><p>c</p></li></ul>"
    assert [(control.tag, control.classes) for control in controls(html)] == [("li", "fix-search-btn")]


def test_what_is_commented_out_counts_for_nothing() -> None:
    assert controls("<!-- <form><input><button>搜索</button></form> -->") == []


def test_the_nearest_ancestors() -> None:
    html = "<html><body><div><ul><li><input></li></ul></div></body></html>"
    assert controls(html)[0].near == (4, 3, 2, 1)


def test_a_control_belongs_to_the_form_it_names_else_to_the_innermost() -> None:
    html = (
        """<input id=before><form id=a><input></form><input form=a><form id=b><p><input></p></form><input form=none>"""
    )
    assert [control.form for control in controls(html)] == [-1, 0, 0, 1, -1]


@pytest.mark.parametrize(
    "html",
    [
        "<table><form action=s><tr><td><input></td></tr></form></table>",
        "<table><tr><form action=s></tr><tr><td><input></td></tr></form></table>",
        "<div><form action=s></div><!-- </form> --><div><input></div></form>",
    ],
)
def test_a_form_that_broken_markup_cuts_short_keeps_its_controls(html: str) -> None:
    assert [control.form for control in controls(f"{html}<input id=last>")] == [0, -1]


def test_a_form_may_keep_some_of_its_controls_in_its_tree() -> None:
    html = "<div><form action=s><div></div><input></div><button>搜</button></form><input>"
    assert [control.form for control in controls(html)] == [0, 0, -1]


def test_an_empty_form_takes_no_controls() -> None:
    assert [control.form for control in controls("<form></form><input>")] == [-1]
