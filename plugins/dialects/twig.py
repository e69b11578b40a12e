"""Twig, Jinja, Django, Nunjucks, Liquid: ``{% for %}``, ``{% include 'a.html' %}``, ``{{ x }}``, ``{# #}``."""

from __future__ import annotations

from govlint.finding import Text
from govlint.page.template import Dialect, Emits, Form, Kind

DIALECT = Dialect(
    name="twig",
    title=Text("Twig、Jinja、Django 等", "Twig, Jinja, Django …"),
    forms=(
        Form(r"\{#", "#}", other=Kind.COMMENT),
        Form(
            r"\{%[-~]?\s*(?P<close>end)?(?P<name>\w+)",
            "%}",
            quoted=True,
            kinds=(
                (Kind.LOOP, "for tablerow"),
                (Kind.CONDITION, "if ifchanged unless case with"),
                (Kind.MIDDLE, "else elif elseif elsif when empty"),
                (Kind.BLOCK, "macro filter autoescape spaceless verbatim raw comment apply call trans"),
                (Kind.INCLUDE, "include"),
                (Kind.EXTEND, "extends"),
                (Kind.PART, "block"),
                (Kind.ECHO, "embed"),
                (Kind.QUIET, "set assign import from load do csrf_token"),
            ),
            other=Kind.CODE,
            emits=Emits.ANY,
            strict="for if",
        ),
        Form(r"\{\{", "}}"),
    ),
    signs=r"\{%[-~]?\s*(?:end)?(?:for|if|block|include|extends|set|load|macro|import)\b",
    hints=("{%",),
    suffixes=(".twig", ".j2", ".jinja", ".jinja2", ".njk", ".liquid"),
    folders=("", "templates/"),
    endings=("", ".html", ".twig", ".html.twig"),
)
