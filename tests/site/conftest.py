"""Sites built by hand from facts, without reading a page."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

import pytest

from govlint.page.facts import Encoding, Heading, Link, Meta, PageFacts, Redirect, Role, Run, Zone
from govlint.site.model import SiteFacts
from govlint.site.site import Site


def make_link(href: str, text: str = "", tag: str = "a") -> Link:
    return Link(tag, "src" if tag in ("img", "script") else "href", href, text, 0, Zone.OTHER)


def make_page(
    path: str,
    links: Iterable[str | Link] = (),
    *,
    metas: Mapping[str, str] | None = None,
    title: str = "",
    redirects: Iterable[str] = (),
    texts: Iterable[str] = (),
    captured: date | None = None,
    **facts: Any,
) -> PageFacts:
    """Return facts of a page; strings in *links* are hrefs, a page with *redirects* is a redirect stub."""
    jumps = tuple(Redirect(href, "meta", 0, 0) for href in redirects)
    return PageFacts(
        path=path,
        digest="",
        size=1,
        encoding=Encoding("utf-8", "meta", "utf-8"),
        role=Role.REDIRECT if jumps else Role.PAGE,
        links=tuple(link if isinstance(link, Link) else make_link(link) for link in links),
        metas=tuple(Meta(name, content, 0) for name, content in (metas or {}).items()),
        titles=(Heading(0, title, 0),),
        redirects=jumps,
        runs=tuple(Run("text", text, len(text), 0, Zone.FOOTER) for text in texts),
        captured=captured,
        **facts,
    )


def make_site(*pages: str | PageFacts, files: Iterable[str] = (), **facts: Any) -> Site:
    """Return a site of *pages* (strings are paths of empty ones) and other *files*."""
    made = [make_page(page) if isinstance(page, str) else page for page in pages]
    by_path = {page.path: page for page in made}
    given = SiteFacts(by_path, frozenset(by_path) | frozenset(files), **facts)
    return Site(given, None)  # type: ignore[arg-type]  # addressing asks no vocabulary


@pytest.fixture(name="link")
def _link() -> Callable[..., Link]:
    return make_link


@pytest.fixture(name="page")
def _page() -> Callable[..., PageFacts]:
    return make_page


@pytest.fixture(name="site")
def _site() -> Callable[..., Site]:
    return make_site
