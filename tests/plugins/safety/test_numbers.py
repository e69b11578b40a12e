"""Personal numbers: found where they are, left alone where they are something else, never shown in full."""

from __future__ import annotations

from datetime import date

import pytest
from govlint.plugins.safety.numbers import Kind, is_card, is_identity, masked, numbers
from hypothesis import given
from hypothesis import strategies as st

SPECIMEN = "11010519491231002X"  # of the standard: nobody's
CARD = "6222021234567890128"  # made up


def _found(text: str) -> list[tuple[str, str]]:
    return [(number.kind.value, number.shown) for number in numbers(text)]


@pytest.mark.parametrize(
    "text",
    [
        f"身份证号码：{SPECIMEN}。",
        "11010519491231002x",
        "110105 19491231 002X",
        "110105-19491231-002X",
        "<span>110105</span><span lang='EN-US'>19491231</span>002X",
        f"files/{SPECIMEN}.doc",
    ],
)
def test_identity_numbers(text: str) -> None:
    assert _found(text) == [("identity", "11*************02X")] or _found(text) == [("identity", "11*************02x")]


@pytest.mark.parametrize(
    "text",
    [
        "110105194912310021",  # wrong check digit
        "11010519491331002X",  # no such month
        "99010519491231002X",  # no such province
        f"9{SPECIMEN}",
        f"{SPECIMEN}9",
        f"A{SPECIMEN}",
        "110105********002X",
        "11*************02X",
        "<td>110105</td><td>19491231002X</td>",
        "11330000002482112X",  # a credit code
    ],
)
def test_what_is_no_identity_number(text: str) -> None:
    assert _found(text) == []


@pytest.mark.parametrize(
    "text",
    ["13900001234", "139-0000-1234", "139 0000 1234", "电话13900001234，", "139<b>0000</b>1234", "(13900001234)"],
)
def test_mobile_numbers(text: str) -> None:
    assert _found(text) == [("mobile", "139****1234")]


@pytest.mark.parametrize(
    "text",
    [
        "12900001234",
        "213900001234",
        "139000012345",
        "139****1234",
        "/upload/13900001234.jpg",
        "id=13900001234",
        "t20200702_13900001234",
        "2020-13900001234",
        "13900001234.jpg",
        "11111111111",
        "0.13900001234",
    ],
)
def test_what_is_no_mobile_number(text: str) -> None:
    assert _found(text) == []


@pytest.mark.parametrize("text", [CARD, "6222 0212 3456 7890 128", "6222-0212-3456-7890-128"])
def test_cards(text: str) -> None:
    assert _found(text) == [("card", "6222***********0128")]


def test_cards_are_proven() -> None:
    assert is_card(CARD)
    assert not is_card("6222021234567890127")
    assert not is_card("1111111111111117")
    assert is_identity(SPECIMEN)
    assert not is_identity("1" * 18)


def test_the_day_of_birth() -> None:
    (number,) = numbers(SPECIMEN)
    assert number.kind is Kind.IDENTITY
    assert number.born == date(1949, 12, 31)


def _identity(region: int, day: date, serial: int) -> str:
    digits = f"{region}{day:%Y%m%d}{serial:03}"
    return next(digits + last for last in "0123456789X" if is_identity(digits + last))


@given(
    st.sampled_from((110105, 321002, 440306, 530102, 654201)),
    st.dates(date(1920, 1, 1), date(2020, 12, 31)),
    st.integers(0, 999),
    st.sampled_from(("", "，", "</td>", " ", "。<br>")),
)
def test_masked_texts_hold_no_number(region: int, day: date, serial: int, behind: str) -> None:
    number = _identity(region, day, serial)
    text = f"<td>张某{number}{behind}"
    shown = masked(text)
    assert len(shown) == len(text)
    assert number not in shown
    assert shown.startswith(f"<td>张某{number[:2]}*************{number[-3:]}")
    assert list(numbers(shown)) == []
    assert masked(shown) == shown


@given(st.text(alphabet="0123456789Xx13- \u00a0<>b/span&;张*\n", max_size=300))
def test_any_text_is_masked_in_its_length(text: str) -> None:
    shown = masked(text)
    assert len(shown) == len(text)
    assert not list(numbers(shown))
