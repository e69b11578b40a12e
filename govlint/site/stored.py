"""Files as URLs name them: folder indexes, letter case, and the names that mirroring tools give to queries."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cached_property

from govlint.lazy_re import lazy_re
from govlint.site.urls import decode, extension, fold

_INDEX_EXTENSIONS = (
    "html", "htm", "shtml", "shtm", "xhtml", "jhtml", "jsp", "php", "aspx", "asp", "do", "action",
)  # fmt: skip
_INDEX_RANK = {
    f"{stem}.{ending}": rank
    for rank, (stem, ending) in enumerate(
        (stem, ending) for ending in _INDEX_EXTENSIONS for stem in ("index", "default")
    )
}
_PROGRAMS = frozenset(
    (
        *("php", "php3", "php5", "phtml", "jsp", "jspx", "jspa", "jhtml", "do", "action", "servlet", "faces"),
        *("aspx", "asp", "ashx", "asmx", "axd", "cgi", "pl", "py", "dll", "nsf", "cfm"),
    )
)
# Folders that programs answer for in the content managers and search engines government sites run on.
_PROGRAM_FOLDER = lazy_re(
    r"(?:^|/)(?:cgi-bin|servlets?|api|rest|was5?|search\d?|login|logout|register|member|users?|interface|webservices?"
    r"|e/(?:search|action|public|tool|member|pl|web|tags|space|enews|do\w+))(?:/|\Z)",
    re.IGNORECASE,
)
_PAGE_ENDINGS = (".html", ".htm", ".shtml")


def is_program(path: str, query: str | None) -> bool:
    """Say whether *path* (decoded) with *query* is answered by a program rather than a file, as far as names tell."""
    path = path.partition(";")[0]
    ending = extension(path)
    if ending:
        return ending in _PROGRAMS
    return bool(query) or _PROGRAM_FOLDER.search(path) is not None


class StoredFiles:
    """The files of a target, found by the URL paths that lead to them. Built once; lookups touch dicts only."""

    def __init__(self, files: Iterable[str]) -> None:
        self._known: dict[str, str] = {path: path for path in files}
        self._known |= {_readable(path): path for path in self._known if not path.isascii()}
        self.index_name = self._add_folders()

    def _add_folders(self) -> str:
        """Let folders be known by their index pages; return the name most indexes have."""
        best: dict[str, tuple[int, str]] = {}
        for known, path in self._known.items():
            folder, _, name = known.rpartition("/")
            rank = _INDEX_RANK.get(name.lower())
            if rank is not None and (folder not in best or (rank, path) < best[folder]):
                best[folder] = (rank, path)
        for folder, (_, path) in best.items():
            self._known[folder + "/" if folder else ""] = path
            self._known.setdefault(folder, path)
        names = Counter(path.rpartition("/")[2] for _, path in best.values())
        return min(names, key=lambda name: (-names[name], name), default="index.html")

    @cached_property
    def _folded(self) -> dict[str, str]:
        """The known names with case and Unicode form folded; where two fold alike, the first in order wins."""
        folded: dict[str, str] = {}
        for name in sorted(self._known):
            folded.setdefault(fold(name), self._known[name])
        return folded

    def find(self, path: str, query: str | None = None) -> str:
        """Return the file that answers *path* (decoded, no leading slash, ``x/`` for a folder), ``""`` for none.

        A *query* (not decoded) is looked for in the file's name first; a static file answers whatever its query is,
        a program's page only the query it was stored for.
        """
        if query:
            found = next(filter(None, map(self._look_up, names_with_query(path, query))), "")
            if found or (extension(path) and is_program(path, query)):
                return found
        return self._look_up(path) or next(filter(None, map(self._look_up, _other_names(path))), "")

    def get(self, path: str) -> str | None:
        """Return the file named exactly *path*, or the index of the folder *path*: the fast way for plain links."""
        return self._known.get(path)

    def _look_up(self, path: str) -> str:
        return self._known.get(path) or self._folded.get(fold(path), "")


def _readable(path: str) -> str:
    """Return *path* as links spell it where its bytes are GBK, which the file system gives as lone surrogates."""
    try:
        raw = path.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        return path
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("gb18030", "surrogateescape")


def names_with_query(path: str, query: str) -> Iterator[str]:
    """Yield the names under which mirroring tools store the answer of *path* to *query*.

    HTTrack puts the first four hex digits of the query's MD5 before the extension, which it makes ``.html`` for pages
    (seen in 1,308 of 1,308 names of a real mirror). Wget keeps the query behind ``?``, on Windows behind ``@``,
    writes ``/`` in it as ``%2F``, and with ``--adjust-extension`` appends ``.html`` or ``.css``.
    """
    if not path or path.endswith("/"):
        path += "index.html"
    digest = hashlib.md5(query.encode("utf-8", "replace"), usedforsecurity=False).hexdigest()[:4]
    stem, _, ending = path.rpartition(".") if extension(path) else (path, "", "html")
    yield f"{stem}{digest}.html"
    if ending != "html":
        yield f"{stem}{digest}.{ending}"
    for written in dict.fromkeys((query, decode(query))):
        for mark in "?@":
            name = f"{path}{mark}{written.replace('/', '%2F')}"
            yield name
            yield name + (".css" if ending == "css" else ".html")


def _other_names(path: str) -> Iterator[str]:
    """Yield further names of pages: addresses without extension, and pages of programs that were stored as HTML."""
    path, _, parameters = path.partition(";")
    if parameters:
        yield path
    ending = extension(path)
    bare = path.rstrip("/")
    if not ending:
        if bare:
            yield from (bare + page_ending for page_ending in _PAGE_ENDINGS)
    elif ending in _PROGRAMS:
        yield path + ".html"
        yield path[: -len(ending)] + "html"
    elif ending == "shtml":
        yield path + ".html"
