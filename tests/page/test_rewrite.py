"""Changes of a text as changes of bytes: in every encoding, around damage, and nothing but what was asked."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govlint.page.byte_offsets import byte_offsets
from govlint.page.decode import decode
from govlint.page.rewrite import Change, RewriteError, rewrite

ENCODINGS = ("utf-8", "utf-8-sig", "gbk", "gb18030", "big5hkscs", "utf-16", "utf-16-be", "utf-16-le")
PAGE = (
    '<html>\r\n<head><meta charset="{}"><title>云霧市</title></head>\r<body>今日要聞\n<img src="a.png"></body></html>'
)
LABELS = {"utf-8-sig": "utf-8", "big5hkscs": "big5", "utf-16-be": "utf-16", "utf-16-le": "utf-16"}


def page(encoding: str) -> bytes:
    return PAGE.format(LABELS.get(encoding, encoding)).encode(encoding)


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_only_what_is_asked_changes(encoding: str) -> None:
    before = page(encoding)
    text = decode(before).text
    at = text.index(" src=")
    after = rewrite(before, [Change(at, at, ' alt=""'), Change(5, 5, ' lang="zh-CN"')])
    assert decode(after).text == f'{text[:5]} lang="zh-CN"{text[5:at]} alt=""{text[at:]}'
    name = {"utf-16": "utf-16-le", "utf-8-sig": "utf-8"}.get(encoding, encoding)
    for inserted in (' alt=""', ' lang="zh-CN"'):
        assert after.count(inserted.encode(name)) == 1
        after = after.replace(inserted.encode(name), b"")
    assert after == before


@given(st.data())
def test_what_surrounds_a_change_is_kept_whatever_the_bytes(data: st.DataObject) -> None:
    head = data.draw(
        st.sampled_from([b"", b"\xef\xbb\xbf", b'<meta charset="gbk">', b'<meta charset="big5">', b"\xff\xfe"])
    )
    some = st.sampled_from(
        [b"\xb9\xab\xb8\xe6", "公告".encode(), b"<p>", b"\r\n", b"\x80", b"\xff", b"\xa3\xa0", b"\x81\x35\xf4\x37"]
    )
    before = head + b"".join(data.draw(st.lists(st.one_of(some, st.binary(max_size=3)), max_size=30)))
    decoded = decode(before)
    start = data.draw(st.integers(0, len(decoded.text)))
    end = data.draw(st.integers(start, len(decoded.text)))
    try:
        after = rewrite(before, [Change(start, end, "<b>")])
        first, last = byte_offsets(before, decoded, [start, end])
    except RewriteError:
        return
    assert after.startswith(before[:first])
    assert after.endswith(before[last:])
    assert decode(after).text == f"{decoded.text[:start]}<b>{decoded.text[end:]}"


@pytest.mark.parametrize(
    ("encoding", "broken"), [("utf-8", b"\xe6\x9c"), ("gbk", b"\xff"), ("gbk", b"\x80"), ("gbk", b"\xa3\xa0")]
)
def test_damage_before_and_behind_the_place_does_no_harm(encoding: str, broken: bytes) -> None:
    whole = page(encoding)
    before = whole.replace(b"<title>", b"<title>" + broken).replace(b"</body>", broken + b"</body>")
    at = decode(before).text.index(" src=")
    after = rewrite(before, [Change(at, at, ' alt=""')])
    assert after == before.replace(b" src=", b' alt="" src=')


def test_a_character_that_the_encoding_lacks_becomes_a_reference() -> None:
    before = b'<meta charset="big5"><title></title>' + "臺灣".encode("big5") * 9
    after = rewrite(before, [Change(28, 28, "😀")])
    assert after == before.replace(b"<title>", b"<title>&#128512;")


def test_a_new_label_is_read_as_the_same_text() -> None:
    before = '<meta charset="utf-8"><p>今日要闻，全市造林绿化任务全面完成。</p>'.encode("gbk")
    after = rewrite(before, [Change(15, 20, "gb18030")])
    assert after == before.replace(b"utf-8", b"gb18030")


@pytest.mark.parametrize(
    "changes",
    [
        [Change(0, 3, ""), Change(2, 4, "")],
        [Change(4, 2, "")],
        [Change(-1, 0, "")],
        [Change(0, 99, "")],
    ],
)
def test_what_cannot_be_is_refused(changes: list[Change]) -> None:
    with pytest.raises(RewriteError):
        rewrite(b"<p>text</p>", changes)


def test_what_would_change_how_the_page_is_read_is_refused() -> None:
    before = '<meta charset="gbk"><p>云</p>'.encode("gbk")
    with pytest.raises(RewriteError):
        rewrite(before, [Change(15, 18, "windows-1252")])


def test_an_encoding_with_states_is_refused() -> None:
    with pytest.raises(RewriteError):
        rewrite('<meta charset="iso-2022-jp"><p>日本</p>'.encode("iso-2022-jp"), [Change(0, 0, "x")])
