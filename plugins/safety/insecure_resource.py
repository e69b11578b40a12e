"""GOV8006 MixedOrInsecureResource: an https site loads scripts, style sheets or frames by http, or sends forms so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from govlint.finding import Finding, Location, Mark, Severity, Text
from govlint.lint.context import Context
from govlint.lint.findings.grouping import MOST_EXAMPLES
from govlint.lint.rule import Example, Expected, Needs, Scope, fail, rule
from govlint.page.facts import PageFacts
from govlint.page.table import bodies
from govlint.site import urls
from govlint.site.site import Site

from .foreign import is_own, own_hosts
from .transport import is_https

_MIXED = """<body><a href="https://www.example.gov.cn/a.html">要闻</a> <a href="https://www.example.gov.cn/b.html">公告</a>
<a href="https://www.example.gov.cn/c.html">政策</a>
<script src="http://static.example.cn/jquery.js"></script></body>"""
_FORM = """<head><meta name="SiteDomain" content="https://www.example.gov.cn"></head><body>
<form action="http://so.example.cn/s"><input name="q"><input type="submit" value="搜索"></form></body>"""
_SAFE = """<head><meta name="SiteDomain" content="https://www.example.gov.cn"></head><body>
<script src="//static.example.cn/jquery.js"></script><img src="http://img.example.cn/a.png">
<a href="http://www.other.gov.cn/">某局</a></body>"""
_PLAIN = """<head><meta name="SiteDomain" content="www.example.gov.cn"></head><body>
<script src="http://www.example.gov.cn/jquery.js"></script></body>"""
_KINDS = {
    "script": Text("脚本", "scripts"),
    "link": Text("样式表", "style sheets"),
    "style": Text("样式表", "style sheets"),
    "iframe": Text("框架", "frames"),
    "frame": Text("框架", "frames"),
    "form": Text("表单接口", "form targets"),
}
_ALSO = Text("同一主机的资源", "a resource of the same host")


class _Use(NamedTuple):
    path: str
    mark: Mark
    tag: str


def _example(zh: str, en: str, page: str, *expected: Expected) -> Example:
    return Example(Text(zh, en), {"index.html": f"<html>{page}</html>"}, expected, hosts=("www.example.gov.cn",))


@rule(
    "GOV8006",
    "MixedOrInsecureResource",
    scope=Scope.SITE,
    needs=Needs.LITERAL,
    severity=Severity.NOTE,
    summary=Text(
        "采用 https 的网站用 http 加载脚本、样式表、框架，或把表单提交到 http 地址。",
        "A site on https loads scripts, style sheets or frames by http, or sends its forms to http addresses.",
    ),
    why=Text(
        "浏览器会拦截这类混合内容，页面因此缺功能、缺样式；http 传输的脚本和表单内容也可能被篡改、窃听。",
        "Browsers block such mixed content, so pages lose functions and looks; what travels by http can be changed.",
    ),
    remedy=Text(
        "把地址改为 https，或改用相对地址；对方不支持 https 的，把文件放到本站。",
        "Write https or relative addresses; where the host has no https, keep the file on the site.",
    ),
    examples=(
        _example("http 脚本", "A script by http", _MIXED, Expected("index.html", 3, 1, "“static.example.cn”")),
        _example("提交到 http 的表单", "A form sent by http", _FORM, Expected("index.html", 2, 1, "表单")),
        _example("https 网站的安全写法", "An https site that does well", _SAFE),
        _example("本来就是 http 的网站", "A site on http", _PLAIN),
    ),
    tags=("safety", "single-file"),
)
def insecure_resource(site: Site, _context: Context) -> Iterator[Finding]:
    """Yield one finding for every host that pages of *site*, which is on https, load something from by http."""
    own = own_hosts(site)
    if not is_https(site, own):
        return
    used: dict[str, list[_Use]] = defaultdict(list)
    for path in sorted(site.pages, key=lambda path: (path != site.home.path, path.count("/"), path)):
        if _is_of(site.pages[path], site.hosts or own):
            for host, use in _uses(path, site.pages[path]):
                used[host].append(use)
    for host, uses in used.items():
        yield _finding(host, uses)


def _is_of(page: PageFacts, own: frozenset[str]) -> bool:
    """Say whether *page* belongs to the site itself: exports may hold pages of other sites, which say so."""
    host = urls.host_in(page.meta("SiteDomain") or "")
    return not host or is_own(host, own)


def _uses(path: str, page: PageFacts) -> Iterator[tuple[str, _Use]]:
    for number, link in enumerate(bodies(page.links)):
        if link.tag in _KINDS and link.href[:5].lower() == "http:":
            url = urls.split(urls.tidy(link.href))
            if link.tag in ("script", "iframe", "frame") or urls.extension(url.path) == "css":
                yield url.host, _Use(path, Mark(page.links[number].at), link.tag)
    with_fields = {control.form for control in page.controls if control.kind in ("field", "choice")}
    for index, form in enumerate(page.forms):
        if index in with_fields and (form.action or "").strip()[:5].lower() == "http:":
            yield urls.split(urls.tidy(form.action or "")).host, _Use(path, Mark(form.at), "form")


def _finding(host: str, uses: list[_Use]) -> Finding:
    pages = {use.path: use for use in reversed(uses)}
    first, *others = reversed(pages.values())
    kinds = list(dict.fromkeys(_KINDS[use.tag] for use in uses))
    what = Text("、".join(kind.zh for kind in kinds), ", ".join(kind.en for kind in kinds))
    message = Text(
        f"网站采用 https，却经 http 使用“{host}”的{what.zh}（{len(pages)} 个页面），请改为 https。",
        f"The site is on https and uses “{host}” by http for {what.en} ({len(pages)} pages); write https.",
    )
    related = tuple(Location(use.path, use.mark, _ALSO) for use in others[:MOST_EXAMPLES])
    return fail(message, first.path, first.mark, key=host, related=related, pages=len(pages))
