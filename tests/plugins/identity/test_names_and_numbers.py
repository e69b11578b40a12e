"""Names, domains and registrations of sites."""

from datetime import date

import pytest
from govlint.plugins.identity.sample_pages import CONTACT, ICP, POLICE, TAGS, page
from govlint.plugins.identity.site_names import has_organ, is_nickname

from govlint.finding import Verdict
from tests.plugins.identity.marked_pages import said


@pytest.mark.parametrize(
    "name",
    [
        "云霁市人民政府",
        "云霁市人民政府门户网站",
        "云霁市林业局",
        "云霁县政府网",
        "国家林业和草原局",
        "云霁市政务服务网",
        "云霁市图书馆",
    ],
)
def test_official_names(name: str) -> None:
    assert has_organ(name)
    assert not is_nickname(name)


@pytest.mark.parametrize("name", ["中国云霁", "云霁信息网", "云霁在线", "云霁之窗", "中国云霁！"])
def test_nicknames(name: str) -> None:
    assert is_nickname(name)


def test_pictures_may_hold_the_name() -> None:
    logo = page(CONTACT).replace("<h2>云霁市林业局</h2>", '<img src="logo.png">')
    (finding,) = said("GOV6012", {"index.html": logo})
    assert finding.verdict is Verdict.REVIEW
    assert not said("GOV6012", {"index.html": logo.replace("<img", '<img alt="云霁市林业局网站"')})


@pytest.mark.parametrize(
    "domain", ["lyj.yunji.gov.cn", "http://lyj.yunji.gov.cn/", "www.gov.cn", "云霁.政务", "localhost"]
)
def test_domains_without_fault(domain: str) -> None:
    assert not said("GOV6013", {"index.html": page(head=TAGS.replace("lyj.yunji.gov.cn", domain))})


def test_lookalike_domains_are_not_official() -> None:
    head = TAGS.replace("lyj.yunji.gov.cn", "www.yunjigov.cn")
    (finding,) = said("GOV6013", {"index.html": page(head=head)})
    assert "yunjigov.cn" in finding.message.zh


def test_the_old_register_was_right_in_its_day() -> None:
    files = {"index.html": page(ICP.replace("https://beian.miit.gov.cn/", "http://www.miitbeian.gov.cn/"))}
    assert not said("GOV6021", files, as_of=date(2018, 7, 27))
    assert len(said("GOV6021", files, as_of=date(2021, 1, 1))) == 1


def test_numbers_need_a_link_on_the_home_page_alone() -> None:
    files = {"index.html": page(ICP, POLICE), "a.html": page("湘ICP备99000017号-1", POLICE)}
    assert not said("GOV6021", files)


def test_removed_links_are_left_alone() -> None:
    assert not said("GOV6021", {"index.html": page('<a href="javascript:;">湘ICP备99000017号-1</a>', POLICE)})


def test_another_site_s_footer_is_not_compared() -> None:
    other = page(CONTACT.replace("8880017", "7770017"), head=TAGS.replace("林业", "水利"))
    assert not said("GOV6011", {"index.html": page(CONTACT), "a.html": page(CONTACT), "b.html": other})


def test_sites_of_one_filing_have_the_same_number() -> None:
    files = {"index.html": page(ICP), "a.html": page(ICP), "b.html": page(ICP.replace("号-1", "号-2"))}
    assert not said("GOV6011", files)
