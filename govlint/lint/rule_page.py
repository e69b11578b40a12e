"""A rule as a page of Markdown: what ``govlint explain`` prints, the docs hold, and SARIF's help shows."""

from __future__ import annotations

from collections.abc import Iterator

from govlint.finding import Text, Verdict
from govlint.lint.rule import Example, Rule, Scope

_SCOPES = {
    Scope.PAGE: Text("单个页面", "a page"),
    Scope.SITE: Text("整个网站", "the whole site"),
    Scope.RUN: Text("检查过程本身", "the run itself"),
}
_SEVERITIES = {
    "error": Text("错误", "error"),
    "warning": Text("警告", "warning"),
    "note": Text("提示", "note"),
}


def rule_page(rule: Rule) -> str:
    """Return the page of *rule* as Markdown, Chinese first with English beside it."""
    severity = _SEVERITIES[rule.severity.value]
    scope = _SCOPES[rule.scope]
    lines = [
        f"# {rule.id} {rule.name}",
        "",
        f"{rule.summary.zh}",
        "",
        f"*{rule.summary.en}*",
        "",
        f"- 名称 / name: `{rule.slug}`",
        f"- 级别 / severity: {severity.zh} `{severity.en}`",
        f"- 把握 / confidence: `{rule.confidence.value}`",
        f"- 检查对象 / looks at: {scope.zh} / {scope.en}",
    ]
    if rule.basis:
        lines.append("- 依据 / basis: " + "、".join(f"`{basis}`" for basis in rule.basis))
    if rule.replaces:
        lines.append("- 曾用编号 / formerly: " + "、".join(f"`{old}`" for old in rule.replaces))
    lines += ["", *_section("为什么 / Why", rule.why), *_section("怎么改 / How to mend", rule.remedy)]
    for example in rule.examples:
        lines += _example(example)
    return "\n".join(lines).rstrip() + "\n"


def _section(title: str, text: Text) -> list[str]:
    return [f"## {title}", "", text.zh, "", f"*{text.en}*", ""]


def _example(example: Example) -> Iterator[str]:
    faults = [expected for expected in example.expected if expected.verdict is Verdict.FAIL]
    mark = "✗" if faults else "?" if example.expected else "✓"
    yield from (f"### {mark} {example.title.zh} / {example.title.en}", "")
    for path, content in example.files.items():
        text = content.decode("utf-8", "replace") if isinstance(content, bytes) else content
        yield from (f"`{path}`", "", *_fenced(text), "")
    for expected in example.expected:
        place = f"{expected.path}:{expected.line}:{expected.column}" if expected.line else expected.path
        yield from (f"→ `{place}` {expected.verdict.value}" + (f" “{expected.words}”" if expected.words else ""), "")


def _fenced(text: str) -> list[str]:
    fence = "```"
    while fence in text:
        fence += "`"
    return [f"{fence}html", *text.rstrip("\n").split("\n"), fence]
