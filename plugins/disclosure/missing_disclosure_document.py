"""GOV3001 MissingDisclosureDocument: a rule document that a standard demands and that the site shows nowhere."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from govlint.finding import Finding, Severity, Text, Verdict
from govlint.lint.context import Context
from govlint.lint.rule import Example, Expected, Needs, Scope, fail, review, rule
from govlint.site.site import Site

from .places import disclosure_place, why_untold
from .samples import article, item, site_of
from .titles import request_texts, titles_on

if TYPE_CHECKING:
    from govlint.standard.model import DocumentDemand

# Where such documents stand; the column for requests holds the form alone.
_COLUMNS = ("disclosure", "disclosure-rules", "disclosure-guide", "disclosure-catalogue")
_NAMES = (
    "信息公开工作社会评议暂行办法",
    "信息公开工作考核暂行办法",
    "信息公开指南",
    "信息公开暂行办法",
    "依申请公开申请表",
    "违反信息公开规定行为的责任追究暂行办法",
)
_ALL = "\n".join(item(f"./t{number}.html", f"云霁市林业局{name}") for number, name in enumerate(_NAMES))
_PAGES = {f"gd/t{number}.html": article(f"云霁市林业局{name}") for number, name in enumerate(_NAMES)}
_DAY = date(2017, 3, 31)


def _example(zh: str, en: str, files: dict[str, str], *expected: Expected) -> Example:
    return Example(Text(zh, en), files, expected, ("city-2017",), "department", _DAY)


EXAMPLES = (
    _example(
        "缺少考核办法", "the rules on assessment are missing",
        site_of({"信息公开规定": ("gd", _ALL.replace("考核", "宣传"))}, _PAGES | {"gd/t1.html": article("工作安排")}),
        Expected("xxgk/index.html", line=10, column=1, words="考核"),
    ),
    _example("六份文件都有", "all six are there", site_of({"信息公开规定": ("gd", _ALL)}, _PAGES)),
    _example(
        "信息公开在外部平台", "the column is on another host",
        {"index.html": site_of({})["index.html"].replace("./xxgk/", "http://xxgk.example.gov.cn/")},
        *(Expected("index.html", verdict=Verdict.REVIEW, words=name[-8:]) for name in _NAMES),
    ),
)  # fmt: skip


@rule(
    "GOV3001",
    "MissingDisclosureDocument",
    scope=Scope.SITE,
    needs=Needs.MENU,
    severity=Severity.ERROR,
    summary=Text(
        "缺少标准要求公开的信息公开制度文件。", "A document on disclosure that a standard demands is missing."
    ),
    why=Text(
        "指南、办法、考核、社会评议、责任追究等文件逐份检查；没有公布的，按要求整改。",
        "Guide, rules, assessment, public review and accountability are checked one by one, and must be published.",
    ),
    remedy=Text(
        "在信息公开栏目公布该文件；已经公布但题名不同的，在题名中写明“信息公开”和文件种类。",
        "Publish it in the disclosure column; where it goes by another title, name 信息公开 and its kind there.",
    ),
    basis=("city-2017:documents",),
    examples=EXAMPLES,
)
def missing_disclosure_document(site: Site, context: Context) -> Iterator[Finding]:
    """Yield one finding for every demanded document that no title on *site* answers."""
    demands = _demands(context)
    if not demands:
        return
    titles = titles_on(site)
    absent = [demand for demand in demands.values() if not any(demand[0].answered_by(title) for title in titles)]
    if absent:
        texts = request_texts(site)
        absent = [demand for demand in absent if not any(demand[0].answered_by(text) for text in texts)]
    path, mark = disclosure_place(site)
    for demand, basis in absent:
        name, key = demand.name, demand.id
        reason = why_untold(site, (*_COLUMNS, "disclosure-request") if "申请" in name.zh else _COLUMNS)
        if reason is None:
            message = Text(
                f"缺少文件“{name.zh}”：全站没有找到，请在信息公开栏目公布。",
                f"The document “{name.en}” is nowhere on the site; publish it in the disclosure column.",
            )
            yield fail(message, path, mark, key=key, document=name.zh)._replace(basis=basis, weight=demand.severity)
        else:
            message = Text(
                f"没有看到文件“{name.zh}”，请核对是否已经公布。",
                f"The document “{name.en}” was not seen; check whether it is published.",
            )
            yield review(message, path, mark, key=key, reason=reason, document=name.zh)._replace(basis=basis)


def _demands(context: Context) -> dict[str, tuple[DocumentDemand, tuple[str, ...]]]:
    """Return the demanded documents by id, each with the rows that demand it."""
    demands: dict[str, tuple[DocumentDemand, tuple[str, ...]]] = {}
    for standard in context.standards:
        for demand in standard.documents:
            if context.site_kind in demand.kinds:
                first, basis = demands.get(demand.id, (demand, ()))
                row = f"{standard.id}:{demand.row}" if demand.row else standard.id
                demands[demand.id] = (first, (*basis, row))
    return demands
