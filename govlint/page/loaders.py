"""Signs in a script that a list is filled after the page is loaded, so that the files cannot tell what it holds."""

from __future__ import annotations

import re

from govlint.lazy_re import lazy_re
from govlint.page.javascript import Script

# (the sign, a word that is in the code wherever the pattern matches, the pattern)
_IN_CODE = (
    ("ajax", "ajax", lazy_re(r"ajax(?<![\w$]ajax)\s*+\(")),
    ("getJSON", "getJSON", lazy_re(r"getJSON\s*+\(")),
    ("post", "post", lazy_re(r"post(?<=\.post)\s*+\(\s*+[\"\w(]")),
    ("get", "get", lazy_re(r"get(?:(?<=\$\.get)|(?<=jQuery\.get)|(?<=axios\.get)|(?<=http\.get))\s*+\(")),
    ("load", "load", lazy_re(r'load(?<=\)\.load)\s*+\(\s*+"')),
    ("fetch", "fetch", lazy_re(r"fetch(?:(?<![\w$.]fetch)|(?<=window\.fetch))\s*+\(")),
    ("XMLHttpRequest", "XMLHttpRequest", lazy_re(r"XMLHttpRequest")),
    ("XMLHttpRequest", "ActiveXObject", lazy_re(r"ActiveXObject")),
    ("axios", "axios", lazy_re(r"axios\b")),
    ("jsonp", "jsonp", lazy_re(r"jsonp")),
    ("vue", "Vue", lazy_re(r"Vue(?<=new Vue)\b|Vue(?<![\w$.]Vue)\.")),
    ("vue", "createApp", lazy_re(r"createApp\s*+\(")),
    ("react", "ReactDOM", lazy_re(r"ReactDOM\b")),
    ("angular", "angular", lazy_re(r"angular(?<![\w$]angular)\s*+\.")),
    ("avalon", "avalon", lazy_re(r"avalon(?<![\w$]avalon)\s*+\.")),
    ("layui", "layui", lazy_re(r"layui(?<![\w$]layui)\s*+\.")),
    ("zTree", "zTree", lazy_re(r"zTree")),
    ("loadDynamic", "loadDynamic", lazy_re(r"loadDynamic")),
    ("getFileListByCodeId", "getFileListByCodeId", lazy_re(r"getFileListByCodeId")),
    ("gkmlpt", "gkmlpt", lazy_re(r"gkmlpt")),
)
# (the sign, a pattern for the addresses and names that the script holds)
_IN_STRINGS = (
    ("dataproxy", lazy_re(r"dataproxy")),
    ("was5/web/search", lazy_re(r"was5/web/search")),
    ("xxgk/search", lazy_re(r"xxgk/search\.jsp|vc_xxgkarea|standardXxgk")),
    ("gkmlpt", lazy_re(r"gkmlpt")),
    ("getFileListByCodeId", lazy_re(r"getFileListByCodeId")),
    ("datas.json", lazy_re(r"datas?_?+\d*+\.json")),
    ("json", lazy_re(r"\.json(?:[?#]|$)", re.MULTILINE)),
    ("jsonp", lazy_re(r"jsonp|[?&]callback=")),
    ("ajax", lazy_re(r"ajax")),
    ("XMLHttpRequest", lazy_re(r"Microsoft\.XMLHTTP|Msxml2\.XMLHTTP")),
)
_ADDRESS_LIMIT = 1000  # characters; a longer string is no address


def find_loaders(script: Script) -> frozenset[str]:
    """Return the names of the signs found in *script*; none is proof that a list of the page is filled by it."""
    code = script.code
    signs = {sign for sign, word, pattern in _IN_CODE if word in code and pattern.search(code)}
    addresses = "\n".join([text for text in script.strings if 3 < len(text) <= _ADDRESS_LIMIT])
    signs.update(sign for sign, pattern in _IN_STRINGS if pattern.search(addresses))
    return frozenset(signs)
