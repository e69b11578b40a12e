"""Which language is spoken: the option, then the configuration, then the locale, then Chinese."""

from __future__ import annotations

from pathlib import Path

import pytest

from govlint.cli.language import language
from govlint.config.load import Config
from tests.cli.conftest import Run


@pytest.mark.parametrize(
    ("environ", "expected"),
    [
        ({}, "zh"),
        ({"LANG": "C.UTF-8"}, "zh"),
        ({"LANG": "zh_CN.GB18030"}, "zh"),
        ({"LANG": "en_US.UTF-8"}, "en"),
        ({"LANG": "en"}, "en"),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": "en_GB.UTF-8"}, "en"),
        ({"LANG": "en_US.UTF-8", "LC_MESSAGES": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "en_US.UTF-8", "LC_ALL": ""}, "en"),
        ({"LANG": "enm_XX"}, "zh"),
    ],
)
def test_the_locale_decides_where_nobody_else_does(environ: dict[str, str], expected: str) -> None:
    assert language(None, Config(), environ) == expected


def test_the_configuration_comes_before_the_locale_and_the_option_before_both() -> None:
    config = Config({"lang": "zh"})
    assert language(None, config, {"LANG": "en_US.UTF-8"}) == "zh"
    assert language("en", config, {"LANG": "zh_CN.UTF-8"}) == "en"


def test_the_configuration_counts_on_the_command_line(govlint: Run, tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text("<html lang=zh><title>某局</title><body>内容</body></html>", encoding="utf-8")
    (tmp_path / "govlint.toml").write_text('lang = "en"', encoding="utf-8")
    assert "Looked at 1 file" in govlint("check", "page.html").stdout
    assert "检查了 1 个文件" in govlint("check", "page.html", "--lang", "zh").stdout
