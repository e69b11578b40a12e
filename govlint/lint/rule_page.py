"""A rule as a page of Markdown: what ``govlint explain`` prints, the docs hold, and SARIF's help shows."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from govlint.finding import Text, Verdict
from govlint.lint.rule import Example, Needs, Rule, Scope

_SCOPES = {
    Scope.PAGE: Text("单个页面", "a page"),
    Scope.SITE: Text("整个网站", "the whole site"),
    Scope.RUN: Text("检查过程本身", "the run itself"),
}
_NEEDS = {
    Needs.LITERAL: Text("照写出的内容判断", "by what is written"),
    Needs.ATTRIBUTE: Text("标签可能补上的属性不算缺少", "lacking where no tag may add the attribute"),
    Needs.HEAD: Text("没有标签能填入 <head> 的才算缺少", "missing where no tag can bring it into the <head>"),
    Needs.TOP: Text("没有标签能填入页面头部的才算缺少", "missing where no tag can bring it into the top of the page"),
    Needs.FOOTER: Text("没有标签能填入页脚的才算缺少", "missing where no tag can bring it into the footer"),
    Needs.SEARCH: Text("首页没有标签能带来检索的才算缺少", "missing where no tag of the home page can bring a search"),
    Needs.HOME_LINK: Text("首页没有标签能带来链接的才算缺少", "missing where no tag of the home page can bring a link"),
    Needs.MENU: Text("没有标签能带来链接的才算缺少", "missing where no tag can bring a link"),
    Needs.PUBLISHED: Text("发布后判断", "once published"),
}
_SEVERITIES = {
    "error": "错误",
    "warning": "警告",
    "note": "提示",
}


_NAME = Text("名称", "name")
_SEVERITY = Text("级别", "severity")
_CONFIDENCE = Text("把握", "confidence")
_LOOKS_AT = Text("检查对象", "looks at")
_IN_TEMPLATES = Text("在模板里", "in templates")
_BASIS = Text("依据", "basis")
_FORMERLY = Text("曾用编号", "formerly")
_WHY = Text("为什么", "Why")
_HOW = Text("怎么改", "How to mend")
_OPTIONS = Text("选项", "Options")


@lru_cache(maxsize=1024)  # a batch asks for every page once a site
def rule_page(rule: Rule, language: str = "") -> str:
    """Return the page of *rule* as Markdown in *language* (``"zh"`` or ``"en"``), by default Chinese and English."""
    page = _Page(language)
    facts = [
        (_NAME, f"`{rule.slug}`"),
        (_SEVERITY, page.words(Text(_SEVERITIES[rule.severity.value], f"`{rule.severity.value}`"))),
        (_CONFIDENCE, f"`{rule.confidence.value}`"),
        (_LOOKS_AT, page.words(_SCOPES[rule.scope])),
        (_IN_TEMPLATES, page.words(_NEEDS[rule.needs]) if rule.scope is not Scope.RUN else ""),
        (_BASIS, "、".join(f"`{basis}`" for basis in rule.basis)),
        (_FORMERLY, "、".join(f"`{old}`" for old in rule.replaces)),
    ]
    lines = [f"# {rule.id} {rule.name}", "", *page.paragraphs(rule.summary)]
    lines += [f"- {page.words(name)}: {value}" for name, value in facts if value]
    for title, text in ((_WHY, rule.why), (_HOW, rule.remedy)):
        lines += ["", f"## {page.words(title)}", "", *page.paragraphs(text)[:-1]]
    lines += ["", *page.options(rule.options)]
    for example in rule.examples:
        lines += page.example(example)
    return "\n".join(lines).rstrip() + "\n"


class _Page(NamedTuple):
    """How a page speaks: in one language, or (``""``) in both."""

    language: str

    def words(self, text: Text) -> str:
        """Return a few words for a heading or a list."""
        return text.in_language(self.language) if self.language else f"{text.zh} / {text.en}"

    def paragraphs(self, text: Text) -> list[str]:
        """Return a text as paragraphs, an empty line behind each."""
        return [text.in_language(self.language), ""] if self.language else [text.zh, "", f"*{text.en}*", ""]

    def options(self, options: Mapping[str, Any]) -> Iterator[str]:
        """Yield what can be set under ``[rules.ID]`` in the configuration."""
        if not options:
            return
        yield from (f"## {self.words(_OPTIONS)}", "")
        for name, schema in options.items():
            default = json.dumps(schema.get("default"), ensure_ascii=False)
            zh, _, en = str(schema.get("description", "")).partition(" / ")
            yield f"- `{name}` = `{default}`: {self.words(Text(zh, en or zh))}"
        yield ""

    def example(self, example: Example) -> Iterator[str]:
        """Yield an example: its files, and what is found in them."""
        faults = [expected for expected in example.expected if expected.verdict is Verdict.FAIL]
        mark = "✗" if faults else "?" if example.expected else "✓"
        yield from (f"### {mark} {self.words(example.title)}", "")
        yield from _files(example)


def _files(example: Example) -> Iterator[str]:
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
