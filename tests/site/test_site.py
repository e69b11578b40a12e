"""The Site brings addressing together: targets, incoming links, and one work for each question."""

from collections.abc import Callable

from govlint.page.facts import Link, PageFacts
from govlint.site.model import TargetKind
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


def test_what_is_missing_is_known(site: MakeSite, page: MakePage) -> None:
    made = site(page("a.html", ["gone/"]))
    assert made.resolve("a.html", "gone/").kind is TargetKind.MISSING


def test_kind_comes_with_name_hosts_and_code(site: MakeSite, page: MakePage) -> None:
    home = page("index.html", metas={"SiteName": "中国某县", "SiteIDCode": "4107240001", "SiteDomain": "www.x.gov.cn"})
    assert site(home).kind.kind == "portal"
