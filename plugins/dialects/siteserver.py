"""SiteServer CMS and SSCMS: STL elements ``<stl:contents …>`` and entities ``{Content.Title}``."""

from __future__ import annotations

from govlint.finding import Text
from govlint.page.template import Dialect, Emits, Form, Kind

DIALECT = Dialect(
    name="siteserver",
    title=Text("SiteServer / SSCMS STL", "SiteServer / SSCMS STL"),
    forms=(
        Form(
            r"<(?P<close>/)?stl:(?P<name>\w+)",
            ">",
            quoted=True,
            kinds=(
                (
                    Kind.LOOP,
                    "channels contents pagechannels pagecontents sqlcontents pagesqlcontents each tree navigation"
                    " inputcontents pageinputcontents comments photos slides sites",
                ),
                (Kind.CONDITION, "if yes no dynamic successtemplate failuretemplate loading"),
                (Kind.BLOCK, "itemtemplate container pageitems queryString"),
                (Kind.INCLUDE, "include"),
            ),
            emits=Emits.ANY,
            names=("file",),
            columns=("channelindex", "channelname"),
            prose=True,
        ),
        Form(
            r"\{(?P<close>/)?stl:(?P<name>\w+)",
            "}",
            quoted=True,
            kinds=((Kind.INCLUDE, "include"),),
            names=("file",),
        ),
        Form(
            r"(?<![$#{])\{(?P<name>(?:stl|content|channel|site|navigation|request|user|photo|comment|sql)\.[^{}\n<>]{1,120})\}"
        ),
    ),
    signs=r"</?stl:\w|\{stl:\w|(?<![$#{])\{(?:stl|content|channel)\.[a-z]\w{1,60}\}",
    hints=("<stl:", "{stl", "{content.", "{channel."),
    folders=("", "include/"),
)
