"""How the marks of a government site are written: one place for every form seen on real sites.

Forms of the numbers, as observed on real sites: ICP numbers are the short name of a province, ICP备 or ICP证 and six to
ten digits; 公安备案 numbers fourteen digits (thirteen to fifteen occur). Patterns run over source text and take tags,
character references and colons between a label and its value. Each is tried only around its anchor, a plain word that
is quick to find, so that pages cost little.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache

from govlint.finding import Text
from govlint.lazy_re import lazy_re
from govlint.lint.hints import Hint, all_within

from .live_source import LiveSource


class Mark(StrEnum):
    """What every page must show at its bottom."""

    PARTY = "party-mark"
    CODE = "site-code"
    ICP = "icp-number"
    POLICE = "police-number"
    SPONSOR = "sponsor"
    CONTACT = "contact"
    ENTRY = "error-entry"


NAMES: dict[Mark, Text] = {
    Mark.PARTY: Text("党政机关网站标识", "mark of party and government sites"),
    Mark.CODE: Text("网站标识码", "site code (网站标识码)"),
    Mark.ICP: Text("ICP 备案编号", "ICP number"),
    Mark.POLICE: Text("公安机关备案标识", "police registration"),
    Mark.SPONSOR: Text("网站主办单位", "sponsor (主办单位)"),
    Mark.CONTACT: Text("联系方式", "way to contact the site"),
    Mark.ENTRY: Text("“我为政府网站找错”入口", "error report entry (我为政府网站找错)"),
}
"""What the marks are called in messages."""


@dataclass(frozen=True)
class Form:
    """One way in which a mark is written: *pattern*, tried around its *anchor*, a word that is quick to find.

    *before* and *behind* say how far around the anchor the pattern may reach. *sure* is False for what only looks so.
    *hint* asks of a page whether it may hold the form: what is *needed*, else the anchor.
    """

    anchor: str
    pattern: re.Pattern[str]
    sure: bool = True
    before: int = 100
    behind: int = 700
    needed: Hint | None = None
    hint: Hint = field(init=False)

    def __post_init__(self) -> None:
        """Make the hint of the anchor, where nothing tells more."""
        object.__setattr__(self, "hint", self.needed or Hint((self.anchor,)))


def _plain(anchor: str) -> Form:
    """Return the form of a mark that the word *anchor* alone shows."""
    return Form(anchor, lazy_re(re.escape(anchor)), before=0, behind=len(anchor))


_MOST = 40  # occurrences of one anchor that are looked at: a footer's are the last ones


def places(word: str, text: str) -> Iterator[int]:
    """Yield the offsets of *word* in *text*, the last one first."""
    at = len(text)
    for _ in range(_MOST):
        at = text.rfind(word, 0, at)
        if at < 0:
            return
        yield at


def occurrences(form: Form, text: str) -> Iterator[re.Match[str]]:
    """Yield where *form* stands in *text*, the last one first."""
    for at in places(form.anchor, text):
        if found := form.pattern.search(text, max(at - form.before, 0), at + form.behind):
            yield found


def in_markup(form: Form, live: LiveSource) -> Iterator[re.Match[str]]:
    """Yield where *form* stands in the markup of *live*, the last one first."""
    return occurrences(form, live.markup) if form.hint.within(live.source) else iter(())


GAP = r"(?:[\s:：]|&(?:nbsp|ensp|emsp|#160|#xa0);|<[^<>]{0,400}>)"
"""What may stand between a label and its value."""

_PROVINCE = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤川蜀青藏琼宁"
_ATTRIBUTE = r"""(?:alt|title|aria-label|value)\s{0,3}=\s{0,3}["']?[^"'<>]{0,60}?"""

_ICP = lazy_re(
    rf"(?P<number>[{_PROVINCE}]\s{{0,3}}[Ii][Cc][Pp]{GAP}{{0,6}}+[备证]案?{GAP}{{0,6}}+(?:字第|第|字)?+{GAP}{{0,6}}+"
    rf"\d{{6,10}}(?:\s?号)?+(?:\s{{0,3}}[-－—]\s{{0,3}}\d{{1,3}})?+)"
)
_ICP_LABEL = lazy_re(rf"[Ii][Cc][Pp]{GAP}{{0,6}}+(?:备|证|许可|序号)")
_ICP_OTHER = lazy_re(rf"备案[编序]?号?{GAP}{{0,6}}+[{_PROVINCE}][^<>]{{0,12}}?\d{{6,10}}")
_POLICE = lazy_re(rf"网安备案?号?(?:{GAP}|字|第){{0,40}}+(?P<number>\d{{8,18}}+)")
_POLICE_OTHER = lazy_re(r"公安(?:局|机关|部门|网|联网)?[^<>]{0,6}备案|公安备\s{0,3}\d")
_PARTY = lazy_re(rf"{_ATTRIBUTE}(?:党政机关|事业单位)")
_PARTY_FILE = r"[/\"'=](?:red|blue|conac|dz_?jg(?:bs)?|dangzheng|dzbs|jgbs|zgjg)\w{0,12}\.(?:png|gif|jpe?g)"
_PARTY_PICTURE = lazy_re(rf"<img\b[^<>]{{0,400}}?{_PARTY_FILE}")
_PARTY_FILE_NAMED = lazy_re(_PARTY_FILE)
_ENTRY = lazy_re(rf"{_ATTRIBUTE}(?:找错|纠错)|>[^<>]{{0,10}}找错[^<>]{{0,3}}<")
_ENTRY_OTHER = lazy_re(r">[^<>]{0,10}纠错[^<>]{0,3}<")
_ENTRY_FILE = lazy_re(r"jiucuo\w{0,10}\.(?:js|html?|png|jpe?g|gif|do|jsp)", re.IGNORECASE)
_CONTACT_LINK = lazy_re(r">[\s\[【|]{0,8}(?:联系我们|联系方式|联系本站|联系电话)[\s\]】|]{0,8}<")
_NEAR = 80


def names_party_file(text: str) -> bool:
    """Whether a picture is named in *text* as the mark of party and government sites often is."""
    return _PARTY_FILE_NAMED.search(text) is not None


_NAMES_PARTY_FILE = Hint.of("files of party marks", names_party_file, among=(".png", ".gif", ".jpg", ".jpeg"))

FORMS: dict[Mark, tuple[Form, ...]] = {
    Mark.PARTY: (
        _plain("conac.cn"),
        _plain("_ideConac"),
        _plain("imgConac"),
        Form("党政机关", _PARTY, behind=4),
        Form("事业单位", _PARTY, behind=4),
        *(
            Form(name, _PARTY_PICTURE, sure=False, before=450, behind=40, needed=_NAMES_PARTY_FILE)
            for name in ("red", "blue", "conac", "jg", "bs")
        ),
    ),
    Mark.ICP: (
        Form("ICP", _ICP, before=8),
        Form("icp", _ICP, before=8),
        Form("ICP", _ICP_LABEL),
        _plain("beian.miit.gov.cn"),
        _plain("miitbeian.gov.cn"),
        _plain("miibeian.gov.cn"),
        Form("备案", _ICP_OTHER, before=0),
        Form("icp", _ICP_LABEL),
    ),
    Mark.POLICE: (
        Form("网安备", _POLICE, before=0),
        _plain("网安备"),
        _plain("网警备案"),
        _plain("//www.beian.gov.cn"),
        _plain("//beian.gov.cn"),
        _plain("beian.mps.gov.cn"),
        Form("公安", _POLICE_OTHER, before=0, behind=20),
    ),
    Mark.ENTRY: (
        _plain("_jiucuo"),
        _plain("zfwzgl.www.gov.cn"),
        _plain("/exposure/"),
        _plain("errorInfo"),
        _plain("kaipuyun.cn"),
        Form("jiucuo", _ENTRY_FILE, before=0, behind=20),
        Form("找错", _ENTRY, before=_NEAR, behind=12),
        Form("纠错", _ENTRY_OTHER, sure=False, before=20, behind=12),
    ),
    Mark.CONTACT: (Form("联系", _CONTACT_LINK, before=10, behind=16),),
}
"""The forms of the marks that are known wherever they stand, the surest first."""


def forms_on(source: str) -> Mapping[Mark, tuple[Form, ...]]:
    """Return those of FORMS that *source*, that of a page, may hold."""
    return _forms_among(all_within(source))


@lru_cache(maxsize=256)
def _forms_among(held: frozenset[str]) -> Mapping[Mark, tuple[Form, ...]]:
    return {mark: tuple(form for form in forms if form.hint.among(held)) for mark, forms in FORMS.items()}


CODE = Form(
    "标识",
    lazy_re(rf"(?P<site>网站|站点|政府|平台)?+标识(?:编)?码{GAP}{{0,40}}+(?P<code>[A-Za-z\d]{{4,24}}+)?"),
    before=2,
)
"""The label 网站标识码 and the code behind it; ``code`` is None where nothing of the kind follows."""

SPONSOR = lazy_re(r"主\s{0,3}办")
# These begin with a class of all their first characters, which ``re`` looks for much faster than for alternatives.
SPONSOR_MAYBE = lazy_re(
    r"[版承Cc©维管主](?:(?<=版)权所有|(?<=承)\s{0,3}办|(?<=[Cc])opyright|(?<=©)|(?<=维)护|(?<=管)理(?:单位|机构)|(?<=主)管)"
)
CONTACT = lazy_re(
    r"[联电热邮EeTt地@](?:(?<=联)系(?:我们|方式|电话|本站|人|邮箱|地址)"
    r"|(?:(?<=电)\s{0,4}话|(?<=热)线|(?<=邮)\s{0,4}箱|(?<=[Ee])-?mail|(?<=[Tt])el|(?<=T)EL)"
    r"[^:：\d]{0,8}(?:[:：]\s{0,3}\S|\d{5}|\d{3,4}[-－—])"
    r"|(?<=地)\s{0,4}址\s{0,3}[:：]\s{0,3}\S|(?<=邮)\s{0,4}编\s{0,3}[:：]?\s{0,3}\d{6}|(?<=\w@)\w)"
)
CONTACT_MAYBE = lazy_re(
    r"[传关网本\d](?:(?<=传)\s{0,4}真|(?<=关)于(?:我们|本站|网站)|(?<=[网本])站(?:声明|介绍|简介|帮助)"
    r"|(?<=\d)\d{2,3}[-－—]\s?\d{7,8}|(?<=1)2345)"
)
"""Sponsor and contact are known only where a footer may be: articles speak of both."""

SPONSOR_NAMED = lazy_re(r"主\s{0,3}办(?:单位|方)?\s{0,3}[:：]\s{0,3}(?P<number>[\u4e00-\u9fff]{4,30}+)")
TELEPHONE = lazy_re(r"电\s{0,4}话\s{0,3}[:：]\s{0,3}(?P<number>\d{3,4}\s?[-－—]\s?\d{5,12}|\d{7,12})")
"""The values of sponsor and contact, by which footers are compared."""

FOOTER = (
    *("版权所有", "ICP备", "主办单位", "网站标识码", "承办单位", "网安备", "技术支持"),
    *("Copyright", "copyright", "©"),
)
"""Words by which a footer is known where it stands in the page itself."""
