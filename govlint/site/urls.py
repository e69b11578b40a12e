"""URLs as text: tidied as browsers do, split, decoded, compared. Any string is accepted and nothing ever raises."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import unquote_to_bytes

from govlint.lazy_re import lazy_re

_SCHEME = lazy_re(r"([A-Za-z][A-Za-z0-9+.\-]*+) *+:")
_SCRIPT = lazy_re(r"(?:java|vb|live)script\s*+[:：]", re.IGNORECASE)
_HOST_NAME = lazy_re(r"(?:[\w\-]++\.)++(?:[a-z]{2,}|xn--[\w\-]++|[^\W\d_a-z]{2,})", re.IGNORECASE)
_ADDRESS = lazy_re(r"\d{1,3}(?:\.\d{1,3}){3}")
_PORT = lazy_re(r":(\d*+)\Z")
_ORIGIN = lazy_re(r"(?:https?:)?(?://|\\\\)[^/\\?#]*+", re.IGNORECASE)
_ESCAPES = lazy_re(r"(?:%[0-9A-Fa-f]{2})++")
_IGNORED = {ord(character): None for character in "\t\n\r"}
_EDGES = "".join(map(chr, range(0x21))) + "\u00a0\u3000\ufeff"
_WEB_SCHEMES = frozenset({"http", "https", ""})
_DEFAULT_PORTS = frozenset({"", "80", "443"})
_DOTS = str.maketrans("。．｡", "...")


class Url(NamedTuple):
    """A URL in parts, as written but tidied.

    *scheme* and *host* are in lower case (``""``: none); *host* keeps a port that is not 80 or 443. *path* and
    *query* are not decoded; *query* is ``None`` where there is no ``?``.
    """

    scheme: str
    host: str
    path: str
    query: str | None
    fragment: str


def tidy(href: str) -> str:
    """Return *href* as a browser reads it: no control characters or spaces at its ends, no line breaks or tabs."""
    href = href.strip(_EDGES)
    return href if href.isprintable() else href.translate(_IGNORED)


def is_of_page(href: str) -> bool:
    """Say whether *href*, as written, is a query alone: it leads from each page to that page asked again."""
    return "?" in href and tidy(href)[:1] == "?"


def is_script(href: str) -> bool:
    """Say whether the tidied *href* is code: ``javascript:``, also with a space or a full-width colon."""
    return _SCRIPT.match(href) is not None


def split(href: str) -> Url:
    """Split a tidied *href*. Back slashes of web addresses count as slashes; user names and passwords are dropped."""
    scheme, rest = "", href
    match = _SCHEME.match(href)
    if match:
        scheme, rest = match[1].lower(), href[match.end() :]
        if scheme not in _WEB_SCHEMES:
            return _split_other(scheme, rest)
    rest, _, fragment = rest.partition("#")
    rest, mark, query = rest.partition("?")
    rest = rest.replace("\\", "/")
    host = ""
    if scheme or rest.startswith("//"):
        authority, slash, rest = rest.lstrip("/").partition("/")
        host, rest = host_of(authority), slash + rest
    return Url(scheme, host, rest, query if mark else None, fragment)


def rebase(base: str, href: str) -> str:
    """Return the tidied *href* as it reads where the page has no ``<base href>``; *base* is that of the page.

    Addresses that stand for themselves, fragments and empty ones are returned as they are; a base that is no web
    address is ignored.
    """
    base = tidy(base)
    if not base or not href or href[0] == "#" or _SCHEME.match(href) or _ORIGIN.match(href):
        return href
    match = _ORIGIN.match(base)
    origin = match[0] if match else ""
    if not origin and _SCHEME.match(base):
        return href
    path = base[len(origin) :].partition("#")[0].partition("?")[0].replace("\\", "/")
    if href[0] in "/\\":
        return origin + href
    if href[0] == "?":
        return origin + path + href
    folder = path[: path.rfind("/") + 1]
    return origin + (folder or ("/" if origin else "")) + href


def _split_other(scheme: str, rest: str) -> Url:
    """Split what follows a scheme other than http and https; only an authority behind ``//`` is looked at."""
    host = host_of(rest[2:].partition("/")[0]) if rest.startswith("//") else ""
    return Url(scheme, host, rest, None, "")


