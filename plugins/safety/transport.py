"""Is a site on https? Files do not say by themselves; what the pages say of their own addresses does."""

from __future__ import annotations

from govlint.site import urls
from govlint.site.site import Site

_METAS = frozenset(("sitedomain", "url", "og:url"))
_ENOUGH = 3  # different addresses of its own that a site writes with https
_SHARE = 4  # to one that it writes with http


def is_https(site: Site, own: frozenset[str]) -> bool:
    """Say whether *site*, whose hosts are *own*, says of itself that it is on https.

    It does in META on half of its pages, or in several links to itself; and hardly any such link is written with http.
    """
    secure: set[str] = set()
    plain: set[str] = set()
    told = 0
    links = site.facts.links.values()
    addresses = {link.href for link in links if link.tag == "a" and link.href[:4].lower() == "http"}
    for page in site.pages.values():
        about = [meta.content for meta in page.metas if _is_about(meta.name)]
        told += any(content.lstrip()[:8].lower() == "https://" for content in about)
        addresses.update(about, (page.mirrored_from,))
    for address in addresses:
        url = urls.split(urls.tidy(address))
        if url.scheme in ("http", "https") and urls.is_own_host(url.host, own):
            (secure if url.scheme == "https" else plain).add(url.path)
    enough = len(secure) >= _ENOUGH or (told > 0 and 2 * told >= len(site.pages))
    return enough and len(secure) >= _SHARE * len(plain)


def _is_about(name: str) -> bool:
    """Say whether a META of this *name* holds an address of the site or the page itself."""
    return name.lower() in _METAS
