"""The configuration at work: what it sets, and what the command line sets above it."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Run

PAGE = (
    "<!DOCTYPE html><html lang=zh><head><meta charset=utf-8><title>某局</title></head><body>"
    '<form action=""><input type="text"><button type="button">搜索</button></form></body></html>'
)


def _write(folder: Path, config: str) -> None:
    (folder / "page.html").write_text(PAGE, encoding="utf-8")
    (folder / "old").mkdir()
    (folder / "old" / "page.html").write_text(PAGE, encoding="utf-8")
    (folder / "govlint.toml").write_text(config, encoding="utf-8")


def test_a_severity_is_changed_and_the_rule_switched_off_by_path(govlint: Run, tmp_path: Path) -> None:
    _write(tmp_path, '[rules.GOV2001]\nseverity = "note"\n[[overrides]]\npaths = ["old/"]\nignore = ["GOV2001"]')
    ran = govlint("check", "page.html", "old/page.html", "--select", "GOV2001")
    assert ran.returncode == 0
    assert "page.html:1" in ran.stdout
    assert "old/page.html:1" not in ran.stdout


def test_off_is_off(govlint: Run, tmp_path: Path) -> None:
    _write(tmp_path, '[rules.GOV2001]\nseverity = "off"')
    assert "GOV2001" not in govlint("check", "page.html").stdout


def test_excluded_files_are_left_out(govlint: Run, tmp_path: Path) -> None:
    _write(tmp_path, 'exclude = ["old/"]')
    assert "old/" not in govlint("check", "page.html", "old/page.html").stdout


def test_the_command_line_comes_first(govlint: Run, tmp_path: Path) -> None:
    _write(tmp_path, 'fail-on = "never"\nlang = "en"\nselect = ["GOV2001"]')
    assert govlint("check", "page.html").returncode == 0
    assert govlint("check", "page.html", "--fail-on", "error").returncode == 1
    assert govlint("check", "page.html", "--no-config").returncode == 1


def test_who_told_the_day_and_the_kind_is_said(govlint: Run, tmp_path: Path) -> None:
    _write(tmp_path, 'as-of = "2026-01-02"\nsite-kind = "portal"')
    told = govlint("check", "old").stdout
    assert "2026-01-02（由配置的 as-of 指定）" in told
    assert "由配置的 site-kind 指定" in told
    told = govlint("check", "old", "--as-of", "2026-02-03", "--site-kind", "department").stdout
    assert "2026-02-03（由 --as-of 指定）" in told
    assert "由 --site-kind 指定" in told


def test_a_broken_configuration_is_a_usage_error(govlint: Run, tmp_path: Path) -> None:
    _write(tmp_path, "lang = ")
    ran = govlint("check", "page.html")
    assert ran.returncode == 2
    assert "govlint.toml" in ran.stderr


def test_init_writes_what_config_show_reads(govlint: Run, tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").write_text(PAGE.replace("某局", "某市人民政府"), encoding="utf-8")
    assert govlint("init", "site").returncode == 0
    shown = govlint("config", "show", "--origin")
    assert shown.returncode == 0
    assert '"portal"' in shown.stdout
    assert govlint("init", "site").returncode == 2
    assert govlint("init", "site", "--force").returncode == 0


def test_the_schema_is_printed(govlint: Run) -> None:
    assert '"GOV1002"' in govlint("config", "schema").stdout


def test_the_baseline_of_the_configuration_is_beside_it(govlint: Run, tmp_path: Path) -> None:
    _write(tmp_path, 'baseline = "known.json"')
    assert govlint("baseline", "create", "page.html", "-b", "known.json", "--select", "GOV2001").returncode == 0
    assert govlint("check", "page.html", "--select", "GOV2001").returncode == 0
    assert govlint("check", "../page.html", "--select", "GOV2001", cwd=tmp_path / "old").returncode != 2


def test_show_shows_the_tables_too(govlint: Run, tmp_path: Path) -> None:
    _write(tmp_path, '[[suppress]]\nrule = "GOV2001"\nreason = "下月改版"\n[rules.GOV2001]\nseverity = "note"')
    shown = govlint("config", "show").stdout
    assert "下月改版" in shown
    assert "rules = " in shown
