"""Short texts that stand where content should be."""

from __future__ import annotations

import pytest

from govlint.site.notices import is_blank_notice, is_paging, is_placeholder_notice


@pytest.mark.parametrize(
    "text",
    ["暂无", "暂无数据", "暂无资料！", "此栏目暂无任何新增信息", "该栏目下暂无内容", "没有找到相关记录",
     "对不起，暂无相关信息！", "共 0 条 当前第 1 / 1 页", "共0条信息", "（暂无信息）"],
)  # fmt: skip
def test_notices_of_nothing(text: str) -> None:
    assert is_blank_notice(text)


@pytest.mark.parametrize(
    "text", ["无", "没有", "无锡", "暂无房产证的居民如何落户", "共10条", "暂无数据的统计口径说明和解释", ""]
)
def test_ordinary_words_are_no_notice(text: str) -> None:
    assert not is_blank_notice(text)


@pytest.mark.parametrize(
    "text", ["栏目建设中", "敬请期待！", "该栏目正在建设中，敬请期待", "升级改版中", "页面正在维护中", "Coming soon"]
)
def test_promises(text: str) -> None:
    assert is_placeholder_notice(text)


@pytest.mark.parametrize("text", ["项目建设中", "建设中国特色社会主义", "水质测试", "精神文明建设中心", "在建设中发展"])
def test_ordinary_building_is_no_promise(text: str) -> None:
    assert not is_placeholder_notice(text)


@pytest.mark.parametrize("text", ["首页 上页 1 下页 尾页", "第1页/共3页", "[1] [2] [3]", "转到 页", "1/6"])
def test_paging(text: str) -> None:
    assert is_paging(text)


def test_a_title_is_no_paging() -> None:
    assert not is_paging("首页推荐工作通知")
