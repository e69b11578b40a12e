"""The Word template of the bulletin, made from scratch: what ``templates/bulletin.docx`` is built by.

Its fields are those of ``model.py``. Rebuild the file with
``python -m govlint.plugins.office.bulletin.template templates/bulletin.docx`` from the folder above.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from ..word import TO_WRITE, addressee, heading, new_document, paragraph, signature, table

_NONE = "{% if inspected %}WORDS。{% else %}没有检查成任何网站。{% endif %}"
_MORE = "另有 {{ MORE }} 个网站没有列出，全部名单另附。"


def build(path: Path) -> None:
    """Write the template to *path*; needs python-docx, which comes with docxtpl."""
    document = new_document("政府网站检查情况通报")
    heading(document, f"关于{TO_WRITE}（时间、范围）政府网站检查情况的通报")
    addressee(document)
    paragraph(
        document,
        "按照{{ standards|join('、') or '有关标准' }}的要求，"
        f"{TO_WRITE}（检查单位）组织开展了政府网站检查。现将有关情况通报如下。",
    )
    for write in (_overall, _problems, _repeats, _good, _unread, _demands):
        write(document)
    signature(document)
    _failing(document)
    document.save(str(path))


def _overall(document: Any) -> None:
    paragraph(document, "一、总体情况", "Heading 1")
    paragraph(
        document,
        "本次应检查网站 {{ sites }} 个，以 {{ days }} 为准，已检查 {{ inspected }} 个、页面 {{ pages }} 个"
        "{% if absent %}，另有 {{ absent }} 个没有检查成（见第五部分）{% endif %}。"
        "已检查的网站中，合格 {{ qualified }} 个，不合格 {{ vetoed + unqualified }} 个"
        "（其中单项否决 {{ vetoed }} 个，名单附后），待定 {{ open }} 个"
        "{% if unscored %}，未评分 {{ unscored }} 个{% endif %}"
        "{% if rate %}，合格率 {{ rate }}{% endif %}。"
        "{% if open %}待定的网站有文件不能判定的指标，须人工核实后确定是否合格。{% endif %}",
    )
    paragraph(
        document,
        "检查只依据网站导出的文件。站点能否访问、打开是否及时、咨询留言的答复时限、办事能否办成等，"
        f"在线检查的情况为：{TO_WRITE}。",
    )
    for loop, title, name in (("regions", "各地区情况如下：", "地区"), ("kinds", "各类网站情况如下：", "网站类别")):
        _if(document, loop)
        paragraph(document, title)
        table(
            document, f"row in {loop}",
            (
                (name, "{{ row.name }}", 4.0), ("网站数", "{{ row.sites }}", 1.8), ("合格", "{{ row.qualified }}", 1.6),
                ("待定", "{{ row.open }}", 1.6), ("不合格", "{{ row.failing }}", 1.8),
                ("未检查", "{{ row.absent }}", 1.8), ("合格率", "{{ row.rate }}", 3.0),
            ),
        )  # fmt: skip
        paragraph(document, "{%p if class_names %}")
        paragraph(document, "其中有各类问题的网站数：")
        table(
            document, f"row in {loop}",
            (
                (name, "{{ row.name }}", 4.0),
                ("{%tc for class in class_names %}", "{%tc for count in row.classes %}", 3.8),
                ("{{ class }}", "{{ count }}", 3.8), ("{%tc endfor %}", "{%tc endfor %}", 3.8),
            ),
        )  # fmt: skip
        _end(document)
        _end(document)


def _problems(document: Any) -> None:
    paragraph(document, "二、存在的主要问题", "Heading 1")
    paragraph(document, "{%p for class in classes %}")
    paragraph(document, "（{{ class.number }}）{{ class.name }}", "Heading 2")
    _if(document, "class.total")
    paragraph(
        document,
        "有此类问题的网站 {{ class.total }} 个，占已检查的 {{ class.share }}，共 {{ class.faults }} 项"
        "{% if class.before is not none %}；上次为 {{ class.before }} 个网站{% endif %}。",
    )
    table(
        document, "site in class.sites",
        (
            ("序号", "{{ site.number }}", 1.2), ("网站", "{{ site.name }}", 4.6), ("地区", "{{ site.region }}", 2.2),
            ("问题", "{{ site.what }}", 7.6),
        ),
    )  # fmt: skip
    _more(document, "class.more")
    paragraph(document, "{%p else %}")
    paragraph(document, _NONE.replace("WORDS", "没有发现此类问题"))
    _end(document)
    paragraph(document, "{%p endfor %}")
    _if(document, "frequent")
    paragraph(document, "（{{ '一二三四五六七八九十'[classes|length] }}）最常见的问题", "Heading 2")
    table(
        document, "one in frequent",
        (
            ("序号", "{{ one.number }}", 1.2), ("问题", "{{ one.name }}", 7.4), ("级别", "{{ one.level }}", 1.5),
            ("网站数", "{{ one.sites }}", 1.7), ("占比", "{{ one.share }}", 1.9), ("问题数", "{{ one.faults }}", 1.9),
        ),
    )  # fmt: skip
    _end(document)


def _repeats(document: Any) -> None:
    paragraph(document, "三、反复出现问题的网站", "Heading 1")
    _if(document, "since")
    paragraph(
        document,
        "与上次检查（{{ since.days }}）相比，两次都有结果的网站 {{ since.pairs }} 个：已整改 {{ since.mended }} 项，"
        "新出现 {{ since.new }} 项，仍存在 {{ since.standing }} 项。"
        "{% if since.gone or since.added %}本次没有的网站 {{ since.gone }} 个，新增的 {{ since.added }} 个。{% endif %}"
        "{% if since.unlike %}另有 {{ since.unlike }} 项的规则只在其中一次运行，不作比较。{% endif %}"
        "两次都有“错误”级别问题的网站 {{ since.repeats.total }} 个"
        "{% if since.repeats.sites %}：{% else %}。{% endif %}",
    )
    _if(document, "since.repeats.sites")
    table(
        document, "site in since.repeats.sites",
        (
            ("序号", "{{ site.number }}", 1.2), ("网站", "{{ site.name }}", 3.8), ("地区", "{{ site.region }}", 1.8),
            ("上次", "{{ site.before }}", 2.0), ("本次", "{{ site.now }}", 2.0), ("已整改", "{{ site.mended }}", 1.6),
            ("新出现", "{{ site.new }}", 1.6), ("仍存在", "{{ site.standing }}", 1.6),
        ),
    )  # fmt: skip
    _more(document, "since.repeats.more")
    _end(document)
    paragraph(document, "{%p else %}")
    paragraph(document, f"没有上次检查的结果可比：{TO_WRITE}。")
    _end(document)


def _good(document: Any) -> None:
    paragraph(document, "四、较好的网站", "Heading 1")
    _if(document, "good.sites")
    paragraph(
        document,
        "全部文件都已读取、没有发现错误和警告的网站 {{ good.total }} 个，"
        f"是否作为好的典型，须核实后决定：{TO_WRITE}。",
    )
    table(
        document, "site in good.sites",
        (
            ("序号", "{{ site.number }}", 1.2), ("网站", "{{ site.name }}", 6.0), ("地区", "{{ site.region }}", 2.4),
            ("类别", "{{ site.kind }}", 2.8), ("结论", "{{ site.verdict }}", 1.6), ("待核", "{{ site.reviews }}", 1.6),
        ),
    )  # fmt: skip
    _more(document, "good.more")
    paragraph(document, "{%p else %}")
    paragraph(document, "没有完全未发现错误和警告的网站。")
    _end(document)


def _unread(document: Any) -> None:
    paragraph(document, "五、未能检查和没有读全的网站", "Heading 1")
    for name, lead in (
        ("unread", "没有检查成、因而没有结论的网站 {{ unread.total }} 个："),
        ("partly", "没有读全、结论只依据读到部分的网站 {{ partly.total }} 个："),
    ):
        _if(document, f"{name}.sites")
        paragraph(document, lead)
        table(
            document, f"site in {name}.sites",
            (
                ("序号", "{{ site.number }}", 1.2), ("网站", "{{ site.name }}", 4.6),
                ("地区", "{{ site.region }}", 2.2), ("原因", "{{ site.reason }}", 7.6),
            ),
        )  # fmt: skip
        _more(document, f"{name}.more")
        _end(document)
    _if(document, "not unread.sites and not partly.sites")
    paragraph(document, _NONE.replace("WORDS", "全部网站都已读全"))
    _end(document)


def _demands(document: Any) -> None:
    paragraph(document, "六、工作要求", "Heading 1")
    _if(document, "demands")
    paragraph(document, "针对最常见的问题，有关网站要：")
    paragraph(document, "{%p for one in demands %}")
    paragraph(document, "{{ one.number }}．针对“{{ one.name }}”：{{ one.remedy }}。")
    paragraph(document, "{%p endfor %}")
    _end(document)
    paragraph(document, f"整改期限和反馈方式：{TO_WRITE}。责任追究：{TO_WRITE}。联系人和电话：{TO_WRITE}。")


def _failing(document: Any) -> None:
    """Add the list of sites that fail, on a page of its own behind the signature."""
    document.add_page_break()
    paragraph(document, "附件", "Heading 1")
    paragraph(document, "不合格网站名单", "Heading 2")
    _if(document, "failing.sites")
    table(
        document, "site in failing.sites",
        (
            ("序号", "{{ site.number }}", 1.2), ("网站", "{{ site.name }}", 4.0),
            ("网站标识码", "{{ site.code }}", 2.7), ("地区", "{{ site.region }}", 1.8),
            ("结论", "{{ site.verdict }}", 2.0), ("单项否决指标或原因", "{{ site.reasons }}", 3.9),
        ),
    )  # fmt: skip
    _more(document, "failing.more")
    paragraph(document, "{%p else %}")
    paragraph(document, _NONE.replace("WORDS", "没有仅凭文件即可判定为不合格的网站"))
    _end(document)


def _if(document: Any, condition: str) -> None:
    paragraph(document, f"{{%p if {condition} %}}")


def _end(document: Any) -> None:
    paragraph(document, "{%p endif %}")


def _more(document: Any, count: str) -> None:
    _if(document, count)
    paragraph(document, _MORE.replace("MORE", count))
    _end(document)


if __name__ == "__main__":
    build(Path(sys.argv[1]))
