"""No page, whatever it holds, makes a markup rule raise; all of them give whole findings."""

import sys

import govlint.plugins.markup as package
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govlint.lint.rule import rules_in
from govlint.page.words import words
from tests.plugins.markup.pages import found_by, page_of

RULES = list(rules_in(sys.modules[package.__name__]))
TAGS = words(
    "<html> <head> <body> <title> </title> <!-- --> <script> </script> <pre> {$a} {{ }} <TRS_X > <a </a> <select> "
    "<form> <marquee> 建议使用IE8 标题1 云 \0 \ufffd <?php <% %> floatAd <textarea> <svg> ' \""
)
PIECES = [
    *sorted(TAGS), "<img src=a.png>", "<a href=x>", "<input name=q>", "<object classid=clsid:1>", "<embed src=a.swf>",
    "[@a b=1]", "<meta charset=gbk>", '<div id="piaofu">', " ",
]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=40), st.sampled_from(["utf-8", "gb18030", "utf-16le"]))
@settings(max_examples=150, deadline=None)
def test_any_mixture(pieces: list[str], encoding: str) -> None:
    page = page_of("".join(pieces).encode(encoding))
    for rule in RULES:
        for finding in found_by(rule, page):
            assert finding.message.zh.endswith("。")
            assert len(finding.message.zh) <= 200
            assert finding.key


@pytest.mark.parametrize(
    "source",
    [
        "<a href=x><img src=a.png>" * 5_000,
        "<div>" * 5_000 + "<img src=a.png><input name=q>",
        "{{" * 50_000,
        "<%" * 50_000,
        "<!--" * 20_000 + "建议使用IE8",
        "建议IE" * 20_000,
        "<script" * 20_000,
        "<html>" * 5_000,
        "<meta charset=utf-8><meta charset=gbk>" * 2_000,
        f"<input {' '.join(f'a{number}=x' for number in range(20_000))} name=q>",
        f"<img src='data:image/png;base64,{'A' * 200_000}'>",
        "<select>" + "<option>" * 20_000,
    ],
    ids=range(12),
)
def test_pages_meant_to_hurt(source: str) -> None:
    page = page_of(source.encode())
    for rule in RULES:
        assert len(found_by(rule, page)) <= 20
