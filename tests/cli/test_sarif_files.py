"""SARIF as the command line writes it: the limits of GitHub, suppressions, the baseline, the repository."""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

import pytest

from govlint.cli.provenance import provenance, public_address
from govlint.cli.sarif_choice import SarifChoice
from govlint.cli.sarif_files import packed_size, write_sarif
from govlint.report.sarif_profile import MOST_PACKED
from tests.cli.conftest import Run

SEARCH = '<form action=""><input type="text"><button type="button">搜索</button></form>'
PAGE = "<!DOCTYPE html>\n<html lang=zh><head><meta charset=utf-8><title>某局</title></head><body>\n{}\n</body></html>\n"

PROLIFIC = """
from govlint.finding import Severity, Text
from govlint.hookspecs import hookimpl
from govlint.lint.rule import Scope, fail, rule

WORDS = Text("太多了。", "Too many.")

@rule("ACME001", "TooMany", scope=Scope.PAGE, severity=Severity.NOTE, summary=WORDS, why=WORDS, remedy=WORDS)
def too_many(page, context):
    return [fail(WORDS, page.path, key=str(number)) for number in range(25_001)]

@hookimpl
def govlint_rules():
    return [too_many]
"""


def _page(path: Path, body: str = SEARCH) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(PAGE.format(body), encoding="utf-8")


def _runs(path: Path) -> list[dict[str, Any]]:
    runs: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))["runs"]
    return runs


def _of_rule(run: dict[str, Any], rule_id: str = "GOV2001") -> list[dict[str, Any]]:
    return [result for result in run["results"] if result["ruleId"] == rule_id]


def test_more_than_20_sites_become_several_files(govlint: Run, tmp_path: Path) -> None:
    sites = [f"site{number:02}" for number in range(21)]
    for site in sites:
        _page(tmp_path / site / "index.html")
    ran = govlint("check", *sites, "--format", "sarif=out.sarif", "--select", "GOV2001")
    assert ran.returncode == 1
    assert not (tmp_path / "out.sarif").exists()
    first, second = _runs(tmp_path / "out-1.sarif"), _runs(tmp_path / "out-2.sarif")
    assert (len(first), len(second)) == (20, 1)
    assert len({run["automationDetails"]["id"] for run in first + second}) == 21
    assert "out-1.sarif" in ran.stderr


def test_on_standard_output_they_are_said_to_be_too_many(govlint: Run, tmp_path: Path) -> None:
    sites = [f"site{number:02}" for number in range(21)]
    for site in sites:
        _page(tmp_path / site / "index.html")
    ran = govlint("check", *sites, "--format", "sarif", "--select", "GOV2001")
    assert len(json.loads(ran.stdout)["runs"]) == 21
    assert "sarif=FILE" in ran.stderr


def test_more_results_than_github_takes_are_cut_and_said(govlint: Run, tmp_path: Path) -> None:
    _page(tmp_path / "page.html")
    (tmp_path / "prolific.py").write_text(PROLIFIC, encoding="utf-8")
    ran = govlint("check", "page.html", "--format", "sarif=out.sarif", "--select", "ACME001", "--plugin", "prolific")
    (run,) = _runs(tmp_path / "out.sarif")
    assert len(run["results"]) == 25_000
    notes = run["invocations"][0]["toolConfigurationNotifications"]
    assert [note["descriptor"]["id"] for note in notes] == ["cut"]
    assert "另有 1 条未写入" in ran.stderr


def test_a_file_that_stays_large_when_packed_is_said(tmp_path: Path) -> None:
    large, plain = tmp_path / "large", tmp_path / "plain"
    large.write_bytes(random.Random(7).randbytes(MOST_PACKED + 1))
    plain.write_bytes(b"a" * (MOST_PACKED + 1))
    assert packed_size(large) > MOST_PACKED
    assert packed_size(plain) < MOST_PACKED // 100


