"""The JSON Schema of the configuration, assembled from the keys and from the options of every rule."""

from __future__ import annotations

from typing import Any

from govlint.config.keys import KEYS, SEVERITY, TEXTS
from govlint.lint.rule import Rule
from govlint.registry import Registry
from govlint.source.model import SourceKind

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def config_schema(registry: Registry) -> dict[str, Any]:
    """Return the schema of ``govlint.toml`` for the rules and sources of *registry*, as plain JSON values."""
    properties: dict[str, Any] = {
        name: {**key.schema, "description": f"{key.meaning.zh} / {key.meaning.en}"} for name, key in KEYS.items()
    }
    properties["rules"] = {
        "type": "object",
        "description": "按规则设置级别和选项 / severity and options by rule",
        "additionalProperties": False,
        "properties": {rule.id: _rule(rule) for rule in registry.rules.values()},
    }
    properties["sources"] = {
        "type": "object",
        "description": "按来源设置选项 / options by kind of source",
        "additionalProperties": False,
        "properties": {kind.name: _source(kind) for kind in registry.sources if kind.options},
    }
    properties["overrides"] = {
        "type": "array",
        "description": "按路径改变规则，后面的优先 / rules by path, the last one wins",
        "items": {
            "type": "object",
            "additionalProperties": False,
            "required": ["paths"],
            "properties": {
                "paths": {**TEXTS, "minItems": 1},
                "ignore": dict(TEXTS),
                "severity": {"type": "object", "additionalProperties": dict(SEVERITY)},
            },
        },
    }
    properties["suppress"] = {
        "type": "array",
        "description": "已确认、暂不整改的问题 / faults that somebody has taken on",
        "items": {
            "type": "object",
            "additionalProperties": False,
            "required": ["rule", "reason"],
            "properties": {
                "rule": {"type": "string", "minLength": 1},
                "reason": {"type": "string", "minLength": 2},
                "paths": dict(TEXTS),
                "key": {"type": "string"},
                "until": {},
            },
        },
    }
    return {
        "$schema": _DIALECT,
        "title": "govlint.toml",
        "type": "object",
        "additionalProperties": False,
        "properties": properties,
    }


def _source(kind: SourceKind) -> dict[str, Any]:
    return {"type": "object", "additionalProperties": False, "properties": dict(kind.options)}


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "type": "object",
        "description": f"{rule.name}：{rule.summary.zh}",
        "additionalProperties": False,
        "properties": {"severity": dict(SEVERITY), **rule.options},
    }
