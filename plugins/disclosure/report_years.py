"""The years that annual reports are for, and the year whose report is due."""

from __future__ import annotations

from datetime import date

from govlint.lazy_re import lazy_re

_YEAR = lazy_re(r"(?<!\d)(20\d\d)(?!\d|[-/.．]\d|年\d{1,2}月)")
_HAN_YEAR = lazy_re(r"二[〇○零O0Ｏ][〇○零O0Ｏ一二三四五六七八九]{2}(?=年)")
_HAN = {**dict.fromkeys("〇○零O0Ｏ", "0"), **{han: str(n) for n, han in enumerate("一二三四五六七八九", 1)}}
_REPORT = lazy_re(r"年报|报告|总结")
_OTHER = lazy_re(r"报表|预算|决算|网站|统计|政府工作报告|关于(?!.{0,40}报告$)|通知|解读")

# Until the reports for 2018 every organ had until 31 March; from those for 2019 on departments have until 31 January
# (articles 31 of 2007 and 49 of 2019, from memory).
_FIRST_EARLY_YEAR = 2020


def years_in(title: str) -> tuple[int, ...]:
    """Return the years named in *title*, in digits or in Chinese figures (二〇一六年)."""
    han = (int("".join(_HAN[sign] for sign in found)) for found in _HAN_YEAR.findall(title))
    return (*map(int, _YEAR.findall(title)), *han)


def is_report(title: str) -> bool:
    """Whether *title* is that of an annual report in a column of such reports."""
    return _REPORT.search(title) is not None and _OTHER.search(title) is None


def due_year(as_of: date, site_kind: str) -> int:
    """Return the latest year whose report must be out on *as_of*."""
    early = as_of.year >= _FIRST_EARLY_YEAR and site_kind != "portal"
    deadline = date(as_of.year, 1, 31) if early else date(as_of.year, 3, 31)
    return as_of.year - (1 if as_of > deadline else 2)
