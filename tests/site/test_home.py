"""The home page: told, named, or linked to as 首页."""

from collections.abc import Callable

import pytest

from govlint.page.facts import Link, PageFacts
from govlint.site.model import HomePage
from govlint.site.site import Site

MakePage = Callable[..., PageFacts]
MakeSite = Callable[..., Site]
MakeLink = Callable[..., Link]


@pytest.mark.parametrize(
    ("told", "path"),
    [("_home/h.html", "_home/h.html"), ("/_home/h.html", "_home/h.html"), ("zwgk/", "zwgk/index.html")],
)
def test_told(site: MakeSite, told: str, path: str) -> None:
    made = site("index.html", "_home/h.html", "zwgk/index.html", home=told)
    assert made.home == HomePage(path, "told")


def test_told_and_not_there(site: MakeSite) -> None:
    assert site("index.html", home="start.html").home == HomePage("", "told, not there: start.html")


@pytest.mark.parametrize("name", ["index.html", "index.shtml", "Default.aspx", "index.jsp", "main.html"])
def test_named(site: MakeSite, name: str) -> None:
    assert site(name, "zwgk/index.html", "zwgk/a.html").home.path == name


def test_named_in_a_wrapping_folder_and_in_a_hosts_folder(site: MakeSite) -> None:
    assert site("export/index.html", "export/a/b.html").home.path == "export/index.html"
    mirror = site("index.html", "www.x.gov.cn/index.html", "www.x.gov.cn/a.html")
    assert mirror.home.path == "www.x.gov.cn/index.html"


def test_a_stub_is_followed_to_the_page_it_stands_for(site: MakeSite, page: MakePage) -> None:
    made = site(page("index.html", redirects=["portal/start.html"]), "portal/start.html")
    assert made.home == HomePage("portal/start.html", "name: index.html → portal/start.html")


def test_a_stub_that_leads_out_of_the_site_stays_the_home_page(site: MakeSite, page: MakePage) -> None:
    assert site(page("index.html", redirects=["http://www.gov.cn/"])).home.path == "index.html"


def test_linked_to_as_home(site: MakeSite, page: MakePage, link: MakeLink) -> None:
    pages = [page(f"zwgk/{n}.html", [link("../start.html", "返回首页"), link("a.html", "首页要闻")]) for n in range(3)]
    home = site(*pages, "start.html", "zwgk/a.html").home
    assert home == HomePage("start.html", "links: 首页 on 3 pages")


def test_links_that_disagree_name_no_home(site: MakeSite, page: MakePage, link: MakeLink) -> None:
    pages = [page(f"{n}.html", [link(f"{n + 1}.html", "首页")]) for n in range(4)]
    assert site(*pages).home == HomePage("", "none")
