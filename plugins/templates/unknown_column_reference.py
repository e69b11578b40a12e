"""GOV9105 UnknownColumnReference: a template names a column that the channel dictionary does not have."""

from __future__ import annotations

from collections.abc import Iterator

from govlint.finding import Finding, Mark, Severity, Text
from govlint.lint.context import Context
from govlint.lint.rule import Example, Expected, Scope, fail, rule
from govlint.page.model import Page

_PAGE = "<html lang='zh'><head><title>通知</title></head><body>\n{}</body></html>"
_OPTIONS = {"channels": [{"id": "2", "name": "通知公告"}]}


@rule(
    "GOV9105",
    "UnknownColumnReference",
    scope=Scope.PAGE,
    severity=Severity.WARNING,
    summary=Text(
        "模板引用的栏目不在栏目字典里。",
        "A template names a column that the channel dictionary does not have.",
    ),
    why=Text(
        "引用的栏目已删除、改名或编号写错时，这一块发布后是空的。",
        "Where the column was deleted or renamed, or its number is wrong, this part is published empty.",
    ),
    remedy=Text("改正栏目编号，或更新栏目字典。", "Correct the column's number, or bring the dictionary up to date."),
    options={
        "channels": {
            "type": "array",
            "default": [],
            "description": "栏目，补充配置的栏目字典 / columns, besides those of the channel dictionary",
            "items": {
                "type": "object",
                "required": ["id", "name"],
                "properties": {"id": {"type": "string"}, "name": {"type": "string"}},
            },
        }
    },
    examples=(
        Example(
            Text("字典里没有的栏目", "a column that is not in the dictionary"),
            {"a.ftl": _PAGE.format("<@contentList channelId=22><p>一</p></@contentList>")},
            (Expected("a.ftl", 2, 1, "“22”"),),
            options=_OPTIONS,
        ),
        Example(
            Text("字典里有的、当前的、由变量决定的栏目", "one in the dictionary, the current one, a variable"),
            {
                "a.ftl": _PAGE.format(
                    "<@contentList channelId='2'></@contentList><@contentList channelId=own></@contentList>"
                    "<@contentList channelId=channel.id></@contentList>"
                )
            },
            options=_OPTIONS,
        ),
        Example(
            Text("没有字典", "no dictionary"),
            {"a.ftl": _PAGE.format("<@contentList channelId=22></@contentList>")},
        ),
    ),
)
def unknown_column_reference(page: Page, context: Context) -> Iterator[Finding]:
    """Yield each reference to a column that the dictionary does not know, by its id or by its name."""
    known = {word for channel in context.channels for word in (channel.id, channel.name)}
    known |= {str(channel[key]) for channel in context.options.get("channels", ()) for key in ("id", "name")}
    if not known or page.template is None:
        return
    from govlint.page.columns_named import column_references

    for reference in column_references(page.template.text, page.template.tags):
        if reference.column not in known:
            hint = f"（注释为“{reference.hint}”）" if reference.hint else ""
            message = Text(
                f"模板引用的栏目“{reference.column}”{hint}不在栏目字典里，请改正编号或更新字典。",
                f"The column “{reference.column}” that is named here is not in the channel dictionary; correct either.",
            )
            yield fail(message, page.path, Mark(span=reference.span), key=reference.column)
