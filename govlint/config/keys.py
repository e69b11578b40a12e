"""The keys of the configuration: one table for the schema, the loader, ``govlint init`` and the documentation."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from govlint.finding import Text
from govlint.standard.kinds import SITE_KINDS

_TEXTS = {"type": "array", "items": {"type": "string", "minLength": 1}, "uniqueItems": True}
_SEVERITY = {"enum": ["error", "warning", "note", "off"]}


class Key(NamedTuple):
    """A key: its JSON Schema, what it means, and how ``govlint init`` shows it (a TOML value)."""

    schema: Mapping[str, Any]
    meaning: Text
    sample: str


KEYS: Mapping[str, Key] = {
    "standards": Key(
        _TEXTS,
        Text("采用的标准：编号，或相对本文件的 .json 文件", "standards: ids, or .json files relative to this file"),
        '["national-2019"]',
    ),
    "site-kind": Key({"enum": list(SITE_KINDS)}, Text("网站类别，缺省时猜测", "kind of site; guessed"), '"department"'),
    "as-of": Key(
        {"type": "string", "format": "date", "pattern": r"^\d{4}-\d{2}-\d{2}$"},
        Text("以哪一天为准判断更新", "the day the site is judged on"),
        '"2026-01-31"',
    ),
    "hosts": Key(_TEXTS, Text("网站自己的域名", "the site's own hosts"), '["www.example.gov.cn"]'),
    "home": Key(
        {"type": "string"}, Text("首页文件，相对网站目录", "the home page, relative to the site"), '"index.html"'
    ),
    "encoding": Key({"type": "string"}, Text("强制采用的编码", "the encoding to force"), '"gb18030"'),
    "partial": Key({"type": "boolean"}, Text("导出不完整，不判断缺失", "the export is partial"), "false"),
    "page-seconds": Key(
        {"type": "number", "minimum": 0},
        Text("每页最多用多少 CPU 秒，0 为不限", "CPU seconds a page may take, 0 for no end"),
        "20",
    ),
    "dialect": Key(
        _TEXTS,
        Text("模板方言，缺省时识别；none 为不是模板", "template dialects, recognised; none: no templates"),
        '["trs"]',
    ),
    "template-delimiters": Key(
        {
            "type": "array",
            "items": {"type": "array", "items": {"type": "string", "minLength": 2}, "minItems": 2, "maxItems": 2},
        },
        Text("其他模板引擎的标签起止符", "what begins and ends the tags of any other template engine"),
        '[["<<", ">>"]]',
    ),
    "channels": Key(
        {"type": "string", "minLength": 1},
        Text("栏目字典（.csv 或 .json），相对本文件", "the channel dictionary, relative to this file"),
        '"channels.csv"',
    ),
    "templates": Key(
        {"type": "string", "minLength": 1},
        Text(
            "生成页面的模板目录，相对本文件：问题指到模板的行",
            "the templates that the pages are made from, relative to this file: faults point at their lines",
        ),
        '"templates/"',
    ),
    "exclude": Key(
        _TEXTS, Text("不检查的文件（.gitignore 写法）", "files left out (as .gitignore writes them)"), '["bak/"]'
    ),
    "select": Key(_TEXTS, Text("只运行这些规则", "run only these rules"), '["GOV1", "GOV2"]'),
    "ignore": Key(_TEXTS, Text("不运行这些规则", "leave these rules out"), '["GOV9005"]'),
    "plugins": Key(_TEXTS, Text("另外加载的插件模块", "modules of further plugins"), '["acme_govlint"]'),
    "no-plugins": Key(_TEXTS, Text("不加载的插件", "plugins not to load"), '["markup"]'),
    "fail-on": Key(
        {"enum": ["error", "warning", "note", "never"]},
        Text("达到此级别的问题使退出码为 1", "the least severity that makes the exit code 1"),
        '"warning"',
    ),
    "strict": Key(
        {"type": "boolean"}, Text("有文件未读时退出码为 5", "exit with 5 where something was unread"), "true"
    ),
    "baseline": Key({"type": "string"}, Text("基线文件", "a baseline file"), '"govlint-baseline.json"'),
    "sarif-profile": Key(
        {"enum": ["full", "github"]},
        Text("SARIF 的内容：全部，或只有问题", "what SARIF holds: all, or faults alone"),
        '"github"',
    ),
    "lang": Key({"enum": ["zh", "en"]}, Text("报告的语言", "the language of the report"), '"zh"'),
}
"""The plain keys; ``rules``, ``sources`` and ``overrides`` are tables, see :mod:`govlint.config.schema`."""

SEVERITY: Mapping[str, Any] = _SEVERITY
TEXTS: Mapping[str, Any] = _TEXTS
