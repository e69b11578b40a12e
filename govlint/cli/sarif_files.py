"""SARIF on disk: as many files as GitHub's limits ask for, and a word to the user wherever a limit is met."""

from __future__ import annotations

import sys
import zlib
from collections.abc import Sequence
from pathlib import Path

from govlint.cli.sarif_choice import SarifChoice
from govlint.cli.told import tell
from govlint.cli.writing import write_file
from govlint.finding import Text
from govlint.report.model import NotificationKind, Report
from govlint.report.sarif_profile import MOST_PACKED, MOST_RUNS, Profile, batches, categories, fitted

_BLOCK = 1 << 20


def write_sarif(reports: Sequence[Report], file: Path | None, language: str, choice: SarifChoice) -> None:
    """Write *reports* to *file*, or standard output where it is None.

    More than 20 sites become several files: ``out.sarif`` becomes ``out-1.sarif``, ``out-2.sarif`` and so on.
    """
    from govlint.report.sarif import write

    logical = choice.fingerprints == "logical"
    chosen = [fitted(report, Profile(choice.profile)) for report in reports]
    names = list(categories(reports))
    for note in (note for report in chosen for note in report.notifications if note.kind is NotificationKind.CUT):
        _say(note.message)
    if file is None:
        if len(chosen) > MOST_RUNS:
            _say(_MANY_RUNS)
        write(chosen, sys.stdout, language=language, logical_fingerprints=logical, names=names)
        return
    portions = list(batches(chosen))
    for number, (portion, categories_of_portion) in enumerate(zip(portions, batches(names), strict=True), start=1):
        target = file if len(portions) == 1 else file.with_stem(f"{file.stem}-{number}")
        write_file(
            "sarif",
            target,
            lambda stream, portion=portion, names=categories_of_portion: write(  # type: ignore[misc]
                portion, stream, language=language, logical_fingerprints=logical, names=names
            ),
        )
        if (size := packed_size(target)) > MOST_PACKED:
            _say(_too_large(target, size))


def packed_size(file: Path) -> int:
    """Return how many bytes *file* has when packed; a file that is small as it is counts as it is."""
    if file.stat().st_size <= MOST_PACKED:
        return file.stat().st_size
    packer = zlib.compressobj()
    size = 0
    with file.open("rb") as stream:
        while block := stream.read(_BLOCK):
            size += len(packer.compress(block))
    return size + len(packer.flush())


_MANY_RUNS = Text(
    f"网站超过 {MOST_RUNS} 个，GitHub 不接收这样的文件；请用 sarif=FILE，会自动分成几个文件。",
    f"There are more than {MOST_RUNS} sites, and GitHub takes no such file; sarif=FILE makes several of it.",
)


def _too_large(file: Path, size: int) -> Text:
    megabytes = f"{size / 1e6:.1f} MB"
    return Text(
        f"“{file}”压缩后 {megabytes}，GitHub 最多接收 10 MB；请分网站检查，或用 --sarif-profile github。",
        f"“{file}” is {megabytes} when packed and GitHub takes 10 MB; lint site by site, or --sarif-profile github.",
    )


def _say(text: Text) -> None:
    tell(f"注意 / note: {text.zh} / {text.en}")
