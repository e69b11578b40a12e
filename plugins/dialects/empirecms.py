"""EmpireCMS (帝国): ``[!--temp.header--]``, ``[e:loop={…}]``; its templates live in a database."""

from __future__ import annotations

from govlint.finding import Text
from govlint.page.template import Dialect, Form, Kind

DIALECT = Dialect(
    name="empirecms",
    title=Text("帝国 EmpireCMS", "EmpireCMS"),
    forms=(
        Form(r"\[!--temp\.(?=[\w-]{1,60}--\])", "--]", other=Kind.INCLUDE),
        Form(r"\[!--(?P<name>[\w.]{1,60})--\]"),
        Form(r"\[(?P<name>e:loop)=\{", "}]", other=Kind.LOOP),
        Form(r"\[(?P<close>/)(?P<name>e:loop)\]"),
        Form(
            r"\[(?P<close>/)?(?P<name>phomenews|ecmsinfo|phomeads|ecmsmultipage)\]",
            kinds=((Kind.LOOP, "phomenews ecmsinfo"),),
        ),
        Form(r"<\?(?:php)?=", "?>"),
        Form(r"<\?(?!xml)", "?>", other=Kind.CODE, to_end=True),
    ),
    signs=r"\[!--[\w.]{1,60}--\]|\[e:loop=\{",
    hints=("[!--", "[e:loop"),
    endings=("", ".html", ".htm", ".txt", ".temp"),
)
