"""Thymeleaf: attributes ``th:each``, ``th:replace="~{footer :: copy}"``; the page itself is ordinary HTML."""

from __future__ import annotations

from govlint.finding import Text
from govlint.page.template import Dialect, Emits, Form, Kind

DIALECT = Dialect(
    name="thymeleaf",
    title=Text("Thymeleaf", "Thymeleaf"),
    forms=(
        Form(r"<!--/\*(?!/)", "*/-->", other=Kind.COMMENT),
        *(
            Form(
                rf"(?:\bdata-)?\bth[:-](?P<name>replace|include|insert)\s*=\s*{quote}(?:~\{{)?",
                quote,
                other=Kind.INCLUDE,
                visible=True,
            )
            for quote in "\"'"
        ),
        *(
            Form(
                rf"\blayout:(?P<name>decorator|decorate)\s*=\s*{quote}(?:~\{{)?", quote, other=Kind.EXTEND, visible=True
            )
            for quote in "\"'"
        ),
        *(Form(rf"\blayout:(?P<name>fragment)\s*=\s*{quote}", quote, other=Kind.PART, visible=True) for quote in "\"'"),
        Form(
            r"(?:\bdata-)?\bth[:-](?P<name>each|text|utext|if|unless|switch|case)(?=\s*=)",
            kinds=((Kind.LOOP, "each"), (Kind.CONDITION, "if unless switch case")),
            visible=True,
        ),
        Form(r"\[\[|\[\(", "]", nested=True, emits=Emits.TEXT, visible=True),
    ),
    signs=r"\sth:(?:each|text|replace|include|insert|href|if|utext|fragment)\s*=|xmlns:th\s*=|\slayout:decorat(?:e|or)\s*=",
    hints=("th:", "layout:"),
    folders=("", "templates/", "fragments/"),
    endings=("", ".html"),
    binds=r"(?:data-)?th[:-]",
    fills="th:text th:utext data-th-text data-th-utext",
)
