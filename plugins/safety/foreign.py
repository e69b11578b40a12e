"""Hosts that are none of a government site's business: what links, scripts and frames may have been put in for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from govlint.site import urls
from govlint.site.site import Site

from ..links.hosts import FINE, HostClass, host_lists

_HARMLESS = FINE | {HostClass.STATISTICS, HostClass.PRIVATE, HostClass.BROKEN}
_GOOD_PART = 5
# Where pages load libraries, fonts and the codes of search engines from: no visitor is led there.
_LIBRARIES = frozenset(
    (
        *("bootcss.com", "bootcdn.net", "bootcdn.cn", "staticfile.org", "staticfile.net", "jsdelivr.net", "unpkg.com"),
        *("cloudflare.com", "googleapis.com", "gstatic.com", "aspnetcdn.com", "fontawesome.com", "layuicdn.com"),
        *("alicdn.com", "aliyun.com", "baomitu.com", "75cdn.cn", "qhres.com", "qhimg.com", "qihucdn.com", "gtimg.cn"),
        *("gtimg.com", "sinajs.cn", "sinaimg.cn", "bytegoofy.com", "bdimg.com", "baidu.com", "sogou.com", "so.com"),
        *("360.cn", "bing.com", "google.com", "addthis.com", "github.io", "github.com", "gitee.com"),
    )
)
# Under these a name takes three labels: x.com.cn.
_SECOND_LEVEL = frozenset(("com", "net", "org", "gov", "edu", "ac", "mil"))


@lru_cache(maxsize=8192)
def foreign_host(href: str) -> str:
    """Return the host that *href* names, ``""`` where it names none, or an official, public or well-known one."""
    if "//" not in href[:9] and "\\" not in href[:9]:
        return ""
    url = urls.split(urls.tidy(href))
    if url.scheme not in ("", "http", "https") or not url.host:
        return ""
    if registered(url.host) in _LIBRARIES or host_lists().judge(url.host) in _HARMLESS:
        return ""
    return url.host


def is_harmful_host(host: str) -> bool:
    """Say whether the name of *host* is that of gambling or pornography."""
    return host_lists().judge(host) is HostClass.HARMFUL


def is_own(host: str, own: Iterable[str]) -> bool:
    """Say whether *host* belongs to the domain of one of the hosts *own*."""
    domain = registered(host)
    return any(registered(one) == domain for one in own)


def own_hosts(site: Site) -> frozenset[str]:
    """Return the own hosts of *site*, with those that META SiteDomain names on a good part of its pages.

    The site itself asks for more proof than that, for a wrong own host makes links dead; here it only keeps still.
    """
    named = Counter(urls.host_in(page.meta("SiteDomain") or "") for page in site.pages.values())
    return site.hosts | {host for host, count in named.items() if host and _GOOD_PART * count >= len(site.pages)}


def registered(host: str) -> str:
    """Return the domain that *host* was registered under: ``a.b.com.cn`` → ``b.com.cn``; an address is itself."""
    labels = host.partition(":")[0].split(".")
    if labels[-1].isdigit():
        return host
    wanted = (
        3 if len(labels) > 2 and labels[-1] == "cn" and (labels[-2] in _SECOND_LEVEL or len(labels[-2]) == 2) else 2
    )
    return ".".join(labels[-wanted:])
