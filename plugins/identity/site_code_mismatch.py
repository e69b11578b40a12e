"""GOV6008 SiteCodeMismatch: a site that states different 网站标识码."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from govlint.finding import Finding, Mark, Severity, Text, Verdict
from govlint.lint.context import Context
from govlint.lint.rule import Example, Expected, Needs, Scope, fail, review, rule
from govlint.site.site import Site

from .footers import footers_of
from .marks import marks_of
from .repeats import counted, elsewhere
from .sample_pages import CODE, TAGS, WHOLE_FOOTER, page
from .site_codes import WHERE, CodeUse, is_code, place_of
from .tags import SITE_TAGS, values

_OTHER_ENTRY = (
    "<script id='_jiucuo_' sitecode='4399000020' src='https://zfwzgl.www.gov.cn/exposure/jiucuo.js'></script>"
)
_OTHER_SITE = page("网站标识码：4399000020", head=TAGS.replace("4399000017", "4399000020").replace("林业", "水利"))


@rule(
    "GOV6008",
    "SiteCodeMismatch",
    scope=Scope.SITE,
    needs=Needs.LITERAL,
    severity=Severity.WARNING,
    summary=Text("网站标识码前后不一致。", "The site states different site codes."),
    why=Text(
        "从别的网站复制来的页脚或找错代码，会把访问者的留言送到别的网站。",
        "A footer or an error report entry copied from another site sends visitors' reports to that site.",
    ),
    remedy=Text(
        "把页脚、META 标签和找错入口里的标识码统一改为本站的标识码。",
        "Use this site's own code in the footer, in META and in the error report entry.",
    ),
    examples=(
        Example(
            Text("找错入口用了别的网站的标识码", "the entry has another site's code"),
            {"index.html": page(CODE, _OTHER_ENTRY)},
            (Expected("index.html", 7, 33, "“4399000020”"),),
        ),
        Example(
            Text("内页页脚是另一个标识码", "another code in the footer of an inner page"),
            {"index.html": page(CODE), "gk.html": page("网站标识码：4399000020", head="")},
            (Expected("gk.html", 6, 7, "“4399000020”"),),
        ),
        Example(
            Text("另一个网站的页面混在一起", "pages of another site among them"),
            {"index.html": page(CODE), "gk.html": page(CODE), "sl.html": _OTHER_SITE},
            (Expected("sl.html", words="另一个网站", verdict=Verdict.REVIEW),),
        ),
        Example(Text("处处一致", "the same everywhere"), {"index.html": page(*WHOLE_FOOTER)}),
    ),
    basis=("national-2019:marks",),
    tags=("identity", "single-file"),
)
def site_code_mismatch(site: Site, _context: Context) -> Iterator[Finding]:
    """Yield one finding for each way in which pages of *site* contradict themselves or the rest of the site."""
    within: dict[tuple[tuple[str, str], ...], list[str]] = defaultdict(list)
    across: dict[str, list[str]] = defaultdict(list)
    for path in footers_of(site).pages:
        uses = _uses(site, path)
        codes = {use.code for use in uses}
        if len(codes) > 1:
            within[tuple(sorted({(use.where, use.code) for use in uses}, key=_rank))].append(path)
        elif codes and site.code and site.code not in codes:
            across[uses[0].code].append(path)
    for said, paths in within.items():
        yield _contradiction(site, said, paths)
    for code, paths in across.items():
        yield _odd_pages(site, code, paths)


def _uses(site: Site, path: str) -> list[CodeUse]:
    return [use for use in marks_of(site.pages[path]).codes if is_code(use.code)]


def _rank(said: tuple[str, str]) -> tuple[int, str]:
    return list(WHERE).index(said[0]), said[1]


def _contradiction(site: Site, said: Sequence[tuple[str, str]], paths: Sequence[str]) -> Finding:
    own = site.code if site.code in {code for _, code in said} else said[0][1]
    odd = next(use for use in _uses(site, paths[0]) if use.code != own)
    told, told_en = [], []
    for code in dict.fromkeys((own, *(code for _, code in said))):
        places = [WHERE[where] for where, stated in said if stated == code]
        told.append(f"{'、'.join(place.zh for place in places)}是“{code}”")
        told_en.append(f"“{code}” in {' and '.join(place.en for place in places)}")
    count = counted(len(paths))
    return fail(
        Text(
            f"网站标识码前后不一致：{'，'.join(told)}{count.zh}，请统一。",
            f"The site code differs: {', '.join(told_en)}{count.en}; make them one.",
        ),
        paths[0],
        place_of(odd),
        key=f"within {odd.where} {odd.code}",
        related=elsewhere(_places(site, paths[1:], odd.code)),
        pages=len(paths),
    )


def _odd_pages(site: Site, code: str, paths: Sequence[str]) -> Finding:
    first = paths[0]
    use = _uses(site, first)[0]
    count = counted(len(paths))
    if not _is_another_site(site, first):
        return fail(
            Text(
                f"页面的网站标识码“{code}”与全站的“{site.code}”不一致{count.zh}，请统一。",
                f"The site code “{code}” of the page is not the site's “{site.code}”; make them one.",
            ),
            first,
            place_of(use),
            key=f"across {code}",
            related=elsewhere(_places(site, paths[1:], code)),
            pages=len(paths),
        )
    return review(
        Text(
            f"标识码“{code}”、网站名称都与全站的“{site.code}”不同{count.zh}，可能是另一个网站的页面，请核对。",
            f"Code “{code}” and name are not the site's (“{site.code}”); it may be another site's page; check it.",
        ),
        first,
        place_of(use),
        key=f"across {code}",
        related=elsewhere(_places(site, paths[1:], code)),
        reason=Text(
            "同一导出目录里可能有几个网站；知道目录归属即可判定。",
            "One folder may hold several sites; who owns it decides.",
        ),
        pages=len(paths),
    )


def _is_another_site(site: Site, path: str) -> bool:
    """Whether the page's META names another site than the home page's does."""
    for name in SITE_TAGS.tags[:2]:
        own = (
            {value for value in values(site, site.home.path, name) if value} if site.home.path in site.pages else set()
        )
        stated = {value for value in values(site, path, name) if value}
        if stated and not stated & own:
            return True
    return False


def _places(site: Site, paths: Sequence[str], code: str) -> Iterator[tuple[str, Mark]]:
    for path in paths:
        yield path, place_of(next(use for use in _uses(site, path) if use.code == code))
