"""Computed attributes: the sample beside them is never put out, and what they make is there with an unknown value."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govlint.page.bindings import unbound
from govlint.page.masking import INERT
from govlint.page.prepare import prepare
from govlint.registry import load_registry
from govlint.testing import lint_files

_PIECES = st.sampled_from(
    ["<a ", "<p ", ">", "</a>", "</p>", "href='#' ", "th:href='x' ", ':href="u" ', "th:text='t' ", "v-bind:src=z ", "x",
     "\n", "\r\n", "<img ", "th:field='*{q}' ", "/>", "th:alt", "=", "'", '"']
)  # fmt: skip


def _unbound(text: str) -> str:
    return unbound(text, [each for each in load_registry().dialects if each.binds])


@pytest.mark.parametrize(
    ("text", "attributes"),
    [
        ('<a href="#" th:href="@{/x}">', f'<a             href="{INERT * 5}">'),
        ('<a :href="u" href="#">', f'<a  href="{INERT}"         >'),
        ("<img v-bind:src=z>", f"<img        src={INERT}>"),
        ('<p th:text="t">sample</p>', '<p th:text="t">      </p>'),
        ('<p v-html="t">a<b>c</b></p>', '<p v-html="t">         </p>'),
        ('<input th:field="*{q}">', f'<input     name="{INERT * 4}">'),
        ('<p th:if="a" :class="b" @click="c">d</p>', '<p th:if="a" :class="b" @click="c">d</p>'),
        ('<p title="a:href=b">', '<p title="a:href=b">'),
    ],
)
def test_the_binding_stands_for_what_it_makes(text: str, attributes: str) -> None:
    assert _unbound(text) == attributes


@given(st.lists(_PIECES, max_size=40).map("".join))
def test_length_and_lines_are_kept(text: str) -> None:
    made = _unbound(text)
    assert len(made) == len(text)
    assert [at for at, each in enumerate(made) if each in "\r\n"] == [
        at for at, each in enumerate(text) if each in "\r\n"
    ]


def test_slots_keep_their_places() -> None:
    text = '<a href="#" th:href="@{/x}" th:text="${n}">sample</a>'
    prepared = prepare(text, [each for each in load_registry().dialects if each.name == "thymeleaf"])
    assert [text[slice(*slot.span)] for slot in prepared.slots] == ["th:text"]


@pytest.mark.parametrize("bind", ["th:", ":"])
def test_samples_are_no_faults_and_what_is_written_is_one(bind: str) -> None:
    page = (
        '<!DOCTYPE html><html lang="zh-CN" xmlns:th="http://www.thymeleaf.org"><head><title>通知</title></head><body>'
        '<p th:each="a : ${b}" v-if="a">通知公告</p>%s</body></html>'
    )
    bound = (
        f'<img src="a.png" {bind}alt="x"><form action="#" {bind}action="u"><input name="q" placeholder="请输入关键字">'
        f'<input type="submit" value="搜索"></form><a href="http://localhost:8080/a" {bind}href="v">本地</a>'
    )
    rules = {"GOV9005", "GOV2001", "GOV5005"}

    def found(body: str) -> set[str]:
        return {
            each.rule_id for each in lint_files({"templates/a.html": page % body}).findings if each.is_fault
        } & rules

    assert not found(bound)
    assert found(bound.replace(f" {bind}", " x-")) == rules
