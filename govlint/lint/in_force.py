"""Which standards are in force: those the user names, else those the day and the kind of site call for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govlint.lint.clock import Clock
from govlint.lint.settings import Settings, SettingsError
from govlint.registry import Registry, standard_paths

if TYPE_CHECKING:
    from govlint.standard.model import Standard


def known_standards(settings: Settings, registry: Registry) -> list[Standard]:
    """Return all standards there are, the user's files among them. Raises SettingsError for a wrong name or file."""
    from govlint.standard.load import StandardError, load_user_standard

    ids, files = standard_paths(settings.standards)
    known = dict(registry.standards)
    for path in files:
        try:
            standard = load_user_standard(path)
        except (StandardError, OSError) as error:
            raise SettingsError(f"标准文件“{path}”无法使用 / the standard file cannot be used: {error}") from error
        known[standard.id] = standard
    for name in ids:
        if name not in known:
            there_are = ", ".join(known)
            raise SettingsError(f"没有标准叫“{name}”，可用 / no standard is called “{name}”; there are: {there_are}")
    return list(known.values())


def standards_in_force(settings: Settings, registry: Registry, clock: Clock, kind: str) -> tuple[Standard, ...]:
    """Return the standards a site of *kind* is judged by, extensions resolved. Raises SettingsError as above."""
    if not settings.standards and not kind:  # single pages: none is in force, and none is read
        return ()
    from govlint.standard.load import StandardError, default_standards, load_user_standard, resolve

    known = known_standards(settings, registry)
    wanted, files = standard_paths(settings.standards)
    wanted += [standard.id for standard in map(load_user_standard, files)]
    if not wanted:
        wanted = list(default_standards(known, clock.day, kind))
    try:
        return resolve(known, wanted)
    except StandardError as error:
        raise SettingsError(str(error)) from error
