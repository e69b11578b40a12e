"""GOV6012 MissingSiteName: a site not named after its area or organ, or pages whose head does not show the name."""

from __future__ import annotations

from collections.abc import Iterator

from govlint.finding import WHOLE_PAGE, Confidence, Finding, Mark, Severity, Text, Verdict
from govlint.lint.context import Context
from govlint.lint.rule import Example, Expected, Needs, Scope, fail, review, rule
from govlint.site.site import Site

from .footers import footers_of
from .marks import marks_of
from .sample_pages import CODE, TAGS, page
from .site_names import has_organ, head_may_hold_picture, is_nickname, shows_name
from .tags import SITE_TAGS, head_of, tag_name, tag_place

_LOGO = '<img src="logo.png">'
_UNNAMED = page(CODE).replace("<h2>云霁市林业局</h2>", "<h2>欢迎</h2>")


@rule(
    "GOV6012",
    "MissingSiteName",
    scope=Scope.SITE,
    needs=Needs.TOP,
    severity=Severity.WARNING,
    confidence=Confidence.MEDIUM,
    summary=Text(
        "网站名称不规范，或者页面头部没有显示网站名称。", "The site's name is not official, or page heads lack it."
    ),
    why=Text(
        "检查指标要求网站以本地区、本部门名称命名，并在全部页面头部显示，各占 1 分（门户网站）。",
        "The table asks that a site bear the name of its area or organ, and show it in every head; 1 point each.",
    ),
    remedy=Text(
        "以“某某人民政府”或者单位全称命名网站，并写在每个页面的头部；用图片时写上替代文字。",
        "Name the site after the government or organ and show the name in every head; give a picture of it its text.",
    ),
    examples=(
        Example(
            Text("“中国某某”", "a nickname"),
            {"index.html": page(CODE, head=TAGS.replace("云霁市林业局", "中国云霁"))},
            (Expected("index.html", 2, 91, "“中国云霁”"), Expected("index.html", 3, 27, "页面头部")),
        ),
        Example(
            Text("页面头部没有名称", "the head lacks it"),
            {"index.html": page(CODE), "gk.html": _UNNAMED},
            (Expected("gk.html", 3, 27, "页面头部没有显示网站名称"),),
        ),
        Example(
            Text("名称可能在图片里", "a picture may show it"),
            {"index.html": _UNNAMED.replace("<h2>欢迎</h2>", _LOGO)},
            (Expected("index.html", words="图片", verdict=Verdict.REVIEW),),
        ),
        Example(Text("头部写明单位全称", "the head shows the organ's name"), {"index.html": page(CODE)}),
    ),
    basis=("national-2019:domain-name",),
    tags=("identity",),
)
def missing_site_name(site: Site, _context: Context) -> Iterator[Finding]:
    """Yield the finding on the name of *site*, and the finding on the pages whose head lacks it."""
    if not site.name or site.home.path not in site.pages:
        return
    home = site.pages[site.home.path]
    stated = any(tag_name(meta) == SITE_TAGS.tags[0] and site.name in meta.content for meta in home.metas)
    if stated and is_nickname(site.name):
        yield fail(
            Text(
                f"网站名称“{site.name}”不是以本地区、本部门名称命名，请改为政府或者单位的全称。",
                f"The site's name “{site.name}” is not that of a government or organ; use its full name.",
            ),
            home.path,
            tag_place(home, SITE_TAGS.tags[0])._replace(part="@content"),
            key="unofficial",
            case="unofficial",
        )
    elif not has_organ(site.name):
        yield review(
            Text(
                f"网站名称“{site.name}”里看不出政府或者单位的名称，请核对。",
                f"The site's name “{site.name}” does not seem to name a government or organ; check it.",
            ),
            home.path,
            head_of(home),
            key="unofficial",
            reason=Text("需要知道主办单位的全称。", "It takes the full name of the organ."),
            case="unofficial",
        )
    if stated:
        yield from _not_shown(site)


def _not_shown(site: Site) -> Iterator[Finding]:
    without = [path for path in footers_of(site).pages if not _is_shown(site, path)]
    plain = [path for path in without if not head_may_hold_picture(site.pages[path])]
    for path in plain[:1]:
        count = Text(f"（共 {len(plain)} 个页面）", f" ({len(plain)} pages)") if len(plain) > 1 else Text("", "")
        yield fail(
            Text(
                f"页面头部没有显示网站名称“{site.name}”{count.zh}，请在每个页面的头部写明。",
                f"The page's head does not show the site's name “{site.name}”{count.en}; show it on every page.",
            ),
            path,
            _head(site, path),
            key="not-shown",
            case="not-shown",
            pages=len(plain),
        )
    if without and not plain and len(without) == len(footers_of(site).pages):
        yield review(
            Text(
                f"没有页面在头部的文字里写明网站名称“{site.name}”，可能在图片里，请核对，并给图片写上替代文字。",
                f"No page's head shows the site's name “{site.name}” as text; if a picture does, give it its text.",
            ),
            without[0],
            _head(site, without[0]),
            key="not-shown",
            reason=Text(
                "图片里的文字离线不能判断；看线上页面即可判定。",
                "Text in pictures cannot be read; a look at the page decides.",
            ),
            case="not-shown",
            pages=len(without),
        )


def _is_shown(site: Site, path: str) -> bool:
    footers = footers_of(site)
    return footers.is_open(path) or any(
        shows_name(site.pages[found], site.name) for found in (path, *footers.within(path))
    )


def _head(site: Site, path: str) -> Mark:
    runs = site.pages[path].runs
    at = runs[0].at if runs else marks_of(site.pages[path]).at
    return Mark(at) if at >= 0 else WHOLE_PAGE
