"""The files of the office in LibreOffice, as many an office opens them: all of it is there, and a ledger comes back."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from govlint.plugins.office import docx, xlsx
from govlint.plugins.office.bulletin import docx as bulletin_docx
from govlint.plugins.office.returned import read

from govlint.report.model import Report

from . import bulletins

pytest.importorskip("docxtpl", reason="the extra “report” is not installed")
SOFFICE = shutil.which("soffice") or shutil.which("libreoffice")
pytestmark = pytest.mark.skipif(not SOFFICE, reason="no LibreOffice: apt install libreoffice-calc libreoffice-writer")
Converted = Callable[[str, bytes, str], Path]


@pytest.fixture
def converted(tmp_path: Path) -> Converted:
    """Return a function that writes a file, lets LibreOffice save it in another format, and returns that file."""

    def run(name: str, data: bytes, format: str) -> Path:
        file, out = tmp_path / name, tmp_path / "out"
        file.write_bytes(data)
        profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
        command = [str(SOFFICE), "--headless", profile, "--convert-to", format, "--outdir", str(out), str(file)]
        ran = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)
        made = out / f"{file.stem}.{format.partition(':')[0]}"
        assert made.exists(), ran.stdout + ran.stderr
        return made

    return run


def test_letters_and_bulletins_open(
    converted: Converted, written: Callable[..., bytes], sample: Report, tmp_path: Path
) -> None:
    letter = converted("letter.docx", written(docx.write, sample), "txt:Text (encoded):UTF8").read_text("utf-8-sig")
    for words in ("某某市某局网站自查整改报告", "（一）空白栏目", "“lead”有问题", "四、下一步工作"):
        assert words in letter
    stores = [bulletins.batch(tmp_path / day) for day in ("new", "old")]
    data = bulletins.written(bulletin_docx.write, bulletins.bulletin(*stores))
    notice = converted("notice.docx", data, "txt:Text (encoded):UTF8").read_text("utf-8-sig")
    for words in ("（三）空白栏目", "三、反复出现问题的网站", "甲局", "不合格网站名单", "栏目不更新"):
        assert words in notice


def test_a_ledger_saved_by_libreoffice_comes_back(
    converted: Converted, written: Callable[..., bytes], sample: Report
) -> None:
    data = written(xlsx.write, sample)
    for format in ("ods", "xlsx"):
        rows = read(converted("ledger.xlsx", data, format))
        assert [row.rule_id for row in rows] == ["GOV1001", "GOV1002", "GOV5001", "GOV4001"]
        assert {row.state for row in rows} == {"未整改"}
        assert all(row.mark for row in rows)
