"""GOV9004 PlaceholderContent: sample texts and unfilled template tags on a published page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from govlint.finding import Finding, Location, Mark, Severity, Text, Verdict
from govlint.lint.context import Context
from govlint.lint.rule import Example, Expected, Scope, fail, review, rule
from govlint.page.model import Page

from .sample_texts import sample_texts
from .template_tags import TemplateTag, has_client_templates, template_tags

_MOST_EXAMPLES = 10
_ALSO = Text("这里也有", "here too")
_START = '<html lang="zh-CN"><head><title>云霁市林业局</title></head><body>\n'
_BY_SCRIPT = Text(
    "页面用到在浏览器里填充模板的脚本，这些标签可能由它替换；打开线上页面即可判定。",
    "A script of the page fills templates in the browser and may replace these; a look at the live page decides it.",
)


@rule(
    "GOV9004",
    "PlaceholderContent",
    scope=Scope.PAGE,
    severity=Severity.WARNING,
    summary=Text(
        "页面上留有占位文字或没有渲染的模板标签。",
        "A page shows sample texts or template tags that were not filled in.",
    ),
    why=Text(
        "“标题1”“这里是内容”是设计稿的占位文字，{$title}、[@…] 是模板标签；它们出现在发布的页面上，说明内容没有填上。",
        "“标题1” is a designer's sample text and {$title} a template tag; on a published page they show that "
        "the content never came.",
    ),
    remedy=Text(
        "填上真实内容或去掉这一块；检查模板标签的写法和发布日志，然后重新发布。",
        "Put the real content there or take the part out; check the template's tag and publish again.",
    ),
    examples=(
        Example(
            Text("占位文字", "sample texts"),
            {"a.html": f"{_START}<ul>\n<li><a href='#'>标题1</a></li><li>标题2</li></ul>\n<p>这里是内容</p>"},
            (Expected("a.html", 3, 17, "“标题1”"),),
        ),
        Example(
            Text("没有渲染的模板标签", "template tags that were not filled in"),
            {
                "a.html": f"{_START}<h1>\n{{$news.title}}</h1><p>来源：{{$news.source}}</p>",
                "b.html": f"{_START}[@cms_content_list channelId='2']\n<a href='${{a.url}}'>公告</a>[/@]",
                "c.html": f"{_START}<TRS_DOCUMENTS ID='通知公告'></TRS_DOCUMENTS>",
            },
            (
                Expected("a.html", 3, 1, "“{$news.title}”"),
                Expected("b.html", 2, 1, "“[@cms_content_list channelId='2']”"),
                Expected("c.html", 2, 1, "“<TRS_DOCUMENTS ID='通知公告'>”"),
            ),
        ),
        Example(
            Text("可能由浏览器中的脚本填充", "a script in the browser may fill them"),
            {"a.html": f"{_START}<ul><li v-for='n in list'>{{{{ n.title }}}}</li></ul><script src='vue.js'></script>"},
            (Expected("a.html", words="{{ n.title }}", verdict=Verdict.REVIEW),),
        ),
        Example(
            Text("普通文字、代码和脚本", "ordinary words, code and scripts"),
            {
                "a.html": f"{_START}<p>水质测试工作完成，项目建设中。</p><p>标题1</p><h3>图片新闻</h3>"
                "<p>增长30%>20%，{见附件}</p>"
                "<pre>{$title} {{ x }}</pre><script>var t = `${{a}}` + '{{b}}';</script><!-- {dede:arclist} -->"
                "<textarea>{$T.title}</textarea><a onclick='go(\"${id}\")' href='a.html'>$x$ [1] [@张三] lyj[@]a.cn</a>"
            },
        ),
    ),
    tags=("markup",),
)
def placeholder_content(page: Page, _context: Context) -> Iterator[Finding]:
    """Yield at most one finding for the template tags of *page*, and one for its sample texts."""
    if tags := template_tags(page):
        yield _unfilled(page, tags)
    if texts := sample_texts(page):
        first, *others = texts
        shown = first.text[:30]
        message = Text(
            f"页面上有占位文字“{shown}”，请填上真实内容，或去掉这一块。",
            f"The page shows the sample text “{shown}”; put the real content there or take the part out.",
        )
        related = [Location(page.path, Mark(run.at), _ALSO) for run in others[:_MOST_EXAMPLES]]
        yield fail(message, page.path, Mark(first.at, "text"), key=f"text {shown}", related=related)


def _unfilled(page: Page, tags: Sequence[TemplateTag]) -> Finding:
    """Return the finding on *tags*: a review where a script of the page may fill all of them."""
    surely = [tag for tag in tags if not tag.maybe] if has_client_templates(page) else tags
    first, *others = surely or tags
    written = " ".join(first.written.split())
    shown = written if len(written) <= 60 else f"{written[:59]}…"
    message = Text(
        f"页面上有没有渲染的模板标签“{shown}”，请检查模板后重新发布。",
        f"The page shows the template tag “{shown}”, not filled in; check the template and publish again.",
    )
    mark, key = Mark(span=first.span), f"tag {shown}"
    related = [Location(page.path, Mark(span=tag.span), _ALSO) for tag in others[:_MOST_EXAMPLES]]
    if not surely:
        return review(message, page.path, mark, key=key, related=related, reason=_BY_SCRIPT)
    return fail(message, page.path, mark, key=key, related=related)._replace(weight=Severity.ERROR)
