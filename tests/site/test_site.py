"""The Site brings addressing together: targets, incoming links, and one work for each question."""

from collections.abc import Callable

from govlint.page.facts import Link, PageFacts
from govlint.site.model import LinkRef, TargetKind
from govlint.site.site import Site

MakePage = Callable[..., PageFacts]
MakeSite = Callable[..., Site]
MakeLink = Callable[..., Link]


def test_target_uses_the_pages_base(site: MakeSite, page: MakePage, link: MakeLink) -> None:
    to_b = link("b.html")
    made = site(page("x/a.html", [to_b], base_href="/"), "b.html")
    assert made.target("x/a.html", to_b).path == "b.html"


def test_resolving_from_a_page_that_was_not_read(site: MakeSite) -> None:
    assert site("b.html").resolve("styles/all.css", "../b.html").path == "b.html"


def test_incoming_links_are_in_order_of_page_and_place(site: MakeSite, page: MakePage) -> None:
    made = site(page("b.html", ["a.html", "x.html", "./a.html#top"]), page("a.html", ["gone.html", "", "a.html"]))
    assert list(made.incoming("a.html")) == [LinkRef("a.html", 2), LinkRef("b.html", 0), LinkRef("b.html", 2)]
    assert made.link(made.incoming("a.html")[1]).href == "a.html"


def test_links_to_what_is_missing_are_known_as_well(site: MakeSite, page: MakePage) -> None:
    made = site(page("a.html", ["gone/", "/gone/index.html"]))
    assert made.resolve("a.html", "gone/").kind is TargetKind.MISSING
    assert list(made.incoming("gone/index.html")) == [LinkRef("a.html", 0), LinkRef("a.html", 1)]
    assert list(made.incoming("never-linked.html")) == []


def test_kind_comes_with_name_hosts_and_code(site: MakeSite, page: MakePage) -> None:
    home = page("index.html", metas={"SiteName": "中国某县", "SiteIDCode": "4107240001", "SiteDomain": "www.x.gov.cn"})
    assert site(home).kind.kind == "portal"
