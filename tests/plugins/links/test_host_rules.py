"""The rules on hosts, with the user's lists and on the cases where nothing is to be said."""

from __future__ import annotations

from datetime import date

import pytest
from govlint.plugins.links.external_link_without_notice import external_link_without_notice
from govlint.plugins.links.link_to_closed_site import link_to_closed_site
from govlint.plugins.links.private_address_link import private_address_link
from govlint.plugins.links.unofficial_link import unofficial_link

from govlint.finding import Finding, Severity, Verdict
from govlint.lint.context import Context
from govlint.lint.rule import Rule
from tests.plugins.links.small_site import page, site_of


def check(rule: Rule, body: str, **options: object) -> list[Finding]:
    return list(rule.check(site_of({"index.html": body}), Context(date(2021, 1, 1), options=options)))


def test_allowed_hosts_are_official() -> None:
    body = page("http://www.local-tour.com/")
    assert [finding.verdict for finding in check(unofficial_link, body)] == [Verdict.REVIEW]
    assert not check(unofficial_link, body, allow_hosts=["local-tour.com"])


def test_gambling_weighs_most_and_counters_least() -> None:
    body = page("http://www.x9.com/").replace("链接", "澳门赌场") + '<script src="//s4.cnzz.com/z.js"></script>'
    found = {finding.key: finding.weight for finding in check(unofficial_link, body)}
    assert found == {"www.x9.com": Severity.ERROR, "s4.cnzz.com": Severity.NOTE}


def test_trade_in_an_article_is_left_to_a_person() -> None:
    link = '<a href="https://item.jd.com/1.html">特产</a>'
    (outside,) = check(unofficial_link, f"<html><body><div class='footer'>{link}</div></body></html>")
    (inside,) = check(unofficial_link, f"<html><body><div id='content' class='article'>{link}</div></body></html>")
    assert (outside.verdict, inside.verdict) == (Verdict.FAIL, Verdict.REVIEW)


@pytest.mark.parametrize("before", ["技术支持：", "制作维护: ", "网站建设 "])
def test_the_makers_are_known_by_what_stands_before_them(before: str) -> None:
    body = f'<html><body><p>{before}<a href="http://www.maker.com/">某某科技</a></p></body></html>'
    (finding,) = check(unofficial_link, body)
    assert dict(finding.properties)["fault"] == "vendor"


def test_unknown_hosts_are_one_review() -> None:
    body = page(*(f"http://www.site{number}.com/" for number in range(30)))
    (finding,) = check(unofficial_link, body)
    assert dict(finding.properties)["hosts"] == 30
    assert len(finding.related) == 10


def test_hosts_the_user_knows_closed_are_faults() -> None:
    (finding,) = check(link_to_closed_site, page("http://lyj.x.gov.cn/a.html"), closed_hosts=["www.lyj.x.gov.cn"])
    assert finding.verdict is Verdict.FAIL


def test_pictures_from_a_private_network_count_as_well() -> None:
    (finding,) = check(private_address_link, '<html><body><img src="http://10.1.1.1/a.png"></body></html>')
    assert finding.key == "10.1.1.1"


def test_what_word_leaves_in_the_head_does_not_count() -> None:
    assert not check(private_address_link, page(before='<link rel="themeData" href="file:///C:/a.thmx">'))


def test_no_standard_asks_for_a_notice() -> None:
    assert not check(external_link_without_notice, page("http://www.x.com/"))
