"""Other tools that look at exported sites or pages: how each is found, asked for its version, and run.

None does what govlint does: what each checks is said beside its figures. A tool that is not there is said.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

SITE, FILES = "{site}", "{files}"


class Peer(NamedTuple):
    """A tool: what it *checks*, how it is run on a site and on files (empty: it cannot be), how it tells its version
    (empty: it does not).

    *words* may hold SITE or FILES; *inside* says that it is run in the folder of the site.
    """

    name: str
    checks: str
    site: Sequence[str] = ()
    files: Sequence[str] = ()
    version: Sequence[str] = ("--version",)
    inside: bool = False


PEERS = (
    Peer("hyperlink", "links", [SITE]),
    Peer(
        "lychee", "links; skips pages that are not UTF-8",
        ["--offline", "--root-dir", SITE, "--no-progress", "--format", "json", SITE],
        ["--offline", "--root-dir", SITE, "--no-progress", FILES],
    ),
    Peer(
        "linklint", "links",
        ["-root", SITE, "-error", "-limit", "1000000", "-no_warn_index", "-out", os.devnull, "/@"],
        version=["-version"], inside=True,
    ),
    Peer("check-html-links", "links", ["."], version=(), inside=True),
    Peer(
        "htmlproofer", "links, images",
        ["--disable-external", "--allow-hash-href", "--log-level", "error", SITE],
    ),
    Peer("tidy", "markup", files=["-e", "-q", "--show-errors", "0", "--show-warnings", "no", FILES], version=["-v"]),
    Peer("htmlhint", "markup", ["--format", "json", SITE], ["--format", "json", FILES]),
    Peer(
        "html-validate", "markup",
        ["--preset", "recommended", "--formatter", "json", SITE],
        ["--preset", "recommended", "--formatter", "json", FILES],
    ),
    Peer("vnu", "markup", ["--skip-non-html", "--exit-zero-always", SITE], ["--exit-zero-always", FILES]),
    Peer("djlint", "markup; ends at pages that are not UTF-8", ["--lint", SITE], ["--lint", FILES]),
    Peer("biome", "markup", ["lint", "--max-diagnostics=1", "."], ["lint", FILES], inside=True),
)  # fmt: skip


def find(peer: Peer, folders: Sequence[Path]) -> str | None:
    """Return where the peer is: in one of *folders*, or on PATH. None where it is not installed."""
    searched = os.pathsep.join([*map(str, folders), os.environ.get("PATH", "")])
    return shutil.which(peer.name, path=searched)


def version(peer: Peer, program: str) -> str:
    """Return what the peer says of its version, in one line."""
    if not peer.version:
        return "?"
    try:
        told = subprocess.run([program, *peer.version], capture_output=True, text=True, timeout=60, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return "?"
    lines = [line.strip() for line in (told.stdout or told.stderr).splitlines() if any(map(str.isdigit, line))]
    return lines[0][:60] if lines else "?"


def words(template: Sequence[str], program: str, site: Path, files: Sequence[Path] = ()) -> list[str]:
    """Return the command line that *template* stands for."""
    made = [program]
    for word in template:
        made += [str(file) for file in files] if word == FILES else [str(site) if word == SITE else word]
    return made
