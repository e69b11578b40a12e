"""Folding and cutting names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govlint.standard.names import fold, forms, one_fewer, without_organ, without_suffix

PIECES = st.sampled_from(
    [
        "信息公开",
        "指南",
        "县",
        "局",
        "[更多]",
        "更多",
        ">>",
        "·",
        "(3)",
        "一、",
        "（",
        "）",
        "|",
        "MORE",
        "專欄",
        "1.",
        " ",
        "　",
    ]
)


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("　政 策\u200b解读 ", "政策解读"),
        ("【政策解读】", "政策解读"),
        ("政策解读[更多]", "政策解读"),
        ("政策解读 更多>>", "政策解读"),
        ("政策解读 MORE+", "政策解读"),
        ("· 政策解读", "政策解读"),
        ("领导信箱（12）", "领导信箱"),
        ("一、概况", "概况"),
        ("首页 > 政务公开 » 指南", "指南"),
        ("ＸＸ局動態", "xx局动态"),
        ("更多>>", ""),
    ],
)
def test_fold(written: str, folded: str) -> None:
    assert fold(written) == folded


@given(st.lists(PIECES, max_size=12).map("".join))
def test_folding_twice_changes_nothing(name: str) -> None:
    assert fold(fold(name)) == fold(name)


@given(st.text(max_size=200))
def test_fold_takes_anything(name: str) -> None:
    assert fold(name) in forms(fold(name))


def test_long_input_is_cut() -> None:
    assert len(fold("公" * 100_000)) <= 320


def test_suffix_leaves_two_characters() -> None:
    assert without_suffix("学习专栏") == "学习"
    assert without_suffix("专栏") == "专栏"


def test_organ_needs_a_name_behind_it() -> None:
    assert list(without_organ("某县人民政府信息公开")) == ["人民政府信息公开", "信息公开"]
    assert list(without_organ("某镇简介")) == []
    assert list(without_organ("本镇简介")) == ["简介"]


def test_one_fewer() -> None:
    assert list(one_fewer("abc")) == ["bc", "ac", "ab"]
    assert list(one_fewer("")) == []
