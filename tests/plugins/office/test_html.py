"""The HTML report as text: what it lets a browser do, and what it says."""

from __future__ import annotations

import json
import re
from base64 import b64encode
from collections.abc import Callable
from hashlib import sha256

import pytest
from govlint.plugins.office.columns_map import age_of, column_map
from govlint.plugins.office.faults import faults_of
from govlint.plugins.office.first_faults import MOST
from govlint.plugins.office.history import by_site, history
from govlint.plugins.office.html import embedded, write
from hypothesis import given
from hypothesis import strategies as st
from lxml import html as parser

from govlint.finding import Origin, Region
from govlint.report.model import Report

from .conftest import fault

pytest.importorskip("jinja2", reason="the extra “report” is not installed")
Written = Callable[..., bytes]


def data_of(page: bytes) -> dict[str, list[list[object]]]:
    (text,) = re.findall(rb'<script type="application/json" id="data">(.*?)</script>', page, re.DOTALL)
    value: dict[str, list[list[object]]] = json.loads(text)
    return value


def test_the_policy_lets_in_its_own_style_and_script_alone(written: Written, sample: Report) -> None:
    page = written(write, sample).decode()
    (policy,) = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]*)"', page)
    (style,) = re.findall(r"<style>(.*?)</style>", page, re.DOTALL)
    (script,) = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)
    hashes = [b64encode(sha256(text.encode()).digest()).decode() for text in (style, script)]
    assert policy.replace("&#39;", "'") == (
        f"default-src 'none'; style-src 'sha256-{hashes[0]}'; script-src 'sha256-{hashes[1]}'; "
        "base-uri 'none'; form-action 'none'"
    )
    assert "innerHTML" not in script


def test_nothing_is_loaded_from_anywhere(written: Written, sample: Report) -> None:
    tree = parser.document_fromstring(written(write, sample).decode())
    assert not tree.xpath("//link | //img | //iframe | //*[@src] | //*[@style]")
    assert not [href for href in tree.xpath("//@href") if not href.startswith("#")]


def test_hostile_texts_stay_texts(written: Written, hostile: Report) -> None:
    page = written(write, hostile)
    tree = parser.document_fromstring(page.decode())
    assert len(tree.xpath("//script")) == 2
    assert not tree.xpath("//img | //b[not(ancestor::ul) and not(ancestor::div[@class='rule'])]")
    assert "<script>alert(1)" in str(data_of(page)["faults"][0][4])


def test_faults_are_grouped_by_cause(written: Written, sample: Report) -> None:
    faults = data_of(written(write, sample))["faults"]
    assert [(fault[1], fault[2], fault[6]) for fault in faults] == [
        ("GOV1001", "error", 1),
        ("GOV1002", "error", 1),
        ("GOV5001", "error", 3),
        ("GOV4001", "warning", 1),
        ("GOV1002", "review", 1),
    ]
    blank = faults[1]
    assert blank[10] == "每个栏目 2 分"
    assert blank[11] == [["site/news/lead/index.html", 3, 5, "", "<ul></ul> 后文", 0, 4]]
    assert re.fullmatch("GOV1002-[0-9a-f]{12}", str(blank[0]))


def test_the_map_colours_columns_by_their_faults(sample: Report) -> None:
    drawn = column_map(sample, faults_of(sample))
    states = {tile.name: tile.state for tile in [*drawn.tiles, *drawn.tiles[0].below, *drawn.missing, *drawn.outside]}
    assert states == {"要闻": "review", "领导": "blank", "旧栏目": "stale", "政务咨询": "missing", "外站": "outside"}


@pytest.mark.parametrize(
    ("days", "age"), [(0, "0 天"), (60, "60 天"), (365, "12 个月"), (800, "2.2 年"), (-1, "日期在未来")]
)
def test_ages(days: int, age: str) -> None:
    assert age_of(days).zh == age


def test_reports_of_one_site_make_a_history(written: Written, sample: Report, later: Report) -> None:
    (group,) = by_site([later, sample])
    assert [(day.day.month, day.new, day.mended) for day in history(group)] == [(1, 0, 0), (2, 0, 1)]
    page = written(write, later, sample).decode()
    assert "问题的变化" in page
    assert "GOV5001" not in {fault[1] for fault in data_of(page.encode())["faults"]}


def test_two_sites_are_two_parts(written: Written, sample: Report, hostile: Report) -> None:
    tree = parser.document_fromstring(written(write, sample, hostile).decode())
    assert len(tree.xpath("//header")) == 2
    assert len(tree.xpath("//h1")) == 1
    assert all("n=1" in href for href in tree.xpath("//section[@id='verdict1']//a/@href"))
    ids = tree.xpath("//@id")
    assert len(set(ids)) == len(ids)


def test_one_fault_of_two_sites_has_two_links(written: Written, sample: Report) -> None:
    page = written(write, sample, sample._replace(site_name="另一局", target="other"))
    ids = [str(fault[0]) for fault in data_of(page)["faults"]]
    assert len(ids) == len(set(ids)) == 10
    assert [id + "-2" for id in ids[:5]] == ids[5:]


def test_english(written: Written, sample: Report) -> None:
    page = written(write, sample, language="en").decode()
    assert '<html lang="en">' in page
    assert "Site self-check" in page


@given(st.text())
def test_embedded_data_is_whole_and_cannot_be_left(text: str) -> None:
    made = embedded([text])
    assert json.loads(made) == [text]
    assert not set(made) & set("<>&\u2028\u2029")


def test_it_says_which_template_a_fault_comes_from(written: Written, make: Callable[..., Report]) -> None:
    origin = Origin("模板/列表.html", Region(8, 3, 8, 20), "<ul>", 12)
    page = written(write, make(fault("GOV1002", "要闻", origins=(origin,))))
    assert "出自模板 模板/列表.html:8:3（12 个页面）" in data_of(page)["faults"][0]


def test_the_first_faults_of_each_rule_can_be_read_without_scripts(
    written: Written, make: Callable[..., Report], sample: Report
) -> None:
    many = make(*sample.findings, *(fault("GOV5001", f"{number}.html", f"x{number}.html") for number in range(500)))
    tree = parser.document_fromstring(written(write, many).decode())
    (shown,) = tree.xpath("//div[@id='list']")
    assert [head.text_content().split()[0] for head in shown.xpath(".//h3")] == [
        "GOV1001", "GOV1002", "GOV5001", "GOV4001"
    ]  # fmt: skip
    assert len(shown.xpath(".//article")) == 1 + 2 + MOST + 1
    assert "另有 491 项没有列出" in shown.text_content()
    first = shown.xpath(".//article")[1].text_content()
    for words in ("错误", "“lead”有问题。", "site/news/lead/index.html:3:5", "<ul></ul> 后文", "每个栏目 2 分"):
        assert words in first
    assert tree.xpath("//form[@id='filter']/@hidden")


def test_a_report_without_faults_says_so(written: Written, make: Callable[..., Report]) -> None:
    tree = parser.document_fromstring(written(write, make()).decode())
    assert "没有发现问题。" in tree.xpath("//div[@id='list']")[0].text_content()
