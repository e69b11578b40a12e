"""SARIF's ``suppression`` as the final text of the standard has it."""

from __future__ import annotations

from typing import Any

import attr
import sarif_om as om


@attr.s
class Suppression(om.Suppression):  # type: ignore[misc]
    """A suppression with the property ``status``.

    sarif_om still calls it ``state``, which the final schema forbids: one such suppression, and a whole file is
    rejected. ``state`` is never set here.
    """

    status: Any = attr.ib(default=None, metadata={"schema_property_name": "status"})


def accepted(kind: str, reason: str) -> Any:
    """Return a suppression in force: *kind* is ``inSource`` or ``external``, *reason* its justification."""
    make: Any = Suppression  # what attrs makes of untyped classes is beyond type checkers
    return make(kind=kind, status="accepted", justification=reason or None)
