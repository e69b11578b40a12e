"""GOV5006 LinkToClosedSite: a link to a government site that was shut down."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from govlint.finding import Finding, Severity, Text, Verdict
from govlint.lint.context import Context
from govlint.lint.rule import Example, Expected, Needs, Scope, fail, review, rule
from govlint.site import urls
from govlint.site.site import Site

from .hosts import Closed, host_lists, without_port
from .places import Places
from .survey import survey
from .wording import cut, on_pages

_OPTION = '<html><body><select><option value="http://www.mlr.gov.cn/">国土资源部</option></select></body></html>'
_REASON = Text(
    "机构已经撤并，旧网址可能停用或转到新网站；请打开核对。",
    "The organ was merged into another; its old address may be closed or lead on to the new site. Open it.",
)


@rule(
    "GOV5006",
    "LinkToClosedSite",
    scope=Scope.SITE,
    needs=Needs.LITERAL,
    severity=Severity.WARNING,
    summary=Text("链接指向已经关停的政府网站。", "A link leads to a government site that was shut down."),
    why=Text(
        "关停网站的域名可能失效，也可能被他人注册为广告、博彩网站；检查时专门核对这类链接。",
        "The domain of a closed site may fail, or be taken over for advertising and gambling; inspectors look for it.",
    ),
    remedy=Text(
        "改为承接单位的网址，或者删除链接。本地关停的网站，在设置 closed_hosts 中列出域名。",
        "Link to the successor or remove the link. List the hosts that were closed locally as closed_hosts.",
    ),
    basis=("guideline-2017:links",),
    tags=("links", "single-file"),
    options={
        "closed_hosts": {
            "type": "array",
            "items": {"type": "string", "minLength": 1},
            "default": [],
            "description": "已关停的网站的域名 / hosts of sites that were closed",
        }
    },
    examples=(
        Example(
            Text("机构改革撤并的部委", "A ministry that a reform merged into another"),
            {"index.html": _OPTION},
            (Expected("index.html", words="www.mlr.gov.cn", verdict=Verdict.REVIEW),),
        ),
        Example(
            Text("检查日期在撤并之前", "Judged on a day before the reform"),
            {"index.html": _OPTION},
            as_of=date(2017, 3, 31),
        ),
    ),
)
def link_to_closed_site(site: Site, context: Context) -> Iterator[Finding]:
    """Yield a fault for every host of the user's list that *site* links to, a review for those of organs abolished."""
    told = frozenset(urls.bare(str(host).lower()) for host in context.options.get("closed_hosts", ()))
    lists = host_lists()
    for host, outside in survey(site).outside.items():
        if not outside.links.links:
            continue
        if urls.bare(without_port(host)) in told or urls.bare(host) in told:
            yield _closed(host, outside.links)
        else:
            known = lists.closed(host)
            if known is not None and known.since <= context.as_of:
                yield _abolished(host, known, outside.links)


def _closed(host: str, places: Places) -> Finding:
    pages = on_pages(places)
    message = Text(
        f"链接指向已关停的网站“{cut(host)}”，请改为承接单位的网址或删除{pages.zh}。",
        f"The link leads to the closed site “{cut(host)}”; link to its successor or remove it{pages.en}.",
    )
    first = places.first
    return fail(message, first.path, first.mark, key=host, related=places.related(), pages=places.pages, host=host)


def _abolished(host: str, known: Closed, places: Places) -> Finding:
    pages = on_pages(places)
    message = Text(
        f"链接指向已撤并的{known.name.zh}“{cut(host)}”，请核对，宜改为“{known.now}”{pages.zh}。",
        f"The link leads to “{cut(host)}” of the former {known.name.en}; check it, “{known.now}” is better{pages.en}.",
    )
    first = places.first
    return review(
        message,
        first.path,
        first.mark,
        key=host,
        reason=_REASON,
        related=places.related(),
        pages=places.pages,
        host=host,
    )
