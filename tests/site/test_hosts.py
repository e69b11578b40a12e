"""Own hosts: proven by the pages, and never by weak signs."""

from collections.abc import Callable

from govlint.page.facts import PageFacts
from govlint.site.site import Site

MakePage = Callable[..., PageFacts]
MakeSite = Callable[..., Site]


def test_told_hosts_are_own_however_they_are_written(site: MakeSite) -> None:
    made = site("index.html", hosts=frozenset({"HTTP://WWW.X.gov.cn/", "localhost:8000"}))
    assert made.hosts == {"www.x.gov.cn", "localhost:8000"}


def test_nothing_told_and_nothing_shown(site: MakeSite, page: MakePage) -> None:
    assert site(page("index.html", ["http://www.gov.cn/", "http://www.y.gov.cn/a.html"])).hosts == frozenset()


def test_a_mirrors_comment_proves_the_host_where_it_names_the_page_itself(site: MakeSite, page: MakePage) -> None:
    made = site(page("a/b/index.html", mirrored_from="www.x.gov.cn/a/b/"), page("c.html", mirrored_from="y.cn/"))
    assert made.hosts == {"www.x.gov.cn"}


def test_a_comment_left_over_from_a_copied_page_proves_nothing(site: MakeSite, page: MakePage) -> None:
    copied = page("a.html", mirrored_from="http://www.y.com/demo/design.html")
    assert site(copied, page("index.html", mirrored_from="http://www.y.com/")).hosts == frozenset()


def test_the_folder_of_a_mirrored_host(site: MakeSite) -> None:
    pages = ["index.html", *(f"www.x.gov.cn/{number}.html" for number in range(3)), "b.com/a.html"]
    assert site(*pages).hosts == {"www.x.gov.cn"}


def test_a_page_that_states_its_own_address(site: MakeSite, page: MakePage) -> None:
    pages = [page(f"zwgk/{n}.html", metas={"Url": f"http://www.x.gov.cn/zwgk/{n}.html"}) for n in range(2)]
    assert site(*pages).hosts == {"www.x.gov.cn"}


def test_an_address_that_is_not_the_pages_own(site: MakeSite, page: MakePage) -> None:
    pages = [page(f"zwgk/{n}.html", metas={"Url": "http://www.x.gov.cn/"}) for n in range(2)]
    assert site(*pages, page("c.html", metas={"url": "####"})).hosts == frozenset()


def test_site_domain(site: MakeSite, page: MakePage) -> None:
    stated = [page(f"{n}.html", metas={"sitedomain": "http://www.x.gov.cn/"}) for n in range(3)]
    assert site(*stated, page("4.html", metas={"SiteDomain": "网站域名"})).hosts == {"www.x.gov.cn"}


def test_site_domain_is_not_believed_against_the_links(site: MakeSite, page: MakePage) -> None:
    links = [f"http://www.x.gov.cn/zwgk/{number}.html" for number in range(9)]
    assert site(page("index.html", links, metas={"SiteDomain": "www.x.gov.cn"})).hosts == frozenset()


def test_absolute_links_that_lead_to_files(site: MakeSite, page: MakePage) -> None:
    paths = [f"zwgk/{number}.html" for number in range(5)]
    links = [f"http://www.x.gov.cn/{path}" for path in paths] + ["http://www.y.gov.cn/zwgk/1.html"]
    assert site(page("index.html", links), *paths).hosts == {"www.x.gov.cn"}


def test_start_pages_of_other_sites_prove_nothing(site: MakeSite, page: MakePage) -> None:
    links = [f"http://www.y.gov.cn/{tail}" for tail in ("", "index.html", "index.html?a=1", "#top", "?b=2")]
    assert site(page("index.html", links)).hosts == frozenset()


def test_links_of_which_half_lead_nowhere_prove_nothing(site: MakeSite, page: MakePage) -> None:
    links = [f"http://www.y.gov.cn/zwgk/{number}.html" for number in range(10)]
    assert site(page("index.html", links), *(f"zwgk/{number}.html" for number in range(5))).hosts == frozenset()


def test_a_base_that_makes_links_lead_to_files(site: MakeSite, page: MakePage) -> None:
    paths = [f"zwgk/{number}.html" for number in range(5)]
    made = site(page("zwgk/gsgg/a.html", paths, base_href="http://www.x.gov.cn/"), *paths)
    assert made.hosts == {"www.x.gov.cn"}
    assert made.resolve("zwgk/gsgg/a.html", "zwgk/1.html").path == "zwgk/1.html"


def test_a_stub_that_sends_on_into_its_own_folder(site: MakeSite, page: MakePage) -> None:
    stub = page("zwgk/index.html", redirects=["http://www.x.gov.cn/zwgk/gsgg/"])
    assert site("index.html", stub, "zwgk/gsgg/index.html").hosts == {"www.x.gov.cn"}


def test_a_start_page_that_sends_on_elsewhere_proves_nothing(site: MakeSite, page: MakePage) -> None:
    stub = page("index.html", redirects=["http://www.y.gov.cn/zwgk/"])
    assert site(stub, "zwgk/index.html").hosts == frozenset()
