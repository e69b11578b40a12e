"""FreeMarker, in angle brackets (``<#list …>``) and in square ones (``[#list …]``, the writing of JEECMS).

The two writings exclude each other in one file: the first tag decides.
"""

from __future__ import annotations

from functools import partial

from govlint.finding import Text
from govlint.page.template import Dialect, Emits, Form, Kind

_KINDS = (
    (Kind.LOOP, "#list #foreach #items"),
    (Kind.CONDITION, "#if #switch #attempt"),
    (Kind.MIDDLE, "#else #elseif #case #default #recover #sep"),
    (Kind.BLOCK, "#function #noparse #compress #escape #noescape #noautoesc #autoesc #outputformat"),
    (Kind.MACRO, "#macro"),
    (Kind.NESTED, "#nested"),
    (Kind.INCLUDE, "#include"),
    (Kind.IMPORT, "#import"),
    (Kind.QUIET, "#assign #global #local #setting #ftl #t #lt #rt #nt #break #return #flush #stop"),
)
_COLUMNS = ("channelid", "channelids", "categoryid", "channelpath")
_STRICT = "#if #list #macro #switch"
_INTERPOLATION = Form(r"[$#]\{(?P<name>[^{}<>\n]{0,60})", "}", quoted=True, nested=True)
_tag = partial(Form, quoted=True, kinds=_KINDS, emits=Emits.ANY, columns=_COLUMNS, strict=_STRICT)

DIALECTS = (
    Dialect(
        name="freemarker",
        title=Text("FreeMarker（尖括号）", "FreeMarker, angle brackets"),
        forms=(
            Form(r"<#--", "-->", other=Kind.COMMENT),
            _tag(r"<(?P<close>/)?(?P<name>[#@][\w.]*)", ">"),
            _INTERPOLATION,
        ),
        signs=r"</?#(?:list|if|include|assign|macro|import)\b|<@[a-z_]\w*[\s/>.]",
        hints=("<#", "<@"),
        suffixes=(".ftl", ".ftlh", ".ftlx"),
        endings=("", ".ftl", ".html"),
    ),
    Dialect(
        name="jeecms",
        title=Text("JEECMS 及 FreeMarker（方括号）", "JEECMS and FreeMarker, square brackets"),
        forms=(
            Form(r"\[#--", "--]", other=Kind.COMMENT),
            _tag(
                r"\[(?P<close>/)?(?P<name>(?:#(?:list|foreach|items|if|switch|attempt|else|elseif|case|default|recover|sep"
                r"|macro|nested|function|noparse|compress|escape|noescape|include|assign|global|local|import|setting|ftl|t|lt|rt"
                r"|nt|break|return|flush|stop)\b|@\w*))",
                "]",
                nested=True,
            ),
            _INTERPOLATION,
        ),
        signs=r"\[/?#(?:list|if|include|assign|macro|import)\b|\[@[a-z]\w{2,}[\s/\]]",
        hints=("[#", "[@"),
        endings=("", ".html", ".ftl"),
    ),
)
