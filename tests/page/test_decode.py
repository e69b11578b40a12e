"""Decoding: the order of the sources, labels that lie, and damage."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from govlint.page.decode import decode
from govlint.page.labels import _LABELS

SIMPLIFIED = "某某市人民政府网站信息公开指南：依申请公开、规划计划、权责清单，请在工作日内办理。联系我们" * 4
TRADITIONAL = (
    "本網站由某某市政府辦公室主辦，為民眾提供資訊公開、線上辦事與互動交流等服務，請於上班時間內洽詢承辦單位" * 4
)


def page(text: str, label: str | None, encoding: str) -> bytes:
    meta = f'<meta http-equiv="Content-Type" content="text/html; charset={label}">' if label else ""
    return f"<html><head>{meta}<title>{text}</title></head></html>".encode(encoding)


@pytest.mark.parametrize(
    ("label", "encoding", "name"),
    [
        ("utf-8", "utf-8", "utf-8"),
        ("UTF8", "utf-8", "utf-8"),
        ("gb2312", "gb18030", "gb18030"),
        ("GBK", "gb18030", "gb18030"),
        ("x-gbk", "gb18030", "gb18030"),
        ("gb18030", "gb18030", "gb18030"),
    ],
)
def test_an_honest_label_is_believed(label: str, encoding: str, name: str) -> None:
    text, found = decode(page("漷县鄚州楟树夿塘訚家𠮷，" + SIMPLIFIED, label, encoding))
    assert "漷县鄚州楟树夿塘訚家𠮷，" in text
    assert found == (name, "meta", label, ())


def test_big5_is_read_as_big5() -> None:
    for label, source in (("big5", "meta"), (None, "content")):
        text, found = decode(page(TRADITIONAL, label, "big5"))
        assert TRADITIONAL in text
        assert found == ("big5", source, label, ())


@pytest.mark.parametrize("text", [SIMPLIFIED, TRADITIONAL, "首页", "某某镇", "联通"])
@pytest.mark.parametrize("label", ["gb2312", None])
def test_gbk_is_not_taken_for_anything_else(text: str, label: str | None) -> None:
    decoded, found = decode(page(text, label, "gbk"))
    assert f"<title>{text}</title>" in decoded
    assert found.name == "gb18030"
    assert not found.problems


@pytest.mark.parametrize(
    ("label", "encoding", "text", "name"),
    [
        ("utf-8", "gbk", SIMPLIFIED, "gb18030"),
        ("gb2312", "utf-8", SIMPLIFIED, "utf-8"),
        ("gb2312", "utf-8", "首页", "utf-8"),
        ("gb2312", "big5", TRADITIONAL, "big5"),
        ("big5", "gbk", SIMPLIFIED, "gb18030"),
        ("big5", "utf-8", TRADITIONAL, "utf-8"),
        ("utf-8", "big5", TRADITIONAL, "big5"),
        ("iso-8859-1", "gbk", SIMPLIFIED, "gb18030"),
        ("iso-8859-1", "gbk", "首页", "gb18030"),
        ("iso-8859-1", "utf-8", SIMPLIFIED, "utf-8"),
        ("windows-1252", "utf-8", "首页", "utf-8"),
        ("utf-16", "gbk", SIMPLIFIED, "gb18030"),
    ],
)
def test_a_label_that_its_bytes_contradict_is_not_believed(label: str, encoding: str, text: str, name: str) -> None:
    decoded, found = decode(page(text, label, encoding))
    assert f"<title>{text}</title>" in decoded
    assert found == (name, "content", label, ("label-contradicts-bytes",))


@pytest.mark.parametrize("text", ["© 2020 “Ville d’été” – naïveté", "Ärzte für Öffentlichkeit", "£5"])
@pytest.mark.parametrize("label", ["iso-8859-1", None])
def test_western_pages_stay_western(text: str, label: str | None) -> None:
    decoded, found = decode(page(text, label, "cp1252"))
    assert text in decoded
    assert (found.name, found.problems) == ("windows-1252", ())


def test_a_utf16_label_in_a_readable_meta_is_wrong() -> None:
    found = decode(page("首页", "utf-16", "utf-8")).encoding
    assert found == ("utf-8", "meta", "utf-16", ("label-contradicts-bytes",))


@pytest.mark.parametrize(
    ("mark", "codec", "name"),
    [
        (b"\xef\xbb\xbf", "utf-8", "utf-8"),
        (b"\xff\xfe", "utf-16le", "utf-16le"),
        (b"\xfe\xff", "utf-16be", "utf-16be"),
    ],
)
def test_a_byte_order_mark_decides(mark: bytes, codec: str, name: str) -> None:
    decoded, found = decode(mark + "<p>首页𠮷</p>".encode(codec), http_charset="big5", forced="gbk")
    assert decoded == "<p>首页𠮷</p>"
    assert found == (name, "bom", "big5", ("label-contradicts-bytes",))
    assert decode(mark + "<p>首页</p>".encode(codec), http_charset=codec).encoding.problems == ()


@pytest.mark.parametrize("codec", ["utf-16le", "utf-16be"])
def test_utf16_without_a_mark_is_seen_in_the_markup(codec: str) -> None:
    decoded, found = decode(page(SIMPLIFIED, None, codec))
    assert SIMPLIFIED in decoded
    assert found.name == codec


def test_the_order_is_option_http_meta() -> None:
    data = page("abc", "big5", "ascii")
    assert decode(data).encoding[:3] == ("big5", "meta", "big5")
    assert decode(data, http_charset="gbk").encoding == ("gb18030", "http", "gbk", ("http-meta-conflict",))
    assert decode(data, http_charset="gbk", forced="utf-8").encoding[:3] == ("utf-8", "option", "utf-8")
    assert decode(data, forced="no such thing").encoding[:2] == ("big5", "meta")
    assert decode(page("abc", "gb2312", "ascii"), http_charset="GBK").encoding.problems == ()


def test_a_forced_encoding_is_taken_as_it_is() -> None:
    decoded, found = decode(page(SIMPLIFIED, "utf-8", "gbk"), forced="utf-8")
    assert "\ufffd" in decoded
    assert found == ("utf-8", "option", "utf-8", ("invalid-bytes",))


@pytest.mark.parametrize(
    ("label", "name", "source"),
    [
        ("cp936", "gb18030", "meta"),
        ("utf-8;", "utf-8", "meta"),
        ("国标", "utf-8", "content"),
        ("rot13", "utf-8", "content"),
    ],
)
def test_labels_outside_the_standard(label: str, name: str, source: str) -> None:
    found = decode(page("abc", label, "utf-8")).encoding
    assert (found.name, found.source) == (name, source)
    assert ("nonstandard-label" in found.problems) == (label != "utf-8;")


def test_a_late_meta_counts_and_is_noted() -> None:
    late = b"<!--" + b" " * 1100 + b"-->" + page(SIMPLIFIED, "gbk", "gbk")
    assert decode(late).encoding == ("gb18030", "meta", "gbk", ("meta-after-1024-bytes",))
    too_late = b"<!--" + b" " * 4096 + b"-->" + page(SIMPLIFIED, "gbk", "gbk")
    assert decode(too_late).encoding == ("gb18030", "content", None, ())


@pytest.mark.parametrize(
    ("head", "label"),
    [
        ("<meta charset=gbk>", "gbk"),
        ("<META CHARSET = 'gbk' />", "gbk"),
        ('<meta content="text/html;charset=gbk" http-equiv=Content-Type>', "gbk"),
        ('<meta http-equiv="content-type" content="text/html; charset=\'gbk\'">', "gbk"),
        ('<meta name="a>b" charset="gbk">', "gbk"),
        ("<meta/charset=gbk>", "gbk"),
        ('<title a="<meta charset=big5>"></title><meta charset=gbk>', "gbk"),
        ("<!-- <meta charset=big5> --><meta charset=gbk>", "gbk"),
        ("<!--><meta charset=gbk>", "gbk"),
        ("<meta charset=gbk charset=big5>", "gbk"),
        ('<meta name="description" content="charset=big5">', None),
        ('<meta content="text/html;charset=gbk">', None),
        ('<meta http-equiv="content-type" content="text/html;charset=">', None),
        ("<metadata charset=gbk>", None),
        ("<!-- <meta charset=gbk>", None),
        ('<?xml version="1.0" encoding="gbk"?>', None),
        ('<?xml version="1.0" encoding="big5"?><meta charset=gbk>', "gbk"),
        ('<link href="style.css><meta charset=gbk>', None),
    ],
)
def test_which_meta_counts(head: str, label: str | None) -> None:
    assert decode(head.encode() + "首页中文".encode("gbk")).encoding[:3] == (
        "gb18030",
        "meta" if label else "content",
        label,
    )


@pytest.mark.parametrize("broken", [1, 2, 5])
def test_a_damaged_page_keeps_its_encoding(broken: int) -> None:
    for encoding, name in (("utf-8", "utf-8"), ("gbk", "gb18030")):
        for label in (name, None):
            data = page(SIMPLIFIED, label, encoding).replace("公开".encode(encoding), b"\xe5 ", broken)
            found = decode(data).encoding
            assert found == (name, "meta" if label else "content", label, ("invalid-bytes",))


def test_an_include_in_another_encoding_does_not_turn_the_page() -> None:
    data = page(SIMPLIFIED * 3, "utf-8", "utf-8") + SIMPLIFIED.encode("gbk")
    text, found = decode(data)
    assert SIMPLIFIED in text
    assert found == ("utf-8", "meta", "utf-8", ("invalid-bytes",))


def test_a_replacement_character_of_the_author_is_no_damage() -> None:
    for encoding in ("utf-8", "gb18030"):
        assert decode(page("\ufffd首页", encoding, encoding)).encoding.problems == ()


def test_nothing_is_utf8() -> None:
    assert decode(b"") == ("", ("utf-8", "content", None, ()))


labels = st.none() | st.text(max_size=12) | st.sampled_from(sorted(_LABELS))


@given(st.binary(), labels, labels)
@example(b"<meta charset=", None, None)
def test_decode_takes_anything(data: bytes, http: str | None, forced: str | None) -> None:
    text = decode(data, http_charset=http, forced=forced).text
    text.encode()  # raises for a lone surrogate
