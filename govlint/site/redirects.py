"""Redirect stubs: pages that show nothing and send the visitor on, over one hop or several."""

from __future__ import annotations

from typing import NamedTuple

from govlint.page.facts import PageFacts, Role
from govlint.site.model import SiteFacts, Target, TargetKind
from govlint.site.resolve import PRESENT, Resolver

_MOST_HOPS = 20  # where browsers give up as well


class Trail(NamedTuple):
    """Where a path leads in the end.

    *path* is the last file (``""`` where the trail leaves the target, breaks off or runs in a circle), *stubs* are
    the stubs on the way in order, *end* is the target of the last hop (of the path itself where there is no stub).
    """

    path: str
    stubs: tuple[str, ...]
    end: Target


def follow(path: str, facts: SiteFacts, resolver: Resolver) -> Trail:
    """Follow redirect stubs from the file *path*. Stubs that lead in a circle, or on without end, end in MISSING."""
    stubs: list[str] = []
    end = _as_target(path, facts)
    while end.kind is TargetKind.PAGE and facts.pages[end.path].role is Role.REDIRECT:
        if end.path in stubs or len(stubs) == _MOST_HOPS:
            end = Target(TargetKind.MISSING)
            break
        stubs.append(end.path)
        end = _hop(facts.pages[end.path], resolver)
    return Trail(end.path if end.kind in PRESENT else "", tuple(stubs), end)


def _as_target(path: str, facts: SiteFacts) -> Target:
    if path in facts.pages:
        return Target(TargetKind.PAGE, path)
    return Target(TargetKind.FILE if path in facts.files else TargetKind.MISSING, path)


def _hop(stub: PageFacts, resolver: Resolver) -> Target:
    """Return where *stub* sends the visitor: of several redirects the first that leads to a file, else the first."""
    targets = [resolver.resolve(stub.path, redirect.href, stub.base_href) for redirect in stub.redirects]
    away = [target for target in targets if target.path != stub.path] or targets
    present = (target for target in away if target.kind in PRESENT)
    return next(present, None) or next(iter(away), Target(TargetKind.EMPTY))
