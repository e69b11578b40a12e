"""What a user may choose of SARIF: its profile, its fingerprints, whether it says where the files come from."""

from __future__ import annotations

from typing import NamedTuple


class SarifChoice(NamedTuple):
    """What the ``--sarif-…`` options ask for; the words are those of the options."""

    profile: str = "full"
    fingerprints: str = "line"
    provenance: bool = False
