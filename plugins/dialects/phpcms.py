"""PHPCMS v9: ``{pc:content …}{loop $data $r}``, ``{template "content","header"}``; with PHP in between."""

from __future__ import annotations

from govlint.finding import Text
from govlint.page.template import Dialect, Emits, Form, Kind

_KINDS = (
    (Kind.LOOP, "loop for"),
    (Kind.CONDITION, "if"),
    (Kind.MIDDLE, "else elseif"),
    (Kind.BLOCK, "pc get block"),
    (Kind.INCLUDE, "template include"),
    (Kind.CODE, "php"),
)

DIALECT = Dialect(
    name="phpcms",
    title=Text("PHPCMS v9", "PHPCMS v9"),
    forms=(
        Form(
            r"\{(?P<close>/)?(?P<name>pc|get|block)(?=[:}\s])",
            "}",
            kinds=_KINDS,
            columns=("catid",),
        ),
        Form(
            r"\{(?P<close>/)?(?P<name>loop|for|if|elseif|template|include|php)(?=\s)",
            "}",
            kinds=_KINDS,
            strict="loop if",
            exact=True,
        ),
        Form(r"\{(?P<close>/)(?P<name>loop|for|if)\}", kinds=_KINDS, strict="loop if"),
        Form(r"\{(?P<name>else)\}", kinds=_KINDS),
        Form(r"\{(?P<name>\$[a-z_]\w{0,60})", "}", nested=True, columns=(r"(?:\$CATEGORYS\[)(\d+)\]",)),
        Form(r"\{(?P<name>[A-Z][A-Z0-9_]{2,40})\}"),
        Form(r"\{(?P<name>[a-z_]\w{1,40})(?=\([^{}\n]{0,300}\)\})", "}", emits=Emits.ANY),
    ),
    signs=r"\{pc:\w|\{template\s+[\"']|\{loop\s+[$\w]",
    hints=("{pc:", "{template", "{loop"),
    folders=("", "default/", "templates/default/"),
    endings=("", ".html"),
)
