"""GOV3004 IncompleteCatalogueFields: a disclosure catalogue that does not show index number, name, date and number."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from govlint.finding import Finding, Severity, Text, Verdict
from govlint.lazy_re import lazy_re
from govlint.lint.context import Context
from govlint.lint.rule import Example, Expected, Scope, fail, review, rule
from govlint.page.facts import PageFacts
from govlint.page.table import bodies
from govlint.site.model import Column
from govlint.site.site import Site

from .places import heading_of, why_scripted, why_untold
from .platform import pages_below, pages_of, readable_columns
from .samples import item, site_of

_FIELDS = {
    "索引号": lazy_re(r"(?:信息)?索\s*引\s*号?(?:码)?\s*(?:[:：].*)?"),
    "名称": lazy_re(r"(?:信息|文件)?(?:名\s*称|标\s*题|题\s*名)\s*(?:[:：].*)?"),
    "生成日期": lazy_re(r"(?:生成|发布|成文|公开|发文|印发)?(?:日\s*期|时\s*间)\s*(?:[:：].*)?"),
    "文号": lazy_re(r"(?:发\s*文\s*字\s*号|发\s*文\s*号|文\s*号|文\s*件\s*编?\s*号|文\s*件\s*字\s*号)\s*(?:[:：].*)?"),
}
_ENGLISH = dict(zip(_FIELDS, ("index number", "name", "date", "document number"), strict=True))
_FEWEST_PAGES = 3
_LONGEST_LABEL = 60
_HEAD = "<tr><th>索引号</th><th>名称</th><th>生成日期</th><th>文号</th></tr>"
_ROW = '<tr><td>001/2021-1</td><td><a href="../xxgk/">工作安排</a></td><td>2021-01-20</td><td>云林〔2021〕1号</td></tr>'


def _table(head: str) -> dict[str, str]:
    return site_of({"信息公开目录": ("ml", f"<h1>信息公开目录</h1>\n<table>{head}{_ROW}</table>")})


EXAMPLES = (
    Example(
        Text("表头没有文号", "the head of the table has no document number"),
        _table(_HEAD.replace("<th>文号</th>", "<th>发布机构</th>")),
        (Expected("ml/index.html", line=10, column=1, words="文号"),),
    ),
    Example(Text("四项都有", "all four are there"), _table(_HEAD)),
    Example(
        Text("只有标题和日期", "titles and dates alone"),
        site_of({"信息公开目录": ("ml", "<h1>信息公开目录</h1>" + item("../xxgk/", "工作安排"))}),
        (Expected("ml/index.html", words="索引号", verdict=Verdict.REVIEW),),
    ),
)


@rule(
    "GOV3004",
    "IncompleteCatalogueFields",
    scope=Scope.SITE,
    severity=Severity.WARNING,
    summary=Text(
        "信息公开目录没有列出索引号、名称、生成日期、文号。",
        "The disclosure catalogue lacks index number, name, date or document number.",
    ),
    why=Text(
        "目录靠这些要素供人查找；要求未与条例原文核对。",
        "By these the catalogue can be searched. The demand was not compared with the text of the regulation.",
    ),
    remedy=Text("在目录表头或每条信息中列出这些要素。", "Show them in the catalogue's table or with each entry."),
    basis=("disclosure-2019:guide", "disclosure-2007:guide"),
    examples=EXAMPLES,
)
def incomplete_catalogue_fields(site: Site, context: Context) -> Iterator[Finding]:
    """Yield one finding for every catalogue column of *site* whose pages do not name one of the four fields."""
    rows = context.rows("GOV3004")
    if not rows:
        return
    basis = tuple(f"{standard.id}:{row.id}" for standard, row in rows)
    for column in readable_columns(site, "disclosure-catalogue"):
        finding = _finding(site, column)
        if finding is not None:
            yield finding._replace(basis=basis)


def _finding(site: Site, column: Column) -> Finding | None:
    own = pages_of(site, [column])
    pages = {**own, **pages_below(site, column)}
    held = _fields_in(pages.values())
    dated = any(entry.day is not None for page in pages.values() for entry in page.items)
    missing = [field for field in _FIELDS if field not in held and not (dated and field in ("名称", "生成日期"))]
    if not missing or not (held or dated):
        return None
    zh, en = "、".join(missing), ", ".join(_ENGLISH[field] for field in missing)
    mark = heading_of(site, column)
    # A table or entries with some of the fields, or many entries without any: the files show what there is.
    shown = "索引号" in held or "文号" in held or len(pages) - len((column.path, *column.pages)) >= _FEWEST_PAGES
    reason = (
        why_scripted(site, column.path) or why_untold(site, ("disclosure-catalogue",)) or (None if shown else _UNSEEN)
    )
    if reason is None:
        message = Text(
            f"目录栏目“{column.name}”没有列出：{zh}，请在表头或每条信息中列出（要求未核实）。",
            f"The catalogue “{column.name}” does not show: {en}; show them with each entry (not verified).",
        )
        return fail(message, column.path, mark, key=column.path, column=column.name, missing=len(missing))
    message = Text(
        f"目录栏目“{column.name}”里没有看到：{zh}，请打开目录中的信息核对。",
        f"In the catalogue “{column.name}” these were not seen: {en}; look at its entries.",
    )
    return review(message, column.path, mark, key=column.path, reason=reason, column=column.name)


_UNSEEN = Text(
    "这些要素可能在各条信息的页面上，而文件里没有这些页面；打开几条信息即可判断。",
    "They may stand on the entries' own pages, which are not in the files; a look at some of them decides.",
)


def _fields_in(pages: Iterable[PageFacts]) -> set[str]:
    """Return the fields that *pages* name as the head of a table or a label."""
    texts = {run.text for page in pages for run in bodies(page.runs) if 2 <= run.length <= _LONGEST_LABEL}
    return {field for field, label in _FIELDS.items() if any(label.fullmatch(text) for text in texts)}
