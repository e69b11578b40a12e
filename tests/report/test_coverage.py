"""How much of a template tree was understood: in the text report, in SARIF, and in JSON and back."""

from __future__ import annotations

import io
import json
from pathlib import Path

from govlint.lint.engine import run
from govlint.lint.settings import Settings
from govlint.registry import load_registry
from govlint.report.build import build_report
from govlint.report.coverage import coverage_value, read_coverage
from govlint.report.model import Report
from govlint.report.read import read_reports
from govlint.source.directory import open_folder

TREE = {
    "index.ftl": '<!DOCTYPE html><html><body><#include "head.ftl"><#include "none.ftl"><p>${a}</p><#list b as',
    "head.ftl": "<p>${site.name}</p>",
    "foot.html": "<p>页脚</p>",
    "config.php": "a = 1",
    "static/ueditor/dialogs/link.html": "<html><head></head><body></body></html>",
    "head - 副本.ftl": "<p>${site.name}</p>",
}


def _report(folder: Path) -> Report:
    for path, text in TREE.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    registry = load_registry()
    return build_report(run(open_folder(folder), Settings(), registry), registry, 1)


def test_every_file_is_accounted_for(tmp_path: Path) -> None:
    report = _report(tmp_path)
    found = report.templates
    assert found is not None
    assert found._replace(tags=0) == (4, 2, (("freemarker", 2),), 1, 1, 0, 1, 2, 1, 2, False)
    text = io.StringIO()
    load_registry().reporters["text"].write([report], text, language="zh")
    assert (
        "模板 4 个文件（freemarker 2，没有标签的 1，不是网页的 1），其中页面 2 个；标签 5 处，未写完 1 处；"
        "引用 2 处，找到 1 处；略过副本和第三方组件 2 个。" in text.getvalue()
    )


def test_sarif_and_json_say_the_same(tmp_path: Path) -> None:
    report = _report(tmp_path)
    for name in ("sarif", "json"):
        stream = io.StringIO()
        load_registry().reporters[name].write([report], stream, language="zh")
        log = json.loads(stream.getvalue())
        said = log["runs"][0]["properties"]["templates"] if name == "sarif" else log["reports"][0]["templates"]
        assert said == coverage_value(report.templates)
        assert read_coverage(said) == report.templates
    assert read_reports(stream.getvalue().encode())[0].templates == report.templates
