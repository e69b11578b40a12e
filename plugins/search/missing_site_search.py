"""GOV2002 MissingSiteSearch: nothing on the home page leads to a search of the site."""

from __future__ import annotations

from collections.abc import Iterator

from govlint.finding import WHOLE_PAGE, Confidence, Finding, Mark, Severity, Text, Verdict
from govlint.lint.context import Context
from govlint.lint.rule import Example, Expected, Needs, Scope, fail, review, rule
from govlint.page.facts import PageFacts, Role, Zone
from govlint.site.site import Site

from .search_signs import has_search, search_may_be

_HEAD = "<!DOCTYPE html><html><head><title>某市某局</title></head>\n"
_NAV = '<div class="nav"><a href="xw/index.html">新闻</a> <a href="gk/index.html">公开</a></div>'
_FORM = '<form action="/so.jsp"><input name="q"><button>搜索</button></form>'


def _home(zh: str, en: str, top: str, *expected: Expected, **others: str) -> Example:
    files = {"index.html": f"{_HEAD}<body>{top}\n{_NAV}</body></html>"}
    files |= {f"{name}/index.html": f"{_HEAD}<body>{body}{_NAV}</body></html>" for name, body in others.items()}
    return Example(Text(zh, en), files, expected)


@rule(
    "GOV2002",
    "MissingSiteSearch",
    scope=Scope.SITE,
    needs=Needs.SEARCH,
    severity=Severity.ERROR,
    confidence=Confidence.MEDIUM,
    summary=Text("首页没有站内搜索。", "The home page offers no search of the site."),
    why=Text(
        "检查指标要求提供站内搜索；没有站内搜索的扣 4 分。",
        "The inspection table demands a site search and deducts 4 points where there is none.",
    ),
    remedy=Text(
        "在首页页眉加上搜索框，或者指向搜索页面的链接。",
        "Put a search box, or a link to the search page, into the header of the home page.",
    ),
    examples=(
        _home(
            "没有任何搜索入口", "No way to search", "<h1>某市某局</h1>", Expected("index.html", 3, 18, "没有站内搜索")
        ),
        _home("首页有搜索表单", "A search form", _FORM),
        _home("有指向搜索页面的链接", "A link to it", '<a href="/so.jsp"><img src="s.png" title="站内搜索"></a>'),
        _home("搜索框没有文字", "A box without words", '<div><input id="key"><button class="ipt"></button></div>'),
        _home(
            "内页有而首页没有，首页可能被改过",
            "Inner pages have it, the home page lacks it",
            "<h1>某市某局</h1>",
            Expected("index.html", 3, 18, "xw/index.html", Verdict.REVIEW),
            xw=_FORM,
        ),
    ),
    basis=("national-2019:site-search", "guideline-2017:search"),
    tags=("search",),
)
def missing_site_search(site: Site, _context: Context) -> Iterator[Finding]:
    """Yield one finding where the home page of *site* has no way to search it, or none that files show."""
    path = site.follow(site.home.path)[0] if site.home.path else ""
    page = site.pages.get(path)
    if page is None or page.role is not Role.PAGE or has_search(page, site):
        return
    maybe = search_may_be(page, site)
    if maybe is None:
        yield fail(
            Text(
                "首页没有站内搜索：没有搜索框，也没有指向搜索页面的链接。请在页眉加上站内搜索。",
                "The home page has no site search, neither a box nor a link to one; put one into its header.",
            ),
            path,
            _header(page),
            key="site-search",
        )
        return
    yield review(
        Text(
            f"首页没有看到站内搜索，但是{maybe.zh}，请核对。",
            f"The home page shows no site search, yet {maybe.en}; check it.",
        ),
        path,
        _header(page),
        key="site-search",
        reason=Text(f"{maybe.zh}；打开线上首页即可判定。", f"{maybe.en}; a look at the live home page decides it."),
    )


def _header(page: PageFacts) -> Mark:
    """Return the place where a search belongs: the start of the header or menu, else of the visible content."""
    places = sorted((run.at, run.zone) for run in page.runs)
    first = places[0][0] if places else -1
    at = next((at for at, zone in places if zone in (Zone.HEADER, Zone.NAV)), first)
    return Mark(at) if at >= 0 else WHOLE_PAGE
