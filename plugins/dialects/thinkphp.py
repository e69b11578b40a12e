"""ThinkPHP: ``<volist name="…">`` and ``{volist …}``, ``<include file="Public/header"/>``, ``{$vo.title}``."""

from __future__ import annotations

from govlint.finding import Text
from govlint.page.template import Dialect, Emits, Form, Kind

_COMPARISONS = "eq neq gt lt egt elt heq nheq in notin between notbetween range empty notempty present notpresent"
_COMPARISONS += " defined notdefined compare"
_KINDS = (
    (Kind.LOOP, "volist foreach for"),
    (Kind.CONDITION, f"if switch {_COMPARISONS}"),
    (Kind.MIDDLE, "else elseif case default"),
    (Kind.BLOCK, "literal"),
    (Kind.PART, "block"),
    (Kind.INCLUDE, "include"),
    (Kind.CODE, "php"),
    (Kind.EXTEND, "extend layout"),
    (Kind.QUIET, "assign define load taglib import"),
)
_NAMES = "|".join(name for _, names in _KINDS for name in names.split())

DIALECT = Dialect(
    name="thinkphp",
    title=Text("ThinkPHP", "ThinkPHP"),
    forms=(
        Form(
            rf"<(?P<close>/)?(?P<name>{_NAMES})(?=[\s/>])",
            ">",
            quoted=True,
            kinds=_KINDS,
            names=("file", "name"),
            emits=Emits.ANY,
        ),
        Form(
            rf"<?\{{(?P<close>/)?(?P<name>{_NAMES})(?=[\s/}}])",
            "}",
            quoted=True,
            kinds=_KINDS,
            names=("file", "name"),
            emits=Emits.ANY,
        ),
        Form(r"\{(?P<name>__content__)\}", other=Kind.PART),
        Form(r"\{(?P<name>__block__)\}"),
        Form(r"<\{", "}>", quoted=True),
        Form(r"\{[$:](?P<name>[a-z_]\w{0,60})", "}", nested=True),
        Form(r"\{//[^{}\n]{0,300}\}", other=Kind.COMMENT),
        Form(r"\{/\*", "*/}", other=Kind.COMMENT),
        Form(r"(?P<name>__[A-Z]{2,20}__)"),
    ),
    signs=r"</?volist\b|\{/?volist\b|\{:url\(|\{:U\(|<include\s+file=|\{include\s+file=",
    hints=("<volist", "{volist", "{:url", "{:u(", "<include", "{include"),
    endings=("", ".html", ".tpl", ".htm"),
)
