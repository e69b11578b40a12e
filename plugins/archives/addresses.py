"""Addresses of a crawl as paths of files: host folders and names, as mirroring tools would have written them.

The site's resolver (``govlint/site/stored.py``) finds files by such names, so what a link says leads to what was stored
for it: a folder for the host (``www.x.gov.cn_8080``), ``index.html`` for a folder, ``?`` and the query behind a name.
"""

from __future__ import annotations

from urllib.parse import urljoin

from govlint.page.names import is_page, is_script, is_style, may_be_page
from govlint.site import urls


def path_of(address: str, *, html: bool) -> str:
    """Return the path for a web *address*, ``""`` for any other; *html* says that the answer was an HTML page.

    A page whose name does not show that it is one gets ``.html`` at its end.
    """
    url = urls.split(urls.tidy(address))
    if url.scheme not in ("http", "https") or not url.host:
        return ""
    folder, slash, name = url.path.rpartition("/")
    name = name.partition(";")[0]  # ;jsessionid=…
    path = urls.join("", urls.decode(folder + slash + name).replace("\0", ""))
    if not path or path.endswith("/"):
        path += "index.html"
    if url.query:
        path += "?" + urls.decode(url.query).replace("/", "%2F").replace("\0", "")
    if html and not is_page(path) and _may_hide_a_page(path):
        path += ".html"
    return f"{url.host.replace(':', '_')}/{path}"


def _may_hide_a_page(path: str) -> bool:
    """Whether *path* names no kind of file, or a program: so that an answer to ``x.pdf`` never becomes a page."""
    if is_script(path) or is_style(path):
        return False
    ending = urls.extension(path.partition("?")[0])
    return may_be_page(path) or not ending or not ending.isalnum() or ending.isdigit() or len(ending) > 5


def joined(address: str, location: str) -> str:
    """Return the address that *location* names for somebody at *address*, ``""`` where that is none."""
    try:
        return urljoin(address, urls.tidy(location))
    except ValueError:
        return ""
