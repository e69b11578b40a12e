"""Apache Velocity: ``#foreach($x in $xs)`` … ``#end``, ``$!{x.title}``; only known directives count, not ``#fff``."""

from __future__ import annotations

from govlint.finding import Text
from govlint.page.template import Dialect, Form, Kind

DIALECT = Dialect(
    name="velocity",
    title=Text("Velocity", "Velocity"),
    forms=(
        Form(r"#\*", "*#", other=Kind.COMMENT),
        Form(r"##[^\r\n]*", other=Kind.COMMENT),
        Form(
            r"#(?P<name>foreach|if|elseif|set|parse|include|macro|define|evaluate)\s*\(",
            ")",
            quoted=True,
            nested=True,
            kinds=(
                (Kind.LOOP, "foreach"),
                (Kind.CONDITION, "if"),
                (Kind.MIDDLE, "elseif"),
                (Kind.QUIET, "set"),
                (Kind.BLOCK, "macro define"),
                (Kind.INCLUDE, "parse include"),
                (Kind.CODE, "evaluate"),
            ),
            strict="foreach if",
        ),
        Form(r"#(?:(?P<close>end)(?!\w)|\{(?P<x>end)\})"),
        Form(r"#(?:else(?!\w)|\{else\})", other=Kind.MIDDLE),
        Form(r"\$!?\{(?P<name>[^{}\n]{1,200})\}"),
        Form(r"\$!?(?P<name>[a-z_][\w-]*(?:\.\w+(?:\([^()\n]{0,100}\))?)*)"),
    ),
    signs=r"#(?:foreach|parse)\s*\(|#if\s*\(\s*!?\$|#set\s*\(\s*\$",
    hints=("#foreach", "#parse", "#if", "#set"),
    suffixes=(".vm", ".vtl"),
    endings=("", ".vm", ".html"),
)
