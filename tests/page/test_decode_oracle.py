"""Decoding byte for byte as the WHATWG Encoding Standard has it; turbohtml's decoders are the oracle."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from govlint.page.decode import decode
from govlint.page.labels import _LABELS, codec_of

turbohtml = pytest.importorskip("turbohtml", reason="the oracle is not installed")
pytest.importorskip("turbohtml.detect")  # brings the whatwg-* codecs


def test_all_two_byte_codes_are_read_as_by_the_oracle() -> None:
    codes = [bytes((lead, trail)) for lead in range(0x81, 0xFF) for trail in range(256)]
    data = b" ".join(codes)
    assert decode(data, forced="gb2312").text == data.decode("whatwg-gb18030")


def test_four_byte_codes_of_the_basic_plane_are_read_as_by_the_oracle() -> None:
    data = b" ".join(
        bytes((first, second, third, fourth))
        for first in range(0x81, 0x85)
        for second in range(0x30, 0x3A)
        for third in range(0x81, 0xFF)
        for fourth in range(0x30, 0x3A)
    )
    assert decode(data, forced="gbk").text == data.decode("whatwg-gb18030")


gb_noise = st.lists(st.sampled_from([*b"\x80\x81\x84\x90\xa3\xa8\xbc\xfe\xff09:@A~\x7f\x30\x31"])).map(bytes)


@given(gb_noise | st.binary())
@example(b"\x80\x80\xff\xff\x81")
@example(b"\x81\x30\x81\x3a")
def test_noise_is_read_as_by_the_oracle(data: bytes) -> None:
    if data[:3] == b"\xef\xbb\xbf" or data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        data = b" " + data
    assert decode(data, forced="gbk").text == data.decode("whatwg-gb18030")
    assert decode(data, forced="utf-8").text == data.decode("whatwg-utf-8")
    assert decode(data, forced="latin1").text == data.decode("whatwg-windows-1252")


def test_the_labels_are_those_of_the_standard() -> None:
    for label, known in _LABELS.items():
        b"abc".decode(codec_of(known.name), "replace")
        if known.standard:
            turbohtml.parse(b"", encoding=label)
        else:
            with pytest.raises(LookupError):
                turbohtml.parse(b"", encoding=label)
