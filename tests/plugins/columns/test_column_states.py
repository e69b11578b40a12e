"""GOV1002 to GOV1005 on sites built by hand: each state of a column belongs to one rule."""

import pytest
from govlint.plugins.columns.blank_column import blank_column
from govlint.plugins.columns.blank_filter_column import blank_filter_column
from govlint.plugins.columns.placeholder_column import placeholder_column
from govlint.plugins.columns.unjudged_column import unjudged_column

from govlint.finding import Finding, Mark, Verdict
from govlint.lint.rule import Rule
from govlint.page.facts import Role
from govlint.site.model import Column, ColumnState
from tests.plugins.columns.fake_site import FakeSite, column, context, link, linked, page

RULES = (blank_column, blank_filter_column, placeholder_column, unjudged_column)
PATH = "tzgg/index.html"
OTHER_STATES = [state for state in ColumnState if state not in ("blank", "placeholder", "scripted")]


def run(rule: Rule, *columns: Column, role: Role = Role.PAGE) -> list[Finding]:
    paths = ["index.html", *(f"a/{n:02}.html" for n in range(20))]
    others = [page(path, [link("通知公告", PATH, at=7)]) for path in paths]
    return list(rule.check(FakeSite([*others, page(PATH, role=role)], columns), context()))


@pytest.mark.parametrize(
    ("name", "state", "id"),
    [
        ("通知公告", ColumnState.BLANK, "GOV1002"),
        ("按年份检索", ColumnState.BLANK, "GOV1003"),
        ("按处室分类", ColumnState.BLANK, "GOV1003"),
        ("按体裁分类", ColumnState.BLANK, "GOV1003"),
        ("通知公告", ColumnState.PLACEHOLDER, "GOV1004"),
        ("按年份检索", ColumnState.PLACEHOLDER, "GOV1004"),
        ("通知公告", ColumnState.SCRIPTED, "GOV1005"),
    ],
)
def test_one_rule_speaks_of_a_column(name: str, state: ColumnState, id: str) -> None:
    found = {rule.id: run(rule, column(name, PATH, state, at=12)) for rule in RULES}
    ((speaking, (finding,)),) = [(rule, findings) for rule, findings in found.items() if findings]
    assert speaking == id
    assert (finding.location.path, finding.location.mark) == (PATH, Mark(12))
    assert f"“{name}”" in finding.message.zh
    assert finding.verdict is (Verdict.REVIEW if id == "GOV1005" else Verdict.FAIL)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
@pytest.mark.parametrize("state", OTHER_STATES)
def test_other_states_are_no_business_of_these_rules(rule: Rule, state: ColumnState) -> None:
    assert not run(rule, column("通知公告", PATH, state))


@pytest.mark.parametrize("role", [Role.ERROR, Role.REDIRECT, Role.FRAGMENT, Role.EMPTY])
def test_a_page_that_is_no_page_of_its_own_is_left_alone(role: Role) -> None:
    assert not run(blank_column, column("通知公告", PATH, ColumnState.BLANK), role=role)


def test_a_column_without_a_stored_page_is_left_alone() -> None:
    assert not run(blank_column, column("通知公告", "", ColumnState.BLANK))


def test_one_page_is_one_finding() -> None:
    assert len(run(blank_column, *[column(name, PATH, ColumnState.BLANK) for name in ("通知公告", "公告")])) == 1


def test_without_evidence_the_whole_page_is_marked() -> None:
    (finding,) = run(blank_column, column("通知公告", PATH, ColumnState.BLANK))
    assert finding.location.mark == Mark()


def test_the_links_to_a_blank_column_are_named_home_first_and_not_all() -> None:
    pages = linked(*(f"a/{n:02}.html" for n in range(20)), PATH, "index.html", "index.html")
    (finding,) = run(blank_column, column("通知公告", PATH, ColumnState.BLANK, links=pages))
    assert [place.path for place in finding.related] == ["index.html", *(f"a/{n:02}.html" for n in range(9))]
    assert all(place.mark == Mark(7) and place.note for place in finding.related)


def test_a_review_says_why_and_what_decides() -> None:
    (finding,) = run(unjudged_column, column("通知公告", PATH, ColumnState.SCRIPTED, evidence="列表由 dynamic.js 读取"))
    assert finding.reason is not None
    assert "dynamic.js" in finding.reason.zh
