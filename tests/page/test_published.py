"""The day a page was published."""

from __future__ import annotations

from datetime import date

import pytest

from govlint.page.facts import Meta, Run, Zone
from govlint.page.published import find_published

DAY = date(2020, 12, 3)


def runs(*texts: str, zone: Zone = Zone.OTHER) -> list[Run]:
    return [Run("text", text, len(text), number, zone) for number, text in enumerate(texts)]


def test_the_meta_comes_first() -> None:
    metas = [Meta("pubdate", "", 0), Meta("PubDate", "2020-12-03 16:20", 1)]
    found = find_published(metas, runs("发布时间：2019-01-01"))
    assert found == DAY
    assert type(found) is date


def test_other_metas_and_unreadable_ones_do_not_count() -> None:
    assert find_published([Meta("others", "页面生成时间 2020-12-03", 0), Meta("PubDate", "今天", 1)], []) is None


@pytest.mark.parametrize(
    "texts",
    [
        ("发布时间：2020-12-03 08:00",),
        ("来源：某局 发布日期：2020年12月03日 浏览次数：",),
        ("来源：某局", "时间：2020-12-03"),
        ("发布时间：", "2020-12-03"),
        ("发布于 2020/12/03",),
        ("会议时间：2019-01-01", "发布时间：2020-12-03"),
        ("更新时间：2020.12.03", "成文日期：2018-01-01"),
    ],
)
def test_the_line_under_the_headline(texts: tuple[str, ...]) -> None:
    assert find_published([], runs("标题", *texts)) == DAY


@pytest.mark.parametrize(
    "texts",
    [
        ("会议时间：2020-12-03",),
        ("2020-12-03",),
        ("发布时间：",),
        ("发布时间：2020-12-03",) * 4,
        ("字" * 3_000, "发布时间：2020-12-03"),
    ],
)
def test_what_does_not_tell(texts: tuple[str, ...]) -> None:
    assert find_published([], runs(*texts)) is None


def test_only_main_content_counts_from_its_start_on() -> None:
    assert find_published([], runs("发布时间：2020-12-03", zone=Zone.FOOTER)) is None
    assert find_published([], runs("更新日期：2019-01-01", "发布时间：2020-12-03"), start=1) == DAY
