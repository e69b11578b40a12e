"""The interaction rules beyond their examples: what must stay silent."""

from __future__ import annotations

from datetime import date

import pytest
from govlint.plugins.columns.sample_pages import home_page
from govlint.plugins.interaction.samples import site_with_article, table

from govlint.finding import Finding
from govlint.lint.settings import Settings
from govlint.testing import lint_files

_SETTINGS = Settings(standards=("national-2019", "guideline-2017"), site_kind="portal", as_of=date(2023, 6, 1))
_BASIS = table({"设定依据": "《森林法》", "办理流程": "受理、审核", "联系电话": "8880035"})


def found(files: dict[str, str], rule: str, settings: Settings = _SETTINGS) -> list[Finding]:
    result = lint_files(files, settings._replace(select=(rule,)))
    assert not result.broken
    return [finding for finding in result.findings if finding.rule_id == rule]


@pytest.mark.parametrize("entry", ["局长信箱", "12345热线", "我要咨询", "网上留言", "建言献策", "政民互动"])
def test_any_entry_is_a_channel(entry: str) -> None:
    home = home_page({"通知公告": "./a/", entry: "http://hd.example.gov.cn/"})
    assert not found({"index.html": home}, "GOV7001")


@pytest.mark.parametrize("entry", ["信访投诉", "纪检监察信箱"])
def test_petitions_and_discipline_are_no_channel(entry: str) -> None:
    files = {"index.html": home_page({"通知公告": "./a/", entry: "http://hd.example.gov.cn/"})}
    assert len(found(files, "GOV7001")) == 1


def test_the_standard_of_2015_knows_no_such_veto() -> None:
    files = {"index.html": home_page({"通知公告": "./a/"})}
    assert not found(files, "GOV7001", _SETTINGS._replace(standards=("national-2015",)))


def test_the_tables_ask_for_different_elements() -> None:
    files = site_with_article("办事指南", "bszn", "林木采伐许可", _BASIS)
    old = found(files, "GOV7003", _SETTINGS._replace(standards=("national-2015",)))
    new = found(files, "GOV7003")
    assert dict(new[0].properties)["missing"] == dict(old[0].properties)["missing"] + 2  # type: ignore[operator]
    assert old[0].basis == ("national-2015:service-guides",)


def test_an_article_outside_the_guides_is_no_guide() -> None:
    assert not found(site_with_article("通知公告", "tzgg", "关于申报项目的通知", _BASIS), "GOV7003")


def test_departments_are_not_asked_for_a_vita() -> None:
    files = site_with_article("领导信息", "ldxx", "周若兰", "<p>分工：负责水利工作。</p>")
    assert found(files, "GOV7005")
    assert not found(files, "GOV7005", _SETTINGS._replace(site_kind="department"))


def test_neighbours_are_no_link_to_the_policy() -> None:
    text = '<p>市政府印发《停车收费管理办法》。</p><a href="./t9.html">上一篇：别的解读</a>'
    files = site_with_article("政策解读", "zcjd", "《停车收费管理办法》解读", text, {"zcjd/t9.html": "<p>正文</p>"})
    assert len(found(files, "GOV7006")) == 1


def test_an_interpretation_that_names_no_policy_is_left_alone() -> None:
    files = site_with_article("政策解读", "zcjd", "今年有哪些新政策", "<p>减税降费，便民利民。</p>")
    assert not found(files, "GOV7006")


def test_a_home_page_that_is_still_under_repair() -> None:
    home = "<title>网站升级改版公告</title><p>本网站升级改版，2023年5月1日恢复。</p>"
    (finding,) = found({"index.html": home}, "GOV7007")
    assert dict(finding.properties)["case"] == "overdue"


def test_a_home_page_under_repair_for_now() -> None:
    home = "<title>网站升级改版公告</title><p>本网站升级改版，2023年6月10日恢复。</p>"
    assert not found({"index.html": home}, "GOV7007")


def test_an_undated_pause() -> None:
    home = "<html><head><title>公告</title></head><body><p>本网站正在升级维护，请稍后访问。</p></body></html>"
    (finding,) = found({"index.html": home}, "GOV7007")
    assert dict(finding.properties)["case"] == "paused"
