"""GOV6016 MissingContentTags: content pages without any of the content tags."""

from __future__ import annotations

from collections.abc import Iterator

from govlint.finding import Finding, Severity, Text
from govlint.lint.context import Context
from govlint.lint.rule import Example, Expected, Needs, Scope, rule
from govlint.site.site import Site

from .missing_tags import missing_tags
from .page_kinds import PageKind
from .sample_pages import TAGS, small_site
from .tags import CONTENT_TAGS


@rule(
    "GOV6016",
    "MissingContentTags",
    scope=Scope.SITE,
    needs=Needs.HEAD,
    severity=Severity.WARNING,
    summary=Text("内容页没有内容标签。", "A content page has none of the content tags."),
    why=Text(
        "检查指标抽查 5 个内容页，没有站点标签或内容标签的每个扣 0.1 分（门户网站）。",
        "Of five content pages sampled, each without site tags or content tags costs a portal 0.1 points.",
    ),
    remedy=Text(
        "在内容页模板里写上 ArticleTitle、PubDate、ContentSource。",
        "Write ArticleTitle, PubDate and ContentSource into the template of content pages.",
    ),
    examples=(
        Example(
            Text("内容页没有内容标签", "a content page without them"),
            small_site(article=TAGS),
            (Expected("tzgg/t20260112_2.html", 2, 48, "内容页没有任何内容标签"),),
        ),
        Example(Text("标签齐全", "all tags are there"), small_site()),
    ),
    basis=("national-2019:page-tags", "guideline-2017:tags"),
    tags=("identity",),
)
def missing_content_tags(site: Site, context: Context) -> Iterator[Finding]:
    """Yield one finding for the content pages of *site* that have no content tags."""
    yield from missing_tags(site, context, CONTENT_TAGS, PageKind.ARTICLE)