def test_the_user_is_told_of_a_file_too_large(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("govlint.cli.sarif_files.packed_size", lambda _file: MOST_PACKED + 1)
    write_sarif([], tmp_path / "out.sarif", "zh", SarifChoice())
    assert capsys.readouterr().err == ""
    write_sarif(_one_report(), tmp_path / "out.sarif", "zh", SarifChoice())
    assert "10.0 MB" in capsys.readouterr().err


def _one_report() -> list[Any]:
    from govlint.registry import load_registry
    from govlint.report.build import build_report
    from govlint.testing import lint_files

    return [build_report(lint_files({"index.html": PAGE}), load_registry(), 0)]


def test_suppressed_faults_are_in_the_full_profile_alone(govlint: Run, tmp_path: Path) -> None:
    _page(tmp_path / "page.html", f"<!-- govlint-disable-next-line GOV2001 -- 下月改版 -->\n{SEARCH}")
    ran = govlint("check", "page.html", "--format", "sarif=full.sarif")
    assert ran.returncode == 0
    (result,) = _of_rule(_runs(tmp_path / "full.sarif")[0])
    assert result["suppressions"] == [{"kind": "inSource", "status": "accepted", "justification": "下月改版"}]
    govlint("check", "page.html", "--format", "sarif=github.sarif", "--sarif-profile", "github")
    assert not _of_rule(_runs(tmp_path / "github.sarif")[0])


def test_the_profile_can_stand_in_the_configuration(govlint: Run, tmp_path: Path) -> None:
    _page(tmp_path / "page.html", f"<!-- govlint-disable-next-line GOV2001 -- 下月改版 -->\n{SEARCH}")
    (tmp_path / "govlint.toml").write_text('sarif-profile = "github"', encoding="utf-8")
    govlint("check", "page.html", "--format", "sarif=out.sarif")
    assert not _of_rule(_runs(tmp_path / "out.sarif")[0])


def test_the_baseline_gives_each_result_a_state(govlint: Run, tmp_path: Path) -> None:
    _page(tmp_path / "site" / "index.html")
    _page(tmp_path / "site" / "mended.html")
    assert govlint("baseline", "create", "site", "--select", "GOV2001").returncode == 0
    _page(tmp_path / "site" / "mended.html", "<p>内容</p>")
    _page(tmp_path / "site" / "new.html", SEARCH.replace("搜索", "检索"))
    command = ("check", "site", "-b", "govlint-baseline.json", "--select", "GOV2001")
    govlint(*command, "--format", "sarif=full.sarif")
    states = {result["baselineState"] for result in _of_rule(_runs(tmp_path / "full.sarif")[0])}
    assert "absent" in states or "unchanged" in states
    assert "new" in states
    govlint(*command, "--format", "sarif=github.sarif", "--sarif-profile", "github")
    assert {result["baselineState"] for result in _of_rule(_runs(tmp_path / "github.sarif")[0])} == {"new"}


def test_a_severity_of_the_user_is_an_override(govlint: Run, tmp_path: Path) -> None:
    _page(tmp_path / "page.html")
    (tmp_path / "govlint.toml").write_text('[rules.GOV2001]\nseverity = "warning"', encoding="utf-8")
    govlint("check", "page.html", "--format", "sarif=out.sarif")
    (run,) = _runs(tmp_path / "out.sarif")
    (override,) = run["invocations"][0]["ruleConfigurationOverrides"]
    assert override["descriptor"]["id"] == "GOV2001"
    assert override["configuration"] == {"level": "warning"}
    assert [result["level"] for result in _of_rule(run)] == ["warning"]


def test_logical_fingerprints_take_the_place_of_line_hashes(govlint: Run, tmp_path: Path) -> None:
    _page(tmp_path / "page.html")
    govlint("check", "page.html", "--format", "sarif=line.sarif")
    govlint("check", "page.html", "--format", "sarif=logical.sarif", "--sarif-fingerprints", "logical")
    (line,), (logical,) = (_of_rule(_runs(tmp_path / f"{name}.sarif")[0]) for name in ("line", "logical"))
    assert line["partialFingerprints"]["govlint/v1"] == logical["partialFingerprints"]["govlint/v1"]
    assert logical["partialFingerprints"]["primaryLocationLineHash"] == logical["partialFingerprints"]["govlint/v1"]
    assert line["partialFingerprints"]["primaryLocationLineHash"].endswith(":1")


def test_a_finding_that_moved_keeps_its_fingerprint(govlint: Run, tmp_path: Path) -> None:
    _page(tmp_path / "page.html", SEARCH + "\n" + SEARCH)
    govlint("check", "page.html", "--format", "sarif=before.sarif")
    _page(tmp_path / "page.html", "<p>新</p>\n" * 10 + SEARCH + "\n" + SEARCH)
    govlint("check", "page.html", "--format", "sarif=after.sarif")
    before, after = (
        [result["partialFingerprints"]["govlint/v1"] for result in _runs(tmp_path / name)[0]["results"]]
        for name in ("before.sarif", "after.sarif")
    )
    assert before == after
    assert len(set(before)) == len(before)


# --- the repository


def _repository(folder: Path, head: str, url: str) -> None:
    git = folder / ".git"
    git.mkdir(parents=True)
    (git / "HEAD").write_text(head, encoding="utf-8")
    (git / "config").write_text(
        f'[core]\n\tbare = false\n[remote "other"]\n\turl = x\n[remote "origin"]\n\turl = {url}\n', encoding="utf-8"
    )


def test_the_repository_is_named_when_asked(govlint: Run, tmp_path: Path) -> None:
    _page(tmp_path / "page.html")
    _repository(tmp_path, "ref: refs/heads/main\n", "https://me:secret@git.example.org/a/site.git")
    (tmp_path / ".git" / "packed-refs").write_text(f"# pack-refs\n{'b' * 40} refs/heads/main\n", encoding="utf-8")
    govlint("check", "page.html", "--format", "sarif=silent.sarif")
    assert "versionControlProvenance" not in _runs(tmp_path / "silent.sarif")[0]
    govlint("check", "page.html", "--format", "sarif=out.sarif", "--sarif-provenance")
    (told,) = _runs(tmp_path / "out.sarif")[0]["versionControlProvenance"]
    assert told["repositoryUri"] == "https://git.example.org/a/site.git"
    assert (told["revisionId"], told["branch"]) == ("b" * 40, "main")


def test_heads_of_every_kind(tmp_path: Path) -> None:
    _repository(tmp_path / "detached", "c" * 40, "git@host:a/b.git")
    found = provenance(tmp_path / "detached")
    assert found is not None
    assert (found.repository, found.revision, found.branch) == ("ssh://host/a/b.git", "c" * 40, "")
    _repository(tmp_path / "unborn", "ref: refs/heads/main", "https://h/x")
    assert provenance(tmp_path / "unborn") is None
    _repository(tmp_path / "loose", "ref: refs/heads/a/b", "https://h/x")
    reference = tmp_path / "loose" / ".git" / "refs" / "heads" / "a" / "b"
    reference.parent.mkdir(parents=True)
    reference.write_text("d" * 40 + "\n", encoding="utf-8")
    found = provenance(tmp_path / "loose")
    assert found is not None
    assert found.branch == "a/b"
    assert provenance(tmp_path / "nowhere") is None


def test_a_work_tree_finds_what_it_shares(tmp_path: Path) -> None:
    _repository(tmp_path / "main", "ref: refs/heads/main", "https://h/x")
    own = tmp_path / "main" / ".git" / "worktrees" / "w"
    own.mkdir(parents=True)
    (own / "HEAD").write_text("e" * 40, encoding="utf-8")
    (own / "commondir").write_text("../..\n", encoding="utf-8")
    (tmp_path / "w").mkdir()
    (tmp_path / "w" / ".git").write_text(f"gitdir: {own}\n", encoding="utf-8")
    found = provenance(tmp_path / "w")
    assert found is not None
    assert found.revision == "e" * 40


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("https://token@github.com/a/b", "https://github.com/a/b"),
        ("https://u:p@h:8443/a?token=x#y", "https://h:8443/a"),
        ("ssh://git@h/a", "ssh://h/a"),
        ("git@h:a/b.git", "ssh://h/a/b.git"),
        ("h:a", ""),
        ("host:a", "ssh://host/a"),
        ("/srv/git/x.git", ""),
        ("../x", ""),
        ("C:\\git\\x", ""),
        ("file:///srv/x", ""),
        ("https://h:port/x", ""),
        ("", ""),
    ],
)
def test_addresses_as_others_may_see_them(url: str, address: str) -> None:
    assert public_address(url) == address
