"""What style sheets load, from CSS text and from pages."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from govlint.page.read import read_page
from govlint.page.styles import style_urls


def hrefs(text: str) -> list[str]:
    return [address.href for address in style_urls(text)]


def test_url_in_all_its_spellings() -> None:
    assert hrefs("a{b:url(1.png) url( '2.png' ) URL(\"3.png\")}") == ["1.png", "2.png", "3.png"]


def test_imports_are_told_from_pictures() -> None:
    found = list(style_urls('@import "a.css"; @import url(b.css) print; p{c:url(d.png)}'))
    assert [(address.href, address.how) for address in found] == [
        ("a.css", "import"),
        ("b.css", "import"),
        ("d.png", "url"),
    ]


def test_offsets_name_the_address_itself() -> None:
    text = "/* 中文 */ .a{background:url( 'x/y.png' )}"
    (address,) = style_urls(text)
    assert text[address.start : address.end] == "x/y.png"


def test_what_loads_nothing_is_left_out() -> None:
    assert not hrefs("/* url(a.png) */ .b{content:'url(c.png)';fill:url(#d);e:url(data:image/png;base64,AA==);f:url()}")


@given(st.text(alphabet="url()@import'\"/* \n;a.", max_size=200))
def test_any_text_is_accepted(text: str) -> None:
    for address in style_urls(text):
        assert text[address.start : address.end].strip() == address.href


def test_pages_give_the_addresses_of_their_styles() -> None:
    source = (
        b"<html><head><style>@import 'a.css'; p{b:url(c.png)}</style></head>"
        b"<body><p style='background:url(d.png)'>x</p></body></html>"
    )
    links = read_page("index.html", source).facts.links
    assert [(link.tag, link.attribute, link.href) for link in links] == [
        ("style", "import", "a.css"),
        ("style", "text", "c.png"),
        ("p", "style", "d.png"),
    ]


def test_pages_give_the_choices_of_pictures() -> None:
    source = (
        b"<body><img src=a.png srcset='b.png 1x, c,d.png 2x,e.png 3x'><video src=f.mp4 poster=g.png></video></body>"
    )
    links = read_page("index.html", source).facts.links
    assert [link.href for link in links] == ["a.png", "b.png", "c,d.png", "e.png", "f.mp4", "g.png"]
