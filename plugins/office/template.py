"""The Word template of the self-check report, made from scratch: what ``templates/self-check.docx`` is built by.

An office edits that file in Word (fonts, sentences, order) and names it with ``--template``. Fields stand in double
braces, as docxtpl reads them; what govlint cannot know is marked 【待填写】. Rebuild the file with
``python -m govlint.plugins.office.template templates/self-check.docx`` from this folder.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

TO_WRITE = "【待填写】"
_CM, _SONG, _HEI, _KAI, _FANG = 360_000, "宋体", "黑体", "楷体", "仿宋"


def build(path: Path) -> None:
    """Write the template to *path*; needs python-docx, which comes with docxtpl."""
    from docx import Document

    document = Document()
    _page(document)
    _styles(document)
    _head(document)
    _situation(document)
    _faults(document)
    _rest(document)
    document.core_properties.title = "网站自查整改报告"
    document.core_properties.author = ""
    document.core_properties.comments = ""
    document.save(str(path))


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


def _paragraph(document: Any, text: str, style: str = "Normal") -> Any:
    paragraph = document.add_paragraph(text, style=style)
    if style == "Normal" and not text.startswith("{%"):
        paragraph.paragraph_format.first_line_indent = 2 * 16 * 12_700
    return paragraph


def _head(document: Any) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.oxml.ns import qn

    title = document.add_paragraph("{{ site }}网站自查整改报告", style="Title")
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for border in title.style.element.pPr.findall(qn("w:pBdr")):
        title.style.element.pPr.remove(border)
    document.add_paragraph()
    to = document.add_paragraph(f"{TO_WRITE}（主送单位）：")
    to.paragraph_format.first_line_indent = 0
    _paragraph(
        document, "按照{{ standards }}的要求，我单位对{{ site }}网站进行了全面自查，现将自查和整改情况报告如下。"
    )


def _situation(document: Any) -> None:
    _paragraph(document, "一、基本情况", "Heading 1")
    _paragraph(
        document,
        "网站类型为{{ kind }}{% if host %}，域名为 {{ host }}{% endif %}，"
        "共有栏目 {{ columns }} 个、页面 {{ pages }} 个。"
        "自查以 {{ day }} 为准，检查文件 {{ files }} 个，发现问题 {{ faults }} 项（错误 {{ errors }} 项，"
        "警告 {{ warnings }} 项，提示 {{ notes }} 项），另有 {{ reviews }} 项须人工核实。",
    )
    _paragraph(document, "{%p if outcome %}")
    _paragraph(document, "对照{{ table }}，结果为：{{ outcome }}{{ totals }}")
    _paragraph(document, "{%p endif %}")
    _paragraph(document, f"网站的主办、承办单位和运行维护情况：{TO_WRITE}。")


def _faults(document: Any) -> None:
    _paragraph(document, "二、存在的问题和原因", "Heading 1")
    _paragraph(document, "{%p for class in classes %}")
    _paragraph(document, "（{{ class.number }}）{{ class.name }}", "Heading 2")
    _paragraph(document, "{%p if class.faults %}")
    _paragraph(document, "共 {{ class.count }} 项。")
    _table(document, ("序号", "栏目或页面", "问题", "依据"), (1.2, 3.0, 6.2, 5.2))
    _paragraph(document, "{%p if class.more %}")
    _paragraph(document, "另有 {{ class.more }} 项，见整改台账。")
    _paragraph(document, "{%p endif %}")
    _paragraph(document, f"原因：{TO_WRITE}。")
    _paragraph(document, "{%p else %}")
    _paragraph(document, "自查未发现此类问题。")
    _paragraph(document, "{%p endif %}")
    _paragraph(document, "{%p endfor %}")


def _table(document: Any, heads: tuple[str, ...], widths: tuple[float, ...]) -> None:
    """Add a table with a row that docxtpl repeats for each fault of a class."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    table = document.add_table(rows=4, cols=len(heads), style="Table Grid")
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = int(width * _CM)
    cells = ("{{ fault.number }}", "{{ fault.where }}", "{{ fault.message }}", "{{ fault.basis }}")
    for row, texts in enumerate((heads, ("{%tr for fault in class.faults %}",), cells, ("{%tr endfor %}",))):
        for at, width in enumerate(widths):
            cell = table.cell(row, at)
            cell.width = int(width * _CM)
            if at < len(texts):
                _cell(cell, texts[at], bold=row == 0)
    for row, names in ((0, ("w:cantSplit", "w:tblHeader")), (2, ("w:cantSplit",))):
        for name in names:
            element = OxmlElement(name)
            element.set(qn("w:val"), "true")
            table.rows[row]._tr.get_or_add_trPr().append(element)


def _cell(cell: Any, text: str, *, bold: bool) -> None:
    from docx.shared import Pt

    paragraph = cell.paragraphs[0]
    paragraph.paragraph_format.line_spacing = Pt(18)
    run = paragraph.add_run(text)
    run.font.size, run.font.bold = Pt(10.5), bold


def _rest(document: Any) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    _paragraph(document, "三、整改措施", "Heading 1")
    _paragraph(document, "{%p for measure in measures %}")
    _paragraph(document, "{{ measure.number }}．{{ measure.text }}（涉及 {{ measure.count }} 项）")
    _paragraph(document, "{%p endfor %}")
    _paragraph(document, f"责任单位、责任人和完成时限：{TO_WRITE}。已经完成的整改：{TO_WRITE}。")
    _paragraph(document, "四、下一步工作", "Heading 1")
    _paragraph(document, "{%p if reviews %}")
    _paragraph(document, "对须人工核实的 {{ reviews }} 项逐项查看，属实的列入台账一并整改。")
    _paragraph(document, "{%p endif %}")
    _paragraph(document, f"健全信息发布、栏目维护和日常巡查制度：{TO_WRITE}。")
    document.add_paragraph()
    for text in (f"{TO_WRITE}（单位名称、印章）", f"{TO_WRITE}（日期）"):
        document.add_paragraph(text).alignment = WD_ALIGN_PARAGRAPH.RIGHT


if __name__ == "__main__":
    build(Path(sys.argv[1]))
