"""What hosts are to a government site."""

from __future__ import annotations

import json

import pytest
from govlint.plugins.links.hosts import LISTS, HostClass, host_lists, is_preview
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from govlint._where import bundled
from govlint.site.urls import host_of


def test_the_lists_keep_their_schema() -> None:
    schema = json.loads((bundled("schemas") / "hosts.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema).validate(json.loads(LISTS.read_text(encoding="utf-8")))


def test_no_host_is_in_two_groups() -> None:
    groups = json.loads(LISTS.read_text(encoding="utf-8"))["groups"]
    hosts = [host for group in groups for host in group["hosts"]]
    assert len(hosts) == len(set(hosts))


@pytest.mark.parametrize(
    ("host", "expected"),
    [
        ("www.x.gov.cn", HostClass.OFFICIAL),
        ("某市.政务", HostClass.OFFICIAL),
        ("bszs.conac.cn", HostClass.OFFICIAL),
        ("politics.people.com.cn", HostClass.MEDIA),
        ("www.x.edu.cn", HostClass.PUBLIC),
        ("mp.weixin.qq.com", HostClass.SERVICE),
        ("map.baidu.com", HostClass.SERVICE),
        ("hm.baidu.com", HostClass.STATISTICS),
        ("item.jd.com", HostClass.COMMERCIAL),
        ("t.cn", HostClass.HIDDEN),
        ("abc.top", HostClass.PARKED),
        ("www.bet365-x.com", HostClass.HARMFUL),
        ("8.8.8.8:8080", HostClass.RAW_ADDRESS),
        ("10.176.17.15:8443", HostClass.PRIVATE),
        ("172.16.0.1", HostClass.PRIVATE),
        ("192.168.1.1", HostClass.PRIVATE),
        ("127.0.0.1", HostClass.PRIVATE),
        ("localhost:8080", HostClass.PRIVATE),
        ("oa.local", HostClass.PRIVATE),
        ("wcm", HostClass.PRIVATE),
        ("http", HostClass.BROKEN),
        ("www.x.com,www.y.com", HostClass.BROKEN),
        ("999.1.1.1", HostClass.BROKEN),
        ("www.unknown.com", HostClass.UNKNOWN),
        ("www.gov.cn.evil.com", HostClass.UNKNOWN),
        ("mygov.cn", HostClass.UNKNOWN),
    ],
)
def test_judge(host: str, expected: HostClass) -> None:
    assert host_lists().judge(host) is expected


def test_the_user_allows_hosts() -> None:
    assert host_lists(("www.unknown.com",)).judge("news.unknown.com") is HostClass.OFFICIAL


@given(st.text(max_size=40))
def test_any_host_is_judged(text: str) -> None:
    assert host_lists().judge(host_of(text)) in HostClass


@pytest.mark.parametrize(
    ("text", "harmful"),
    [
        ("澳门百家乐在线", True),
        ("六合彩开奖结果", True),
        ("严厉打击网络博彩犯罪", False),
        ("扫黄打非：清理色情网站", False),
        ("中国福利彩票", False),
        ("市教育局", False),
    ],
)
def test_words_that_advertise_are_told_from_words_that_warn(text: str, harmful: bool) -> None:
    assert host_lists().is_harmful_text(text) is harmful


@pytest.mark.parametrize(
    ("host", "own", "preview"),
    [
        ("test.x.gov.cn", False, True),
        ("test2.x.com", False, True),
        ("testing-centre.x.cn", False, False),
        ("www.x.gov.cn:9080", True, True),
        ("www.x.gov.cn:8081", True, False),
        ("ws.x.gov.cn:9080", False, False),
    ],
)
def test_previews(host: str, own: bool, preview: bool) -> None:
    assert is_preview(host, own) is preview


def test_closed_hosts_count_with_all_below_them() -> None:
    closed = host_lists().closed("sthjj.mep.gov.cn")
    assert closed is not None
    assert closed.now == "www.mee.gov.cn"
    assert host_lists().closed("www.mee.gov.cn") is None
