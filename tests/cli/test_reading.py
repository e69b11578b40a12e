"""Progress is for people at a terminal: shown there for long work, nowhere else."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from govlint.cli.reading import LONG, reading
from tests.cli.conftest import Run


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        """Say so."""
        return True


def test_a_long_work_is_shown_and_taken_away() -> None:
    stream = Terminal()
    with reading("网站[red]\x1b[31m", stream, {}) as shown:
        assert shown is not None
        shown(LONG // 2, LONG)
        shown(LONG, LONG)
    text = stream.getvalue()
    assert f"{LONG}/{LONG}" in text
    assert "[red]?[31m" in text


def test_a_short_work_is_not() -> None:
    stream = Terminal()
    with reading("site", stream, {}) as shown:
        assert shown is not None
        shown(LONG - 1, LONG - 1)
    assert stream.getvalue() == ""


@pytest.mark.parametrize(("stream", "term"), [(io.StringIO(), "xterm"), (Terminal(), "dumb")])
def test_pipes_stay_silent(stream: io.StringIO, term: str) -> None:
    with reading("site", stream, {"TERM": term}) as shown:
        assert shown is None
    assert stream.getvalue() == ""


def test_the_bar_goes_when_the_work_breaks_down(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    stream = Terminal()

    def work() -> None:
        with reading("site", stream, {}) as shown:
            assert shown is not None
            shown(1, LONG)
            raise ValueError

    with pytest.raises(ValueError):
        work()
    assert stream.getvalue().rfind("\x1b[?25h") > stream.getvalue().rfind("\x1b[?25l") >= 0  # the cursor is back


def test_a_long_run_in_a_pipe_says_nothing_of_it(govlint: Run, tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    for number in range(LONG + 1):
        (tmp_path / "site" / f"{number}.txt").write_text("x", encoding="utf-8")
    (tmp_path / "site" / "index.html").write_text("<html><title>某局</title><body>内容</body></html>", encoding="utf-8")
    assert govlint("check", "site", "--select", "GOV2001").stderr == ""
