"""The Word template of the self-check report, made from scratch: what ``templates/self-check.docx`` is built by.

An office edits that file in Word (fonts, sentences, order) and names it with ``--template``. Rebuild it with
``python -m govlint.plugins.office.template templates/self-check.docx`` from this folder.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from .word import TO_WRITE, addressee, heading, new_document, paragraph, signature, table


def build(path: Path) -> None:
    """Write the template to *path*; needs python-docx, which comes with docxtpl."""
    document = new_document("网站自查整改报告")
    heading(document, "{{ titled }}自查整改报告")
    addressee(document)
    paragraph(document, "按照{{ standards }}的要求，我单位对{{ titled }}进行了全面自查，现将自查和整改情况报告如下。")
    _situation(document)
    _faults(document)
    _rest(document)
    document.save(str(path))


def _situation(document: Any) -> None:
    paragraph(document, "一、基本情况", "Heading 1")
    paragraph(
        document,
        "{% if kind %}网站类型为{{ kind }}，{% endif %}{% if host %}域名为 {{ host }}，{% endif %}"
        "共有栏目 {{ columns }} 个、页面 {{ pages }} 个。"
        "自查以 {{ day }} 为准，检查文件 {{ files }} 个，发现问题 {{ causes }} 项（错误 {{ cause_errors }} 项，"
        "警告 {{ cause_warnings }} 项，提示 {{ cause_notes }} 项），另有 {{ reviews }} 项须人工核实。",
    )
    paragraph(document, "{%p if not pages %}")
    paragraph(document, "没有检查到任何页面，本报告不能作为自查结果。")
    paragraph(document, "{%p elif own or unread %}")
    paragraph(
        document,
        "检查没有覆盖全部内容（未能读取文件 {{ unread }} 个，检查中的其他情况 {{ own }} 项，见检查报告），"
        "以下只依据已检查的部分。",
    )
    paragraph(document, "{%p endif %}")
    paragraph(document, "{%p if before %}")
    paragraph(document, "与 {{ before }} 的自查相比，不再出现的问题 {{ mended }} 项，新出现 {{ new }} 项（按起因计）。")
    paragraph(document, "{%p endif %}")
    paragraph(document, "{%p if outcome %}")
    paragraph(document, "对照{{ table }}，结果为：{{ outcome }}{{ totals }}")
    paragraph(document, "{%p endif %}")
    paragraph(document, f"网站的主办、承办单位和运行维护情况：{TO_WRITE}。")


def _faults(document: Any) -> None:
    paragraph(document, "二、存在的问题和原因", "Heading 1")
    paragraph(document, "{%p for class in classes %}")
    paragraph(document, "（{{ class.number }}）{{ class.name }}", "Heading 2")
    paragraph(document, "{%p if class.count %}")
    paragraph(
        document,
        "共 {{ class.count }} 项"
        "{% if class.notes %}，其中建议改进的 {{ class.notes }} 项见整改台账{% endif %}"
        "{% if class.faults %}。须整改的如下：{% else %}。{% endif %}",
    )
    paragraph(document, "{%p if class.faults %}")
    table(
        document, "fault in class.faults",
        (
            ("序号", "{{ fault.number }}", 1.2), ("栏目或页面", "{{ fault.where }}", 3.0),
            ("问题", "{{ fault.message }}", 6.2), ("依据", "{{ fault.basis }}", 5.2),
        ),
    )  # fmt: skip
    paragraph(document, "{%p if class.more %}")
    paragraph(document, "另有 {{ class.more }} 项，见整改台账。")
    paragraph(document, "{%p endif %}")
    paragraph(document, "{%p endif %}")
    paragraph(document, f"原因：{TO_WRITE}。")
    paragraph(document, "{%p else %}")
    paragraph(document, "{% if pages %}自查未发现此类问题。{% else %}没有检查。{% endif %}")
    paragraph(document, "{%p endif %}")
    paragraph(document, "{%p endfor %}")


def _rest(document: Any) -> None:
    paragraph(document, "三、整改措施", "Heading 1")
    paragraph(document, "{%p for measure in measures %}")
    paragraph(document, "{{ measure.number }}．{{ measure.text }}（涉及 {{ measure.count }} 项）")
    paragraph(document, "{%p endfor %}")
    paragraph(document, f"责任单位、责任人和完成时限：{TO_WRITE}。已经完成的整改：{TO_WRITE}。")
    paragraph(document, "四、下一步工作", "Heading 1")
    paragraph(document, "{%p if reviews %}")
    paragraph(document, "对须人工核实的 {{ reviews }} 项逐项查看，属实的列入台账一并整改。")
    paragraph(document, "{%p endif %}")
    paragraph(document, f"健全信息发布、栏目维护和日常巡查制度：{TO_WRITE}。")
    signature(document)


if __name__ == "__main__":
    build(Path(sys.argv[1]))
