"""GOV8003 IdentityNumberLeak: the full identity number of a person is published."""

from __future__ import annotations

from collections.abc import Iterator

from govlint.finding import Finding, Severity, Text, Verdict
from govlint.lint.context import Context
from govlint.lint.rule import Example, Expected, Needs, Scope, fail, rule
from govlint.site.site import Site

from .numbers import Kind, masked, numbers
from .numbers_said import said

# The number is the specimen of the standard GB 11643-1999: nobody's.
_LETTER = """<body><h1>公示</h1>
<p>张某，公民身份号码：11010519491231002X，拟享受补助。</p></body>"""
_ATTACHMENT = """<body><p>附件：
<a href="files/王某11010519491231002X.doc">申请表</a></p></body>"""
_CUT_BY_WORD = """<body><table><tr><td>李某</td>
<td><span>110105</span><span lang="EN-US">19491231002X</span></td></tr></table></body>"""
_FINE = """<body><p>张某，公民身份号码：11*************02X；李某 110105********002X。</p>
<p>统一社会信用代码：11330000002482112X，业务编号 110105202401010014。</p></body>"""
_A_CODE = """<body>
<p>事项 110105202401010014 已办结。</p></body>"""


def _example(zh: str, en: str, page: str, *expected: Expected) -> Example:
    return Example(Text(zh, en), {"index.html": f"<html><head><title>公示</title></head>\n{page}</html>"}, expected)


@rule(
    "GOV8003",
    "IdentityNumberLeak",
    scope=Scope.SITE,
    needs=Needs.LITERAL,
    severity=Severity.ERROR,
    summary=Text(
        "页面、附件名或文件名中有完整的公民身份号码。",
        "A page or the name of a file gives a person's full identity number.",
    ),
    why=Text(
        "身份证号码属于个人隐私，公开前应当去标识；公示名单和附件名是最常见的泄露处。"
        "govlint 的一切输出只显示打码后的号码。",
        "Identity numbers are private and must be masked before publishing; lists of persons and names of attachments "
        "are where they leak. Whatever govlint prints shows them masked.",
    ),
    remedy=Text(
        "删去号码，或只留前两位和后三位（35*************123）；附件名中的号码要改文件名；已被收录的，联系搜索引擎删除快照。",
        "Delete the number or keep the first two and last three digits (35*************123); rename such files; have "
        "search engines drop their copies.",
    ),
    examples=(
        _example("正文", "In the text", _LETTER, Expected("index.html", 3, 14, "11*************02X")),
        _example("附件名", "In the name of a file", _ATTACHMENT, Expected("index.html", 3, 18, "文件名")),
        _example("被标签切开", "Cut in pieces by tags", _CUT_BY_WORD, Expected("index.html", 3, 11, "身份证")),
        _example("打码的号码和其他编号", "Masked numbers, and other codes", _FINE),
        _example(
            "像号码的编号",
            "A code that may be one",
            _A_CODE,
            Expected("index.html", 3, 7, "11*************014", Verdict.REVIEW),
        ),
    ),
    basis=("guideline-2017:privacy",),
    tags=("safety", "privacy", "single-file"),
)
def identity_number_leak(site: Site, _context: Context) -> Iterator[Finding]:
    """Yield a finding for each identity number on a page of *site* (for each page that has many), and in file names."""
    yield from said(site, (Kind.IDENTITY,))
    for path in sorted(site.facts.files):
        for number in numbers(path):
            if number.kind is Kind.IDENTITY:
                message = Text(
                    f"文件名“{masked(path)[-80:]}”中有完整的身份证号码，请改名。",
                    f"The name of the file “{masked(path)[-80:]}” holds a full identity number; rename it.",
                )
                yield fail(message, "", key=f"file {number.shown}")
