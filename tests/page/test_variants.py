"""Variants: every branch is seen once, branches that exclude each other never together; lengths and lines are kept."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govlint.page.prepare import prepare
from govlint.page.template import Kind
from govlint.page.variants import MOST, variants
from govlint.registry import load_registry

_PIECES = st.sampled_from(
    ["<#if a>", "<#elseif b>", "<#else>", "</#if>", "<#switch a>", "<#case 1>", "</#switch>", "<#list a as b>",
     "</#list>", "<p>", "</p>", "x", "\r\n", "<p class='", "'>", "${y}"]
)  # fmt: skip


def _variants(text: str, dialect: str = "freemarker") -> list[str]:
    template = prepare(text, [each for each in load_registry().dialects if each.name == dialect])
    return [each.markup for each in variants(template)]


def _texts(text: str, dialect: str = "freemarker") -> list[str]:
    return [" ".join(re.findall(r"\w+", each)) for each in _variants(text, dialect)]


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("a<#if x>b</#if>c", ["a b c", "a c"]),
        ("a<#if x>b<#else>c</#if>", ["a b", "a c"]),
        ("a<#if x>b<#elseif y>c</#if>", ["a b", "a c", "a"]),
        ("<#if x>a<#if y>b</#if><#else>c</#if>", ["a b", "c"]),
        ("<#list x as y>a<#else>b</#list>", []),
        ("<#if x></#if>a", []),
        ("<#switch x><#case 1>a<#case 2>b<#default>c</#switch>", ["a", "b", "c"]),
    ],
)
def test_branches(text: str, seen: list[str]) -> None:
    assert _texts(text) == seen


@pytest.mark.parametrize(
    ("text", "dialect", "seen"),
    [
        ("a<stl:if type='x'><stl:yes>b</stl:yes><stl:no>c</stl:no></stl:if>", "siteserver", ["a b", "a c"]),
        ("{if $x}a{elseif $y}b{else}c{/if}", "phpcms", ["a", "b", "c"]),
        ("<c:choose><c:when test='a'>b</c:when><c:otherwise>c</c:otherwise></c:choose>", "jsp", ["b", "c"]),
        ("#if($a)b#else c#end", "velocity", ["b", "c"]),
        ("{% if a %}b{% elif c %}d{% else %}e{% endif %}", "twig", ["b", "d", "e"]),
        ("<if condition='$a'>b<else/>c</if>", "thinkphp", ["b", "c"]),
        ("[#if a]b[#else]c[/#if]", "jeecms", ["b", "c"]),
        ("<p>a</p><div th:if='x'><div>b</div></div>", "thymeleaf", ["p a p div th if x div b div div", "p a p"]),
    ],
)
def test_branches_of_other_dialects(text: str, dialect: str, seen: list[str]) -> None:
    assert _texts(text, dialect) == seen


def test_a_condition_among_attributes_changes_no_element() -> None:
    assert _variants("<p <#if x>class='a'</#if>>b</p>") == []


def test_what_is_left_out_is_a_slot() -> None:
    template = prepare("a<#if x>b</#if>", [each for each in load_registry().dialects if each.name == "freemarker"])
    _, without = variants(template)
    assert [(slot.kind, slot.span) for slot in without.slots] == [(Kind.CONDITION, (1, 15))]


@given(st.lists(_PIECES, max_size=40).map("".join))
def test_any_nesting_keeps_length_lines_and_what_hangs_on_nothing(text: str) -> None:
    template = prepare(text, [each for each in load_registry().dialects if each.name == "freemarker"])
    made = variants(template)
    assert len(made) <= MOST
    for each in made:
        assert len(each.markup) == len(text)
        kept = [(a, b) for a, b in zip(each.markup, template.markup, strict=True) if a != b]
        assert all(a == " " and b not in "\r\n" for a, b in kept)


def test_ten_thousand_conditions_are_no_trouble() -> None:
    assert len(_variants("<#if x>a<#else>b</#if>" * 10_000)) == 2
