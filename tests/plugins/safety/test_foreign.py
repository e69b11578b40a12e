"""Whose hosts are none of a government site's business."""

from __future__ import annotations

import pytest
from govlint.plugins.safety.foreign import foreign_host, is_own, registered


@pytest.mark.parametrize(
    ("href", "host"),
    [
        ("http://www.aa8871.com/x", "www.aa8871.com"),
        ("//js.bb.net:8080/a.js", "js.bb.net:8080"),
        ("http://45.78.47.112:8800/", "45.78.47.112:8800"),
        ("http:\\\\www.aa8871.com\\x", "www.aa8871.com"),
        ("a/b.html", ""),
        ("/a//b", ""),
        ("javascript:alert(1)", ""),
        ("mailto:a@b.com", ""),
        ("http://www.x.gov.cn/", ""),
        ("http://www.x.gov.cn:8080/", ""),
        ("http://某地.政务/", ""),
        ("http://www.people.com.cn/", ""),
        ("https://cdn.bootcss.com/jquery.js", ""),
        ("https://s4.cnzz.com/z.js", ""),
        ("http://192.168.1.1/", ""),
        ("http://", ""),
        ("http://[::1", ""),
    ],
)
def test_foreign_hosts(href: str, host: str) -> None:
    assert foreign_host(href) == host


@pytest.mark.parametrize(
    ("host", "domain"),
    [
        ("www.x.com", "x.com"),
        ("a.b.x.com.cn", "x.com.cn"),
        ("xxgk.city.gov.cn:81", "city.gov.cn"),
        ("www.city.hn.cn", "city.hn.cn"),
        ("x.cn", "x.cn"),
        ("10.1.2.3", "10.1.2.3"),
    ],
)
def test_domains(host: str, domain: str) -> None:
    assert registered(host) == domain


def test_hosts_of_one_domain_belong_together() -> None:
    assert is_own("js.city.com", ["www.city.com"])
    assert not is_own("city.com.evil.net", ["www.city.com"])
