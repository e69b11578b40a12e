"""Which tag closes which, however many stand between."""

from __future__ import annotations

import pytest

from govlint.page.lexing import lexer_of
from govlint.page.pairing import pair
from govlint.registry import load_registry

DIALECTS = {dialect.name: dialect for dialect in load_registry().dialects}
MANY = 500


@pytest.mark.parametrize(
    ("dialect", "text"),
    [
        ("freemarker", "<#if a>" + "<p>${b}</p>" * MANY + "</#if>"),
        ("freemarker", "<#if a>" + "<@b c=1>" * MANY + "</#if>"),
        ("jeecms", "[@cms_channel_list]" + "<p>${b}</p>" * MANY + "[/@cms_channel_list]"),
        ("velocity", "#foreach($a in $b)" + "<p>$c</p>" * MANY + "#end"),
        ("siteserver", "<stl:if>" + '<stl:content type="Title">' * MANY + "</stl:if>"),
    ],
)
def test_what_stands_between_does_not_matter(dialect: str, text: str) -> None:
    tags = list(lexer_of((DIALECTS[dialect],)).tags(text))
    pairing = pair(text, tags)
    assert pairing.closers[0] == len(tags) - 1
    assert not pairing.faults


def test_crossing_tags_find_their_own_and_a_nameless_end_the_last_block() -> None:
    text = "[#if a][#list b as c][/#if][/#list][@d][@e]${x}[/@]"
    tags = list(lexer_of((DIALECTS["jeecms"],)).tags(text))
    assert pair(text, tags).closers == {0: 2, 1: 3, 5: 7}


def test_branches_belong_to_the_innermost_condition_that_is_open() -> None:
    text = "<#if a>" + "${b}" * MANY + "<#if c></#if><#else>d</#if><#else>"
    tags = list(lexer_of((DIALECTS["freemarker"],)).tags(text))
    assert {number: len(found) for number, found in pair(text, tags).branches.items()} == {0: 1}


def test_a_php_file_may_end_within_its_last_tag() -> None:
    text = "<html><?php include 'a.php';\n$b = array('c' => \"d\");\n"
    (tag,) = lexer_of((DIALECTS["php"],)).tags(text)
    assert (tag.broken, tag.end) == (False, len(text))
    assert not pair(text, [tag]).faults
