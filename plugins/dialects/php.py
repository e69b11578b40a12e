"""PHP pages: ``<?php … ?>`` among markup (WordPress themes and hand-made templates)."""

from __future__ import annotations

from govlint.finding import Text
from govlint.page.template import Dialect, Form, Kind

DIALECT = Dialect(
    name="php",
    title=Text("PHP", "PHP"),
    forms=(
        Form(
            r"<\?(?:php)?\s+(?:@?(?:include|require)(?:_once)?)\b(?=[^?<>;]{0,200};?\s*\?>)", "?>", other=Kind.INCLUDE
        ),
        Form(r"<\?=", "?>"),
        Form(r"<\?(?!xml)", "?>", other=Kind.CODE, to_end=True),
    ),
    signs=r"<\?(?:php\b|=)",
    hints=("<?php", "<?="),
    suffixes=(".phtml",),
    endings=("", ".php"),
)
