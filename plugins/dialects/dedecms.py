"""DedeCMS (织梦): ``{dede:arclist …}``, ``[field:title/]``; and the systems that write ``{prefix:tag …}`` like it."""

from __future__ import annotations

from govlint.finding import Text
from govlint.page.template import Dialect, Emits, Form, Kind

_KINDS = (
    (
        Kind.LOOP,
        "arclist channel channelartlist list loop sql flink autochannel feedback imglist coolart hotwords likearticle"
        " nav navlist category categorylist lists content artlist links slide",
    ),
    (Kind.CONDITION, "if noblank"),
    (Kind.MIDDLE, "else"),
    (Kind.BLOCK, "type"),
    (Kind.INCLUDE, "include template"),
    (Kind.CODE, "php runphp"),
)
_NAMES = ("filename", "file")


def _tags(prefixes: str) -> Form:
    return Form(
        rf"\{{(?P<close>/)?(?:{prefixes}):(?P<name>[\w.]+)",
        "}",
        quoted=True,
        nested=True,
        kinds=_KINDS,
        emits=Emits.ANY,
        names=_NAMES,
        columns=("typeid", "scode"),
    )


DIALECTS = (
    Dialect(
        name="dedecms",
        title=Text("织梦 DedeCMS", "DedeCMS"),
        forms=(_tags("dede"), Form(r"\[field:(?P<name>[\w.]+)", "]", quoted=True)),
        signs=r"\{/?dede:\w|\[field:\w",
        hints=("{dede:", "{/dede:", "[field:"),
        folders=("", "include/", "templets/default/", "default/"),
        endings=("", ".htm", ".html"),
    ),
    Dialect(
        name="prefixed",
        title=Text("{前缀:标签} 类（易优、PbootCMS 等）", "{prefix:tag} family (EyouCMS, PbootCMS …)"),
        forms=(
            _tags("eyou|zzz|qing|hcTaglib|pboot|gboot|yzm|cms|zz|ey"),
            Form(r"\[(?P<name>(?:list|nav|content|sort|num|link|slide|field):[\w.]+)", "]", quoted=True),
            Form(r"\{\$(?P<name>[a-z_][\w.]{0,60})", "}", nested=True),
        ),
        signs=r"\{/?(?:eyou|zzz|qing|hcTaglib|pboot|gboot|yzm|cms|zz|ey):[a-z]\w*[\s}/]",
        hints=("{eyou:", "{zzz:", "{qing:", "{hctaglib:", "{pboot:", "{gboot:", "{yzm:", "{cms:", "{zz:", "{ey:"),
        folders=("", "include/"),
    ),
)
