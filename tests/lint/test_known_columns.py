"""With a channel dictionary the numbers of templates are columns of the site."""

from __future__ import annotations

import pytest

from govlint.finding import Verdict
from govlint.lint.result import Result
from govlint.lint.settings import Settings
from govlint.lint.template.channels import Channel, known_columns
from govlint.testing import lint_files

PAGE = (
    '<!DOCTYPE html>\n<html lang="zh"><head><meta charset="utf-8"><title>${t}</title></head>\n'
    "<body>%s<p>${x}</p></body></html>"
)
MENU = '<div class="nav"><ul><#list menu as c><li><a href="${c.url}">${c.name}</a></li></#list></ul></div>'
BLOCK = '<div class="main"><@channel channelId=%s><a href="${channel.url}">${channel.name}</a></@channel></div>'
SITE = Channel("1", "网站")
ASKED = Channel("13", "政府信息公开", "1")


def _asked(body: str, *channels: Channel) -> list[str]:
    settings = Settings(standards=("disclosure-2019",), site_kind="portal", channels=channels)
    return _missing(lint_files({"index.ftl": PAGE % body, "list.ftl": PAGE % ""}, settings))


def _missing(result: Result) -> list[str]:
    found = [each for each in result.findings if each.rule_id == "GOV1001" and each.verdict is not Verdict.PASS]
    return [str(dict(each.properties)["column"]) for each in found]


@pytest.mark.parametrize("number", ["13", '"13"', "12,13"])
def test_a_column_that_a_template_names_is_there(number: str) -> None:
    assert "政府信息公开" in _asked(BLOCK % number)
    assert "政府信息公开" not in _asked(BLOCK % number, ASKED)


def test_a_column_of_the_menu_is_there_where_a_loop_makes_the_menu() -> None:
    assert "政府信息公开" in _asked(MENU)
    assert "政府信息公开" not in _asked(MENU, SITE, ASKED)


def test_a_column_that_nothing_names_is_not() -> None:
    assert "政府信息公开" in _asked(BLOCK % 12, ASKED, Channel("12", "通知公告"))
    assert "政府信息公开" in _asked(MENU, SITE, Channel("2", "新闻", "1"), Channel("13", "政府信息公开", "2"))


def test_the_dictionary_changes_nothing_else() -> None:
    body = '<div class="main"><a href="/x"><@channel channelId=13><img src="a.png"></@channel></a></div>' + MENU
    results = [
        lint_files({"index.ftl": PAGE % body}, Settings(site_kind="portal", channels=channels))
        for channels in ((), (SITE, ASKED))
    ]
    found = [{(each.rule_id, each.key) for each in result.findings} for result in results]
    assert {rule for rule, _ in found[0] ^ found[1]} <= {"GOV1001", "GOV9105"}


def test_the_menu_is_the_top_of_the_dictionary_or_what_stands_below_the_site() -> None:
    deep = Channel("5", "领导信箱", "13")
    assert known_columns((SITE, ASKED, deep)).menu == ("网站", "政府信息公开")
    assert known_columns((Channel("13", "政府信息公开", "0"), Channel("14", "新闻", "0"), deep)).menu == (
        "政府信息公开",
        "新闻",
    )
    assert dict(known_columns((ASKED,)).names) == {"政府信息公开": "政府信息公开", "13": "政府信息公开"}
