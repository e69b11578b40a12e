"""The small sites that the examples of this package's rules are made of."""

from __future__ import annotations

from collections.abc import Mapping

from ..columns.sample_pages import article_page, column_page, home_page

OFFICE = """<p>受理机构：云霁市林业局办公室</p><p>办公地址：云霁市望溪路17号</p>
<p>办公时间：工作日8:30—12:00</p><p>联系电话：0748-8880017</p><p>传真号码：0748-8880018</p>
<p>电子邮箱：ly@yunji.gov.cn</p>
"""
"""What a guide says of the office."""

_GUIDE = """<h1>云霁市林业局信息公开指南</h1>
<p>为方便公民、法人和其他组织获取政府信息公开服务，根据信息公开条例编制本指南。本机关主动公开机构职能、
政策文件、规划计划等信息，公开形式为政府网站；不予公开的除外。其他信息可以依申请公开，申请人向公开工作机构提出。</p>
{office}"""


def guide(office: str) -> str:
    """Return the main part of a disclosure guide (its heading on line 10) that says *office* of the office."""
    return _GUIDE.format(office=office)


def site_of(columns: Mapping[str, tuple[str, str]], further: Mapping[str, str] | None = None) -> dict[str, str]:
    """Return a site of 信息公开 and the given columns: name → (folder, main part); *further* are pages by path."""
    menu = {"信息公开": "./xxgk/", **{name: f"./{folder}/" for name, (folder, _) in columns.items()}}
    pages = {"index.html": home_page(menu), "xxgk/index.html": column_page("信息公开", _links(columns))}
    for name, (folder, main) in columns.items():
        pages[f"{folder}/index.html"] = column_page(name, main)
    return {**pages, **(further or {})}


def item(address: str, title: str, day: str = "2021-01-20") -> str:
    """Return a list of one dated row."""
    return f'<ul class="list">\n<li><span>{day}</span><a href="{address}">{title}</a></li>\n</ul>'


def article(title: str) -> str:
    """Return the page of an article called *title*."""
    return article_page(title)


def _links(columns: Mapping[str, tuple[str, str]]) -> str:
    rows = "\n".join(f'<li><a href="../{folder}/">{name}</a></li>' for name, (folder, _) in columns.items())
    return f"<h1>信息公开</h1>\n<ul>\n{rows}\n</ul>"
