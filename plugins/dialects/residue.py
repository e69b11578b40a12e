"""Markers that publishing leaves in its pages, too: 博达 VSB components, 大汉 Hanweb fields, includes by the server.

None of them makes a template of a file; in a template they are places that publishing fills.
"""

from __future__ import annotations

from govlint.finding import Text
from govlint.page.template import Dialect, Emits, Form, Kind

DIALECTS = (
    Dialect(
        name="vsb",
        title=Text("博达 VSB", "VSB"),
        forms=(
            Form(
                r"<!--#(?P<name>begineditable)\b",
                "-->",
                emits=Emits.ANY,
                visible=True,
            ),
            Form(r"<!--#(?P<close>end)(?P<name>editable)\b", "-->", visible=True),
        ),
        signs=r"<!--#begineditable\b[^<>]{0,400}\b(?:viewid|tagname|name)=",
        hints=("#begineditable",),
        helper=True,
    ),
    Dialect(
        name="hanweb",
        title=Text("大汉 Hanweb", "Hanweb"),
        forms=(
            Form(r"<!--<\$\[(?P<name>[^\[\]<>\n]{1,60})\]>(?:begin|(?P<close>end))-->", emits=Emits.ANY, visible=True),
            Form(r"<\$\[(?P<name>[^\[\]<>\n]{1,60})\]>", emits=Emits.ANY),
        ),
        signs=r"<\$\[[^\[\]<>\n]{1,60}\]>",
        hints=("<$[",),
        helper=True,
    ),
    Dialect(
        name="ssi",
        title=Text("服务器端包含 SSI", "server side includes"),
        forms=(
            Form(r"<!--\s*#(?P<name>include)\b", "-->", other=Kind.INCLUDE, names=("virtual", "file"), visible=True),
            Form(
                r"<!--\s*#(?P<close>end)?(?P<name>if|elif|else|echo|set|exec|config|fsize|flastmod|printenv)\b",
                "-->",
                kinds=((Kind.CONDITION, "if"), (Kind.MIDDLE, "elif else"), (Kind.QUIET, "set config")),
                visible=True,
            ),
        ),
        signs=r"<!--\s*#(?:include|echo|set|if|exec)\s",
        hints=("#include", "#echo", "#set", "#if", "#exec"),
        helper=True,
    ),
)
