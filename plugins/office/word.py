"""Word documents in the layout of official papers (GB/T 9704-2012): page, fonts, paragraphs, tables, for our templates.

The templates are files that an office edits in Word; what docxtpl fills in stands in double braces, and what govlint
cannot know is marked 【待填写】. Needs python-docx, which comes with docxtpl.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import Any, TextIO

from govlint.finding import Text
from govlint.report.reporter import CannotReport

from .libraries import needs

TO_WRITE = "【待填写】"
_CM, _SONG, _HEI, _KAI, _FANG = 360_000, "宋体", "黑体", "楷体", "仿宋"
_UNWRITABLE = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
_INDENT = 2 * 16 * 12_700


def fill(template: Path, values: dict[str, Any], stream: TextIO) -> None:
    """Fill *values* into *template* and write the document to the buffer of *stream*.

    Raises CannotReport for a template that is wrong, and where docxtpl is not installed.
    """
    with needs("docxtpl"):
        from docxtpl import DocxTemplate
    data = BytesIO()
    try:
        document = DocxTemplate(str(template))
        document.render(cleaned(values), autoescape=True)
        document.save(data)
    except Exception as error:  # the template is the user's: Word, zip and jinja2 errors alike
        name = template.name
        raise CannotReport(Text(f"模板“{name}”有误：{error}", f"the template “{name}” is wrong: {error}")) from error
    stream.flush()
    stream.buffer.write(data.getvalue())


def cleaned(value: Any) -> Any:
    """Return *value* (texts, and dictionaries, lists and named tuples of them) without what XML cannot hold."""
    if isinstance(value, str):
        return _UNWRITABLE.sub("\ufffd", value)
    if isinstance(value, dict):
        return {name: cleaned(one) for name, one in value.items()}
    if isinstance(value, tuple) and hasattr(value, "_make"):
        return value._make(map(cleaned, value))
    return [cleaned(one) for one in value] if isinstance(value, (list, tuple)) else value


def new_document(title: str) -> Any:
    """Return an empty A4 document with the margins, fonts and spacing of official papers."""
    from docx import Document

    document = Document()
    _page(document)
    _styles(document)
    document.core_properties.title = title
    document.core_properties.author = ""
    document.core_properties.comments = ""
    return document


def _page(document: Any) -> None:
    """Set A4 with the margins of official documents (GB/T 9704-2012: 37, 35, 28 and 26 mm)."""
    section = document.sections[0]
    section.page_width, section.page_height = 21 * _CM, int(29.7 * _CM)
    section.top_margin, section.bottom_margin = int(3.7 * _CM), int(3.5 * _CM)
    section.left_margin, section.right_margin = int(2.8 * _CM), int(2.6 * _CM)


def _styles(document: Any) -> None:
    from docx.shared import Pt, RGBColor

    for name, font, size, bold in (
        ("Normal", _FANG, 16, False), ("Title", _SONG, 22, True), ("Heading 1", _HEI, 16, False),
        ("Heading 2", _KAI, 16, True), ("List Number", _FANG, 16, False),
    ):  # fmt: skip
        style = document.styles[name]
        style.font.size, style.font.bold = Pt(size), bold
        style.font.color.rgb = RGBColor(0, 0, 0)
        _font(style, font)
        style.paragraph_format.line_spacing = Pt(28)
        style.paragraph_format.space_before = style.paragraph_format.space_after = Pt(0)


def _font(style: Any, font: str) -> None:
    """Name *font* for Chinese and Latin letters alike, over whatever the theme says."""
    from docx.oxml.ns import qn

    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for kind in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{kind}"), font)
        theme = qn("w:cstheme" if kind == "cs" else f"w:{kind}Theme")
        if theme in fonts.attrib:
            del fonts.attrib[theme]


def paragraph(document: Any, text: str, style: str = "Normal") -> Any:
    """Add a paragraph; text gets its first line indented by two characters, and a tag of the template does not."""
    paragraph = document.add_paragraph(text, style=style)
    if style == "Normal" and not text.startswith("{%"):
        paragraph.paragraph_format.first_line_indent = _INDENT
    return paragraph


def heading(document: Any, text: str) -> None:
    """Add the title of the document, without the rule that Word's style draws below it, and an empty line."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.oxml.ns import qn

    title = document.add_paragraph(text, style="Title")
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for border in title.style.element.pPr.findall(qn("w:pBdr")):
        title.style.element.pPr.remove(border)
    document.add_paragraph()


def addressee(document: Any) -> None:
    """Add the line that names whom the document is for."""
    document.add_paragraph(f"{TO_WRITE}（主送单位）：").paragraph_format.first_line_indent = 0


def signature(document: Any) -> None:
    """Add who signs, and when."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    document.add_paragraph()
    for text in (f"{TO_WRITE}（单位名称、印章）", f"{TO_WRITE}（日期）"):
        document.add_paragraph(text).alignment = WD_ALIGN_PARAGRAPH.RIGHT


def table(document: Any, loop: str, columns: Sequence[tuple[str, str, float]]) -> None:
    """Add a table whose second row docxtpl repeats by *loop* (``fault in class.faults``).

    *columns* are head, field and width in centimetres. The paragraph before it stays on the page of its head.
    """
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    before = next(found for found in reversed(document.paragraphs) if not found.text.startswith("{%p"))
    before.paragraph_format.keep_with_next = True
    made = document.add_table(rows=4, cols=len(columns), style="Table Grid")
    made.autofit = False
    heads, fields, widths = zip(*columns, strict=True)
    for column, width in zip(made.columns, widths, strict=True):
        column.width = int(width * _CM)
    for row, texts in enumerate((heads, (f"{{%tr for {loop} %}}",), fields, ("{%tr endfor %}",))):
        for at, width in enumerate(widths):
            cell = made.cell(row, at)
            cell.width = int(width * _CM)
            if at < len(texts):
                _cell(cell, texts[at], bold=row == 0)
    for row, names in ((0, ("w:cantSplit", "w:tblHeader")), (2, ("w:cantSplit",))):
        for name in names:
            element = OxmlElement(name)
            element.set(qn("w:val"), "true")
            made.rows[row]._tr.get_or_add_trPr().append(element)


def _cell(cell: Any, text: str, *, bold: bool) -> None:
    from docx.shared import Pt

    paragraph = cell.paragraphs[0]
    paragraph.paragraph_format.line_spacing = Pt(18)
    run = paragraph.add_run(text)
    run.font.size, run.font.bold = Pt(10.5), bold
