"""The reports of a whole run, kept: where nothing has changed since, they are written again and nothing is linted.

What a run depends on is its key: the command line, the configuration, the code of govlint, the day, the terminal, and
of every file the stamp of its file system. Files that were changed a moment ago have no stamp to be trusted, and such a
run is not kept; the results of its pages are (``govlint/lint/kept/recall.py``).
"""

from __future__ import annotations

import json
import os
import shutil
import sys
import time
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, redirect_stdout
from datetime import date
from hashlib import blake2b
from pathlib import Path
from typing import Any, NamedTuple, TextIO, cast

from govlint.cli.outputs import Output
from govlint.cli.setup import Setup
from govlint.cli.told import heard, tell
from govlint.cli.writing import put_file
from govlint.installed import distributions
from govlint.lint.budget import TIME_LIMIT
from govlint.lint.kept.cache import Cache
from govlint.lint.kept.depends import DIGEST, content, digest_of_run
from govlint.lint.result import Result
from govlint.source.model import Source
from govlint.source.stamps import stamps_of

_SEEN = ("NO_COLOR", "FORCE_COLOR", "TERM", "COLUMNS", "LC_ALL", "LC_MESSAGES", "LANG")
"""Variables that reports depend on."""
_WITHOUT_EFFECT = ("jobs", "no_cache")
"""Options that no report depends on."""


class Answer(NamedTuple):
    """What a run came to: its exit code, what it wrote to standard output and to its files, and said beside them."""

    code: int
    shown: str
    files: tuple[bytes, ...]
    told: tuple[str, ...]


class Answers:
    """The answer to one command on the files as they are: looked up before the run, kept after it."""

    def __init__(self, cache: Cache, setup: Setup, options: Mapping[str, Any], sources: Sequence[Source]) -> None:
        self._cache = cache
        self._setup = setup
        self._options = options
        self._sources = sources
        self._key = self._asked()

    def find(self, plan: Sequence[Output]) -> Answer | None:
        """Return the answer that is kept, None where there is none."""
        packed = self._cache.find([self._key]).get(self._key) if self._key else None
        answer = _unpacked(packed) if packed else None
        return answer if answer is not None and len(answer.files) == len(_files(plan)) else None

    def keep(self, answer: Answer | None, results: Iterable[Result]) -> None:
        """Keep *answer*, unless a file has changed while it was worked out, or another run may have another one."""
        if answer is not None and self._key and not any(map(_is_chance, results)) and self._key == self._asked():
            self._cache.keep({self._key: _packed(answer)}, [])

    def _asked(self) -> bytes:
        """Return the digest of all that the answer depends on, ``b""`` where that cannot be told."""
        now = time.time_ns()
        stamps = [stamps_of(source, now) for source in self._sources]
        if None in stamps:
            return b""
        config, settings, registry = self._setup
        options = sorted((name, value) for name, value in self._options.items() if name not in _WITHOUT_EFFECT)
        baseline = self._options.get("baseline") or config.file("baseline")
        terminal = (sys.stdout.isatty(), shutil.get_terminal_size(), [os.environ.get(name) for name in _SEEN])
        return digest_of_run(
            settings, registry, "answer", options, str(Path.cwd()), str(config.path), config.values,
            content(Path(baseline)) if baseline else b"", date.today(), terminal, distributions(), stamps,
        )  # fmt: skip


def give(answer: Answer, plan: Sequence[Output]) -> None:
    """Write and say again what *answer* holds. Raises UsageProblem for a file that cannot be written."""
    for (_, file), held in zip(_files(plan), answer.files, strict=True):
        put_file(file, held)
    sys.stdout.write(answer.shown)
    for line in answer.told:
        tell(line)


class Written:
    """What was written while the reports of *plan* were: standard output, files, and what was said beside them."""

    def __init__(self, plan: Sequence[Output]) -> None:
        self._files = [file for _, file in _files(plan)]
        self.shown = _Copied(sys.stdout)
        self.told: list[str] = []

    def answer(self, code: int) -> Answer | None:
        """Return it all as the answer of a run that ends with *code*.

        None where it cannot be given again: bytes on standard output, or several files where one was planned.
        """
        if self.shown.had_bytes or not all(file.is_file() for file in self._files):
            return None
        return Answer(code, "".join(self.shown.texts), tuple(map(Path.read_bytes, self._files)), tuple(self.told))


@contextmanager
def noted(plan: Sequence[Output]) -> Iterator[Written]:
    """Note what is written here, in the reports of *plan* and beside them."""
    written = Written(plan)
    with redirect_stdout(cast(TextIO, written.shown)), heard() as told:
        yield written
    written.told = told


class _Copied:
    """Standard output, a copy of what is written to it kept in *texts*; *had_bytes* where bytes went past it."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self.texts: list[str] = []
        self.had_bytes = False

    def write(self, text: str) -> int:
        """Write *text*."""
        self.texts.append(text)
        return self._stream.write(text)

    def writelines(self, lines: Iterable[str]) -> None:
        """Write *lines*."""
        for line in lines:
            self.write(line)

    @property
    def buffer(self) -> Any:
        """The stream of bytes below."""
        self.had_bytes = True
        return self._stream.buffer

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)


def _files(plan: Sequence[Output]) -> list[tuple[str, Path]]:
    return [(name, file) for name, file in plan if file is not None]


def _is_chance(result: Result) -> bool:
    """Whether another run may say something else of the same files: a rule broke, or the time for a page ran out."""
    return bool(result.broken) or any(TIME_LIMIT in finding.key for finding in result.findings)


def _packed(answer: Answer) -> bytes:
    head = {"code": answer.code, "told": answer.told, "sizes": [len(held) for held in answer.files]}
    body = b"".join(
        [json.dumps(head).encode("ascii"), b"\n", *answer.files, answer.shown.encode("utf-8", "surrogatepass")]
    )
    return blake2b(body, digest_size=DIGEST).digest() + zlib.compress(body, 1)


def _unpacked(packed: bytes) -> Answer | None:
    """Return what ``_packed`` made *packed* of, None where it is damaged."""
    try:
        body = zlib.decompress(packed[DIGEST:])
    except zlib.error:
        return None
    if blake2b(body, digest_size=DIGEST).digest() != packed[:DIGEST]:
        return None
    first, _, rest = body.partition(b"\n")
    head = json.loads(first)
    files = []
    for size in head["sizes"]:
        files.append(rest[:size])
        rest = rest[size:]
    return Answer(head["code"], rest.decode("utf-8", "surrogatepass"), tuple(files), tuple(head["told"]))
