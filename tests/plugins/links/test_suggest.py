"""The likely target of a dead link: only where one file stands out."""

from __future__ import annotations

import pytest
from govlint.plugins.links.suggest import Suggestions, missing_scheme

FILES = (
    *("zwgk/a.html", "images/logo.PNG", "xxgk/201801/t20180101_4711.html", "zcfg/flfg/index.html", "js/jquery.min.js"),
    *("bsfw/shenbao.html", "bsfw/t20200101_1.html", "a/index_7.html", "one/banner12.jpg", "two/banner12.jpg"),
)


@pytest.mark.parametrize(
    ("missing", "likely"),
    [
        ("zwgk/a.htm", "zwgk/a.html"),
        ("images/logo.jpg", "images/logo.PNG"),
        ("zwgk/t20180101_4711.html", "xxgk/201801/t20180101_4711.html"),
        ("flfg/index.html", "zcfg/flfg/index.html"),
        ("images/jquery.min.js", "js/jquery.min.js"),
        ("bsfw/shengbao.html", "bsfw/shenbao.html"),
        ("zwgk/a.doc", ""),
        ("bsfw/t20200101_2.html", ""),
        ("b/index_7.html", ""),
        ("three/banner12.jpg", ""),
        ("index.html", ""),
    ],
)
def test_likely(missing: str, likely: str) -> None:
    assert Suggestions(FILES).likely(missing) == likely


@pytest.mark.parametrize(
    ("path", "host"), [("zwgk/www.x.gov.cn", "www.x.gov.cn"), ("www.x.com/a.html", "www.x.com"), ("zwgk/www.html", "")]
)
def test_an_address_without_its_scheme_is_seen(path: str, host: str) -> None:
    assert missing_scheme(path) == host
