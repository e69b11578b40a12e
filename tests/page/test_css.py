"""Rules, declarations and selectors of style sheets, and how styles hide."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govlint.page.css import Compound, declarations, parse_selector, selects, style_rules
from govlint.page.hiding import How, hiding_rules, how_hidden


def test_rules_for_everyone() -> None:
    text = """/* .no {display:none} */ @charset "utf-8"; .a, .b > li { color: red }
    @media print { .c { display: none } .d { display: none } } @media screen { .e { display: none } }
    @media (max-width: 600px) { .f { display: none } } #g { display: none }"""
    assert [rule.selectors for rule in style_rules(text)] == [(".a", ".b > li"), (".e",), ("#g",)]


def test_declarations_are_lowered_and_the_last_counts() -> None:
    style = declarations("Display: NONE !important; color:red;color : Blue ; background:url('a;b.png') no-repeat")
    assert style == {"display": "none", "color": "blue", "background": "url('a;b.png') no-repeat"}


@pytest.mark.parametrize(
    ("selector", "selected"),
    [
        ("a", True),
        (".foot a", True),
        ("#links > .foot a.more", True),
        ("div.foot.grey a", True),
        ("ul a", False),
        (".more .foot", False),
        ("a.other", False),
    ],
)
def test_selectors(selector: str, selected: bool) -> None:
    chain = (
        Compound("a", "", frozenset(("more",))),
        Compound("div", "", frozenset(("foot", "grey"))),
        Compound("div", "links", frozenset()),
    )
    steps = parse_selector(selector)
    assert steps is not None
    assert selects(steps, chain) is selected


@pytest.mark.parametrize("selector", ["a:hover", "a[href]", "a + b", "", "a::before", ".a\\:b"])
def test_selectors_beyond_tags_ids_and_classes_are_left_out(selector: str) -> None:
    assert parse_selector(selector) is None


@pytest.mark.parametrize(
    ("style", "how"),
    [
        ("display:none", How.DISPLAY),
        ("visibility: hidden", How.VISIBILITY),
        ("position:absolute;left:-9999px", How.OFF_SCREEN),
        ("position:fixed; top : -999em", How.OFF_SCREEN),
        ("text-indent:-9999px", How.INDENT),
        ("height:0;overflow:hidden", How.SIZE),
        ("width:1px;overflow:hidden", How.SIZE),
        ("font-size:1px", How.FONT),
        ("opacity:0", How.GLASS),
        ("position:absolute;clip:rect(0 0 0 0)", How.GLASS),
        ("display:block", How.NOT),
        ("left:-9999px", How.NOT),
        ("position:absolute;left:50%;margin-left:-960px", How.NOT),
        ("position:absolute;left:-300px", How.NOT),
        ("text-indent:-2em", How.NOT),
        ("height:100%;overflow:hidden", How.NOT),
        ("height:1.5em;overflow:hidden", How.NOT),
        ("font-size:12px", How.NOT),
        ("font-size:1.2em", How.NOT),
        ("font-size:100%", How.NOT),
        ("opacity:0.5", How.NOT),
    ],
)
def test_how_styles_hide(style: str, how: How) -> None:
    assert how_hidden(declarations(style)) is how
    assert [rule.how for rule in hiding_rules(f".x {{ {style} }}")] == ([how] if how else [])


@given(st.text(alphabet="{}@;:,.#/*'\"()-0 1adeinoplsy \n", max_size=200))
def test_any_text_is_taken(text: str) -> None:
    list(style_rules(text))
    hiding_rules(text)
    how_hidden(declarations(text))
    parse_selector(text)
