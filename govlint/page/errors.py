"""The words of pages that stand in for another one: HTTP errors, blocked visits, sites that moved or were closed."""

from __future__ import annotations

import re

from govlint.lazy_re import lazy_re
from govlint.page.words import fold

_STATUS = r"(?:40\d|41\d|50[0-5])"
_REASON = (
    r"(?:(?:(?:page|file|site|url)\s)?not\sfound|forbidden|bad\sgateway|bad\srequest|access\sdenied|unauthorized"
    r"|service\s(?:temporarily\s)?unavailable|gateway\stime-?out|internal\sserver\serror|method\snot\sallowed)"
)
_ABSENT = r"(?:不存在|未找到|找不到|已(?:被)?(?:删除|移除|下线)|已过期|丢失了?|无法(?:显示|访问|打开)|不可用)"
_FILE = r"(?:页面|网页|文件|资源|网址|链接|地址|站点)"
_THING = r"(?:页面|网页|文件|资源|网址|链接|地址|站点|信息|内容|文章|栏目)"
# A title that says nothing else; the name of the site may stand on either side.
_TITLE = lazy_re(
    rf"""(?:[^-_|—]{{0,30}}[-_|—]{{1,2}}\s*+)?
        (?: (?:http\s*+)?(?:error|status|错误(?:代码)?|状态)?[\s:：-]*+{_STATUS}
            (?:[\s.:：_|,，\d–—-]*+(?:{_REASON}|error|错误(?:页面?|提示)?|出错了?|{_THING}?{_ABSENT}|页面|页)[!！.。]?){{0,3}}
          | {_REASON} | error | just\sa\smoment\.* | web\sserver\sat.{{0,40}} | (?:runtime|server)\serror.{{0,60}}
          | (?:对不起|抱歉|很遗憾)?[,，]?(?:您|你)?(?:所|要)?(?:访问|请求|查看)?的?{_FILE}{_ABSENT}[!！.。]?
          | {_ABSENT}{_FILE} | 无法(?:找到|显示)(?:该|此)?(?:网页|页面|页)
          | 错误(?:页面?|提示) | 出错(?:了|啦)[!！.。]? | 系统(?:错误|出错|异常|繁忙)
          | 网站防火墙 | 访问(?:被拦截|被拒绝|受限|验证) | 拦截提示 | 浏览器安全检查 | (?:人机|安全)验证
        )
        (?:\s*+[-_|—]{{1,2}}[^-_|—]{{0,30}})?""",
    re.VERBOSE | re.IGNORECASE,
)
_HTTP = lazy_re(rf"{_STATUS}|{_REASON}", re.IGNORECASE)
_MESSAGES = (
    (
        "http-error",
        lazy_re(
            rf"""\b{_STATUS}\b[\s.:,-]*+(?:{_REASON}|error|错误|{_THING}?{_ABSENT})
              | the\srequested\s(?:url|resource)\b.{{0,200}}?(?:not\sfound|not\savailable|denied|could\snot)
              | \bhttp\s(?:status|error|错误)\s\d{{3}} | server\serror\sin\s' | bad\sgateway | welcome\sto\snginx
              | apache\stomcat/\d | \bnginx/\d | (?:apache|openresty)/\d\S*\s.{{0,40}}port\s\d
              | (?:运行时|应用程序中的服务器)错误""",
            re.VERBOSE | re.IGNORECASE,
        ),
    ),
    (
        "not-found",
        lazy_re(
            rf"""(?:您|你|所)(?:所|要|想)?(?:访问|请求|查看|查找|浏览|打开|输入)的.{{0,12}}?{_THING}.{{0,8}}?{_ABSENT}
              | (?:该|此|本){_THING}(?:{_ABSENT}|可能已) | ^\W*{_FILE}{_ABSENT}
              | (?:没有|未|无法|不能)找到(?:您|你|该|此|相关|要|所|请求|访问|的){{0,6}}{_FILE}""",
            re.VERBOSE,
        ),
    ),
    (
        "challenge",
        lazy_re(
            r"""请开启\s?javascript\s?并刷新 | (?:enable|turn\son)\sjavascript\sand\s(?:cookies|reload|refresh)
              | checking\syour\sbrowser | just\sa\smoment | (?:浏览器|访问|人机)(?:安全)?(?:检查|验证)(?:中|\W|$)
              | (?:访问|请求|操作)(?:已|可能)?(?:被|存在|对).{0,12}(?:拦截|拒绝|阻断|威胁)
              | 网站防火墙 | 请完成(?:安全|人机)验证""",
            re.VERBOSE | re.IGNORECASE,
        ),
    ),
    (
        "moved",
        lazy_re(
            r"""(?:网站|站点|域名|网址)(?:域名|地址|网址)?(?:(?:现|业)?已|将|即将|于)
                  .{0,24}(?:变更|更换|更改|迁移|搬迁|启用新|改版至|调整[至为])
              | (?:网站|网址|域名)(?:域名|地址)?(?:变更|迁移|更换)(?:公告|通知|提示|声明)
              | 请.{0,8}(?:访问|使用|登录)新(?:网址|域名|网站)""",
            re.VERBOSE,
        ),
    ),
    (
        "closed",
        lazy_re(
            r"""(?:网站|站点|网页|本站)(?:(?:现|业)?已|将|即将|自|于|因).{0,24}(?:关停|关闭|停用|停止|下线|注销)
              | (?:网站|站点)(?:关停|关闭|停用|下线)(?:公告|通知|提示|声明) | (?:网站|站点)(?:维护|升级)中""",
            re.VERBOSE,
        ),
    ),
    (
        "interstitial",
        lazy_re(r"即将离开|即将(?:跳转|访问)(?:至|到)?(?:外部|第三方|其他).{0,12}(?:网站|链接|网页)"),
    ),
)
_NOSCRIPT = lazy_re(r"<noscript\b[^<>]*+>(.{0,2000}?)</noscript", re.DOTALL | re.IGNORECASE)
_TAG = lazy_re(r"<[^<>]*+>")
_CHALLENGE_LIMIT = 200_000  # characters
_TITLE_LIMIT = 200  # characters
_DETAIL = 60


def error_in_title(title: str) -> str:
    """Return a code and the title where the *title* of a page says nothing but that there is an error; else ``""``."""
    said = fold(title[:_TITLE_LIMIT])
    if not said or not _TITLE.fullmatch(said):
        return ""
    return f"{'http-error' if _HTTP.search(said) else 'error-title'}: {said[:_DETAIL]}"


def error_in_text(text: str) -> str:
    """Return a code and the words found where *text*, all that a short page says, is the message of an error."""
    for code, pattern in _MESSAGES:
        found = pattern.search(text)
        if found is not None:
            return f"{code}: {found[0].strip()[:_DETAIL]}"
    return ""


def scripted_challenge(source: str) -> str:
    """Return a code where *source*, which shows nothing at all, is a script that tests the browser; else ``""``."""
    if len(source) > _CHALLENGE_LIMIT:
        return ""
    for hidden in _NOSCRIPT.finditer(source):
        if reason := error_in_text(fold(_TAG.sub(" ", hidden[1]))):
            return reason
    if "document.cookie" in source and ("location" in source or "reload" in source):
        return "challenge: a script sets a cookie and loads the page again"
    return ""
