"""The terminal report: goldens, and what must hold whatever the terminal and the pages are."""

import io
import re
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from govlint.finding import Edit, Finding, Fix, Location, Mark, Region, Severity, Text, Verdict
from govlint.report.cells import width
from govlint.report.model import Counts, Report
from govlint.report.terminal import terminal
from govlint.report.text import write
from govlint.report.words import kind_reason
from govlint.source.abilities import Archive

Written = Callable[..., str]
MakeReport = Callable[..., Report]
MakeFinding = Callable[..., Finding]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_golden(written: Written, sample: Report, golden: Callable[[str, str], None], language: str) -> None:
    golden(f"sample.{language}.txt", written(write, sample, language=language))


def test_golden_of_a_clean_site(written: Written, quiet: Report, golden: Callable[[str, str], None]) -> None:
    golden("quiet.zh.txt", written(write, quiet))


def test_several_targets_each_have_their_name(written: Written, sample: Report, quiet: Report) -> None:
    text = written(write, sample, quiet._replace(target="other", site_name=""))
    assert text.startswith("== site 示例市发展和改革委员会 ==\nsite/about/")
    assert "\n\n== other ==\n没有发现问题。\n" in text


def test_the_caret_stands_under_the_column(
    written: Written, make_finding: MakeFinding, make_report: MakeReport
) -> None:
    finding = make_finding(region=Region(12, 13, 12, 17), line="    <b>栏</b><ul>")
    lines = written(write, make_report(finding)).splitlines()
    assert lines[1] == "  12 | <b>栏</b><ul>"
    assert lines[2] == "     |          ^^^^"


def test_a_region_of_several_lines_is_marked_to_the_end_of_its_first(
    written: Written, make_finding: MakeFinding, make_report: MakeReport
) -> None:
    finding = make_finding(region=Region(3, 2, 9, 1), line="a<div")
    assert "     |  ^^^^\n" in written(write, make_report(finding))


def test_one_thing_on_hundreds_of_pages_is_told_once(
    written: Written, make_finding: MakeFinding, make_report: MakeReport
) -> None:
    findings = [make_finding(path=f"p{n:03}.html", key="footer") for n in range(200)]
    text = written(write, make_report(*findings))
    assert text.count("没有任何内容") == 1
    assert "同样的问题另有 199 处，涉及 199 个文件：p001.html:1:1、p002.html:1:1、p003.html:1:1 ..." in text
    assert "×200" in text
    assert written(write, make_report(*findings), full=True).count("没有任何内容") == 200


def test_a_few_repetitions_are_all_shown(written: Written, make_finding: MakeFinding, make_report: MakeReport) -> None:
    findings = [make_finding(path=f"{n}.html") for n in range(3)]
    assert written(write, make_report(*findings)).count("栏目“领导之窗”") == 3


def test_related_places_with_one_note_share_a_line(
    written: Written, make_finding: MakeFinding, make_report: MakeReport
) -> None:
    links = [
        Location(f"{n}.html", note=Text("指向它的链接", "a link to it"), region=Region(n, 1, n, 2)) for n in range(1, 9)
    ]
    menu = Location("index.html", note=Text("导航", "the menu"))
    text = written(write, make_report(make_finding(related=(*links[:5], menu, *links[5:]))))
    assert (
        "     | 另见 1.html:1:1、2.html:2:1、3.html:3:1 (另有 5 处)  指向它的链接\n     | 另见 index.html  导航\n"
        in text
    )


def test_reviews_are_short_and_never_problems(
    written: Written, make_finding: MakeFinding, make_report: MakeReport
) -> None:
    reason = Text("请打开网页核实。", "Look at the page.")
    reviews = [make_finding(verdict=Verdict.REVIEW, key=str(n), reason=reason) for n in range(12)]
    text = written(write, make_report(*reviews, exit_code=0, rules=()))
    assert text.startswith("待人工核实（不计为问题）\n  GOV1002  ×12\n    index.html:1:1  栏目")
    assert text.count("请打开网页核实。") == 5
    assert "另有 7 处" in text
    assert "待人工核实 12 项" in text
    assert "^" not in text


@pytest.mark.parametrize(
    ("counts", "exit_code", "expected"),
    [
        (Counts(files=2, pages=1), 0, "没有发现问题。"),
        (Counts(files=2, pages=1, unread=1), 0, "没有发现问题，但有 1 个文件未能读取。"),
        (Counts(files=2, pages=1), 3, "没有发现问题，但检查没有正常完成。"),
        (Counts(files=2), 4, "没有检查任何页面。"),
        (Counts(pages=1, errors=1, notes=2), 1, "发现 3 个问题：错误 1，警告 0，提示 2。"),
    ],
)
def test_the_verdict_is_never_falsely_green(
    written: Written, make_report: MakeReport, counts: Counts, exit_code: int, expected: str
) -> None:
    assert expected in written(write, make_report(counts=counts, exit_code=exit_code)).splitlines()


def test_what_a_notification_and_a_finding_both_say_is_written_once(
    written: Written, sample: Report, make_finding: MakeFinding
) -> None:
    broken = make_finding("规则在此页出错。", "The rule broke on this page.", path="bad.html", rule_id="GOV5001")
    both = sample._replace(findings=(broken,), fingerprints=("0" * 64,))
    assert written(write, both).count("规则在此页出错。") == 1
    another = broken._replace(message=Text("另一个问题。", "Another."))
    assert written(write, both._replace(findings=(another,))).count("规则在此页出错。") == 1


