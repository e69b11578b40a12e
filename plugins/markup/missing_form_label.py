"""GOV9006 MissingFormLabel: form fields that nothing names."""

from __future__ import annotations

from collections.abc import Iterator

from govlint.finding import Finding, Location, Mark, Severity, Text
from govlint.lint.context import Context
from govlint.lint.rule import Example, Expected, Needs, Scope, fail, rule
from govlint.page.model import Page

from .form_fields import Fields, unnamed_fields

_MOST_EXAMPLES = 10
_ALSO = Text("这一项也没有", "this one neither")
_START = '<html lang="zh-CN"><head><title>云霁市林业局</title></head><body>\n'


@rule(
    "GOV9006",
    "MissingFormLabel",
    scope=Scope.PAGE,
    needs=Needs.ATTRIBUTE,
    severity=Severity.NOTE,
    summary=Text("输入框、下拉框没有标签。", "A text field or drop-down list has no label."),
    why=Text(
        "旁边单元格里的“姓名：”只有看得见的人知道属于哪个输入框；读屏软件需要 <label>、title 或 aria-label。"
        "此依据出自记忆，未与原文核对。",
        "That the “name:” in the next cell belongs to a field is clear to the eye alone; screen readers need <label>, "
        "title or aria-label. The basis is from memory, not compared with the original.",
    ),
    remedy=Text(
        '用 <label for="控件的 id"> 写出名称，或者给控件加 title 或 aria-label。',
        'Name the field by <label for="its id">, or give it a title or aria-label.',
    ),
    examples=(
        Example(
            Text("表单的两项", "two fields of a form"),
            {
                "a.html": f"{_START}<form><table><tr><td>姓名：</td><td>\n<input name='xm'></td></tr>\n"
                "<tr><td>内容：</td><td><textarea name='nr'></textarea></td></tr></table></form>"
            },
            (Expected("a.html", 3, 1, "“xm”等 2 个输入项"),),
        ),
        Example(
            Text("搜索框和下拉框", "a search box and a drop-down list"),
            {"a.html": f"{_START}<input id='kw'>\n<select name='lb'><option>新闻</option></select>"},
            (Expected("a.html", 2, 1, "“kw”"), Expected("a.html", 3, 1, "“lb”")),
        ),
        Example(
            Text("有名称", "fields with a name"),
            {
                "a.html": f"{_START}<form><label for='xm'>姓名</label><input id='xm'><label>电话 <input></label>"
                "<input title='地址'><input aria-label='邮编'><input name='kw' placeholder='请输入关键字'>"
                "<input type='hidden' name='id'><input type='submit' value='提交'><input name='t' style='display:none'>"
                "<select name='lj'><option>--省直部门--</option></select></form>"
            },
        ),
    ),
    basis=("accessibility:labels",),
    tags=("markup", "accessibility"),
)
def missing_form_label(page: Page, _context: Context) -> Iterator[Finding]:
    """Yield one finding for each form of *page* with fields that nothing names, and for each field outside forms."""
    for fields in unnamed_fields(page):
        yield _finding(page, fields)


def _finding(page: Page, fields: Fields) -> Finding:
    count = len(fields.places)
    name = next(filter(None, fields.names), "")
    zh, en = (f"“{name}”", f" “{name}”") if name else ("", "")
    if count == 1:
        message = Text(
            f"输入项{zh}没有标签，请加 <label>、title 或 aria-label。",
            f"The field{en} has no label; give it a <label>, a title or an aria-label.",
        )
    else:
        message = Text(
            f"{zh}{'等' if zh else ''} {count} 个输入项没有标签，请加 <label>、title 或 aria-label。".strip(),
            f"{count} fields{f',{en} among them,' if en else ''} have no label; give each a <label> or an aria-label.",
        )
    first, *others = fields.places
    return fail(
        message,
        page.path,
        Mark(first),
        key=" ".join(("field", *fields.names))[:200],
        related=[Location(page.path, Mark(other), _ALSO) for other in others[:_MOST_EXAMPLES]],
    )
