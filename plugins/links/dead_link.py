"""GOV5001 DeadLink: a link, picture, style or script whose file is missing from the export."""

from __future__ import annotations

from collections.abc import Iterator

from govlint.finding import Finding, Severity, Text, Verdict
from govlint.lint.context import Context
from govlint.lint.rule import Example, Expected, Scope, rule
from govlint.site.site import Site

from .kinds import FileKind
from .missing import missing_files

_MENU = '<html><body><div class="nav"><a href="/zwgk/">政务公开</a><a href="/gzdt/">工作动态</a></div>\n'
_HOME = _MENU + '<p><a href="zwgk/old.htm">机构概况</a>\n<img src="images/logo.png" alt="标识"></p></body></html>'
_LIST = _MENU + '<p><a href="/zwgk/old.htm">机构概况</a></p></body></html>'
_SCRIPT = "<script>document.write('<a href=\"/tzgg/1.html\">通知</a>');</script>"
_FINE = (
    '<html><body><a href="./">首页</a><a href="?from=top">刷新</a><a href="zwgk">政务公开</a><a href="#top">顶部</a>'
    '<a href="news.html?id=3#b">动态</a><a href="%E9%99%84%E4%BB%B6.html">附表</a><a href="/e/search/?k=1">检索</a>'
    '<a href="https://www.gov.cn/x.htm">中国政府网</a><img src="data:image/gif;base64,AA=="></body></html>'
)
_PAGE = "<html><title>页面</title><body><p>内容</p></body></html>"


@rule(
    "GOV5001",
    "DeadLink",
    scope=Scope.SITE,
    severity=Severity.WARNING,
    summary=Text("链接打不开：目标文件不在导出中。", "A link is dead: its file is not in the export."),
    why=Text(
        "首页和其他页面的链接（含图片）打不开按个扣分，首页更重；公众点开只见错误页。",
        "Every dead link costs points, pictures included, and more on the home page; visitors get an error page.",
    ),
    remedy=Text(
        "改正地址，补上缺少的文件，或者删除链接；公用菜单里的链接改一处即可。导出本来不完整的，用 --partial 检查。",
        "Correct the address, add the file or remove the link; one in a shared menu is mended in one place. Check an "
        "export that is meant to be partial with --partial.",
    ),
    basis=("national-2015:link-availability", "national-2019:availability", "guideline-2017:links"),
    tags=("links",),
    examples=(
        Example(
            Text("菜单里的栏目、改了扩展名的页面和图片", "A column in a menu, a page of another ending, a picture"),
            {"index.html": _HOME, "zwgk/index.html": _LIST, "zwgk/old.html": _PAGE},
            (
                Expected("index.html", 1, 58, "gzdt/index.html"),
                Expected("index.html", 2, 7, "可能应为“zwgk/old.html”"),
                Expected("index.html", 3, 6, "图片“images/logo.png”"),
            ),
        ),
        Example(
            Text("只看着像失效", "These only look dead"),
            {"index.html": _FINE, "zwgk/index.html": _PAGE, "news.html": _PAGE, "附件.html": _PAGE},
        ),
        Example(
            Text("脚本写入的链接，文件看不出是否出现", "A script writes it: files cannot tell"),
            {"index.html": f"<html><body><p>首页</p>{_SCRIPT}</body></html>"},
            (Expected("index.html", words="tzgg/1.html", verdict=Verdict.REVIEW),),
        ),
    ),
)
def dead_link(site: Site, context: Context) -> Iterator[Finding]:
    """Yield one fault for every missing file that links of *site* lead to, and one review for every doubt."""
    yield from missing_files(site, lambda kind: kind is not FileKind.ATTACHMENT)
