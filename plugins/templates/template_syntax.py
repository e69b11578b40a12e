"""GOV9101 TemplateSyntax: a template tag that never ends, a block that is not closed, an end without a beginning."""

from __future__ import annotations

from collections.abc import Iterator

from govlint.finding import Finding, Mark, Severity, Text
from govlint.lint.context import Context
from govlint.lint.rule import Example, Expected, Scope, fail, rule
from govlint.page.model import Page

_MOST = 20  # of one template; what follows is mostly caused by the first
_SHOWN = 40
_PAGE = "<html lang='zh'><head><title>通知</title></head><body>{}</body></html>"
_WORDS = {
    "broken": Text("没有写完，缺少结束符", "never ends"),
    "unclosed": Text("没有闭合，缺少对应的结束标签", "is not closed by an end tag"),
    "unopened": Text("没有对应的开始标签", "ends what was never begun"),
}


@rule(
    "GOV9101",
    "TemplateSyntax",
    scope=Scope.PAGE,
    severity=Severity.ERROR,
    summary=Text(
        "模板标签没有写完、没有闭合，或多出结束标签。",
        "A template tag never ends, is not closed, or closes what was never opened.",
    ),
    why=Text(
        "发布系统遇到这样的标签会报错，或把后面的内容全部吞掉。",
        "On such a tag the publishing system fails, or swallows all that follows.",
    ),
    remedy=Text("补上或删去标签，使其成对。", "Complete the tag, or take it out, so that each has its twin."),
    examples=(
        Example(
            Text("循环没有闭合", "a loop that is not closed"),
            {"a.ftl": _PAGE.format("\n<#list news as n><p>${n.title}</p>")},
            (Expected("a.ftl", 2, 1, "没有闭合"),),
        ),
        Example(
            Text("多出的结束标签", "an end tag too many"),
            {
                "templates/a.html": _PAGE.format("\n{if $a}<p>一</p>{/if}{/if}{template 'content','head'}"),
                "templates/content/head.html": "<p/>",
            },
            (Expected("templates/a.html", 2, 21, "没有对应的开始标签"),),
        ),
        Example(
            Text("成对的标签", "tags in pairs"),
            {"a.ftl": _PAGE.format("<#list news as n><#if n.top><b>${n.title}</b></#if></#list>")},
        ),
    ),
)
def template_syntax(page: Page, context: Context) -> Iterator[Finding]:
    """Yield the faults of the template language, in order."""
    if page.template is None:
        return
    for fault in page.template.faults[:_MOST]:
        written = " ".join(fault.written.split())[:_SHOWN]
        words = _WORDS[fault.what]
        message = Text(f"模板标签“{written}”{words.zh}。", f"The template tag “{written}” {words.en}.")
        yield fail(message, page.path, Mark(span=fault.span), key=f"{fault.what} {written}")
