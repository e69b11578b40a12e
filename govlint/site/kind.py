"""The kind of site (portal, department, county department), guessed from its name, its code and its domain.

Where the signs are silent or disagree, the answer is the kind that is asked for least: a department.
Sources of the signs: 国办发〔2017〕47号 (a portal is ``www.x.gov.cn``, a department ``y.x.gov.cn``), and the make-up of
the 网站标识码 as seen on real sites: six digits of GB/T 2260 area code and a running number, or ``bm`` and eight digits
for departments of the State Council.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import IntEnum

from govlint.lazy_re import lazy_re
from govlint.site.model import KindGuess
from govlint.site.urls import bare

PORTAL, DEPARTMENT, COUNTY_DEPARTMENT = "portal", "department", "county-department"

_WEBSITE = lazy_re(r"(?:门户|官方|公众|政务|信息)*+(?:网站|网|平台)?+群?+$")
_TOWNSHIP = lazy_re(r"(?:[乡镇]|街道|苏木)(?:人民)?政府$|街道办事处$")
_ORGAN = lazy_re(r"(?:局|委|委员会|办公室|办公厅|办|厅|部|署|院|中心|处|所|站|队|馆|会|社|行|台|校|学)$")
# Subjects that departments name their sites after without naming the organ ("某县人力资源网").
_SUBJECT = lazy_re(
    r"教育|人力资源|人社|财政|发改|发展和?改革|公安|民政|司法|统计|林业|农业|水利|卫生|卫健|医疗|医保|环保|环境|国土|资源|住建|建设"
    r"|规划|交通|商务|文化|旅游|税务|审计|应急|市场监[管督]|工商|质监|药监|食品|药品|气象|地震|档案|信访|城管|国资|体育|科技|工信|经信"
    r"|粮食|扶贫|安监|房产|公积金|机关事务|残联|纪检|监察|检察|法院|消防|海事|海关|邮政|烟草|电力|招商|招标|公共资源|史志|党"
)
_COUNTY = lazy_re(r"县|(?<![国])旗")
_DISTRICT = lazy_re(r"(?:市|州|盟|^).{1,5}区")
_NO_DISTRICT = lazy_re(r"(?:自治|开发|高新|技术|新|地|园|示范|保税|林|景|管理|保护|合作|试验|实验|产业|社|小|特)区")
_MUNICIPALITY = lazy_re(r"^(?:北京|天津|上海|重庆)市?")
_MUNICIPALITY_CODES = frozenset({"11", "12", "31", "50"})
_GOV_DOMAIN = lazy_re(r"(?P<labels>[\w.\-]+)\.gov\.cn")


class Level(IntEnum):
    """The level of government a 网站标识码 belongs to; UNKNOWN where it does not tell."""

    UNKNOWN = 0
    STATE = 1
    PROVINCE = 2
    CITY = 3
    COUNTY = 4


def guess_kind(name: str, hosts: Iterable[str], code: str) -> KindGuess:
    """Guess the kind of site from its *name*, its own *hosts* and its 网站标识码 (each may be empty)."""
    level = level_of(code)
    return _by_name(name, level, code) or _by_code_and_domain(hosts, level, code) or KindGuess(DEPARTMENT, "default")


def level_of(code: str) -> Level:
    """Return the level that *code* (ten digits, or ``bm`` and eight) speaks of. Districts of the four municipalities
    directly under the State Council rank as cities."""
    if re.fullmatch(r"bm\d{8}", code):
        return Level.STATE
    if not re.fullmatch(r"[1-9]\d{9}", code):
        return Level.UNKNOWN
    if code[2:6] == "0000":
        return Level.PROVINCE
    return Level.CITY if code[4:6] == "00" or code[:2] in _MUNICIPALITY_CODES else Level.COUNTY


def _by_name(name: str, level: Level, code: str) -> KindGuess | None:
    """Judge by the organ the *name* ends in; a county's organ only where the code does not speak against it."""
    core = _WEBSITE.sub("", name, count=1)
    if _TOWNSHIP.search(core):
        return KindGuess(DEPARTMENT, f"name: {name} (township)")
    if core.endswith("政府"):
        return KindGuess(PORTAL, f"name: {name}")
    if not _ORGAN.search(core) and not _SUBJECT.search(core):
        return None
    if level is Level.COUNTY and not _MUNICIPALITY.match(core):
        return KindGuess(COUNTY_DEPARTMENT, f"name: {name}, code: {code}")
    if level is Level.UNKNOWN and is_of_county(core):
        return KindGuess(COUNTY_DEPARTMENT, f"name: {name}")
    return KindGuess(DEPARTMENT, f"name: {name}" + (f", code: {code}" if level else ""))


def is_of_county(name: str) -> bool:
    """Say whether *name* names a county, a banner or a district (not a development zone or an autonomous region)."""
    if _MUNICIPALITY.match(name):
        return False
    return bool(_COUNTY.search(name) or (_DISTRICT.search(name) and not _NO_DISTRICT.search(name)))


def _by_code_and_domain(hosts: Iterable[str], level: Level, code: str) -> KindGuess | None:
    """Judge a site whose name names no organ."""
    if level is Level.STATE:
        return KindGuess(DEPARTMENT, f"code: {code}")
    found = sorted((match["labels"], host) for host in hosts if (match := _GOV_DOMAIN.fullmatch(bare(host))))
    if not found:
        return None
    labels, host = found[0]
    local = level in (Level.CITY, Level.COUNTY)
    if "." not in labels:
        return KindGuess(PORTAL, f"domain: {host}, code: {code}") if local else None
    if level is Level.COUNTY:
        return KindGuess(COUNTY_DEPARTMENT, f"domain: {host}, code: {code}")
    return KindGuess(DEPARTMENT, f"domain: {host}")
