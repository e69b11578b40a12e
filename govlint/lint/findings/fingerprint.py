"""Fingerprints that outlive edits: what a finding is about, never where in the file it stands.

They carry the baseline, SARIF's ``partialFingerprints["govlint/v1"]`` and the removal of duplicates. The scheme is
part of the file formats: a change of it is a new version beside the old one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from hashlib import sha256

from govlint.finding import Finding

NAME = "govlint/v1"
"""The name of this scheme in files."""


def fingerprint(rule_id: str, path: str, key: str, ordinal: int) -> str:
    """Return 64 hexadecimal digits for the *ordinal*-th (from 0) finding of a rule about *key* in the file *path*."""
    # The key may hold any character, so it stands last: the parts before it never hold a NUL.
    return sha256(f"{rule_id}\0{path}\0{ordinal}\0{key}".encode("utf-8", "surrogatepass")).hexdigest()


def fingerprints(findings: Iterable[Finding]) -> list[str]:
    """Return the fingerprint of each finding, in their order.

    Findings that share rule, file and key are told apart by their order alone: when the first of three equals goes,
    the fingerprint that disappears is the last one.
    """
    seen: Counter[tuple[str, str, str]] = Counter()
    result = []
    for finding in findings:
        same = (finding.rule_id, finding.location.path, finding.key)
        result.append(fingerprint(*same, seen[same]))
        seen[same] += 1
    return result
