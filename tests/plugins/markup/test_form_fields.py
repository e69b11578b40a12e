"""Which form fields have no name."""

import pytest
from govlint.plugins.markup.form_fields import unnamed_fields
from govlint.plugins.markup.missing_form_label import missing_form_label

from tests.plugins.markup.pages import found_by, page_of


@pytest.mark.parametrize(
    "markup",
    [
        '<input value="请输入关键字">',
        '<label>姓名 <input name="xm"></label>',
        '<label for="xm">姓名</label><input id="xm">',
        '<input aria-labelledby="t">',
        '<input type="radio" name="xb"><input type="checkbox" name="ty"><input type="submit"><input type="hidden">',
        '<input name="t" style="width:0;height:0">',
        '<div style="display:none"><input name="t"></div>',
        "<select><option>请选择</option><option>男</option></select>",
        '<select><option value="">上级部门网站</option><option value="http://www.gov.cn/">中国政府网</option></select>',
        "<select></select>",
    ],
)
def test_named_or_not_filled_in(markup: str) -> None:
    assert list(unnamed_fields(page_of(markup))) == []


@pytest.mark.parametrize(
    "markup",
    ['<input name="xm">', '<input type="tel" name="xm">', '<textarea name="xm"></textarea>',
     '<input type="file" name="xm">', "<select name='xm'><option>男</option><option>女</option></select>"],
)  # fmt: skip
def test_unnamed(markup: str) -> None:
    (fields,) = unnamed_fields(page_of(markup))
    assert fields.names == ("xm",)


def test_the_fields_of_a_form_make_one_finding() -> None:
    body = (
        "<form>"
        + "".join(f'<input name="f{number}">' for number in range(30))
        + "</form><input name='kw'><input name='kw'>"
    )
    form, alone = found_by(missing_form_label, page_of(body))
    assert "30 个" in form.message.zh
    assert len(form.related) == 10
    assert "“kw”等 2 个" in alone.message.zh


def test_fields_without_any_name() -> None:
    one, two = (found_by(missing_form_label, page_of("<input>" * count))[0] for count in (1, 2))
    assert one.message.zh.startswith("输入项没有标签")
    assert two.message.zh.startswith("2 个输入项")
    assert two.message.en.startswith("2 fields have")
