"""Templates that scripts fill in the browser: Vue, Angular, layui, Handlebars. They make no template of a file."""

from __future__ import annotations

from govlint.finding import Text
from govlint.page.template import Dialect, Emits, Form, Kind

DIALECT = Dialect(
    name="client",
    title=Text("浏览器端模板（Vue、Angular、layui、Handlebars）", "client-side templates"),
    forms=(
        Form(
            r"\{\{(?P<close>/)?#?(?P<name>each|if|unless|with)?",
            "}}",
            kinds=((Kind.LOOP, "each"), (Kind.CONDITION, "if unless with")),
            emits=Emits.ANY,
        ),
        Form(
            r"(?<=[\s\"'])(?P<name>v-for|v-html|v-text|v-if|ng-repeat|ng-bind(?:-html)?|\*ngFor|x-for|ms-for)(?=\s*=)",
            emits=Emits.ANY,
            visible=True,
        ),
    ),
    signs=r"\{\{[^{}\n]{1,200}\}\}|\s(?:v-for|v-if|ng-repeat|\*ngFor|x-for)\s*=",
    hints=("{{", "v-for", "v-if", "ng-repeat", "*ngfor", "x-for"),
    helper=True,
    binds=r":|v-bind:|ng-",
    fills="v-text v-html ng-bind ng-bind-html",
)
