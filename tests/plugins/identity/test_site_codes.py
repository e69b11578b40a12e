"""Codes: their form, the places that state them, and pages that contradict each other."""

import pytest
from govlint.plugins.identity.sample_pages import CODE, TAGS, page
from govlint.plugins.identity.site_codes import is_code, is_placeholder

from govlint.finding import Verdict
from tests.plugins.identity.marked_pages import document, marks, said


@pytest.mark.parametrize("code", ["4399000017", "bm29000017", "BM29000017", "3590000001"])
def test_codes(code: str) -> None:
    assert is_code(code)


@pytest.mark.parametrize("code", ["439900001", "43990000170", "bm2900001", "ab29000017"])
def test_malformed_codes(code: str) -> None:
    assert not is_code(code)
    assert not is_placeholder(code)


@pytest.mark.parametrize("text", ["政府网站标识码", "0000000000", "xxxxxxxxxx", ""])
def test_placeholders(text: str) -> None:
    assert is_placeholder(text)


def test_all_places_that_state_a_code() -> None:
    source = document(
        f"<div>主办单位：某局 {CODE}</div><script id='_jiucuo_' sitecode='4399000018'></script>"
        "<a href='/exposure/jiucuo.html?site_code=4399000019' onclick=\"Link('4399000020')\"></a>",
        head=TAGS,
    )
    stated = {(use.where, use.code) for use in marks(source).codes}
    assert stated == {
        ("meta", "4399000017"),
        ("shown", "4399000017"),
        *(("entry", f"43990000{number}") for number in (18, 19, 20)),
    }


def test_full_width_digits_are_digits() -> None:
    assert marks(document("主办单位：某局　网站标识码：４３９９００００１７")).codes[0].code == "4399000017"


def test_codes_that_articles_speak_of_are_not_the_page_s_own() -> None:
    report = (
        "<p>附件：关停网站名单</p><table><tr><td>某镇</td><td>网站标识码：4399000099</td></tr></table>"
        + "<p>正文</p>" * 400
    )
    assert not said("GOV6008", {"index.html": page(CODE), "a.html": page(CODE, body=report)})


def test_code_in_a_comment_does_not_contradict() -> None:
    assert not said("GOV6008", {"index.html": page(CODE, '<!-- <a href="jiucuo.html?site_code=5101000030"></a> -->')})


def test_a_copied_code_is_told_once_for_all_pages() -> None:
    entry = "<a href='https://zfwzgl.www.gov.cn/exposure/jiucuo.html?site_code=5101000030'>找错</a>"
    (finding,) = said("GOV6008", {f"{name}.html": page(CODE, entry) for name in "abc"})
    assert finding.verdict is Verdict.FAIL
    assert dict(finding.properties)["pages"] == 3
    assert "5101000030" in finding.location.line_text


def test_single_files_contradict_themselves() -> None:
    entry = "<a href='https://zfwzgl.www.gov.cn/exposure/jiucuo.html?site_code=5101000030'>找错</a>"
    assert len(said("GOV6008", {"a.html": page(CODE, entry)}, whole_site=False)) == 1
