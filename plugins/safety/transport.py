"""Is a site on https? Files do not say by themselves; what the pages say of their own addresses does."""

from __future__ import annotations

from govlint.site import urls
from govlint.site.site import Site

_METAS = frozenset(("sitedomain", "url", "og:url"))
_ENOUGH = 3  # different addresses of its own that a site writes with https
_SHARE = 4  # to one that it writes with http


def is_https(site: Site) -> bool:
    """Say whether *site* says of itself that it is on https: in META, or in links to itself, hardly any with http."""
    secure: set[str] = set()
    plain: set[str] = set()
    told = 0
    for page in site.pages.values():
        own = [link.href for link in page.links if link.tag == "a" and link.href[:4].lower() == "http"]
        metas = [meta.content for meta in page.metas if meta.name.lower() in _METAS]
        for href in (*own, *metas, page.mirrored_from):
            url = urls.split(urls.tidy(href))
            if url.scheme in ("http", "https") and urls.is_own_host(url.host, site.hosts):
                (secure if url.scheme == "https" else plain).add(url.path)
        told += any(urls.tidy(content)[:8].lower() == "https://" for content in metas)
    if not site.hosts:
        return False
    enough = len(secure) >= _ENOUGH or (told > 0 and 2 * told >= len(site.pages))
    return enough and len(secure) >= _SHARE * len(plain)
