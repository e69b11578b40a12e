"""The words that several reports share, in both languages."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from govlint.finding import Severity, Text
from govlint.lazy_re import lazy_re
from govlint.report.model import NotificationKind, RuleInfo

NOTIFICATIONS: Mapping[NotificationKind, Text] = MappingProxyType(
    {
        NotificationKind.UNREAD: Text("有文件未能读取。", "A file could not be read."),
        NotificationKind.PLUGIN_FAILED: Text("插件未能加载。", "A plugin could not be loaded."),
        NotificationKind.RULE_FAILED: Text("规则执行出错。", "A rule broke down."),
        NotificationKind.NOTHING_TO_LINT: Text("没有可检查的页面。", "There is nothing to lint."),
        NotificationKind.CONFIG: Text("配置需要留意。", "The configuration needs attention."),
        NotificationKind.CUT: Text("结果过多，未全部写入。", "There are too many results to write all."),
    }
)
"""What each kind of notification says in general; their order is that of SARIF's notification descriptors."""

SEVERITIES: Mapping[Severity, Text] = MappingProxyType(
    {
        Severity.ERROR: Text("错误", "error"),
        Severity.WARNING: Text("警告", "warning"),
        Severity.NOTE: Text("提示", "note"),
    }
)

SITE_KINDS: Mapping[str, Text] = MappingProxyType(
    {
        "portal": Text("政府门户网站", "government portal"),
        "department": Text("部门网站", "department site"),
        "county-department": Text("县级部门网站", "county department site"),
    }
)

CLOCKS: Mapping[str, Text] = MappingProxyType(
    {
        "told": Text("由 --as-of 指定", "told by --as-of"),
        "configuration": Text("由配置的 as-of 指定", "told by as-of in the configuration"),
        "archive": Text("取自归档的抓取日期", "the day the archive was captured"),
        "mirror": Text("取自镜像注释中的抓取日期", "the day the mirror was made, by its comment"),
        "today": Text("当天", "today"),
    }
)
"""Where the day a site is judged on comes from."""

CONFIDENCES: Mapping[str, Text] = MappingProxyType(
    {
        "verified": Text("已核实", "verified"),
        "single": Text("只见于一个来源", "one source"),
        "observed": Text("据实际页面", "observed"),
        "unverified": Text("未核实", "unverified"),
    }
)
"""How sure a figure of a standard is."""

_KIND_TOLD: Mapping[str, Text] = MappingProxyType(
    {
        "told": Text("由 --site-kind 指定", "told by --site-kind"),
        "configuration": Text("由配置的 site-kind 指定", "told by site-kind in the configuration"),
        "list": Text("由清单指定", "told by the list"),
        "default": Text("没有线索，按部门网站判断", "nothing tells otherwise"),
    }
)
_KIND_REASON = lazy_re(
    r"(?P<by>name|domain|code): (?P<value>.*?)(?P<township> \(township\))?(?:, code: (?P<code>\w+))?", re.DOTALL
)
_SIGNS: Mapping[str, str] = MappingProxyType({"name": "名称“{}”", "domain": "域名 {}", "code": "网站标识码 {}"})

WHY = Text("为什么", "Why")
REMEDY = Text("怎么改", "What to do")


def kind_reason(reason: str) -> Text:
    """Return in words what told the kind of site: *reason* is that of a KindGuess (``name: …, code: …``)."""
    if reason in _KIND_TOLD:
        return _KIND_TOLD[reason]
    found = _KIND_REASON.fullmatch(reason)
    if found is None:
        return Text(reason, reason)
    signs = [_SIGNS[found["by"]].format(found["value"]) + ("（乡镇）" if found["township"] else "")]
    signs += [_SIGNS["code"].format(found["code"])] if found["code"] else []
    return Text("据" + "、".join(signs), reason)


def rule_markdown(rule: RuleInfo, language: str) -> str:
    """Return the page of a rule that brings none of its own, as Markdown put together of its texts."""
    parts = [f"# {rule.id} {rule.name}", rule.summary.in_language(language)]
    for heading, text in ((WHY, rule.why), (REMEDY, rule.remedy)):
        if text.in_language(language):
            parts.append(f"## {heading.in_language(language)}\n\n{text.in_language(language)}")
    return "\n\n".join(parts) + "\n"
