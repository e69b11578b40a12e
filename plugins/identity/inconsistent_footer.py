"""GOV6011 InconsistentFooter: footers that give other numbers, sponsors or telephones than the rest of the site."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping

from govlint.finding import Finding, Severity, Text
from govlint.finding import Mark as Place
from govlint.lazy_re import lazy_re
from govlint.lint.context import Context
from govlint.lint.rule import Example, Expected, Scope, fail, rule
from govlint.site.site import Site

from .footers import footer_at, footers_of
from .mark_words import NAMES, Mark
from .marks import marks_of
from .repeats import counted, elsewhere, nearest_first
from .sample_pages import CONTACT, ICP, SPONSOR, WHOLE_FOOTER, page
from .tags import SITE_TAGS, values

_COMPARED = (Mark.ICP, Mark.POLICE, Mark.SPONSOR, Mark.CONTACT)
_NUMBER_OF_SITE = lazy_re(r"(?<=\d)号?(?:[-－—]\d{1,3})?$")  # 号-1, 号-2: sites of one filing


@rule(
    "GOV6011",
    "InconsistentFooter",
    scope=Scope.SITE,
    severity=Severity.WARNING,
    summary=Text("页脚的备案号、主办单位或电话前后不一致。", "Footers give different numbers, sponsors or telephones."),
    why=Text(
        "全站页脚应当一致；改了一处漏了别处，访问者就不知道哪个是真的。",
        "All pages share one footer; where some were changed and others not, nobody knows which one is right.",
    ),
    remedy=Text("全站共用一个页脚模板，并核对其中的号码。", "Let all pages share one footer, and check what it says."),
    examples=(
        Example(
            Text("首页电话多一位", "a digit too many on the home page"),
            {
                "index.html": page(CONTACT.replace("8880017", "88800177"), SPONSOR),
                "gk.html": page(CONTACT, SPONSOR),
                "dt.html": page(CONTACT, SPONSOR),
            },
            (Expected("index.html", 5, 1, "“0748-88800177”"),),
        ),
        Example(
            Text("一个内页是旧备案号", "an old number on an inner page"),
            {
                "index.html": page(*WHOLE_FOOTER),
                "dt.html": page(*WHOLE_FOOTER),
                "gk.html": page(*WHOLE_FOOTER).replace(ICP, "湘ICP备05000001号"),
            },
            (Expected("gk.html", 5, 1, "“湘ICP备05000001号”"),),
        ),
        Example(
            Text("处处一致", "the same everywhere"), {"index.html": page(*WHOLE_FOOTER), "a.html": page(*WHOLE_FOOTER)}
        ),
    ),
    basis=("guideline-2017:same-frame",),
    tags=("identity",),
)
def inconsistent_footer(site: Site, _context: Context) -> Iterator[Finding]:
    """Yield one finding for each value that few footers of *site* give and most give otherwise."""
    names = _site_names(site)
    usual = Counter(names.values()).most_common(1) or [("", 0)]
    for mark in _COMPARED:
        pages: dict[str, list[str]] = defaultdict(list)
        shown: dict[str, str] = {}
        for path, name in names.items():
            sign = marks_of(site.pages[path]).sign(mark)
            if sign and sign.value and name == usual[0][0]:
                value = _core(mark, sign.value)
                pages[value].append(path)
                shown.setdefault(value, sign.value)
        yield from _odd_ones(site, mark, pages, shown, usual[0][1])


def _site_names(site: Site) -> Mapping[str, str]:
    """Return what each page calls its site: pages of another site have a footer of their own."""
    return {path: next(values(site, path, SITE_TAGS.tags[0]), "") for path in footers_of(site).pages}


def _core(mark: Mark, value: str) -> str:
    """Return *value* in the form in which it is compared."""
    if mark is Mark.ICP:
        return _NUMBER_OF_SITE.sub("", value).upper()
    return re.sub(r"\D", "", value) if mark is Mark.CONTACT else value


def _odd_ones(
    site: Site, mark: Mark, pages: Mapping[str, list[str]], shown: Mapping[str, str], count: int
) -> Iterator[Finding]:
    most = max((len(paths) for paths in pages.values()), default=0)
    if 2 * most <= count:
        return  # no value that most pages share
    common = next(value for value, paths in pages.items() if len(paths) == most)
    for value, paths in pages.items():
        if value != common:
            yield _fault(site, mark, shown[value], shown[common], nearest_first(site, paths))


def _fault(site: Site, mark: Mark, value: str, common: str, paths: list[str]) -> Finding:
    name = NAMES[mark]
    count = counted(len(paths))
    return fail(
        Text(
            f"页脚的{name.zh}是“{value}”{count.zh}，而多数页面是“{common}”，请核对并统一。",
            f"The footer gives “{value}” as {name.en}{count.en}, most pages give “{common}”; check and make them one.",
        ),
        paths[0],
        Place(footer_at(site, paths[0])),
        key=f"{mark} {value}",
        related=elsewhere((path, Place(footer_at(site, path))) for path in paths[1:]),
        pages=len(paths),
    )
