"""GOV9001 EncodingMismatch: what a page says of its encoding and what its bytes are do not agree."""

from __future__ import annotations

from collections.abc import Iterator

from govlint.finding import Finding, Severity, Text
from govlint.lint.context import Context
from govlint.lint.rule import Example, Expected, Scope, fail, rule
from govlint.page.model import Page

from .encodings import Problem, problems_of

_BODY = "<title>云霁市林业局</title></head><body><p>今年林业工作要点公布，全市造林绿化任务全面完成。</p></body></html>"
_UTF8 = '<html><head><meta charset="utf-8">'


@rule(
    "GOV9001",
    "EncodingMismatch",
    scope=Scope.PAGE,
    severity=Severity.WARNING,
    summary=Text("页面声明的编码与实际不一致。", "The encoding a page declares is not the one it is in."),
    why=Text(
        "浏览器按声明的编码显示页面；声明不对，汉字就成乱码，检索和采集也得到乱码。",
        "Browsers show a page by the encoding it declares; where that is wrong, its text turns to garbage, for search "
        "engines too.",
    ),
    remedy=Text(
        '把文件统一存成 UTF-8，并在 <head> 开头写一个 <meta charset="utf-8">。',
        'Save the files as UTF-8 and write one <meta charset="utf-8"> at the start of the <head>.',
    ),
    examples=(
        Example(
            Text("声明 gb2312，实际是 UTF-8", "says gb2312, is UTF-8"),
            {"a.html": f'<html><head>\n<meta charset="gb2312">{_BODY}'},
            (Expected("a.html", 2, 1, "声明编码“gb2312”，实际是 utf-8"),),
        ),
        Example(
            Text("声明 UTF-8，实际是 GBK", "says UTF-8, is GBK"),
            {"a.html": f"{_UTF8}{_BODY}".encode("gbk")},
            (Expected("a.html", 1, 13, "实际是 gb18030"),),
        ),
        Example(
            Text("先后声明两种编码", "two declarations that differ"),
            {"a.html": f'{_UTF8}\n<meta http-equiv="Content-Type" content="text/html; charset=gb2312">{_BODY}'},
            (Expected("a.html", 2, 1, "“utf-8”和“gb2312”"),),
        ),
        Example(
            Text("有坏字节", "broken bytes"),
            {"a.html": (_UTF8 + _BODY * 9).encode() + b"<p>\n \xe6\x9c</p>"},
            (Expected("a.html", 2, 2, "无法显示的字节"),),
        ),
        Example(
            Text("没有这种编码名，声明太靠后", "a label that is none, a declaration that comes late"),
            {
                "a.html": f'<html><head><meta charset="utf8mb4">{_BODY}',
                "b.html": f'<html><head><script>{"/* 云 */ " * 200}</script>\n<meta charset="utf-8">{_BODY}',
            },
            (Expected("a.html", 1, 13, "“utf8mb4”"), Expected("b.html", 2, 1, "1024")),
        ),
        Example(
            Text("声明与实际一致", "what is said is so"),
            {
                "a.html": f"{_UTF8}{_BODY}",
                "b.html": f'<html><head><meta charset="gb2312">{_BODY}'.encode("gbk"),
                "c.html": f'{_UTF8}<meta http-equiv="content-type" content="text/html;charset=UTF-8">{_BODY}',
            },
        ),
    ),
    tags=("markup",),
)
def encoding_mismatch(page: Page, _context: Context) -> Iterator[Finding]:
    """Yield one finding for each disagreement about the encoding of *page*."""
    for problem in problems_of(page):
        yield _finding(page, problem)


def _finding(page: Page, problem: Problem) -> Finding:
    found = fail(problem.message, page.path, problem.mark, key=problem.key, fix=problem.fix)
    return found if problem.weight is Severity.WARNING else found._replace(weight=problem.weight)
