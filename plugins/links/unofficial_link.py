"""GOV5003 UnofficialLink: a link to a host that a government site should not link to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from govlint.finding import Confidence, Finding, Location, Severity, Text, Verdict
from govlint.lint.context import Context
from govlint.lint.rule import Example, Expected, Needs, Scope, fail, review, rule
from govlint.site.site import Site

from .hosts import host_lists
from .judged_hosts import Fault, JudgedHost, judged_hosts, may_be_cited
from .places import MOST_SHOWN
from .wording import cut, listed, on_pages

_FOOT = '<html><body><p>技术支持：<a href="http://www.webmaker-example.com/">某网络科技公司</a></p>\n'
_BAD = (
    _FOOT
    + '<p><a href="http://www.8x-casino.net/">精彩活动</a>\n<a href="http://8.8.8.8:81/">查询</a></p></body></html>'
)
_GOOD = (
    '<html><body><a href="http://www.people.com.cn/">人民网</a><a href="http://www.jyj.gov.cn/">教育局</a>'
    '<a href="http://www.x-university.edu.cn/">某大学</a><a href="http://www.hospital-example.com/">市第一医院</a>'
    '<a href="http://www.people.com.cn/1">警方打击网络赌博博彩案件</a></body></html>'
)
_UNKNOWN = '<html><body><a href="http://www.some-travel.com/">某某旅行网</a></body></html>'
_ELSEWHERE = Text("另一个不明网站", "another unknown site")
_WEIGHTS = {Fault.HARMFUL: Severity.ERROR, Fault.STATISTICS: Severity.NOTE}
_WHAT = {
    Fault.HARMFUL: Text("疑似赌博或色情网站，须立即删除", "gambling or pornography by its looks; remove it at once"),
    Fault.VENDOR: Text("网站制作单位的链接，应当删除", "the makers of the site; remove it"),
    Fault.COMMERCIAL: Text("商业网站，应当删除", "a commercial site; remove it"),
    Fault.RAW_ADDRESS: Text("IP 地址，看不出归属，应改用域名", "a bare IP address that shows no owner; use a domain"),
    Fault.BROKEN: Text("不成立的网址，请改正", "no valid address; mend it"),
    Fault.STATISTICS: Text(
        "商业访问统计，宜改用政府自建统计", "a commercial visitor counter; prefer the government's own"
    ),
    Fault.HIDDEN: Text("短网址，看不出真正的目标，请核对", "a shortened address that hides its target; check it"),
    Fault.PARKED: Text("多见于失效或被抢注的域名，请核对", "a domain as is seen of lapsed addresses; check it"),
}
_REASONS = {
    Fault.HIDDEN: Text(
        "目标要打开才知道；请打开核对，并换成原网址。", "Only opening it shows the target; do, and use that address."
    ),
    Fault.PARKED: Text(
        "域名是否仍属原单位，文件看不出来；请打开核对。", "Files do not tell who has the domain now; open it."
    ),
    Fault.COMMERCIAL: Text(
        "正文可能需要引用；请判断是否属于商业推广。", "The text may have to cite it; decide whether it promotes trade."
    ),
}
_UNKNOWN_REASON = Text(
    "网站的主办单位不在名单中；请核对是否官方网站，是的加入 allow_hosts，不是的删除链接。",
    "Who runs them is not on the lists; check, then add them to allow_hosts or remove the links.",
)


@rule(
    "GOV5003",
    "UnofficialLink",
    scope=Scope.SITE,
    needs=Needs.LITERAL,
    severity=Severity.WARNING,
    confidence=Confidence.MEDIUM,
    summary=Text("链接指向非官方网站。", "A link leads to a site that is not official."),
    why=Text(
        "商业、制作单位和失效的外部链接要清除；链接赌博、色情网站可单项否决。",
        "Links to trade, to the makers of the site and to lapsed hosts are to go; gambling or pornography is a veto.",
    ),
    remedy=Text(
        "删除链接，或者改为官方网址；确属官方的网站加入设置 allow_hosts。",
        "Remove the link or use the official address; add hosts that are official to allow_hosts.",
    ),
    basis=("guideline-2017:links", "national-2019:veto-safety"),
    tags=("links", "single-file"),
    options={
        "allow_hosts": {
            "type": "array",
            "items": {"type": "string", "minLength": 1},
            "default": [],
            "description": "确属官方的域名 / hosts that are official",
        }
    },
    examples=(
        Example(
            Text("制作单位、赌博网站和 IP 地址", "The maker of the site, gambling, a bare IP address"),
            {"index.html": _BAD},
            (
                Expected("index.html", 1, 24, "www.webmaker-example.com"),
                Expected("index.html", 2, 7, "www.8x-casino.net"),
                Expected("index.html", 3, 4, "8.8.8.8:81"),
            ),
        ),
        Example(Text("官方网站、媒体和公共机构", "Official sites, media, public bodies"), {"index.html": _GOOD}),
        Example(
            Text("不明网站", "An unknown site"),
            {"index.html": _UNKNOWN},
            (Expected("index.html", words="www.some-travel.com", verdict=Verdict.REVIEW),),
        ),
    ),
)
def unofficial_link(site: Site, context: Context) -> Iterator[Finding]:
    """Yield one finding for every host that *site* should not link to, and one review for all unknown ones."""
    lists = host_lists(tuple(map(str, context.options.get("allow_hosts", ()))))
    unknown = []
    for judged in judged_hosts(site, lists):
        if judged.fault is Fault.UNKNOWN:
            unknown.append(judged)
        else:
            yield _finding(site, judged)
    if unknown:
        yield _unknown(unknown)


def _finding(site: Site, judged: JudgedHost) -> Finding:
    what, pages, host = _WHAT[judged.fault], on_pages(judged.places), cut(judged.host)
    name = (
        Text(f"“{cut(judged.text, 24)}”的链接", f"The link “{cut(judged.text, 24)}”")
        if judged.text
        else Text("链接", "A link")
    )
    message = Text(
        f"{name.zh}指向“{host}”，这是{what.zh}{pages.zh}。", f"{name.en} leads to “{host}”: {what.en}{pages.en}."
    )
    first = judged.places.first
    related = judged.places.related()
    reason = _REASONS.get(judged.fault)
    if reason is not None and (judged.fault is not Fault.COMMERCIAL or may_be_cited(site, first)):
        return review(
            message, first.path, first.mark, key=judged.host, reason=reason, related=related, host=judged.host
        )
    found = fail(
        message, first.path, first.mark, key=judged.host, related=related,
        host=judged.host, pages=judged.places.pages, fault=judged.fault.value,
    )  # fmt: skip
    return found._replace(weight=_WEIGHTS.get(judged.fault))


def _unknown(unknown: Sequence[JudgedHost]) -> Finding:
    names = listed([judged.host for judged in unknown])
    message = Text(
        f"链接了 {len(unknown)} 个不在官方名单中的网站（{names.zh}），请逐个核对。",
        f"There are links to {len(unknown)} sites that no official list names ({names.en}); check each.",
    )
    first = unknown[0].places.first
    related = [
        Location(judged.places.first.path, judged.places.first.mark, _ELSEWHERE) for judged in unknown[1:MOST_SHOWN]
    ]
    return review(
        message, first.path, first.mark, key="unknown", reason=_UNKNOWN_REASON, related=related, hosts=len(unknown)
    )
