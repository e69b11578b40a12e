"""The kind of site, guessed with care: what is not sure is asked for least."""

import pytest

from govlint.site.kind import COUNTY_DEPARTMENT, DEPARTMENT, PORTAL, Level, guess_kind, is_of_county, level_of


@pytest.mark.parametrize(
    ("code", "level"),
    [
        ("bm12000001", Level.STATE),
        ("4400000001", Level.PROVINCE),
        ("4107000017", Level.CITY),
        ("4107240001", Level.COUNTY),
        ("3101150001", Level.CITY),
        ("", Level.UNKNOWN),
        ("网站标识码", Level.UNKNOWN),
    ],
)
def test_level_of(code: str, level: Level) -> None:
    assert level_of(code) is level


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("某县人民政府", PORTAL),
        ("某市人民政府门户网站", PORTAL),
        ("某区政府网", PORTAL),
        ("某县人民政府网站群", PORTAL),
        ("某县人民政府办公室", COUNTY_DEPARTMENT),
        ("某市人民政府办公厅", DEPARTMENT),
        ("某市发展和改革委员会", DEPARTMENT),
        ("某县教育体育局", COUNTY_DEPARTMENT),
        ("某县人力资源网", COUNTY_DEPARTMENT),
        ("某市某区民政局门户网站", COUNTY_DEPARTMENT),
        ("某旗林业局", COUNTY_DEPARTMENT),
        ("某壮族自治区统计局", DEPARTMENT),
        ("某市高新区管理委员会", DEPARTMENT),
        ("上海市某区教育局", DEPARTMENT),
        ("某县某镇人民政府", DEPARTMENT),
        ("某市某街道办事处", DEPARTMENT),
        ("中国某市", DEPARTMENT),
        ("公司网站", DEPARTMENT),
        ("", DEPARTMENT),
    ],
)
def test_by_name_alone(name: str, expected: str) -> None:
    assert guess_kind(name, (), "").kind == expected


def test_the_reason_names_what_was_seen() -> None:
    assert guess_kind("某县人民政府", ["www.x.gov.cn"], "").reason == "name: 某县人民政府"
    assert guess_kind("中国某县", ["www.x.gov.cn"], "4107240001").reason == "domain: www.x.gov.cn, code: 4107240001"
    assert guess_kind("中国某县", (), "").reason == "default"


def test_a_citys_code_speaks_against_a_county() -> None:
    assert guess_kind("某县教育局", (), "4107000017").kind == DEPARTMENT


def test_a_countys_code_makes_a_department_a_countys() -> None:
    assert guess_kind("某市教育局", (), "4107810017").kind == COUNTY_DEPARTMENT


@pytest.mark.parametrize(
    ("host", "code", "expected"),
    [
        ("www.x.gov.cn", "4107240001", PORTAL),
        ("x.gov.cn", "4107000001", PORTAL),
        ("www.x.gov.cn", "", DEPARTMENT),
        ("www.x.gov.cn", "bm12000001", DEPARTMENT),
        ("www.x.gov.cn", "4400000001", DEPARTMENT),
        ("jyj.x.gov.cn", "4107240001", COUNTY_DEPARTMENT),
        ("jyj.x.gov.cn", "", DEPARTMENT),
        ("jyj.a.x.gov.cn", "", DEPARTMENT),
        ("www.x.com", "4107240001", DEPARTMENT),
    ],
)
def test_by_domain_and_code(host: str, code: str, expected: str) -> None:
    assert guess_kind("中国某地", [host], code).kind == expected


@pytest.mark.parametrize("name", ["某市经济技术开发区", "某自治区", "国旗班", "某新区"])
def test_not_of_a_county(name: str) -> None:
    assert not is_of_county(name)
