"""The small sites that the examples of this package's rules are made of."""

from __future__ import annotations

from collections.abc import Mapping

_FRAME = """<!DOCTYPE html>
<html lang="zh-CN">
<head><meta charset="utf-8"><title>{title}</title></head>
<body>
<div class="nav"><ul>
{menu}
</ul></div>
{main}
</body>
</html>
"""
_ROWS = """<ul class="list">
<li><span>2017-03-28</span><a href="./t20170328_12.html">关于做好春季植树工作的通知</a></li>
<li><span>2017-03-20</span><a href="./t20170320_11.html">关于2017年培训安排的通知</a></li>
</ul>
"""
FILLED = _ROWS + '<div class="page">共 2 条　第 1/1 页</div>'
"""The main part of a column with two items."""


def home_page(columns: Mapping[str, str]) -> str:
    """Return a home page whose menu names *columns*, their addresses by name."""
    menu = [f'<li><a href="{address}">{name}</a></li>' for name, address in {"首页": "./", **columns}.items()]
    return _FRAME.format(title="云霁市林业局", menu="\n".join(menu), main="<p>云霁市林业局主办</p>")


def column_page(name: str, main: str) -> str:
    """Return the page of the column *name*, one folder down, with *main* below its breadcrumb (from line 10 on)."""
    position = f'<div class="position">当前位置：<a href="../">首页</a> &gt; <a href="./">{name}</a></div>'
    menu = '<li><a href="../">首页</a></li>'
    body = f'<div class="main">\n{position}\n{main}\n</div>'
    return _FRAME.format(title=f"{name}_云霁市林业局", menu=menu, main=body)


def article_page(title: str) -> str:
    """Return the page of an article called *title*."""
    main = f"<h1>{title}</h1>\n<p>发布时间：2017-03-20 09:00</p>\n<p>各科室：现将有关事项通知如下，请遵照执行。</p>"
    return _FRAME.format(title=f"{title}_云霁市林业局", menu='<li><a href="../">首页</a></li>', main=main)


def site_with(name: str, folder: str, main: str) -> dict[str, str]:
    """Return a site of two columns: 通知公告 with two items, and the column *name* in *folder* that holds *main*."""
    return {
        "index.html": home_page({"通知公告": "./tzgg/", name: f"./{folder}/"}),
        "tzgg/index.html": column_page("通知公告", FILLED),
        "tzgg/t20170328_12.html": article_page("关于做好春季植树工作的通知"),
        "tzgg/t20170320_11.html": article_page("关于2017年培训安排的通知"),
        f"{folder}/index.html": column_page(name, main),
    }
