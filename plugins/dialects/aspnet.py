"""ASP.NET pages and user controls (PageAdmin and others): ``<asp:Repeater>``, ``<%=…%>``, server scripts."""

from __future__ import annotations

from govlint.finding import Text
from govlint.page.template import Dialect, Emits, Form, Kind

DIALECT = Dialect(
    name="aspnet",
    title=Text("ASP.NET 控件（PageAdmin 等）", "ASP.NET controls (PageAdmin …)"),
    forms=(
        Form(r"<%--", "--%>", other=Kind.COMMENT),
        Form(
            r"<%\s*@\s*Register\b(?=[^%]{0,500}?\bsrc\s*=)",
            "%>",
            other=Kind.QUIET,
            declares=("tagprefix", "tagname", "src"),
        ),
        Form(
            r"<%\s*@\s*Page\b(?=[^%]{0,500}?\bMasterPageFile\s*=)", "%>", other=Kind.EXTEND, names=("masterpagefile",)
        ),
        Form(r"<%\s*@", "%>", other=Kind.QUIET),
        Form(r"<%[=#:]", "%>"),
        Form(r"<%", "%>", other=Kind.CODE),
        Form(
            r"<script\b[^<>]{0,200}?\brunat\s*=\s*[\"']?server\b[^<>]{0,200}>",
            "</script>",
            other=Kind.COMMENT,  # of any length; it puts nothing in its place
        ),
        Form(
            r"<(?P<close>/)?asp:(?P<name>\w+)",
            ">",
            quoted=True,
            kinds=(
                (Kind.LOOP, "repeater datalist gridview listview"),
                (Kind.CONDITION, "panel placeholder"),
                (Kind.PART, "content contentplaceholder"),
            ),
            emits=Emits.ANY,
        ),
        Form(
            r"<(?P<close>/)?(?P<name>(?:header|footer|separator|empty(?:data)?|alternatingitem|selecteditem)template)\b",
            ">",
            other=Kind.CONDITION,
        ),
        Form(r"</?itemtemplate\b", ">", other=Kind.QUIET),
        # A user control, under the prefix and name that the page registers for its file.
        Form(
            r"<(?P<close>/)?(?P<name>(?!(?:o|v|w|x|m|st1|svg|xlink|xml):)[a-z]\w{0,20}:\w{1,40})(?=[\s/>])",
            ">",
            quoted=True,
            other=Kind.INCLUDE,
            names=("registered",),
        ),
    ),
    signs=r"<%\s*@\s*(?:control|master|import|register|page\b[^%]{0,300}\b(?:inherits|autoeventwireup|language\s*=\s*[\"']?(?:c#|vb)))"
    r"|</?asp:\w|<%#",
    hints=("<%", "<asp:"),
    suffixes=(".ascx", ".aspx", ".master", ".cshtml"),
    endings=("", ".ascx", ".aspx", ".master"),
)
