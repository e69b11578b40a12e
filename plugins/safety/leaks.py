"""Personal numbers on a page: which of them should not stand there. What leaves the worker is masked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from govlint.lazy_re import lazy_re
from govlint.lint.hints import Hint
from govlint.page.model import Page

from .numbers import Kind, Number, has_enough_digits, numbers
from .surroundings import Surroundings, Where

FACT = "safety.leaks"
"""The key of these facts in ``PageFacts.extra``."""


_ENOUGH_DIGITS = Hint.of("digits", has_enough_digits)


class Leak(NamedTuple):
    """A personal number: *shown* is its masked form, *start* and *end* are offsets in the source, *where* says in what.

    *sure* says that it should not stand there; otherwise a person has to judge.
    """

    kind: Kind
    shown: str
    start: int
    end: int
    where: Where
    sure: bool


_IDENTITY_WORDS = lazy_re(r"身份|证件|公民|姓名|居民|户主|学生|儿童|出生|男|女|[Ii][Dd]\s?[Cc]ard|sfz", re.IGNORECASE)
_OTHER_CODES = lazy_re(r"信用代码|机构代码|注册号|登记号|编号|编码|代码|文号|订单|流水号|条形码|单号|序号")
_GROWN_UP = 14  # years; codes made of a region, today's date and a serial number look like identity numbers of children

# Numbers that an office gives to be called on.
_OFFICE = lazy_re(
    r"办公(?:室)?(?:电话|号码)|值班|热线|专线|(?:咨询|监督|举报|投诉|服务|客服|公示|受理|报名|报修|维修|抢修|救援|预约|订购|接待|招商|报警"
    r"|投稿|爆料|应急)(?:联系)?\s?(?:电话|号码|方式|手机)|技术支持|24小时|传真|客服|微信|QQ|支付宝"
)
# Words of registers of persons: who stands there did not choose to be called.
_REGISTER = lazy_re(
    r"身份证|户主|家庭住址|家庭成员|家庭人口|申请人|低保|五保|特困|受助|救助对象|补助对象|享受对象|患者|监护人|家长姓名|学生姓名|考生|准考证"
    r"|持卡人|业主|参保人|残疾证|退役|贫困户|村民姓名|农户|现住址|户籍"
)
_DUTY = lazy_re(r"职务|单位|科室|部门|值班|岗位|河长|网格|责任|主任|书记|校长|法人|企业|公司|负责|驻村|包保|机构|服务")
_CARD_WORDS = lazy_re(r"银行|卡号|账号|帐号|账户|帐户|开户|存折|一卡通|信用社|农商行|储蓄")
_OFFICIAL_ACCOUNT = lazy_re(
    r"财政|国库|专户|收款单位|户名[：: ]{0,3}[^，。；]{0,30}(?:局|厅|委|中心|公司|政府|法院|基金会|红十字会|慈善)"
)
_PAYMENT = lazy_re(r"汇款|付款|收款|支付|缴费|转账|捐款|捐赠")
_NEAR = 40
_SHORT = 4_000  # characters of a stretch that more pages may have
_KINDS = {kind: place for place, kind in enumerate(Kind)}
_LONGEST_ROW = 200


def find(page: Page) -> tuple[Leak, ...]:
    """Return the personal numbers on *page* that should not stand there, or may not; those of offices are left out."""
    found = _numbers_on(page) if _ENOUGH_DIGITS.on(page) else []
    if not found:
        return ()
    around = Surroundings(page.source)
    return tuple(_judged(found, around, page.facts.captured))


def _numbers_on(page: Page) -> list[Number]:
    """Return the numbers on *page*, kind by kind: looked for where digits are enough, once where pages repeat it."""
    found = [
        number._replace(start=at + number.start, end=at + number.end)
        for at, stretch in _ENOUGH_DIGITS.stretches(page.source)
        for number in (_numbers_in if len(stretch) <= _SHORT else numbers)(stretch)
    ]
    return sorted(found, key=lambda number: _KINDS[number.kind])


@lru_cache(maxsize=256)
def _numbers_in(stretch: str) -> tuple[Number, ...]:
    return tuple(numbers(stretch))


def _judged(found: list[Number], around: Surroundings, today: date | None) -> Iterator[Leak]:
    for number in found:
        where = around.where(number.start)
        if number.kind is Kind.IDENTITY:
            sure = _is_identity(number, around, where, today)
        elif number.kind is Kind.MOBILE:
            sure = _is_private(number, around, where)
        else:
            sure = _is_private_card(number, around, where)
        if sure is not None:
            yield Leak(number.kind, number.shown, number.start, number.end, where, sure)


def _is_identity(number: Number, around: Surroundings, where: Where, today: date | None) -> bool | None:
    born = number.born
    if born is None or (today is not None and born > today):
        return None
    words = around.before(number.start, _NEAR)
    if _IDENTITY_WORDS.search(words):
        return True
    if _OTHER_CODES.search(words[-15:]) or where is Where.SCRIPT:
        return None
    year = today.year if today is not None else date.max.year
    return year - born.year >= _GROWN_UP


def _is_private(number: Number, around: Surroundings, where: Where) -> bool | None:
    """Say of a mobile number: it is private, a person has to judge (False), or it is an office's (None)."""
    if where is not Where.TEXT:
        return None
    head = around.table_head(number.start)
    words = around.before(number.start, _NEAR)
    if _OFFICE.search(words) or _OFFICE.search(head):
        return None
    row = around.row(number.start) if head else ""
    is_register = len(row) <= _LONGEST_ROW  # tables lay out whole pages, too
    sentence = re.split("[。；！？]", words)[-1]
    texts = (sentence, row, head) if head and is_register else (sentence,)
    return any(map(_REGISTER.search, texts)) and not any(map(_DUTY.search, texts))


def _is_private_card(number: Number, around: Surroundings, where: Where) -> bool | None:
    if where not in (Where.TEXT, Where.ATTRIBUTE):
        return None
    words = around.before(number.start, 2 * _NEAR)
    if not _CARD_WORDS.search(words) and not _CARD_WORDS.search(around.table_head(number.start)):
        return None
    if _OFFICIAL_ACCOUNT.search(words):
        return None
    return _PAYMENT.search(words) is None
