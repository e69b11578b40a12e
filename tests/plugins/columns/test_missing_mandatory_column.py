"""GOV1001 on sites built by hand: what counts as present, what is missing, and where files cannot tell."""

from datetime import date

import pytest
from govlint.plugins.columns.missing_mandatory_column import missing_mandatory_column

from govlint.finding import Finding, Mark, Verdict
from govlint.page.facts import Heading, Item, Role, Run, ScriptFacts, Zone
from govlint.site.model import ColumnState
from tests.plugins.columns.fake_site import FakeSite, column, context, demand, link, menu, page

REQUEST = demand("依申请公开", under="disclosure")


def run(site: FakeSite, *demands: object, **more: object) -> list[Finding]:
    return list(missing_mandatory_column.check(site, context(*(demands or (REQUEST,)), **more)))  # type: ignore[arg-type]


def test_a_missing_column_is_found_at_the_menu() -> None:
    (finding,) = run(FakeSite([page("index.html", menu())]))
    assert finding.verdict is Verdict.FAIL
    assert finding.location.path == "index.html"
    assert finding.location.mark == Mark(5)
    assert "“依申请公开”" in finding.message.zh
    assert finding.message.zh.endswith("。")
    assert dict(finding.properties) == {"column": "依申请公开", "concept": "disclosure-request"}
    assert finding.basis == ("own:disclosure-request",)


def test_without_a_menu_the_whole_page_is_marked() -> None:
    links = [found._replace(zone=Zone.OTHER) for found in menu()]
    (finding,) = run(FakeSite([page("index.html", links)]))
    assert finding.location.mark == Mark()


def test_standards_that_demand_the_same_are_merged() -> None:
    (finding,) = run(FakeSite([page("index.html", menu())]), REQUEST, also={"city": (demand("依申请公开"),)})
    assert finding.basis == ("own:disclosure-request", "city:disclosure-request")


def test_a_name_that_only_one_standard_accepts_is_enough() -> None:
    site = FakeSite([page("index.html", menu("公开受理处"))])
    assert run(site)
    assert not run(site, REQUEST, also={"city": (demand("依申请公开", names=("公开受理处",)),)})


def test_other_kinds_of_site_are_not_asked() -> None:
    assert not run(FakeSite([page("index.html", menu())]), demand("依申请公开", kinds=("portal",)))


@pytest.mark.parametrize("state", list(ColumnState))
def test_a_column_is_present_whatever_its_state(state: ColumnState) -> None:
    assert not run(FakeSite([page("index.html", menu())], [column("依申请公开", "", state)]))


@pytest.mark.parametrize(
    "more",
    [
        {"links": [link("政府信息依申请公开", "javascript:;", zone=Zone.ASIDE)]},
        {"links": [link("依申请公开", "ysqgk.png", tag="img", attribute="src")]},
        {"links": [link("依申请公开", "http://x.gov.cn/", tag="option", attribute="value")]},
        {"links": [link("依申请公开", "../ysqgk/", attribute="script")]},
        {"headings": (Heading(3, "依申请公开", 9),)},
        {"script": ScriptFacts(writes=('<li><a href="../ysqgk/">依申请公开</a></li>',))},
    ],
)
def test_a_name_anywhere_on_the_site_is_enough(more: dict[str, object]) -> None:
    assert not run(FakeSite([page("index.html", menu()), page("a/1.html", **more)]))  # type: ignore[arg-type]


def test_plain_text_names_a_module_on_the_home_page_but_not_in_an_article() -> None:
    line = (Run("text", "依申请公开", 5, 40, Zone.MAIN),)
    assert not run(FakeSite([page("index.html", menu(), runs=line)]))
    assert run(FakeSite([page("index.html", menu()), page("a/1.html", runs=line)]))
    assert run(FakeSite([page("index.html", menu(), runs=(line[0]._replace(zone=Zone.FOOTER),))]))


def test_news_about_a_column_is_not_the_column() -> None:
    news = link("全市规范依申请公开", "a/1.html", zone=Zone.MAIN)
    row = Item(news.text, 0, date(2017, 3, 1), "text", True, 1, 1, Zone.MAIN)
    home = page("index.html", menu())
    assert run(FakeSite([home, page("a/index.html", [news], items=(row,))]))
    assert not run(FakeSite([home, page("a/index.html", [news])]))
    assert not run(FakeSite([home, page("a/index.html", [news], items=(row._replace(title="依申请公开"),))]))


def test_what_is_left_of_a_name_without_its_organ_is_not_the_name() -> None:
    home = page("index.html", menu(), headings=(Heading(2, "工作动态", 9),))
    assert run(FakeSite([home]), demand("国务院重要信息", names=("国务院工作动态",)))


@pytest.mark.parametrize(
    "site",
    [
        FakeSite([page("a.html", menu())], home=""),
        FakeSite([page("index.html", menu())], partial=True),
        FakeSite([page("index.html", menu(), role=Role.ERROR, role_reason="404")]),
        FakeSite([page("index.html", [link("首页")], script=ScriptFacts(loaders=frozenset(("ajax",))))]),
        FakeSite([page("index.html", [link("", "app.js", tag="script", attribute="src")])]),
        FakeSite([page("index.html", [link(f"栏{n}", f"{n}/index.html") for n in range(12)])]),
    ],
    ids=["no-home", "partial", "error-page", "loader", "script-only", "most-pages-absent"],
)
def test_where_files_cannot_tell_it_is_a_review(site: FakeSite) -> None:
    (finding,) = run(site)
    assert finding.verdict is Verdict.REVIEW
    assert finding.reason is not None


def test_few_links_without_any_script_are_readable() -> None:
    (finding,) = run(FakeSite([page("index.html", [link("首页"), link("信息公开")])]))
    assert finding.verdict is Verdict.FAIL


@pytest.mark.parametrize(
    ("state", "verdict"),
    [
        (ColumnState.EXTERNAL, Verdict.REVIEW),
        (ColumnState.MISSING, Verdict.REVIEW),
        (ColumnState.SCRIPTED, Verdict.REVIEW),
        (ColumnState.FILLED, Verdict.FAIL),
        (ColumnState.BLANK, Verdict.FAIL),
    ],
)
def test_what_stands_under_a_hidden_parent_is_a_review(state: ColumnState, verdict: Verdict) -> None:
    site = FakeSite([page("index.html", menu())], [column("信息公开", "xxgk/index.html", state)])
    (finding,) = run(site)
    assert finding.verdict is verdict
    if verdict is Verdict.FAIL:
        assert [place.path for place in finding.related] == ["xxgk/index.html"]


def test_a_demand_on_a_condition_is_a_review() -> None:
    (finding,) = run(FakeSite([page("index.html")]), demand("办事服务", unless="no-services"))
    assert finding.verdict is Verdict.REVIEW
    both = {"city": (demand("办事服务"),)}
    (finding,) = run(FakeSite([page("index.html")]), demand("办事服务", unless="no-services"), also=both)
    assert finding.verdict is Verdict.FAIL
