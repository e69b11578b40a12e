"""Hosts as government sites see them: official, of the media, commercial, harmful …, by the lists of ``hosts.json``."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum
from functools import lru_cache
from ipaddress import IPv4Address
from pathlib import Path
from typing import Any, NamedTuple

from govlint.finding import Text
from govlint.lazy_re import lazy_re
from govlint.site import urls

LISTS = Path(__file__).with_name("hosts.json")

_PORT = lazy_re(r":(\d{1,5})\Z")
_ADDRESS = lazy_re(r"\d{1,3}(?:\.\d{1,3}){3}")
_WRITABLE = lazy_re(r"[\w\-.]++")
_INNER_ENDINGS = (".local", ".lan", ".localdomain", ".internal", ".intranet", ".localhost", ".corp", ".home")
_PREVIEW = lazy_re(r"(?:test|demo|preview|yulan|staging|uat|dev|beta)\d{0,2}", re.IGNORECASE)
# Ports on which content managers and application servers of government sites show what is not published yet.
_PREVIEW_PORTS = frozenset(("7001", "8009", "8888", "9080", "9090", "18080"))
_WRITTEN_TWICE = frozenset(("http", "https", "www"))


class HostClass(StrEnum):
    """What a host is to a government site."""

    OFFICIAL = "official"
    MEDIA = "media"
    PUBLIC = "public"
    SERVICE = "service"
    STATISTICS = "statistics"
    COMMERCIAL = "commercial"
    HIDDEN = "hidden"
    PARKED = "parked"
    HARMFUL = "harmful"
    RAW_ADDRESS = "raw-address"
    PRIVATE = "private"
    BROKEN = "broken"
    UNKNOWN = "unknown"


FINE = frozenset((HostClass.OFFICIAL, HostClass.MEDIA, HostClass.PUBLIC, HostClass.SERVICE))


class Closed(NamedTuple):
    """A government host that was given up: by whom, since when, and the host that took over (``""``: unknown)."""

    host: str
    since: date
    name: Text
    now: str


class HostLists:
    """The lists as data, asked host by host. *allowed* are further hosts that the user has allowed."""

    def __init__(self, data: Mapping[str, Any], allowed: Iterable[str] = ()) -> None:
        self._classes = {host: HostClass(group["class"]) for group in data["groups"] for host in group["hosts"]}
        self._classes |= {urls.bare(host.lower()): HostClass.OFFICIAL for host in allowed}
        harmful = data["harmful"]
        self._harmful_host = _any_of(harmful["host_words"])
        self._harmful_text = _any_of(harmful["texts"])
        self._spared = _any_of(harmful["spared"])
        self._vendor = _any_of(data["vendor_texts"])
        self._public_endings = tuple(data["public_texts"])
        self._closed = {
            entry["host"]: Closed(
                entry["host"], date.fromisoformat(entry["since"]), Text(**entry["name"]), entry["now"]
            )
            for entry in data["closed"]
        }

    def judge(self, host: str) -> HostClass:
        """Return the class of *host* as ``urls.host_of`` gives it (with a port, if it has one)."""
        name = without_port(host)
        listed = self._listed(name)
        if listed in FINE or listed is HostClass.STATISTICS:
            return listed
        if _ADDRESS.fullmatch(name):
            return _judge_address(name)
        if name == "localhost" or name.endswith(_INNER_ENDINGS):
            return HostClass.PRIVATE
        if name in _WRITTEN_TWICE or not _WRITABLE.fullmatch(name):
            return HostClass.BROKEN
        if "." not in name:
            return HostClass.PRIVATE
        if self._harmful_host.search(name):
            return HostClass.HARMFUL
        return listed or HostClass.UNKNOWN

    def closed(self, host: str) -> Closed | None:
        """Return what is known of *host* where it, or a host above it, is a government host that was given up."""
        return next((self._closed[above] for above in _and_above(without_port(host)) if above in self._closed), None)

    def is_harmful_text(self, text: str) -> bool:
        """Say whether the text of a link advertises gambling or pornography, and does not speak of fighting it."""
        return self._harmful_text.search(text) is not None and self._spared.search(text) is None

    def is_vendor_text(self, text: str) -> bool:
        """Say whether *text* is how the maker of a site names itself."""
        return self._vendor.search(text) is not None

    def names_public_body(self, text: str) -> bool:
        """Say whether *text* ends as the names of public bodies do."""
        return text.rstrip(" )）]】>»-").endswith(self._public_endings)

    def _listed(self, name: str) -> HostClass | None:
        return next((self._classes[above] for above in _and_above(name) if above in self._classes), None)


def without_port(host: str) -> str:
    """Return *host* without its port."""
    return _PORT.sub("", host)


def is_preview(host: str, own: bool) -> bool:
    """Say whether *host* looks like one on which pages are tried out; *own* says that its name is the site's own."""
    name = without_port(host)
    if own:
        port = _PORT.search(host)
        return port is not None and port[1] in _PREVIEW_PORTS
    return _PREVIEW.fullmatch(name.partition(".")[0]) is not None


def _judge_address(name: str) -> HostClass:
    try:
        address = IPv4Address(name)
    except ValueError:
        return HostClass.BROKEN
    inner = address.is_private or address.is_loopback or address.is_link_local or address.is_unspecified
    return HostClass.PRIVATE if inner else HostClass.RAW_ADDRESS


def _and_above(name: str) -> Iterable[str]:
    """Yield *name* and the domains above it, the longest first."""
    labels = name.split(".")
    return (".".join(labels[start:]) for start in range(len(labels)))


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    return lazy_re("|".join(map(re.escape, words)), re.IGNORECASE)


@lru_cache(maxsize=4)
def host_lists(allowed: tuple[str, ...] = ()) -> HostLists:
    """Return the lists of this folder together with the *allowed* hosts of the user."""
    return HostLists(json.loads(LISTS.read_text(encoding="utf-8")), allowed)
