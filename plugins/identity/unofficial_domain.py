"""GOV6013 UnofficialDomain: a government site whose domain is not under .gov.cn or .政务."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from govlint.finding import WHOLE_PAGE, Finding, Mark, Severity, Text, Verdict
from govlint.lazy_re import lazy_re
from govlint.lint.context import Context
from govlint.lint.rule import Example, Expected, Needs, Scope, fail, review, rule
from govlint.site.site import Site
from govlint.site.urls import host_in

from .sample_pages import CODE, TAGS, page
from .tags import tag_name

# .政务 is xn--zfr164b in the notation of the DNS.
_OFFICIAL = lazy_re(r"(?:^|\.)gov\.cn$|\.(?:政务|xn--zfr164b)(?:\.cn)?$")
_NO_DOMAIN = lazy_re(r"localhost|(?:[\d.:]++)|[^.]*+")
_ORGAN = lazy_re(r"政府|[局委厅署]$|办公[室厅]|委员会|发展和?改革|[局委厅署]网")


@rule(
    "GOV6013",
    "UnofficialDomain",
    scope=Scope.SITE,
    needs=Needs.LITERAL,
    severity=Severity.WARNING,
    summary=Text("网站域名不以 .gov.cn 结尾。", "The site's domain does not end in .gov.cn."),
    why=Text(
        "政府网站的英文域名应以 .gov.cn 结尾；域名不符合要求的扣 1 分（门户网站）。",
        "The domain of a government site ends in .gov.cn; a portal loses 1 point for another.",
    ),
    remedy=Text(
        "启用 .gov.cn 域名，并更新 SiteDomain 标签；确实不具有行政职能的单位不用改。",
        "Use a .gov.cn domain and update SiteDomain; an institution without administrative function need not.",
    ),
    examples=(
        Example(
            Text("局网站用商业域名", "an organ under a commercial domain"),
            {"index.html": page(CODE, head=TAGS.replace("lyj.yunji.gov.cn", "https://www.yunjilyj.com/"))},
            (Expected("index.html", 2, 132, "“www.yunjilyj.com”"),),
        ),
        Example(
            Text("看不出是不是行政机关", "perhaps no organ"),
            {"index.html": page(CODE, head=TAGS.replace("lyj.yunji.gov.cn", "yjlib.cn").replace("林业局", "图书馆"))},
            (Expected("index.html", words="“yjlib.cn”", verdict=Verdict.REVIEW),),
        ),
        Example(Text("政府域名", "a government domain"), {"index.html": page(CODE)}),
    ),
    basis=("national-2019:domain-name", "guideline-2017:domain"),
    tags=("identity", "single-file"),
)
def unofficial_domain(site: Site, context: Context) -> Iterator[Finding]:
    """Yield one finding for each unofficial domain that META SiteDomain names, else for the site's own hosts."""
    places: dict[str, list[tuple[str, Mark]]] = defaultdict(list)
    for path in sorted(site.pages, key=lambda path: (path != site.home.path, path.count("/"), path)):
        for meta in site.pages[path].metas:
            if tag_name(meta) == "SiteDomain" and (host := host_in(meta.content.strip())):
                places[host.lower()].append((path, Mark(meta.at, "@content")))
    if not places and site.home.path:
        places = defaultdict(list, {host: [(site.home.path, WHOLE_PAGE)] for host in sorted(site.hosts)})
    for host, where in places.items():
        if not _OFFICIAL.search(host) and not _NO_DOMAIN.fullmatch(host):
            yield _finding(site, context, host, where)


def _finding(site: Site, context: Context, host: str, where: list[tuple[str, Mark]]) -> Finding:
    path, place = where[0]
    if context.site_kind == "portal" or _ORGAN.search(site.name):
        return fail(
            Text(
                f"网站域名“{host}”不以 .gov.cn 结尾，政府网站应使用 .gov.cn 域名。",
                f"The site's domain “{host}” does not end in .gov.cn, as a government site's must.",
            ),
            path,
            place,
            key=host,
            pages=len(where),
        )
    return review(
        Text(
            f"网站域名“{host}”不以 .gov.cn 结尾；主办单位如是行政机关，应使用 .gov.cn 域名，请核对。",
            f"The site's domain “{host}” does not end in .gov.cn, as it must if an organ runs it; check it.",
        ),
        path,
        place,
        key=host,
        reason=Text(
            "不具有行政职能的单位不用 .gov.cn；需要知道单位性质。",
            "Institutions without administrative function use none.",
        ),
        pages=len(where),
    )
