"""Fixes made: what each rule mends is mended for good, and nothing else moves."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from govlint.finding import Edit, Finding, Fix, Location, Mark, Text, Verdict
from govlint.lint.engine import run
from govlint.lint.findings.fixing import Fixed, fix
from govlint.lint.findings.grouping import group
from govlint.lint.settings import Settings
from govlint.registry import load_registry
from govlint.source.model import Source
from govlint.testing import EXAMPLE_DAY, MemorySource

BODY = "<body><h1>关于春季植树的通知</h1><p>今年林业工作要点公布，全市造林绿化任务全面完成。</p></body></html>"
TITLE = "<title>云霁市林业局</title>"
RULES = ("GOV9001", "GOV9003", "GOV9005", "GOV9007", "GOV6010", "GOV6014", "GOV6015", "GOV6016")


def mend(
    files: Mapping[str, bytes], folder: Path, *select: str, unsafe: bool = False, encoding: str | None = None
) -> tuple[Fixed, dict[str, bytes]]:
    """Mend a site; return what came of it, and the changed files."""
    settings = Settings(select=select or RULES, as_of=EXAMPLE_DAY, encoding=encoding)
    registry = load_registry()

    def lint(source: Source) -> object:
        return run(source, settings, registry, today=EXAMPLE_DAY)

    folder.mkdir(exist_ok=True)
    fixed = fix(MemorySource(files), settings, lint, folder, unsafe=unsafe)  # type: ignore[arg-type]
    return fixed, {each.path: fixed.after.read(each.path) for each in fixed.changed}


def encoded(text: str, encoding: str = "utf-8") -> bytes:
    return text.encode(encoding)


CASES = {
    "language": (f"<html><head>{TITLE}</head>{BODY}", "<html", '<html lang="zh-CN"', "GOV9007", False),
    "empty language": (f"<html lang=''><head>{TITLE}</head>{BODY}", "lang=''", 'lang="zh-CN"', "GOV9007", False),
    "old host": (
        f'<html lang="zh"><head>{TITLE}</head><a HREF=http://121.43.68.40/exposure/jiucuo.html?site_code=1&amp;x>找错</a>'
        f"<script src='//121.43.68.40/exposure/jiucuo.js'></script>{BODY}",
        "121.43.68.40",
        "zfwzgl.www.gov.cn",
        "GOV6010",
        False,
    ),
    "icons": (
        f'<html lang="zh"><head>{TITLE}</head><a href="a"><img src="t.png"/>公告</a><a href="b"><IMG src="t.png">x</a>'
        f'<a href="c"><img src="u.png">要闻</a>{BODY}',
        ' src="',
        ' alt="" src="',
        "GOV9005",
        False,
    ),
    "no title": (
        f'<html lang="zh">\r\n  <head>\r\n</head>{BODY}',
        "<head>",
        "<head>\r\n  <title>关于春季植树的通知</title>",
        "GOV9003",
        True,
    ),
    "empty title": (
        f'<html lang="zh"><head><title> </title></head>{BODY}',
        "<title> </title>",
        "<title>关于春季植树的通知</title>",
        "GOV9003",
        True,
    ),
}


@pytest.mark.parametrize("encoding", ["utf-8", "gbk", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("case", CASES)
def test_the_fault_is_gone_and_every_other_byte_is_there(case: str, encoding: str, tmp_path: Path) -> None:
    text, old, new, rule, unsafe = CASES[case]
    name = "utf-16-le" if encoding == "utf-16" else encoding.removesuffix("-sig")
    before = encoded(text, encoding)
    if case == "icons":
        assert before.count(old.encode(name)) == 3
    fixed, changed = mend({"a.html": before}, tmp_path, rule, unsafe=unsafe)
    assert not fixed.result.findings
    assert changed["a.html"] == before.replace(old.encode(name), new.encode(name))


@pytest.mark.parametrize(
    ("text", "encoding", "old", "new"),
    [
        ('<html><head><META CHARSET="GB2312">{}', "utf-8", "GB2312", "utf-8"),
        ("<html><head><meta charset=utf-8>{}", "gbk", "utf-8", "gb18030"),
        ('<html><head><meta content="text/html; charset=gbk" http-equiv="Content-Type">{}', "utf-8", "gbk", "utf-8"),
        ("<html><head><meta charset='utf8mb4'>{}", "utf-8", "utf8mb4", "utf-8"),
        ('<html><head><meta charset="utf-8"><meta charset="gbk">{}', "utf-8", "gbk", "utf-8"),
    ],
)
def test_a_wrong_label_is_put_right(text: str, encoding: str, old: str, new: str, tmp_path: Path) -> None:
    before = encoded(text.format(f"{TITLE}</head>{BODY}"), encoding)
    fixed, changed = mend({"a.html": before}, tmp_path, "GOV9001")
    assert not fixed.result.findings
    assert changed["a.html"] == before.replace(old.encode(), new.encode())


@pytest.mark.parametrize(
    "page",
    [
        f'<html lang="zh"><head><meta charset="utf-8">{TITLE}</head>{BODY}'.encode("gbk") + b"\xff\xff",  # damage
        f"<html><head>{TITLE}</head><body>{'Forestry news of the week. ' * 9}</body></html>".encode(),  # English
        f"<html><head><title>雲霽縣</title></head><body>{'縣長辦公會議紀要發佈' * 5}</body></html>".encode(),
        f'<html lang="zh"><head>{TITLE}</head><img src="map.png">{BODY}'.encode(),  # a picture that may tell something
        f'<html lang="zh"><head>{TITLE}</head><a href="http://121.43.68.40:8080/x">找错</a>{BODY}'.encode(),
    ],
)
def test_what_is_not_certain_is_left_alone(page: bytes, tmp_path: Path) -> None:
    fixed, changed = mend({"a.html": page}, tmp_path, "GOV9001", "GOV9005", "GOV9007", "GOV6010")
    assert fixed.result.findings
    assert not changed


def test_a_suppressed_fault_is_not_mended(tmp_path: Path) -> None:
    page = f"<!-- govlint-disable GOV9007 -- 由外壳声明 -->\n<html><head>{TITLE}</head>{BODY}".encode()
    assert not mend({"a.html": page}, tmp_path, "GOV9007")[1]


def test_every_page_of_a_grouped_finding_is_mended(tmp_path: Path) -> None:
    pages = {f"{number}/a.html": f"<html><head>{TITLE}</head>{BODY}".encode() for number in range(30)}
    fixed, changed = mend(pages, tmp_path, "GOV9007")
    assert len(changed) == 30
    assert not fixed.result.findings


def test_tags_are_written_to_be_filled_in_on_all_pages_when_asked(tmp_path: Path) -> None:
    text = (
        f'<html lang="zh"><head>\n\t<meta charset="gbk">\n\t{TITLE}</head><body><div class="nav">'
        '<a href="index.html">首页</a>'
        '</div><p>今日要闻</p><div class="footer">主办单位：云霁市林业局</div></body></html>'
    )
    pages = {path: text.encode("gbk") for path in ("index.html", *(f"gk/zn{number}.html" for number in range(20)))}
    assert not mend(pages, tmp_path / "safe", "GOV6014")[1]
    fixed, changed = mend(pages, tmp_path / "all", "GOV6014", unsafe=True)
    assert set(changed) == set(pages)
    assert not fixed.result.findings
    skeleton = b"".join(
        b'<meta name="%s" content="">\n\t' % name for name in (b"SiteName", b"SiteDomain", b"SiteIDCode")
    )
    assert all(changed[path] == pages[path].replace(b"<title>", skeleton + b"<title>") for path in pages)


def test_fixing_twice_changes_nothing_more(tmp_path: Path) -> None:
    pages = {
        f"{number}.html": encoded(text.replace(' lang="zh"', ""), "gbk")
        for number, (text, *_) in enumerate(CASES.values())
    }
    _, changed = mend(pages, tmp_path / "1", unsafe=True)
    assert changed
    assert not mend({**pages, **changed}, tmp_path / "2", unsafe=True)[1]


def _finding(path: str, *edits: Edit, safe: bool = True) -> Finding:
    return Finding(Verdict.FAIL, Text("坏。", "Bad."), Location(path), "x", fix=Fix(Text("改", "Mend"), edits, safe))


def test_grouped_findings_share_one_fix() -> None:
    edits = [Edit(path, Mark(0), "x") for path in ("a.html", "b.html", "c.html")]
    (joined,) = group([_finding(edit.path, edit, safe=edit.path != "b.html") for edit in edits], "c.html")
    assert joined.fix is not None
    assert set(joined.fix.edits) == set(edits)
    assert not joined.fix.safe


class _Stubborn:
    """A rule whose fix does not end its finding, and two fixes for one place."""

    def __init__(self, *texts: str) -> None:
        self._texts = texts

    def lint(self, source: Source) -> object:
        data = source.read("a.html").decode()
        settings = Settings(select=("GOV9003",), as_of=date(2026, 1, 1))
        result = run(MemorySource({"a.html": data.encode()}), settings, load_registry())
        from dataclasses import replace

        edits = [Edit("a.html", Mark(0), text, (1, 1)) for text in self._texts]
        found = [_finding("a.html", edit)._replace(key=edit.text, rule_id="X") for edit in edits]
        return replace(result, findings=tuple(found))


def test_a_fix_that_does_not_help_is_made_once_and_one_place_takes_one_fix_a_pass(tmp_path: Path) -> None:
    rule = _Stubborn("a", "b")
    fixed = fix(MemorySource({"a.html": b"<p>"}), Settings(), rule.lint, tmp_path, unsafe=False)  # type: ignore[arg-type]
    assert fixed.after.read("a.html") == b"<bap>"
    assert fixed.changed[0].fixes == 2
