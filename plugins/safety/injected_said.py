"""How the traces of a break-in are said, and which of them are the site's own doing."""

from __future__ import annotations

from govlint.finding import Finding, Text
from govlint.lint.findings.grouping import group
from govlint.lint.rule import fail, review
from govlint.site.site import Site

from .foreign import is_harmful_host, is_own, own_hosts
from .injections import FACT, Suspect, What

_CODES = {
    "packed": Text("压缩", "a packer"),
    "codes": Text("字符编码", "character codes"),
    "base64": Text("base64", "base64"),
    "hex": Text("十六进制转义", "hexadecimal escapes"),
    "escapes": Text("转义", "escapes"),
}
_REASON = Text(
    "可能是统计或厂商的代码；请核对这个网址是否由本单位采用。",
    "It may be code of a counter or a vendor; see whether the organ chose this address.",
)
_TITLE_REASON = Text("文字可能是正常报道；请核对页面内容。", "It may be plain news; look at the page.")


def said(site: Site) -> list[Finding]:
    """Return the findings on what was put into the pages of *site*, those of many pages made one."""
    own = own_hosts(site)
    findings: list[Finding] = []
    for path, page in site.pages.items():
        suspects: tuple[Suspect, ...] = page.extra.get(FACT, ())
        findings += [
            _finding(path, suspect, sure=suspect.sure and _is_foreign(suspect, own))
            for suspect in suspects
            if not (suspect.host and is_own(suspect.host, own))
        ]
    return group(findings, site.home.path)


def _is_foreign(suspect: Suspect, own: frozenset[str]) -> bool:
    """Say whether the host is known to be another's: a site that does not tell its own host may load from itself."""
    return not suspect.host or bool(own) or is_harmful_host(suspect.host)


def _finding(path: str, suspect: Suspect, *, sure: bool) -> Finding:
    message = _message(suspect)
    key = f"{suspect.what} {suspect.host or suspect.how}"
    if sure:
        return fail(message, path, suspect.mark, key=key)
    reason = _TITLE_REASON if suspect.what is What.TITLE else _REASON
    return review(message, path, suspect.mark, key=key, reason=reason)


def _message(suspect: Suspect) -> Text:
    host = suspect.host
    match suspect.what:
        case What.TITLE:
            coded = suspect.how == "coded"
            return Text(
                f"标题或 META 里有博彩、色情广告词{'（用字符实体掩盖）' if coded else ''}，请恢复原文并查清来源。",
                f"The title or META advertises gambling or pornography{' (in character codes)' if coded else ''}; "
                "restore it and find how that came in.",
            )
        case What.EARLY | What.LATE:
            before = suspect.what is What.EARLY
            return Text(
                f"{'文档开始之前' if before else '文档结束之后'}插入了来自“{host}”的{_thing(suspect).zh}，请核对来源。",
                f"{_thing(suspect).en} from “{host}” stands {'before' if before else 'behind'} the document; "
                "see who put it there.",
            )
        case What.FRAME:
            return Text(
                f"有看不见的框架加载“{host}”，请删去并查清来源。",
                f"A frame that cannot be seen loads “{host}”; delete it and find how it came in.",
            )
        case What.CODED:
            code = _CODES[suspect.how]
            what = Text(f"加载“{host}”", f"loads from “{host}”") if host else Text("写入博彩、色情词", "advertises")
            return Text(
                f"脚本用{code.zh}掩盖内容，解开后{what.zh}，请删去并查清来源。",
                f"A script hides behind {code.en}; decoded, it {what.en}. Delete it and find how it came in.",
            )
        case What.SWITCH:
            does = Text(f"转到“{host}”", f"sends them to “{host}”") if host else Text("换掉标题", "swaps the title")
            return Text(
                f"脚本识别从搜索引擎来的访问，{does.zh}，请删去并查清来源。",
                f"A script knows visits by search engines and {does.en}; delete it and find how it came in.",
            )


def _thing(suspect: Suspect) -> Text:
    return Text("脚本", "A script") if suspect.how == "script" else Text("框架", "A frame")
