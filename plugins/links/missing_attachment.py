"""GOV5007 MissingAttachment: a document offered for download that is missing from the export."""

from __future__ import annotations

from collections.abc import Iterator

from govlint.finding import Finding, Severity, Text, Verdict
from govlint.lint.context import Context
from govlint.lint.rule import Example, Expected, Scope, rule
from govlint.site.site import Site

from .kinds import FileKind
from .missing import missing_files

_PAGE = '<html><body><p>附件：</p>\n<p><a href="./{}">申请表</a></p></body></html>'
_WRITTEN = "<html><body><script>document.write('<a href=\"./P02.xls\">可下载附件</a>')</script></body></html>"


@rule(
    "GOV5007",
    "MissingAttachment",
    scope=Scope.SITE,
    severity=Severity.WARNING,
    summary=Text("附件无法下载：文件不在导出中。", "An attachment cannot be downloaded: it is not in the export."),
    why=Text(
        "附件打不开与坏链同样扣分；申请表、政策附件下载不了，公众就办不成事。",
        "An attachment that does not open costs as much as a dead link, and forms that cannot be had stop people.",
    ),
    remedy=Text(
        "补传附件，或者改正链接；附件另有服务器存放的，一起导出后再检查。",
        "Upload the file or correct the link; where attachments are kept on another server, export them too.",
    ),
    basis=("national-2015:link-availability", "national-2019:availability", "guideline-2017:links"),
    tags=("links",),
    examples=(
        Example(
            Text("附件缺失", "The attachment is missing"),
            {"index.html": _PAGE.format("sqb.doc")},
            (Expected("index.html", 2, 7, "附件“sqb.doc”"),),
        ),
        Example(
            Text("附件在，地址经过编码", "The attachment is there, its address encoded"),
            {"index.html": _PAGE.format("%E7%94%B3%E8%AF%B7%E8%A1%A8.doc?v=1"), "申请表.doc": b"\xd0\xcf"},
        ),
        Example(
            Text("脚本写入的附件链接", "A script writes the link"),
            {"index.html": _WRITTEN},
            (Expected("index.html", words="P02.xls", verdict=Verdict.REVIEW),),
        ),
    ),
)
def missing_attachment(site: Site, context: Context) -> Iterator[Finding]:
    """Yield one fault for every missing attachment that links of *site* lead to, and one review for every doubt."""
    yield from missing_files(site, lambda kind: kind is FileKind.ATTACHMENT)
