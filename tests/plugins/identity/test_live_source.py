"""The parts of a source: markup keeps its offsets, and what is commented out or code is not markup."""

from govlint.plugins.identity.live_source import end_of_text, split_source, text_in, written_text
from hypothesis import given
from hypothesis import strategies as st


@given(st.text(alphabet="<!->script/ ab\n'", max_size=120))
def test_markup_is_as_long_as_the_source(source: str) -> None:
    assert len(split_source(source).markup) == len(source)


def test_parts() -> None:
    live = split_source("<p>甲</p><!-- 乙 --><script id='x'>丙 <!-- 丁 //--></script><style>戊</style>己")
    assert [part.text.strip() for part in live.comments] == ["乙"]
    assert [part.text for part in live.scripts] == ["丙 <!-- 丁 //-->"]
    assert text_in(live.markup) == "甲 己"
    assert "id='x'" in live.markup


def test_a_script_in_a_comment_is_commented_out() -> None:
    live = split_source("<!-- <script>document.write('甲')</script> --><b>乙</b>")
    assert live.scripts == ()
    assert text_in(live.markup) == "乙"


def test_comments_without_end_reach_to_the_end() -> None:
    assert split_source("甲<!-- 乙").comments[0].text == " 乙"


def test_code_is_decoded_and_loses_its_comments() -> None:
    code = "/* 甲 */ write('%3Cp%3E\\u4e59'); // 丙\n// 丁\nvar u = 'http://x';"
    text = written_text(code)
    assert "<p>乙" in text
    assert "甲" not in text
    assert "丁" not in text
    assert "http://x" in text


_PIECES = st.sampled_from(
    ("甲乙丙", "a b", " ", "\n", "<b>", "</p>", "&nbsp;", "&am<i>p;", "<", ">", "&#x7532;", "丁" * 90)
)


@given(st.lists(_PIECES, max_size=12).map("".join), st.integers(1, 40), st.integers(1, 2_500))
def test_the_end_of_a_text_read_in_steps_is_that_of_all_of_it(piece: str, times: int, length: int) -> None:
    markup = f"{piece}<hr>" * times * 9
    assert end_of_text(markup, length) == text_in(markup)[-length:]


def test_pages_of_one_end_keep_their_own_text() -> None:
    end = f"<p>{'尾' * 1_990}</p>" + "<i></i>" * 700
    assert [end_of_text(f"<p>{front}</p>{end}", 2_000)[:9] for front in ("甲", "乙")] == [
        "甲" + "尾" * 8,
        "乙" + "尾" * 8,
    ]
