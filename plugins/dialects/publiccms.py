"""PublicCMS: FreeMarker with directives of its own; ``<@_includePlace path="/index.html/ID.html"/>``."""

from __future__ import annotations

from govlint.finding import Text
from govlint.page.template import Dialect, Form, Kind

DIALECT = Dialect(
    name="publiccms",
    title=Text("PublicCMS", "PublicCMS"),
    forms=(
        Form(
            r"<(?P<close>/)?(?P<name>@_?include\w*)",
            ">",
            quoted=True,
            other=Kind.INCLUDE,
            names=("path",),
        ),
        Form(r"<(?P<name>@import)\b", ">", quoted=True, other=Kind.QUIET),
    ),
    signs=r"<@_[a-z]\w+|<@include\s+path\s*=",
    hints=("<@",),
    folders=("", "include/"),
)
