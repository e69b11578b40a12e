"""Stored reports read back: what is written again is what was stored."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govlint.finding import Location, Region, Severity
from govlint.report.clip import clip, unclip
from govlint.report.json import write
from govlint.report.model import Gone, Report, SetAside
from govlint.report.read import ReadError, read_reports


def test_the_round_trip_loses_nothing_a_report_says(written: Callable[..., str], sample: Report) -> None:
    once = written(write, sample._replace(plugins=(), documents=sample.documents[:1]))
    (read,) = read_reports(once.encode())
    assert written(write, read) == once


def test_what_does_not_count_is_kept_too(written: Callable[..., str], sample: Report) -> None:
    first, second = sample.findings[0], sample.findings[1]
    known = SetAside(second, "1" * 64, known=True)
    report = sample._replace(
        plugins=(),
        documents=sample.documents[:1],
        set_aside=(SetAside(first, "0" * 64, "external", "另有平台"), known),
        gone=(Gone("GOV5001", Severity.NOTE, "old.html", "链接已断。", "2" * 64),),
        baselined=True,
    )
    once = written(write, report)
    (read,) = read_reports(once.encode())
    assert (read.gone, read.baselined) == (report.gone, True)
    assert [one.suppression for one in read.set_aside] == ["external", ""]
    assert written(write, read) == once


@given(st.binary(max_size=60))
def test_noise_is_refused_in_words(data: bytes) -> None:
    with pytest.raises(ReadError):
        read_reports(data)


lines = st.text(st.characters(exclude_characters="\r\n", exclude_categories=("Cs",)), max_size=400)


@given(lines, st.integers(1, 900), st.integers(0, 50), st.integers(0, 1))
def test_a_clip_marks_what_the_region_marks(line: str, start: int, length: int, more: int) -> None:
    place = Location("x", region=Region(1, start, 1 + more, start + length), line_text=line)
    found = clip(place)
    assert found is not None
    assert 0 <= found.start <= found.end <= len(found.text) <= 240
    units = line.encode("utf-16-le")[2 * found.offset :].decode("utf-16-le")
    assert units.startswith(found.text)
    again = clip(place._replace(line_text=unclip(found.text, found.offset)))
    assert again is not None
    assert again.text[again.start : again.end] == found.text[found.start : found.end]


def test_a_line_too_far_out_is_left_out() -> None:
    assert unclip("x", 1_000_000) is None
