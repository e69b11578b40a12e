"""GOV5004 ExternalLinkWithoutNotice: links to other sites, and nothing that tells visitors that they are leaving."""

from __future__ import annotations

from collections.abc import Iterator

from govlint.finding import Finding, Severity, Text, Verdict
from govlint.lint.context import Context
from govlint.lint.rule import Example, Expected, Scope, fail, review, rule
from govlint.site.site import Site

from .hosts import HostClass, host_lists
from .notice import has_notice, unread_scripts
from .survey import survey
from .wording import cut

_ID = "GOV5004"
_LINK = '<html><body><p><a href="http://www.example.com/">某某公司</a></p>{}</body></html>'
_NOTICE = "<script>function go(u){if(confirm('您访问的链接即将离开本网站，是否继续？'))window.open(u)}</script>"
_STANDARD = ("guideline-2017",)
_SENT_ELSEWHERE = frozenset((HostClass.OFFICIAL, HostClass.PRIVATE, HostClass.BROKEN))


@rule(
    _ID,
    "ExternalLinkWithoutNotice",
    scope=Scope.SITE,
    severity=Severity.NOTE,
    summary=Text("链接外部网站时没有离站提示。", "Links to other sites, without a notice that the visitor is leaving."),
    why=Text(
        "公众应当知道接下来的内容不由本网站负责。此条依据条文记忆和多个政府网站的做法，尚未与原文核对。",
        "Visitors are to know that what follows is not this site's. The clause is from memory and from what several "
        "government sites do; it was not compared with the original.",
    ),
    remedy=Text(
        "在公用脚本中为非政府网站的链接加上提示，如“您访问的链接即将离开本网站，是否继续？”。",
        "Add a notice to a shared script: “You are about to leave this site. Go on?”",
    ),
    basis=("guideline-2017:leave-notice",),
    tags=("links",),
    examples=(
        Example(
            Text("没有提示", "No notice"),
            {"index.html": _LINK.format("")},
            (Expected("index.html", 1, 19, "离站提示"),),
            _STANDARD,
        ),
        Example(Text("脚本会提示", "A script gives notice"), {"index.html": _LINK.format(_NOTICE)}, (), _STANDARD),
        Example(
            Text("脚本不在文件里", "The script is not among the files"),
            {"index.html": _LINK.format('<script src="http://cdn.example.com/site.js"></script>')},
            (Expected("index.html", words="离站提示", verdict=Verdict.REVIEW),),
            _STANDARD,
        ),
    ),
)
def external_link_without_notice(site: Site, context: Context) -> Iterator[Finding]:
    """Yield one finding for *site* where a standard in force asks for the notice and nothing gives it."""
    if not context.rows(_ID):
        return
    lists = host_lists()
    hosts = {
        host: outside.links
        for host, outside in survey(site).outside.items()
        if outside.links.links and lists.judge(host) not in _SENT_ELSEWHERE
    }
    if not hosts or has_notice(site):
        return
    host, places = min(hosts.items(), key=lambda item: (item[1].first.path != site.home.path, item[1].first.path))
    message = Text(
        f"网站链接了 {len(hosts)} 个非政府网站（如“{cut(host)}”），没有找到离站提示；条文依据未经核对，建议加上提示。",
        f"The site links to {len(hosts)} other sites (such as “{cut(host)}”) without a leave notice; the clause is "
        "unverified, a notice is advisable.",
    )
    first = places.first
    unread = next(unread_scripts(site), "")
    if unread:
        reason = Text(
            f"脚本“{cut(unread)}”的内容不在文件里，提示可能在其中；请在浏览器里点击核对。",
            f"The script “{cut(unread)}” is not in the files and may give the notice; click the link in a browser.",
        )
        yield review(message, first.path, first.mark, key="notice", reason=reason, hosts=len(hosts))
    else:
        yield fail(message, first.path, first.mark, key="notice", hosts=len(hosts))
