"""GOV6015 MissingColumnTags: column pages without any of the column tags."""

from __future__ import annotations

from collections.abc import Iterator

from govlint.finding import Finding, Severity, Text
from govlint.lint.context import Context
from govlint.lint.rule import Example, Expected, Needs, Scope, rule
from govlint.site.site import Site

from .missing_tags import missing_tags
from .page_kinds import PageKind
from .sample_pages import TAGS, small_site
from .tags import COLUMN_TAGS


@rule(
    "GOV6015",
    "MissingColumnTags",
    scope=Scope.SITE,
    needs=Needs.HEAD,
    severity=Severity.WARNING,
    summary=Text("栏目页没有栏目标签。", "A column page has none of the column tags."),
    why=Text(
        "检查指标抽查 5 个栏目页，没有站点标签或栏目标签的每个扣 0.1 分（门户网站）。",
        "Of five column pages sampled, each without site tags or column tags costs a portal 0.1 points.",
    ),
    remedy=Text(
        "在栏目页模板里写上 ColumnName、ColumnType 等标签。",
        "Write ColumnName, ColumnType and the others into the template of column pages.",
    ),
    examples=(
        Example(
            Text("栏目页没有栏目标签", "a column page without them"),
            small_site(column=TAGS),
            (Expected("tzgg/index.html", 2, 48, "栏目页没有任何栏目标签"),),
        ),
        Example(Text("标签齐全", "all tags are there"), small_site()),
    ),
    basis=("national-2019:page-tags", "guideline-2017:tags"),
    tags=("identity",),
)
def missing_column_tags(site: Site, context: Context) -> Iterator[Finding]:
    """Yield one finding for the column pages of *site* that have no column tags."""
    yield from missing_tags(site, context, COLUMN_TAGS, PageKind.COLUMN)
