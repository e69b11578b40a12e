"""A result held against a baseline: what is known, what is new, what is gone, and what is suppressed besides."""

from __future__ import annotations

import io
from datetime import date
from typing import Any

from govlint.lint.findings.baseline import take
from govlint.lint.findings.known import held_against
from govlint.lint.settings import Settings, Suppress
from govlint.registry import load_registry
from govlint.report.build import build_report
from govlint.report.sarif import write
from govlint.testing import lint_files

SEARCH = '<form action=""><input type="text"><button type="button">{}</button></form>\n'
PAGE = "<!DOCTYPE html>\n<html lang=zh><head><meta charset=utf-8><title>某局</title></head><body>\n{}</body></html>\n"
ONLY = Settings(select=("GOV2001",), as_of=date(2026, 1, 15))


def _lint(*labels: str, settings: Settings = ONLY, whole_site: bool = False) -> Any:
    page = PAGE.format("".join(SEARCH.format(label) for label in labels))
    return lint_files({"index.html": page}, settings, whole_site=whole_site)


def test_known_faults_are_no_findings_any_more() -> None:
    baseline = take(_lint("搜索").findings)
    held = held_against(_lint("搜索", "检索"), baseline)
    assert (len(held.findings), len(held.known), held.gone, held.baselined) == (1, 1, (), True)


def test_what_is_gone_can_be_told_of_a_whole_site_alone() -> None:
    baseline = take(_lint("搜索", whole_site=True).findings)
    assert len(held_against(_lint(whole_site=True), baseline).gone) == 1
    assert not held_against(_lint(whole_site=False), baseline).gone


def test_a_rule_that_did_not_run_has_lost_nothing() -> None:
    baseline = take(_lint("搜索", whole_site=True).findings)
    other = _lint(settings=Settings(select=("GOV5001",)), whole_site=True)
    assert not held_against(other, baseline).gone


def test_a_suppressed_fault_stays_suppressed_and_is_not_gone() -> None:
    baseline = take(_lint("搜索", whole_site=True).findings)
    settings = Settings(select=("GOV2001",), suppressions=(Suppress("GOV2001", "下月改版"),))
    held = held_against(_lint("搜索", settings=settings, whole_site=True), baseline)
    assert [(one.kind, one.known) for one in held.suppressed] == [("external", True)]
    assert (held.findings, held.known, held.gone) == ((), (), ())


def test_suppressing_one_of_several_equals_moves_no_fingerprint() -> None:
    registry = load_registry()
    before = build_report(_lint("搜索", "搜索", "搜索"), registry, 1)
    page = PAGE.format("<!-- govlint-disable-next-line GOV2001 -- 下月改版 -->\n" + SEARCH.format("搜索") * 3)
    after = build_report(lint_files({"index.html": page}, ONLY, whole_site=False), registry, 1)
    assert len(set(before.fingerprints)) == len(before.fingerprints) > 0
    assert {*after.fingerprints, *(one.fingerprint for one in after.set_aside)} == set(before.fingerprints)


def test_the_order_files_come_in_does_not_matter() -> None:
    files = {f"p{number}.html": PAGE.format(SEARCH.format("搜索")) for number in range(5)}
    texts = set()
    for names in (sorted(files), sorted(files, reverse=True)):
        stream = io.StringIO()
        result = lint_files({name: files[name] for name in names}, ONLY)
        write([build_report(result, load_registry(), 1)], stream)
        texts.add(stream.getvalue())
    assert len(texts) == 1
