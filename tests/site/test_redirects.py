"""Redirect stubs over several hops, out of the site, into the void, and in circles."""

from collections.abc import Callable

from govlint.page.facts import PageFacts
from govlint.site.model import Target, TargetKind
from govlint.site.site import Site

MakePage = Callable[..., PageFacts]
MakeSite = Callable[..., Site]


def test_a_page_that_is_no_stub_is_its_own_end(site: MakeSite) -> None:
    assert site("a.html").follow("a.html") == ("a.html", ())


def test_two_hops(site: MakeSite, page: MakePage) -> None:
    made = site(
        page("zwgk/index.html", redirects=["./gsgg/"]),
        page("zwgk/gsgg/index.html", redirects=["a.html"]),
        "zwgk/gsgg/a.html",
    )
    assert made.follow("zwgk/index.html") == ("zwgk/gsgg/a.html", ("zwgk/index.html", "zwgk/gsgg/index.html"))


def test_a_stub_to_a_file(site: MakeSite, page: MakePage) -> None:
    assert site(page("a.html", redirects=["a.pdf"]), files=["a.pdf"]).follow("a.html") == ("a.pdf", ("a.html",))


def test_a_stub_to_nothing_and_a_path_that_is_not_there(site: MakeSite, page: MakePage) -> None:
    made = site(page("zwgk/index.html", redirects=["./gone/"]))
    assert made.follow("zwgk/index.html") == ("", ("zwgk/index.html",))
    assert made.trail("zwgk/index.html").end == Target(TargetKind.MISSING, "zwgk/gone/index.html")
    assert made.follow("not-there.html") == ("", ())


def test_a_stub_out_of_the_site(site: MakeSite, page: MakePage) -> None:
    trail = site(page("a.html", redirects=["http://www.gov.cn/"])).trail("a.html")
    assert (trail.path, trail.end) == ("", Target(TargetKind.EXTERNAL, "", "www.gov.cn"))


def test_circles_end(site: MakeSite, page: MakePage) -> None:
    made = site(
        page("a.html", redirects=["b.html"]), page("b.html", redirects=["a.html"]), page("c.html", redirects=["c.html"])
    )
    assert made.follow("a.html") == ("", ("a.html", "b.html"))
    assert made.follow("c.html") == ("", ("c.html",))


def test_stubs_without_end_are_given_up(site: MakeSite, page: MakePage) -> None:
    made = site(*(page(f"{n}.html", redirects=[f"{n + 1}.html"]) for n in range(30)), "30.html")
    path, stubs = made.follow("0.html")
    assert (path, len(stubs)) == ("", 20)


def test_of_several_redirects_the_one_that_leads_to_a_page_counts(site: MakeSite, page: MakePage) -> None:
    made = site(page("a.html", redirects=["/m/", "b.html"]), "b.html")
    assert made.follow("a.html") == ("b.html", ("a.html",))


def test_a_stub_that_names_no_address(site: MakeSite, page: MakePage) -> None:
    assert site(page("a.html", redirects=[""])).trail("a.html").end == Target(TargetKind.EMPTY)
