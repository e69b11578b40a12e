"""GOV5005 PrivateAddressLink: a link to a private network, to a file on somebody's computer, or to a preview."""

from __future__ import annotations

from collections.abc import Iterator

from govlint.finding import Finding, Severity, Text, Verdict
from govlint.lint.context import Context
from govlint.lint.rule import Example, Expected, Needs, Scope, fail, review, rule
from govlint.site import urls
from govlint.site.site import Site

from .hosts import HostClass, host_lists, is_preview, without_port
from .places import Places
from .survey import Outside, survey
from .wording import cut, on_pages

_INNER = '<html><body><p><a href="http://10.1.2.3:8443/portal">办公系统</a>\n<img src="file:///C:/Users/a/1.png"></p></body></html>'
_PREVIEW = '<html><body><p><a href="http://test.example.gov.cn/zwgk/">政务公开</a></p></body></html>'
_OPEN = (
    '<html><body><p><a href="https://www.gov.cn/">中国政府网</a><a href="http://8.8.8.8/">查询</a></p></body></html>'
)


@rule(
    "GOV5005",
    "PrivateAddressLink",
    scope=Scope.SITE,
    needs=Needs.LITERAL,
    severity=Severity.WARNING,
    summary=Text(
        "链接指向内网地址、本机文件或预览地址。", "A link leads into a private network, to a local file or a preview."
    ),
    why=Text(
        "公众打不开这类地址，还会暴露内部网络的结构和编辑人员电脑上的路径。",
        "The public cannot open them, and they show how the inner network and the editors' computers are laid out.",
    ),
    remedy=Text(
        "改为公开网址；从 Word 粘贴的图片重新上传；内部系统的入口从公开页面删除。",
        "Use the public address; upload pictures pasted from Word anew; take inner systems off public pages.",
    ),
    basis=("national-2015:link-availability", "national-2019:availability", "guideline-2017:links"),
    tags=("links", "single-file"),
    examples=(
        Example(
            Text("内网地址和本机图片", "An address of a private network, a picture on a computer"),
            {"index.html": _INNER},
            (
                Expected("index.html", 1, 19, "10.1.2.3"),
                Expected("index.html", 2, 6, "file:///C:/Users/a/1.png"),
            ),
        ),
        Example(
            Text("像是预览地址", "It looks like a preview"),
            {"index.html": _PREVIEW},
            (Expected("index.html", words="test.example.gov.cn", verdict=Verdict.REVIEW),),
        ),
        Example(Text("公开网址", "Public addresses"), {"index.html": _OPEN}),
    ),
)
def private_address_link(site: Site, context: Context) -> Iterator[Finding]:
    """Yield one finding for every private host that *site* links to, and one for every page with local files."""
    found = survey(site)
    lists = host_lists()
    for host, outside in found.outside.items():
        if lists.judge(host) is HostClass.PRIVATE:
            yield _inner_host(host, _all_places(outside))
        elif is_preview(host, urls.is_own_host(without_port(host), site.hosts)) and outside.links.links:
            yield _preview(host, outside.links)
    for path, places in found.local.items():
        yield _local_files(site, path, places)


def _all_places(outside: Outside) -> Places:
    return outside.links if outside.links.links else outside.resources


def _inner_host(host: str, places: Places) -> Finding:
    pages = on_pages(places)
    message = Text(
        f"链接指向内部地址“{cut(host)}”，公众打不开；请改为公开网址或删除链接{pages.zh}。",
        f"The link leads to the internal address “{cut(host)}”, which the public cannot open; remove it{pages.en}.",
    )
    return fail(
        message, places.first.path, places.first.mark, key=host, related=places.related(), pages=places.pages, host=host
    )


def _preview(host: str, places: Places) -> Finding:
    pages = on_pages(places)
    message = Text(
        f"链接指向“{cut(host)}”，看起来是测试或预览地址，请核对{pages.zh}。",
        f"The link leads to “{cut(host)}”, which looks like a test or preview address; check it{pages.en}.",
    )
    reason = Text(
        "是否对公众开放，文件看不出来；请在外网打开核对。",
        "Files do not tell whether it is open to the public; open it from outside.",
    )
    return review(
        message, places.first.path, places.first.mark, key=host, reason=reason, related=places.related(), host=host
    )


def _local_files(site: Site, path: str, places: Places) -> Finding:
    first = places.first
    href = site.pages[path].links[first.link].href
    number = (
        Text(f"（本页 {places.links} 处）", f" ({places.links} on this page)") if places.links > 1 else Text("", "")
    )
    message = Text(
        f"“{cut(href)}”是编辑人员电脑上的文件，公众看不到；请上传后改正地址{number.zh}。",
        f"“{cut(href)}” is a file on an editor's computer, unseen by others; upload it and mend the link{number.en}.",
    )
    return fail(message, path, first.mark, key=href, links=places.links)