class Stream(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("stream", "environ", "expected"),
    [
        (Stream(), {}, True),
        (io.StringIO(), {}, False),
        (Stream(), {"NO_COLOR": "1"}, False),
        (Stream(), {"NO_COLOR": ""}, True),
        (io.StringIO(), {"FORCE_COLOR": "1"}, True),
        (io.StringIO(), {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
    ],
)
def test_colour_follows_the_terminal_and_the_environment(
    stream: io.StringIO, environ: dict[str, str], expected: bool
) -> None:
    assert terminal(stream, environ=environ).colour is expected


def test_the_basis_of_a_rule_is_told_once(written: Written, sample: Report) -> None:
    text = written(write, sample)
    assert text.count("依据 国办秘函〔2019〕19号“其他栏目”\n") == 1
    assert "Basis: 国办秘函〔2019〕19号 “Other columns”\n" in written(write, sample, language="en")


def test_colours_change_nothing_but_colours(written: Written, sample: Report) -> None:
    coloured = written(write, sample, colour=True)
    assert "\x1b[" in coloured
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == written(write, sample, colour=False)


@pytest.mark.parametrize("encoding", ["gbk", "ascii", "utf-8"])
def test_no_encoding_breaks_it(sample: Report, make_finding: MakeFinding, encoding: str) -> None:
    odd = make_finding("标题“😀\ud800”不对。", path="\udcff.html", line="<p>😀ไทย</p>")
    report = sample._replace(findings=(*sample.findings, odd), fingerprints=(*sample.fingerprints, "0" * 64))
    stream = io.TextIOWrapper(io.BytesIO(), encoding=encoding)
    write([report], stream)
    stream.flush()
    assert stream.buffer.getvalue().decode(encoding)  # type: ignore[attr-defined]


hostile = st.text(st.characters(codec=None, exclude_categories=()), max_size=80)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(text=hostile, line=hostile, start=st.integers(1, 99), columns=st.integers(20, 120))
def test_pages_cannot_steer_the_terminal(
    written: Written,
    make_finding: MakeFinding,
    make_report: MakeReport,
    text: str,
    line: str,
    start: int,
    columns: int,
) -> None:
    region = Region(1, start, 1, start + 5)
    more: dict[str, Any] = {"related": (Location(text, note=Text(text, text), region=region),)}
    finding = make_finding(text, text, path=text, line=line, region=region, severity=Severity.NOTE, **more)
    shown = written(write, make_report(finding, target=text), colour=False, width=columns)
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", shown)
    excerpts = [row for row in shown.splitlines() if re.match(r" {3}1 \| | {4} \| [ ^]*$", row)]
    assert all(width(row) <= max(columns, 40) + 1 for row in excerpts)


def test_rule_ids_are_links_on_a_terminal_alone(written: Written, sample: Report) -> None:
    class Tty(io.StringIO):
        def isatty(self) -> bool:
            return True

    page = "https://github.com/govlint/govlint/blob/main/docs/rules/GOV5001.md"
    shown = Tty()
    write([sample], shown, colour=True)
    assert f"\x1b]8;;{page}\x1b\\" in shown.getvalue()
    assert "rules/ACME001" not in shown.getvalue()  # other people's rules have their pages elsewhere
    for stream, environ in (
        (Tty(), {"TERM": "dumb"}),
        (Tty(), {"NO_COLOR": "1"}),
        (io.StringIO(), {"FORCE_COLOR": "1"}),
    ):
        assert not terminal(stream, environ=environ).links
    assert "\x1b]8" not in written(write, sample, colour=True)


def test_what_can_be_mended_is_marked_and_counted(
    written: Written, make_finding: MakeFinding, make_report: MakeReport
) -> None:
    edit = Edit("a.html", Mark(0), ' lang="zh-CN"')
    safe, unsafe = (Fix(Text("写上 lang", "Add lang"), (edit,), safe=safe) for safe in (True, False))
    report = make_report(
        make_finding(path="a.html", key="a")._replace(fix=safe),
        make_finding(path="b.html", key="b")._replace(fix=unsafe),
        make_finding(path="c.html", key="c"),
    )  # fmt: skip
    lines = written(write, report).splitlines()
    assert [line.split(":")[0] for line in lines if line.endswith("[*]")] == ["a.html"]
    assert "[*] 1 个可用 --fix 修复。1 个可用 --fix --unsafe-fixes 修复，须人工核对。" in lines
    english = written(write, report, language="en")
    assert "[*] 1 fixable with --fix. 1 with --fix --unsafe-fixes, to be looked over by a person." in english
    packed = written(write, report._replace(archive=Archive("site.zip", "site.zip")))
    assert "[*]" not in packed
    assert "--fix" not in written(write, make_report(make_finding()))


@pytest.mark.parametrize(
    ("reason", "words"),
    [
        ("told", "由 --site-kind 指定"),
        ("configuration", "由配置的 site-kind 指定"),
        ("list", "由清单指定"),
        ("default", "没有线索，按部门网站判断"),
        ("name: 某局, code: 4399000017", "据名称“某局”、网站标识码 4399000017"),
        ("name: 某镇 (township)", "据名称“某镇”（乡镇）"),
        ("domain: www.x.gov.cn", "据域名 www.x.gov.cn"),
        ("whatever", "whatever"),
    ],
)
def test_the_reason_of_the_kind_is_said_in_words(reason: str, words: str) -> None:
    assert kind_reason(reason).zh == words
