"""Signs in a script that a list is filled after the page is loaded, so that the files cannot tell what it holds."""

from __future__ import annotations

import re

from govlint.page.javascript import Script

# (the sign, a word that is in the code wherever the pattern matches, the pattern)
_IN_CODE = (
    ("ajax", "ajax", re.compile(r"ajax(?<![\w$]ajax)\s*+\(")),
    ("getJSON", "getJSON", re.compile(r"getJSON\s*+\(")),
    ("post", "post", re.compile(r"post(?<=\.post)\s*+\(\s*+[\"\w(]")),
    ("get", "get", re.compile(r"get(?:(?<=\$\.get)|(?<=jQuery\.get)|(?<=axios\.get)|(?<=http\.get))\s*+\(")),
    ("load", "load", re.compile(r'load(?<=\)\.load)\s*+\(\s*+"')),
    ("fetch", "fetch", re.compile(r"fetch(?:(?<![\w$.]fetch)|(?<=window\.fetch))\s*+\(")),
    ("XMLHttpRequest", "XMLHttpRequest", re.compile(r"XMLHttpRequest")),
    ("XMLHttpRequest", "ActiveXObject", re.compile(r"ActiveXObject")),
    ("axios", "axios", re.compile(r"axios\b")),
    ("jsonp", "jsonp", re.compile(r"jsonp")),
    ("vue", "Vue", re.compile(r"Vue(?<=new Vue)\b|Vue(?<![\w$.]Vue)\.")),
    ("vue", "createApp", re.compile(r"createApp\s*+\(")),
    ("react", "ReactDOM", re.compile(r"ReactDOM\b")),
    ("angular", "angular", re.compile(r"angular(?<![\w$]angular)\s*+\.")),
    ("avalon", "avalon", re.compile(r"avalon(?<![\w$]avalon)\s*+\.")),
    ("layui", "layui", re.compile(r"layui(?<![\w$]layui)\s*+\.")),
    ("zTree", "zTree", re.compile(r"zTree")),
    ("loadDynamic", "loadDynamic", re.compile(r"loadDynamic")),
    ("getFileListByCodeId", "getFileListByCodeId", re.compile(r"getFileListByCodeId")),
    ("gkmlpt", "gkmlpt", re.compile(r"gkmlpt")),
)
# (the sign, a pattern for the addresses and names that the script holds)
_IN_STRINGS = (
    ("dataproxy", re.compile(r"dataproxy")),
    ("was5/web/search", re.compile(r"was5/web/search")),
    ("xxgk/search", re.compile(r"xxgk/search\.jsp|vc_xxgkarea|standardXxgk")),
    ("gkmlpt", re.compile(r"gkmlpt")),
    ("getFileListByCodeId", re.compile(r"getFileListByCodeId")),
    ("datas.json", re.compile(r"datas?_?+\d*+\.json")),
    ("json", re.compile(r"\.json(?:[?#]|$)", re.MULTILINE)),
    ("jsonp", re.compile(r"jsonp|[?&]callback=")),
    ("ajax", re.compile(r"ajax")),
    ("XMLHttpRequest", re.compile(r"Microsoft\.XMLHTTP|Msxml2\.XMLHTTP")),
)
_ADDRESS_LIMIT = 1000  # characters; a longer string is no address


def find_loaders(script: Script) -> frozenset[str]:
    """Return the names of the signs found in *script*; none is proof that a list of the page is filled by it."""
    code = script.code
    signs = {sign for sign, word, pattern in _IN_CODE if word in code and pattern.search(code)}
    addresses = "\n".join([text for text in script.strings if 3 < len(text) <= _ADDRESS_LIMIT])
    signs.update(sign for sign, pattern in _IN_STRINGS if pattern.search(addresses))
    return frozenset(signs)
