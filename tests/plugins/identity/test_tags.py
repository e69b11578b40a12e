"""Tags: which are asked of which page, and values that are none."""

from datetime import date

import pytest
from govlint.plugins.identity.page_kinds import PageKind, page_kinds
from govlint.plugins.identity.sample_pages import COLUMN_TAGS, CONTENT_TAGS, TAGS, WHOLE_FOOTER, page, small_site
from govlint.plugins.identity.tags import is_placeholder

from govlint.lint.settings import Settings
from govlint.testing import lint_files
from tests.plugins.identity.marked_pages import said


def test_kinds_of_pages_without_tags() -> None:
    files = small_site("", "", "")
    site = lint_files(files, Settings(select=("GOV6014",))).site
    assert page_kinds(site) == {
        "index.html": PageKind.HOME,
        "tzgg/index.html": PageKind.COLUMN,
        "tzgg/t20260111_1.html": PageKind.ARTICLE,
        "tzgg/t20260112_2.html": PageKind.ARTICLE,
    }


def test_only_site_tags_are_asked_of_pages_of_unknown_kind() -> None:
    files = {"index.html": page(*WHOLE_FOOTER), "jj.html": page(*WHOLE_FOOTER, head="", body="<p>本局简介</p>")}
    assert [finding.location.path for finding in said("GOV6014", files)] == ["jj.html"]
    assert not said("GOV6015", files)
    assert not said("GOV6016", files)


def test_tags_from_an_included_head_count() -> None:
    files = {"index.html": page(*WHOLE_FOOTER, head='<!--#include virtual="inc/meta.html"-->'), "inc/meta.html": TAGS}
    assert not said("GOV6014", files)


def test_pages_with_an_unseen_include_are_left_alone() -> None:
    assert not said("GOV6014", {"index.html": page(*WHOLE_FOOTER, head='<!--#include virtual="/inc/meta.html"-->')})


@pytest.mark.parametrize("rule", ["GOV6014", "GOV6015", "GOV6016", "GOV6017"])
def test_nothing_is_asked_before_the_guideline(rule: str) -> None:
    assert not said(rule, small_site("", "", ""), as_of=date(2017, 6, 7))


def test_case_of_names_does_not_count() -> None:
    assert not said(
        "GOV6014", {"index.html": page(*WHOLE_FOOTER, head='<META NAME="sitename" CONTENT="云霁市林业局">')}
    )


@pytest.mark.parametrize(
    "value",
    ["####", "null", "政府网站标识码", "网站域名", "网站名称", "栏目名称", "{$SEO}", "${title}", "YYYY-MM-DD HH:MM"],
)
def test_placeholders(value: str) -> None:
    assert is_placeholder(value)


@pytest.mark.parametrize(
    "value", ["", "云霁市林业局", "栏目", "关于标题党的调查", "www.yunji.gov.cn", "测试仪器采购公告", "2026-01-12"]
)
def test_values(value: str) -> None:
    assert not is_placeholder(value)


def test_template_sources_may_hold_template_tags() -> None:
    head = '<meta name="ArticleTitle" content="{$title}"><#include "meta.ftl">'
    assert not said("GOV6018", {"a.html": page(head=head)})


def test_the_same_fault_on_many_pages_is_one_finding() -> None:
    dated = CONTENT_TAGS.replace("2026-01-12 09:30", "2026-01-{day}")
    files = {f"{day}.html": page(head=TAGS + dated.replace("{day}", str(day))) for day in (11, 12, 13)}
    (finding,) = said("GOV6019", files)
    assert dict(finding.properties)["pages"] == 3


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("关于春季植树的通知", "关于春季植树的通知"),
        ("关于春季植树的通知（云林〔2026〕1号）", "关于春季植树的通知"),
        ("关于春季植树…", "关于春季植树的通知"),
        ("关于春季<br/>植树的通知", "关于春季植树的通知"),
        ("云霁市林业局关于春季植树工作的通知", "市林业局部署春季植树工作"),
    ],
)
def test_titles_that_are_near_enough(title: str, shown: str) -> None:
    head = TAGS + CONTENT_TAGS.replace("关于春季植树的通知", title.replace("<", "&lt;"))
    assert not said("GOV6020", {"a.html": page(head=head, body=f"<h1>{shown}</h1>", title=shown)})


def test_a_column_that_only_the_menu_names_is_near_enough() -> None:
    trail = '<div class="position">当前位置：<a href="/">首页</a> &gt; <a href="./">政务公开</a></div><h3>通知公告</h3>'
    assert not said("GOV6020", {"a.html": page(head=TAGS + COLUMN_TAGS, body=trail)})


@pytest.mark.parametrize("body", ["<p>通知<b>公</b>告</p>", "<p>通 知 公 告</p>", '<p><a href="a/">通知公告</a></p>'])
def test_a_column_that_the_text_names_in_pieces_is_near_enough(body: str) -> None:
    trail = '<div class="position">当前位置：<a href="/">首页</a> &gt; <a href="./">政务公开</a></div>'
    assert not said("GOV6020", {"a.html": page(head=TAGS + COLUMN_TAGS, body=trail + body)})
    assert said("GOV6020", {"a.html": page(head=TAGS + COLUMN_TAGS, body=f"{trail}<p hidden>通知公告</p>")})


def test_the_day_of_another_label_is_no_day_of_publication() -> None:
    for label, faults in (("发布时间", 1), ("印发时间", 0), ("发布机构：某局</span> <span>发布日期", 1)):
        body = f"<h1>关于春季植树的通知</h1><p><span>{label}：2025-12-13 08:00</span></p>"
        assert len(said("GOV6020", {"a.html": page(head=TAGS + CONTENT_TAGS, body=body)})) == faults


def test_a_day_apart_is_near_enough() -> None:
    body = "<h1>关于春季植树的通知</h1><p>发布时间：2026-01-13 08:00</p>"
    assert not said("GOV6020", {"a.html": page(head=TAGS + CONTENT_TAGS, body=body)})
