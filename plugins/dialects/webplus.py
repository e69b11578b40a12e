"""WebPlus (苏迪, universities): windows (``frag="窗口1"``), comment pairs for loops, ``{标题}`` for fields."""

from __future__ import annotations

from govlint.finding import Text
from govlint.page.template import Dialect, Emits, Form, Kind

_FIELDS = (
    "标题|文章标题|栏目名称|栏目URL|栏目链接|文章URL|文章链接|发布时间|缩略图|简介|摘要|内容|正文|站点名称|站点URL|"
    "当前位置|打开方式|级别样式|选中样式|序号值|序号|作者|来源|访问次数|附件"
)
DIALECT = Dialect(
    name="webplus",
    title=Text("苏迪 WebPlus", "Sudy WebPlus"),
    forms=(
        Form(
            r"<!--\[(?P<name>\w{1,40}?)(?:Begin|(?P<close>End))\]-->",
            kinds=(
                (Kind.LOOP, "infocycle fieldcycle naviitemcycle menuitemcycle columncycle pathcycle subcolumncycle"),
            ),
            other=Kind.BLOCK,
            visible=True,
        ),
        Form(r"<!--\[(?P<name>SubMenuList|SubColumnList)\]-->", other=Kind.LOOP, visible=True),
        # A window is filled whatever stands in it: its contents are a sample.
        Form(r"frag\s*=\s*[\"'](?P<name>窗口)[^\"'<>]{0,20}[\"']", emits=Emits.ANY, visible=True),
        # The title of a window is a sample, too.
        Form(r"(?<=frag=[\"']标题内容[\"']>)(?P<name>[^<>{}]{1,80})(?=<)"),
        # The designer's word that the server replaces with an address.
        Form(r"(?<=action=[\"'])(?P<name>搜索地址)(?=[\"'])"),
        Form(r"\{(?P<name>[\u4e00-\u9fff]{1,12}(?:URL)?\d{0,2})(?:\([^(){}\n]{1,40}\))?\}"),
    ),
    signs=rf"<!--\[\w{{1,30}}(?:Cycle|Struct)Begin\]-->|\{{(?:{_FIELDS})(?:\([^(){{}}\n]{{1,30}}\))?\}}"
    r"|frag\s*=\s*[\"']窗口内容[\"'][^<>]*>\s*</",
    hints=("begin]-->", "{", "frag"),
    # A theme has these files, and what is published from them is called otherwise; windows stay in the pages, too.
    suffixes=("listcolumn.htm", "displayinfo.htm", "listcolumnm.htm", "displayinfom.htm"),
    endings=("", ".htm"),
)
