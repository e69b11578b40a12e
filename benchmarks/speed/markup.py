"""The frame of the generated pages: head, menu, footer, and what stands in lists; as exports of CMSs have it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

HOST = "www.yunji.gov.cn"
CODE = "4399000000"
CHARSET = "@charset@"
"""Stands in every page where its encoding is named."""


class Column(NamedTuple):
    """A column of the site: the *folder* it lies in (``zwgk/tzgg``) and its *name*."""

    folder: str
    name: str


def head(title: str, metas: Iterable[tuple[str, str]]) -> str:
    """Return the head of a page."""
    named = "".join(f'<meta name="{name}" content="{content}">\n' for name, content in metas)
    return (
        '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" '
        '"http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">\n'
        '<html xmlns="http://www.w3.org/1999/xhtml" lang="zh-CN">\n<head>\n'
        f'<meta http-equiv="Content-Type" content="text/html; charset={CHARSET}">\n<title>{title}</title>\n'
        '<meta name="SiteName" content="云霁市人民政府">\n<meta name="SiteDomain" content="www.yunji.gov.cn">\n'
        f'<meta name="SiteIDCode" content="{CODE}">\n{named}'
        '<link rel="stylesheet" type="text/css" href="/style/main.css?v=3">\n'
        '<link href="/style/page.css" rel="stylesheet" type="text/css">\n<script src="/script/tools.js"></script>\n</head>\n'
    )


def menu(columns: Sequence[tuple[Column, Sequence[Column]]]) -> str:
    """Return the bar at the top and the menu: every column, and the first three below each."""
    parts = [
        f'<div class="topbar"><div class="w"><span><a href="http://{HOST}/">云霁市人民政府</a></span><span class="r">'
    ]
    for name in ("无障碍浏览", "关怀版", "繁体", "手机版", "智能问答", "登录"):
        parts.append(f'<a href="javascript:void(0)" onclick="turn(this)">{name}</a><i>|</i>')
    parts.append(
        '<A HREF=/help/index.html class=help>帮助</A></span></div></div>\n<!-- 旧版导航 <a href="/old/index.html">旧版</a> -->\n'
        '<div class="menu"><div class="w"><div class="in"><ul class="first" id="menu">\n<li class="home"><a href="/">首页</a></li>\n'
    )
    for top, below in columns:
        parts.append(
            f'<li class="m1"><a class="a1" href="/{top.folder}/" title="{top.name}">{top.name}</a>\n'
            '<div class="drop"><div class="box"><ul class="second">\n'
        )
        for leaf in below[:3]:
            parts.append(
                f'<li class="m2"><span class="dot">&nbsp;</span><a class="a2" target="_blank" href="/{leaf.folder}/" '
                f'title="{leaf.name}">{leaf.name}</a></li>\n'
            )
        parts.append("</ul></div></div></li>\n")
    parts.append("</ul></div></div></div>\n")
    return "".join(parts)


def footer(tops: Sequence[Column]) -> str:
    """Return the footer: links to columns, a list of other sites, the marks a government site must carry, a script."""
    ways = ("/{}/", "/{}/index.html", "/{}/index.html?from=footer")
    parts = ['<div class="foot"><div class="w"><table width="100%" border="0"><tbody><tr><td><ul class="fl">\n']
    for number in range(24):
        top = tops[number % len(tops)]
        parts.append(f'<li><a target="_blank" href="{ways[number % 3].format(top.folder)}">{top.name}</a></li>\n')
    parts.append('</ul></td></tr></tbody></table><select onchange="leave(this)"><option value="">友情链接</option>\n')
    parts += [f'<option value="http://www.office{number}.gov.cn/">兄弟单位{number}</option>\n' for number in range(30)]
    parts.append(
        f"</select>\n<p>版权所有：云霁市人民政府　主办：云霁市人民政府办公室　网站标识码：{CODE}</p>\n"
        '<p><a href="/about/map.html">网站地图</a> <a href="/about/contact.html#tel">联系我们</a> '
        '<a href="mailto:web@yunji.gov.cn">邮箱</a> 电话：0748-8880000 <a href="https://beian.miit.gov.cn/">湘ICP备05000001号</a> '
        '<a href="http://www.beian.gov.cn/portal/registerSystemInfo?recordcode=43990002000001">'
        '<img src="/images/police.png" alt="公安备案">湘公网安备43990002000001号</a></p></div></div>\n'
    )
    parts.append(_script(tops))
    return "".join(parts)


def _script(tops: Sequence[Column]) -> str:
    """Return an inline script of some 5 KB, as every page of an export carries one."""
    listed = ",".join(f'{{f:"{top.folder}",n:"{top.name}"}}' for top in tops)
    tabs = "".join(
        f'$(".tab{number} .hd li").mouseover(function(){{var i=$(this).index();$(this).addClass("on").siblings()'
        f'.removeClass("on");$(".tab{number} .bd ul").eq(i).show().siblings().hide();}});\n'
        for number in range(24)
    )
    return (
        f'<script type="text/javascript">\n//<![CDATA[\nvar site={{id:"{CODE}",columns:[{listed}]}};\n'
        'function turn(o){if(o.innerHTML.length<2&&o!=null){document.write("<p>"+site.id+"</p>");}}\n'
        f"{tabs}//]]>\n</script>\n"
    )


def row(href: str, title: str, day: str, *, quote: str = '"', closed: bool = True) -> str:
    """Return a row of a list: a link and a day."""
    end = "</li>\n" if closed else "\n"
    return (
        f'<li><a target="_blank" href={quote}{href}{quote} title="{title}">{title}</a><span class="d">{day}</span>{end}'
    )
