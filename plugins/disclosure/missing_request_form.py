"""GOV3002 MissingRequestForm: the 依申请公开 column gives no form to fill in, neither as a file nor on line."""

from __future__ import annotations

from collections.abc import Iterator

from govlint.finding import Finding, Severity, Text, Verdict
from govlint.lazy_re import lazy_re
from govlint.lint.context import Context
from govlint.lint.rule import Example, Expected, Needs, Scope, fail, review, rule
from govlint.page.facts import PageFacts, Zone
from govlint.page.table import bodies
from govlint.site.model import Column, ColumnState, TargetKind
from govlint.site.site import Site

from .places import heading_of, why_scripted, why_untold
from .samples import site_of
from .titles import titles_on

_FORM_WORD = lazy_re(r"申请表|申请书|申请公开表|表格|登记表|下载")
_ONLINE = lazy_re(r"(?:在线|网上|我要|立即|点击|提交|填写).{0,6}申请|申请(?:入口|系统|平台)|申请提交")
_PRINTED = lazy_re(r"所需信息|申请人信息")
_SHARED_FORM = lazy_re(r"公开.{0,6}申请(?:公开)?(?:书|表)")
_HEAD = (Zone.HEADER, Zone.NAV, Zone.FOOTER)
_FEWEST_FIELDS = 3
_PROSE = "<p>公民、法人和其他组织可以向本机关申请公开信息，当面提交、邮寄或者传真均可。</p>"
_FORM = '<form action="/apply.jsp" method="post"><input name="a"><input name="b"><textarea name="c"></textarea></form>'

EXAMPLES = (
    Example(
        Text("只有说明，没有表格", "words, and no form"),
        site_of({"依申请公开": ("ysqgk", f"<h1>依申请公开</h1>{_PROSE}")}),
        (Expected("ysqgk/index.html", line=10, column=1, words="依申请公开"),),
    ),
    Example(
        Text("可以下载申请表", "the form can be downloaded"),
        site_of({"依申请公开": ("ysqgk", f'{_PROSE}<p><a href="./sqb.doc">申请表</a></p>')}, {"ysqgk/sqb.doc": ""}),
    ),
    Example(Text("可以在线填写", "it can be filled in on line"), site_of({"依申请公开": ("ysqgk", _PROSE + _FORM)})),
    Example(
        Text("内容由脚本读取", "a script loads the content"),
        site_of({"依申请公开": ("ysqgk", f'{_PROSE}<script>$.get("/x.json", function (d) {{ show(d); }});</script>')}),
        (Expected("ysqgk/index.html", words="依申请公开", verdict=Verdict.REVIEW),),
    ),
)


@rule(
    "GOV3002",
    "MissingRequestForm",
    scope=Scope.SITE,
    needs=Needs.MENU,
    severity=Severity.ERROR,
    summary=Text(
        "“依申请公开”栏目没有提供申请表，也不能在线申请。",
        "The column for disclosure on request offers no form, neither to download nor on line.",
    ),
    why=Text(
        "公众须填写申请表才能申请公开；没有表格，申请渠道形同虚设。",
        "A request is made on a form; without one the channel is there in name only.",
    ),
    remedy=Text(
        "在栏目中提供申请表下载（.doc、.pdf 等），或者开通在线申请。",
        "Offer the form as a file in the column, or let it be filled in on line.",
    ),
    basis=("disclosure-2019:request", "disclosure-2007:request", "city-2017:documents"),
    examples=EXAMPLES,
)
def missing_request_form(site: Site, context: Context) -> Iterator[Finding]:
    """Yield one finding where the columns of *site* for requests can be read and none of them offers a form."""
    rows = context.rows("GOV3002")
    columns = [column for column in site.columns_of("disclosure-request") if _is_readable(site, column)]
    if not rows or not columns or any(_offers(site, page) for column in columns for page in _pages(site, column)):
        return
    if any(_SHARED_FORM.search(title) for title in titles_on(site)):
        return
    column = columns[0]
    path, mark = column.path, heading_of(site, column)
    reason = why_scripted(site, path) or why_untold(site, ("disclosure-request",))
    basis = tuple(f"{standard.id}:{row.id}" for standard, row in rows)
    if reason is None:
        message = Text(
            f"栏目“{column.name}”没有申请表可以下载，也没有在线申请，请提供其中一种。",
            f"The column “{column.name}” offers no request form, neither as a file nor on line; offer one of them.",
        )
        yield fail(message, path, mark, key="request-form", column=column.name)._replace(basis=basis)
    else:
        message = Text(
            f"栏目“{column.name}”里没有看到申请表，请核对是否可以下载或在线填写。",
            f"No request form was seen in the column “{column.name}”; check whether there is one.",
        )
        yield review(message, path, mark, key="request-form", reason=reason, column=column.name)._replace(basis=basis)


def _is_readable(site: Site, column: Column) -> bool:
    return column.path in site.pages and column.state in (ColumnState.FILLED, ColumnState.SCRIPTED)


def _pages(site: Site, column: Column) -> Iterator[PageFacts]:
    """Yield the pages of *column* and those its rows lead to."""
    yield from (site.pages[path] for path in (column.path, *column.pages))
    for path, item in column.items:
        if item.link >= 0:
            target = site.target(path, bodies(site.pages[path].links)[item.link])
            if target.kind is TargetKind.PAGE:
                yield site.pages[target.path]


def _offers(site: Site, page: PageFacts) -> bool:
    """Whether *page* gives a form: as a file, by a link that says so, to fill in, or printed in its text."""
    for link in page.links:
        if link.zone in _HEAD or link.tag not in ("a", "area", "iframe"):
            continue
        if _FORM_WORD.search(link.text) or _ONLINE.search(link.text) or link.tag == "iframe":
            return True
        if site.target(page.path, link).kind is TargetKind.FILE:
            return True
    fields = sum(control.kind in ("field", "choice") and control.zone not in _HEAD for control in page.controls)
    return fields >= _FEWEST_FIELDS or any(_PRINTED.search(run.text) for run in page.runs)
