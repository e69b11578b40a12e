"""The small sites that the examples of this package's rules are made of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

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
_BODY = "各科室：现将有关事项通知如下，请遵照执行，并于月底前报送落实情况。"


def rows(*days: str, prefix: str = "", word: str = "通知") -> str:
    """Return a list with a row for each of *days* (``2017-03-20``; ``""`` for a row without a date)."""
    made = "\n".join(
        f'<li><a href="{prefix}{number}.html">关于第{number}项工作安排的{word}</a>'
        + (f"<span>{day}</span></li>" if day else "</li>")
        for number, day in enumerate(days, 1)
    )
    return f'<ul class="list">\n{made}\n</ul>'


def column(name: str, main: str, crumbs: str = "") -> str:
    """Return the page of the column *name*, one folder down; *main* begins on line 10."""
    position = f'<div class="position">当前位置：<a href="../">首页</a> &gt; {crumbs}<a href="./">{name}</a></div>'
    body = f'<div class="main">\n{position}\n{main}\n</div>'
    return _FRAME.format(title=f"{name}_云霁市林业局", menu='<li><a href="../">首页</a></li>', main=body)


def article(title: str, day: str = "2017-03-20 09:00", text: str = _BODY) -> str:
    """Return the page of an article called *title*; an empty *day* leaves the line under the headline out."""
    when = f"<p>发布时间：{day}</p>\n" if day else ""
    main = f"<h1>{title}</h1>\n{when}<p>{text}</p>"
    return _FRAME.format(title=f"{title}_云霁市林业局", menu='<li><a href="../">首页</a></li>', main=main)


def home(names: Mapping[str, str], main: str = "<p>云霁市林业局主办</p>") -> str:
    """Return a home page whose menu leads to the columns *names*, addresses by name; *main* stands below the menu."""
    menu = "\n".join(f'<li><a href="{address}">{name}</a></li>' for name, address in {"首页": "./", **names}.items())
    return _FRAME.format(title="云霁市林业局", menu=menu, main=main)


def site(columns: Mapping[str, tuple[str, Iterable[str]]], main: str = "<p>云霁市林业局主办</p>") -> dict[str, str]:
    """Return a site of *columns*: the folder of each by name, and the days of its items, with an article for each."""
    files = {"index.html": home({name: f"./{folder}/" for name, (folder, _) in columns.items()}, main)}
    for name, (folder, days) in columns.items():
        files[f"{folder}/index.html"] = column(name, rows(*days, word=f"{name}稿"))
        for number, day in enumerate(days, 1):
            when = f"{day} 09:00" if day else ""
            files[f"{folder}/{number}.html"] = article(f"关于第{number}项工作安排的{name}稿", when)
    return files
