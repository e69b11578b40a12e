"""GOV6014 MissingSiteTags: pages without any of SiteName, SiteDomain and SiteIDCode."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from govlint.finding import Finding, Severity, Text
from govlint.lint.context import Context
from govlint.lint.rule import Example, Expected, Needs, Scope, rule
from govlint.site.site import Site

from .missing_tags import missing_tags
from .page_kinds import PageKind
from .sample_pages import CONTENT_TAGS, WHOLE_FOOTER, page, small_site
from .tags import SITE_TAGS


@rule(
    "GOV6014",
    "MissingSiteTags",
    scope=Scope.SITE,
    needs=Needs.HEAD,
    severity=Severity.WARNING,
    summary=Text("页面没有站点标签。", "A page has none of the site tags."),
    why=Text(
        "检查指标抽查 5 个内容页，没有站点标签或内容标签的每个扣 0.1 分（门户网站）。",
        "Of five content pages sampled, each without site tags or content tags costs a portal 0.1 points.",
    ),
    remedy=Text(
        "在全站共用的页头模板里写上 SiteName、SiteDomain、SiteIDCode。",
        "Write SiteName, SiteDomain and SiteIDCode into the head that all pages share.",
    ),
    examples=(
        Example(
            Text("内容页没有站点标签", "a content page without site tags"),
            small_site(article=CONTENT_TAGS),
            (Expected("tzgg/t20260112_2.html", 2, 48, "内容页没有任何站点标签"),),
        ),
        Example(
            Text("首页没有任何标签", "a home page without any tags"),
            {"index.html": page(*WHOLE_FOOTER, head="")},
            (Expected("index.html", 2, 48, "首页没有任何站点标签"),),
        ),
        Example(Text("标签齐全", "all tags are there"), small_site()),
        Example(
            Text("当时还没有这项要求", "before they were asked for"), small_site("", "", ""), as_of=date(2017, 3, 31)
        ),
    ),
    basis=("national-2019:page-tags", "guideline-2017:tags"),
    tags=("identity", "single-file"),
)
def missing_site_tags(site: Site, context: Context) -> Iterator[Finding]:
    """Yield one finding for the pages of each kind on *site* that have no site tags."""
    yield from missing_tags(site, context, SITE_TAGS, *PageKind)
