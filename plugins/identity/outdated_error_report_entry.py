"""GOV6010 OutdatedErrorReportEntry: an entry for reporting errors that leads to an address no longer in use."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from govlint.finding import Edit, Finding, Fix, Mark, Severity, Text
from govlint.lazy_re import lazy_re
from govlint.lint.context import Context
from govlint.lint.hints import Hint
from govlint.lint.rule import Example, Expected, Scope, fail, rule
from govlint.page.model import Page

from .sample_pages import ENTRY, WHOLE_FOOTER, page

# Seen on real sites, all replaced by zfwzgl.www.gov.cn; judged from the day the 2019 table was published.
_OLD_HOST = lazy_re(r"//(pucha\.kaipuyun\.cn|121\.43\.68\.40|121\.40\.115\.217)(?=[:/?\"']|$)")
_OLD_HOSTS = Hint(("pucha.kaipuyun.cn", "121.43.68.40", "121.40.115.217"))
_HOST = "zfwzgl.www.gov.cn"
_SINCE = date(2019, 4, 18)
_OLD = '<a href="http://121.43.68.40/exposure/jiucuo.html?site_code=4399000017"><img src="jc.png" alt="找错"></a>'


@rule(
    "GOV6010",
    "OutdatedErrorReportEntry",
    scope=Scope.PAGE,
    severity=Severity.WARNING,
    summary=Text("“我为政府网站找错”入口指向旧地址。", "The entry for reporting errors leads to an old address."),
    why=Text(
        "旧平台已由 zfwzgl.www.gov.cn 取代，从旧入口提交的留言无人受理。",
        "The old platforms were replaced by zfwzgl.www.gov.cn; reports sent to them reach nobody.",
    ),
    remedy=Text(
        "换成 https://zfwzgl.www.gov.cn/exposure/jiucuo.js 的代码。",
        "Use https://zfwzgl.www.gov.cn/exposure/jiucuo.js.",
    ),
    examples=(
        Example(
            Text("旧地址", "an old address"), {"index.html": page(_OLD)}, (Expected("index.html", 6, 4, "旧地址"),)
        ),
        Example(
            Text("脚本来自旧地址", "the script comes from one"),
            {"index.html": page("<script id='_jiucuo_' src='http://pucha.kaipuyun.cn/exposure/jiucuo.js'></script>")},
            (Expected("index.html", 6, 23, "pucha.kaipuyun.cn"),),
        ),
        Example(Text("现行地址", "the address in use"), {"index.html": page(ENTRY, *WHOLE_FOOTER)}),
        Example(Text("当时还在用", "still in use then"), {"index.html": page(_OLD)}, as_of=date(2017, 3, 31)),
    ),
    basis=("national-2019:error-entry",),
    tags=("identity",),
)
def outdated_error_report_entry(page: Page, context: Context) -> Iterator[Finding]:
    """Yield one fault for each old host that links and scripts of *page* name."""
    if context.as_of < _SINCE or not _OLD_HOSTS.on(page):
        return
    seen: set[str] = set()
    for link in page.facts.links:
        found = _OLD_HOST.search(link.href)
        if found is None or found[1] in seen:
            continue
        seen.add(found[1])
        yield fail(
            Text(
                f"“我为政府网站找错”入口指向旧地址“{found[1]}”，请换成 zfwzgl.www.gov.cn。",
                f"The entry for reporting errors leads to the old address “{found[1]}”; use zfwzgl.www.gov.cn.",
            ),
            page.path,
            Mark(link.at, f"@{link.attribute}"),
            key=found[1],
            fix=_fix(page, found[1]),
        )


def _fix(page: Page, old: str) -> Fix | None:
    """Return the fix that puts the new host in the place of *old* wherever *page* names it; None if not everywhere."""
    edits = []
    for link in page.facts.links:
        found = _OLD_HOST.search(link.href)
        if found is None or found[1] != old:
            continue
        span = page.exact(Mark(link.at, f"@{link.attribute}"))
        written = _OLD_HOST.search(page.source, *span) if span else None
        if written is None or written[1] != old or page.source[written.end()] == ":":
            return None
        edits.append(Edit(page.path, Mark(span=written.span(1)), _HOST))
    return Fix(Text(f"换成 {_HOST}", f"Use {_HOST}"), tuple(dict.fromkeys(edits)), safe=True)
