"""What a batch set out to do: day, language and sites. It is what tells a finished survey from a broken-off one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from govlint import __version__
from govlint.batch.model import FORMAT_VERSION, SiteRef
from govlint.report import links
from govlint.report.model import CORE


def day_of(manifest: Mapping[str, Any], today: date) -> date:
    """Return the day that stands for the present: that of the first start, so that a resumed batch repeats nothing."""
    try:
        return date.fromisoformat(str(manifest["today"]))
    except (KeyError, ValueError):
        return today


def language_of(manifest: Mapping[str, Any]) -> str | None:
    """Return the language of the first start: a batch is resumed in it, whatever the locale is by then."""
    return str(manifest["language"]) if manifest.get("language") in ("zh", "en") else None


def make_manifest(old: Mapping[str, Any], refs: Sequence[SiteRef], today: date, language: str = "zh") -> dict[str, Any]:
    """Return the manifest of the batch of *refs*; sites of an *old* one in the same folder are kept."""
    return {
        "$schema": links.RESULT_SCHEMA,
        "formatVersion": FORMAT_VERSION,
        "record": "batch",
        "tool": {"name": CORE, "version": __version__},
        "today": today.isoformat(),
        "language": language,
        "sites": _merged(old.get("sites", ()), map(_site, refs)),
    }


def _site(ref: SiteRef) -> dict[str, Any]:
    return {
        "key": ref.key,
        "target": ref.target,
        "name": ref.name,
        "code": ref.code,
        "kind": ref.kind,
        "region": ref.region,
        "hosts": list(ref.hosts),
    }


def _merged(*lists: Iterable[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """Return the sites of several lists by key, the last one's word for a site being the one that counts."""
    sites = {str(site["key"]): site for several in lists for site in several}
    return [sites[key] for key in sorted(sites)]
