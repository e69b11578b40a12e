"""What the user has asked of a run: plain, picklable data that every worker gets."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of a run.

    *select* and *ignore* hold rule ids, prefixes of ids, names or slugs (nothing selected: all). *standards* holds
    ids and paths of JSON files (none: the default for the day and the kind of site). *site_kind* is ``""`` where it
    is to be guessed. *hosts* are the site's own hosts in lower case. *home* is the path of the home page, ``""``
    where it is to be found. *encoding* forces a WHATWG label on every page. *plugins* are modules to load,
    *disabled* names of plugins not to load.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    standards: tuple[str, ...] = ()
    site_kind: str = ""
    as_of: date | None = None
    hosts: tuple[str, ...] = ()
    home: str = ""
    encoding: str | None = None
    partial: bool = False
    plugins: tuple[str, ...] = ()
    disabled: frozenset[str] = frozenset()
    passes: bool = False


class SettingsError(ValueError):
    """A setting that cannot be honoured; the message is Chinese first, in one line."""
