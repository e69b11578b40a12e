"""Where on its host a target hangs, from what is told and from links that begin with ``/``."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from govlint.page.facts import PageFacts
from govlint.site.model import Target, TargetKind
from govlint.site.site import Site

MakePage = Callable[..., PageFacts]
MakeSite = Callable[..., Site]
NAMES = ("a", "b", "c", "d", "e", "f")


def below(prefix: str) -> list[str]:
    return [f"{prefix}{name}/index.html" for name in NAMES]


def a_site(site: MakeSite, page: MakePage, hrefs: list[str], **told: object) -> Site:
    return site(page("index.html", hrefs), *below(""), **told)


def test_links_tell_the_folder_that_was_exported(site: MakeSite, page: MakePage) -> None:
    fgw = a_site(site, page, [*below("/fgw/"), "/fgw/gone.html", "/logo.gif", "/fgw", "/fgw/"])
    assert fgw.resolve("index.html", "/fgw/a/") == Target(TargetKind.PAGE, "a/index.html")
    assert fgw.resolve("b/index.html", "/fgw/gone.html") == Target(TargetKind.MISSING, "gone.html")
    assert {fgw.resolve("b/index.html", href).path for href in ("/fgw", "/fgw/")} == {"index.html"}


def test_what_lies_outside_is_not_called_missing(site: MakeSite, page: MakePage) -> None:
    fgw = a_site(site, page, below("/fgw/"))
    assert fgw.resolve("index.html", "/zwgk/index.html").kind is TargetKind.DYNAMIC


@pytest.mark.parametrize(
    "hrefs",
    [
        below("/fgw/")[:4],  # too few to tell
        [*below("/en/"), *below("/")],  # another language is missing, the site itself is there
        [f"/fgw/{name}/other.html" for name in NAMES],
    ],
)
def test_weak_evidence_moves_nothing(site: MakeSite, page: MakePage, hrefs: list[str]) -> None:
    found = a_site(site, page, hrefs).resolve("index.html", hrefs[0])
    assert found == Target(TargetKind.MISSING, hrefs[0][1:])


def test_an_address_told_is_believed(site: MakeSite, page: MakePage) -> None:
    told = a_site(site, page, ["/fgw/a/"], hosts=frozenset({"x.gov.cn/fgw/"}))
    assert told.resolve("index.html", "/fgw/a/").path == "a/index.html"
    assert told.resolve("index.html", "http://x.gov.cn/fgw/b/index.html").path == "b/index.html"


def test_an_address_told_of_a_whole_export_is_the_folder_in_it(site: MakeSite, page: MakePage) -> None:
    whole = site(page("fgw/index.html", ["/fgw/a.html"]), "fgw/a.html", "b.html", hosts=frozenset({"x.gov.cn/fgw/"}))
    assert whole.resolve("fgw/index.html", "/fgw/a.html").path == "fgw/a.html"
    assert whole.resolve("fgw/index.html", "/b.html").path == "b.html"
