"""GOV1010 MisnamedColumn: a column whose name comes close to a demanded one and is none that is accepted for it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from govlint.finding import Finding, Mark, Severity, Text
from govlint.lint.context import Context
from govlint.lint.rule import Example, Expected, Needs, Scope, fail, rule
from govlint.site.model import Column
from govlint.site.site import Site

from .demands import Demand, demanded_columns
from .presence import presence_on
from .sample_pages import FILLED, site_with

RULE = "GOV1010"
_DAY = date(2017, 3, 31)


def _example(zh: str, en: str, name: str, *expected: Expected) -> Example:
    return Example(Text(zh, en), site_with(name, "qd", FILLED), expected, ("city-2017",), "department", _DAY)


EXAMPLES = (
    _example(
        "“权利清单”应为“权责清单”", "a name with a wrong character",
        "权利清单", Expected("index.html", 8, 21, "权利清单"),
    ),
    _example("用规定的名称", "the demanded name", "权责清单"),
    _example("用认可的别名", "an accepted name", "权力清单"),
)  # fmt: skip


@rule(
    RULE,
    "MisnamedColumn",
    scope=Scope.SITE,
    needs=Needs.MENU,
    severity=Severity.WARNING,
    summary=Text("栏目名称与规定名称相近，但不是认可的名称。", "A column's name comes close to a demanded one."),
    why=Text(
        "检查按栏目名称查找；名称不对的栏目会被当作没有开设，公众也容易误解。",
        "Inspectors look for columns by name; under another name a column counts as missing, and misleads readers.",
    ),
    remedy=Text(
        "改用规定的名称；确需沿用原名称的，在自己的标准文件中登记为认可的名称。",
        "Use the demanded name; to keep the old one, add it to the accepted names in your own standard file.",
    ),
    basis=("city-2017:modules", "city-2017:disclosure", "disclosure-2019:one-name", "disclosure-2019:duties"),
    examples=EXAMPLES,
)
def misnamed_column(site: Site, context: Context) -> Iterator[Finding]:
    """Yield one finding for every column of *site* that comes close to a demanded one which the site does not have."""
    demands = {demand.concept: demand for demand in demanded_columns(context)}
    presence = presence_on(site) if demands else None
    for column in site.columns:
        if column.concepts or presence is None:
            continue
        demand = demands.get(site.vocabulary.near(column.name) or "")
        if demand is None or presence.shows(demand.concept, demand.names):
            continue
        if site.vocabulary.normalise(column.name) not in map(site.vocabulary.normalise, demand.names):
            yield _finding(site, column, demand)


def _finding(site: Site, column: Column, demand: Demand) -> Finding:
    refs = sorted(column.links, key=lambda ref: (ref.page != site.home.path, ref))
    path, mark = (refs[0].page, Mark(site.link(refs[0]).at, "text")) if refs else (column.path, Mark())
    return fail(
        Text(
            f"栏目“{column.name}”的名称与规定的“{demand.name.zh}”相近但不一致，请改用规定的名称。",
            f"The column “{column.name}” is named almost like the demanded “{demand.name.en}”; use that name.",
        ),
        path,
        mark,
        key=column.name,
        column=column.name,
        suggestion=demand.name.zh,
        concept=demand.concept,
    )
