"""Which pictures say nothing, and which of them make one fault."""

import pytest
from govlint.plugins.markup.missing_alternative_text import missing_alternative_text
from govlint.plugins.markup.pictures import Part, mute_pictures

from govlint.finding import Severity
from tests.plugins.markup.pages import found_by, page_of


def parts(body: str) -> list[Part]:
    return [picture.part for picture in mute_pictures(page_of(body))]


@pytest.mark.parametrize(
    ("markup", "part"),
    [
        ('<img src="a.png">', Part.IMAGE),
        ('<a href="x/"><img src="a.png"></a>', Part.LINK),
        ('<a href="x/"><img src="a.png" alt=" "></a>', Part.LINK),
        ('<a href="javascript:;" onclick="go()"><img src="a.png"></a>', Part.LINK),
        ('<a href="x/" title="公开"><img src="a.png"></a>', Part.ICON),
        ('<a href="x/" aria-label="公开"><img src="a.png"></a>', Part.ICON),
        ('<a href="x/"><img src="a.png"> 公开</a>', Part.ICON),
        ('<a href="x/"><img src="u/20160301.png"> 公开</a>', Part.ICON),
        ('<a href="x/"><img src="u/20160301.png"></a><a href="x/">公开</a>', Part.ICON),
        ('<a href="#"><img src="a.png"></a>', Part.LINK),
        ('<a href="javascript:;"><img src="a.png"></a><a href="javascript:;">更多</a>', Part.LINK),
        ('<a href="x/"><img src="logo.png"></a><a href="x/">首页</a>', Part.IMAGE),
        ('<img src="a.png" onclick="go()">', Part.LINK),
    ],
)
def test_parts(markup: str, part: Part) -> None:
    assert parts(markup) == [part]


@pytest.mark.parametrize(
    "markup",
    [
        '<img src="a.png" alt="">',
        '<img src="a.png" alt="局徽">',
        '<img src="a.png" title="局徽">',
        '<img src="a.png" role="presentation">',
        '<img src="a.png" width="1" height="9">',
        '<img src="a.png" style="width:12px;height:12px">',
        '<img src="images/spacer.gif">',
        '<img src="images/tree_line.gif">',
        '<img src="https://hm.baidu.com/hm.gif?si=1">',
        '<noscript><img src="a.png"></noscript>',
        '<div style="display:none"><img src="a.png"></div>',
        '<img src="{$pic}">',
        '<img src="">',
        '<a href="x/"><img src="a.png" alt=""> 公开</a>',
        '<a href="x/"><img src="a.png" alt="局徽"><img src="b.png" alt=""></a>',
    ],
)
def test_pictures_that_need_nothing(markup: str) -> None:
    assert parts(markup) == []


def test_a_link_without_a_name_weighs_more() -> None:
    link, image = found_by(missing_alternative_text, page_of('<a href="x/"><img src="a.png"></a><img src="b.png">'))
    assert link.weight is Severity.WARNING
    assert image.weight is None


def test_keys_are_equal_from_every_depth() -> None:
    here = found_by(missing_alternative_text, page_of('<img src="img/logo.png?v=2">', "index.html"))
    deep = found_by(missing_alternative_text, page_of('<img src="../../img/logo.png">', "gk/zn/index.html"))
    root = found_by(missing_alternative_text, page_of('<img src="/img/logo.png">', "gk/zn/index.html"))
    assert len({(found[0].key, found[0].message) for found in (here, deep, root)}) == 1


def test_forty_pictures_of_an_article_make_one_finding() -> None:
    body = "".join(f'<p><img src="W0201603010{number:02}.jpg"></p>' for number in range(40))
    (finding,) = found_by(missing_alternative_text, page_of(body))
    assert "40 张" in finding.message.zh
    assert len(finding.related) == 10


def test_a_page_of_many_template_pictures_makes_one_finding() -> None:
    body = "".join(f'<img src="pic-{number:x}.png">' for number in range(30))
    assert len(found_by(missing_alternative_text, page_of(body))) == 1


def test_one_picture_shown_twice_is_told_once() -> None:
    assert len(found_by(missing_alternative_text, page_of('<img src="a.png"><p><img src="a.png"></p>'))) == 1
