"""The time of a page ends in a notification, never in a run that hangs."""

from __future__ import annotations

import re
import threading
from contextlib import suppress
from functools import partial

import pytest

from govlint.lint import examine
from govlint.lint.budget import Budget, OutOfTime
from govlint.lint.own_rules import PAGE_CUT
from govlint.lint.settings import Settings
from govlint.testing import lint_files

PAGE = "<html><head><title>某局</title></head><body><p>正文</p></body></html>"


class FakeClock:
    """A clock that goes *step* seconds further every time it is asked."""

    def __init__(self, step: float) -> None:
        self.now = 0.0
        self.step = step

    def __call__(self) -> float:
        self.now += self.step
        return self.now


def test_work_within_the_budget_gives_its_result() -> None:
    assert Budget(10, clock=FakeClock(1)).spend(lambda: "done", "cut") == "done"


def test_no_work_is_begun_without_time() -> None:
    budget = Budget(3, clock=FakeClock(2))
    assert budget.spend(lambda: "done", "cut") == "done"
    assert budget.spend(lambda: "done", "cut") == "cut"


def test_large_files_have_more_time() -> None:
    assert Budget(1, 10_000_000, clock=FakeClock(4)).spend(lambda: "done", "cut") == "done"
    assert Budget(1, 1_000_000, clock=FakeClock(4)).spend(lambda: "done", "cut") == "cut"


def test_zero_seconds_mean_no_end() -> None:
    budget = Budget(0, clock=FakeClock(1_000_000))
    budget.check()
    assert budget.spend(lambda: "done", "cut") == "done"


def test_check_raises_what_a_rule_cannot_swallow() -> None:
    budget = Budget(1, clock=FakeClock(1))
    with pytest.raises(OutOfTime):
        budget.check()
    assert not issubclass(OutOfTime, Exception)


def test_off_the_main_thread_only_the_checks_count() -> None:
    results: list[str] = []
    thread = threading.Thread(target=lambda: results.append(Budget(60).spend(lambda: "done", "cut")))
    thread.start()
    thread.join()
    assert results == ["done"]


@pytest.mark.skipif(not hasattr(__import__("signal"), "setitimer"), reason="no interval timers here")
@pytest.mark.parametrize("clock_step", [0.0])
def test_a_step_that_never_comes_back_is_ended(clock_step: float) -> None:
    """The clock stands still, so nothing but the timer can end these; without it the test would never finish."""

    def stuck_in_python() -> str:
        while True:
            with suppress(Exception):  # what a rule may do
                sum(range(1000))

    def stuck_in_a_pattern() -> str:
        re.match(r"(a+)+$", "a" * 60 + "b")  # 2**60 steps
        return "done"

    for stuck in (stuck_in_python, stuck_in_a_pattern):
        assert Budget(0.05, clock=FakeClock(clock_step)).spend(stuck, "cut") == "cut"


@pytest.fixture
def slow_clock(monkeypatch: pytest.MonkeyPatch) -> FakeClock:
    clock = FakeClock(0.001)
    monkeypatch.setattr(examine, "Budget", partial(Budget, clock=clock))
    return clock


def _cut(files: dict[str, str], settings: Settings) -> list[tuple[str, str]]:
    result = lint_files(files, settings)
    assert not result.broken
    return [(f.location.path, f.key) for f in result.findings if f.rule_id == PAGE_CUT.id]


def test_a_page_in_time_says_nothing(slow_clock: FakeClock) -> None:
    assert _cut({"index.html": PAGE}, Settings()) == []


def test_a_page_out_of_time_is_a_notification(slow_clock: FakeClock) -> None:
    slow_clock.step = 1.5  # the page is read in time; its rules are not
    result = lint_files({"index.html": PAGE}, Settings(page_seconds=5))
    found = [finding for finding in result.findings if finding.rule_id == PAGE_CUT.id]
    assert [finding.key for finding in found] == ["time-limit"]
    assert "--page-seconds" in found[0].message.zh
    assert result.pages == 1


def test_a_page_that_cannot_be_read_in_time_is_one_too(slow_clock: FakeClock) -> None:
    slow_clock.step = 10.0
    assert _cut({"index.html": PAGE}, Settings(page_seconds=5)) == [("index.html", "time-limit")]


def test_no_limit_where_none_is_wanted(slow_clock: FakeClock) -> None:
    slow_clock.step = 1000.0
    assert _cut({"index.html": PAGE, "js/a.js": "var a;", "css/a.css": "a{}"}, Settings(page_seconds=0)) == []


def test_scripts_and_style_sheets_have_their_limit(slow_clock: FakeClock) -> None:
    slow_clock.step = 10.0
    found = _cut({"index.html": PAGE, "js/a.js": "var a;", "css/a.css": "a{}"}, Settings(page_seconds=5))
    assert sorted(path for path, _ in found) == ["css/a.css", "index.html", "js/a.js"]
