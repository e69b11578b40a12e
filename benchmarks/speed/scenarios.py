"""What is measured: whole sites (cold, nothing changed, one page changed), one page, the files of a commit, peers."""

from __future__ import annotations

import shutil
import sys
import time
from collections.abc import Sequence
from itertools import count
from pathlib import Path

from benchmarks.speed.measure import Command, Series
from benchmarks.speed.peers import PEERS, Peer, find, words

ROOT = Path(__file__).resolve().parents[2]
JOBS = "2"
FLOOR, COLD, SAME, ONE = "lxml", "cold", "nothing changed", "one page changed"
START, IMPORTS = "one page", "imports"
A_COMMIT = 20
_SETTLED = 3.0  # seconds after which a file is old enough to be known by its stamp
Found = Sequence[tuple[Peer, str]]
_HERE = {"PYTHONPATH": str(ROOT)}


class Bench:
    """The scenarios on one *site*; *scratch* is the folder that they are run in."""

    def __init__(self, site: Path, scratch: Path, limit: float) -> None:
        self.site = site
        self._scratch = scratch
        self._limit = limit
        self._numbers = count()
        articles = sorted(site.glob("*/*/*/t*.html"))
        self._changed = articles[len(articles) // 2]
        self._text = self._changed.read_bytes()
        self.commit = [file for file in articles[:: len(articles) // 30] if b"utf-8" in file.read_bytes()[:400]][
            :A_COMMIT
        ]

    def govlint(self, turns: int) -> Series:
        """Measure the floor and govlint: cold, with nothing changed, with one page changed; by turns."""
        options = ("-j", JOBS, "--as-of", "2024-10-01", "--format", "sarif=out.sarif")
        check = self._check("check", str(self.site), *options)
        commands = {
            FLOOR: self._floor(),
            COLD: check._replace(before=self._forget),
            SAME: check,
            ONE: check._replace(before=self._change),
        }
        try:
            return Series(commands, turns, self._limit)
        finally:
            self._changed.write_bytes(self._text)

    def start(self, turns: int) -> Series:
        """Measure the start: one page, beside importing what govlint stands on."""
        page = self._check("check", "--no-cache", str(self.commit[0]))
        imports = Command([sys.executable, "-c", "import click, lxml.etree, pluggy"], self._scratch)
        return Series({IMPORTS: imports, START: page}, turns, self._limit)

    def changed_files(self, found: Found, turns: int) -> Series:
        """Measure twenty files as pre-commit gives them: govlint, and the peers that take files; by turns."""
        own = self._check("check", *map(str, self.commit))._replace(before=self._forget_at_once)
        commands = {"govlint": own}
        for peer, program in found:
            if peer.files:
                commands[peer.name] = Command(words(peer.files, program, self.site, self.commit), self._scratch)
        return Series(commands, turns, self._limit)

    def peer(self, peer: Peer, program: str, turns: int) -> Series:
        """Measure a peer on the whole site beside the floor, by turns."""
        folder = self.site if peer.inside else self._scratch
        if peer.site:
            line = words(peer.site, program, self.site)
        else:
            line = words(peer.files, program, self.site, sorted(self.site.rglob("*.html")))
        return Series({FLOOR: self._floor(), peer.name: Command(line, folder)}, turns, self._limit)

    def _floor(self) -> Command:
        return Command([sys.executable, "-m", "benchmarks.speed.floor", str(self.site), JOBS], self._scratch, _HERE)

    def _check(self, *options: str) -> Command:
        return Command([sys.executable, "-m", "govlint", *options], self._scratch, _HERE)

    def _forget_at_once(self) -> None:
        shutil.rmtree(self._scratch / ".govlint_cache", ignore_errors=True)

    def _forget(self) -> None:
        self._forget_at_once()
        time.sleep(_SETTLED)

    def _change(self) -> None:
        paragraph = f"<p>{next(self._numbers)}</p></body>".encode()
        self._changed.write_bytes(self._text.replace(b"</body>", paragraph))


def installed(folders: Sequence[Path]) -> Found:
    """Return the peers that are there, each with its program."""
    return [(peer, program) for peer in PEERS if (program := find(peer, folders)) is not None]