def host_of(authority: str) -> str:
    """Return the host that *authority* (``user@Host:port``) names: lower case, Unicode for IDNA, no default port."""
    authority = authority.rpartition("@")[2].strip()
    port = ""
    match = _PORT.search(authority)
    if match:
        port, authority = match[1], authority[: match.start()]
    host = authority if authority.isascii() else unicodedata.normalize("NFKC", authority).translate(_DOTS)
    host = host.lower().rstrip(".")
    if "xn--" in host:
        host = ".".join(map(_unicode_label, host.split(".")))
    return host if port in _DEFAULT_PORTS else f"{host}:{port}"


def _unicode_label(label: str) -> str:
    """Return the host label *label* in Unicode, or as it is where its punycode is broken."""
    if not label.startswith("xn--"):
        return label
    try:
        return label[4:].encode("ascii").decode("punycode")
    except (UnicodeError, ValueError):
        return label


def split_address(text: str) -> Url:
    """Split an address whose scheme may have been left out (``www.x.gov.cn/zwgk/``)."""
    text = tidy(text)
    return split(text if "//" in text[:9] else f"//{text}")


@lru_cache(maxsize=1 << 10)  # the same few stand on all pages of a site
def host_in(text: str) -> str:
    """Return the host that *text* names (``www.x.gov.cn``, ``http://x.gov.cn/``), ``""`` where it names none."""
    host = split_address(text).host
    return host if is_host_name(host) else ""


def is_host_name(text: str) -> bool:
    """Say whether *text* looks like the name of a host (with a dot and no digits at the end) or an IPv4 address."""
    name = _PORT.sub("", text)
    return bool(_HOST_NAME.fullmatch(name) or _ADDRESS.fullmatch(name))


def is_own_host(host: str, hosts: Iterable[str]) -> bool:
    """Say whether *host* (from ``host_of``) is one of *hosts*; ``www.x`` and ``x`` count as the same."""
    return any(host == own or bare(host) == bare(own) for own in hosts)


def bare(host: str) -> str:
    """Return *host* without a leading ``www.``."""
    return host.removeprefix("www.")


def decode(text: str) -> str:
    """Undo percent-encoding once: as UTF-8, where that fails as GBK (GB 18030), where that fails not at all."""
    if "%" not in text:
        return text
    if text.isascii():
        return _decode_bytes(unquote_to_bytes(text), text)
    return _ESCAPES.sub(lambda match: _decode_bytes(unquote_to_bytes(match[0]), match[0]), text)


def _decode_bytes(raw: bytes, otherwise: str) -> str:
    for encoding in ("utf-8", "gb18030"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return otherwise


def spellings(path: str) -> tuple[str, ...]:
    """Return the names a file may be stored under for the URL path *path*: decoded, decoded twice, and as written."""
    once = decode(path)
    if once == path:
        return (path,)
    twice = decode(once)
    return (once, path) if twice == once else (once, twice, path)


def join(folder: str, path: str) -> str:
    """Join *path* to *folder* (``""`` or ending in ``/``) and fold ``.``, ``..`` and empty steps; never climbs out.

    The answer has no leading slash; it ends in ``/`` where it names a folder.
    """
    steps: list[str] = []
    parts = (folder + path).split("/")
    for step in parts:
        if step == "..":
            if steps:
                steps.pop()
        elif step and step != ".":
            steps.append(step)
    is_folder = parts[-1] in ("", ".", "..")
    return "/".join(steps) + ("/" if is_folder and steps else "")


def extension(path: str) -> str:
    """Return the extension of *path*'s last step in lower case without the dot, ``""`` where it has none."""
    stem, dot, ending = path.rpartition("/")[2].rpartition(".")
    return ending.lower() if dot and stem else ""


def fold(path: str) -> str:
    """Return the key under which paths that differ in case or Unicode form meet."""
    return (path if path.isascii() else unicodedata.normalize("NFC", path)).casefold()
