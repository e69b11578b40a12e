"""From options and configuration to what a run needs: the command line first, then the file, then defaults."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import urlsplit

from govlint.cli.errors import UsageProblem
from govlint.config.load import Config, ConfigError, check, find_config, load_config
from govlint.finding import Text
from govlint.lint.settings import PAGE_SECONDS, Override, Settings, Suppress
from govlint.registry import Registry, load_registry

if TYPE_CHECKING:
    from govlint.lint.template.channels import Channel


class Setup(NamedTuple):
    """What the user asked for: the configuration file's values, the settings made of both, and the plugins loaded."""

    config: Config
    settings: Settings
    registry: Registry


def prepare(chosen: Mapping[str, Any]) -> Setup:
    """Make settings of the shared options *chosen* and of the configuration. Raises UsageProblem for what is wrong."""
    try:
        config = _config(chosen["config"], chosen["no_config"])
        settings = _settings(chosen, config)
        registry = load_registry(settings.plugins, settings.disabled)
        _check_dialects(settings, registry)
        if config.path is not None:
            check(config.values, config.path, registry)
    except ConfigError as error:
        raise UsageProblem(error.text) from error
    return Setup(config, settings, registry)


def _config(named: str | None, none_wanted: bool) -> Config:
    if none_wanted:
        return Config()
    path = Path(named) if named else find_config(Path())
    return load_config(path) if path else Config()


def _settings(chosen: Mapping[str, Any], config: Config) -> Settings:
    rules: Mapping[str, Mapping[str, Any]] = _tables(config.get("rules", {}))
    return Settings(
        select=_words(chosen["select"]) or tuple(config.get("select", ())),
        ignore=_words(chosen["ignore"]) or tuple(config.get("ignore", ())),
        standards=_words(chosen["standards"]) or tuple(config.paths("standards")),
        site_kind=chosen["site_kind"] or config.get("site-kind", ""),
        as_of=_day(chosen["as_of"], config),
        hosts=_hosts(chosen) or tuple(str(host).lower() for host in config.get("hosts", ())),
        home=chosen["home"] or config.get("home", ""),
        encoding=_encoding(chosen["encoding"] or config.get("encoding")),
        partial=chosen["partial"] or bool(config.get("partial", False)),
        page_seconds=_first(chosen["page_seconds"], config.get("page-seconds"), PAGE_SECONDS),
        dialects=_words(chosen["dialects"]) or tuple(config.get("dialect", ())),
        channels=_channels(config),
        delimiters=_pairs(config.get("template-delimiters", ())),
        plugins=tuple(chosen["plugins"]) or tuple(config.get("plugins", ())),
        disabled=frozenset(chosen["disabled"] or config.get("no-plugins", ())),
        exclude=tuple(config.get("exclude", ())),
        severities=tuple((name, str(rules[name]["severity"])) for name in sorted(rules) if "severity" in rules[name]),
        options=tuple(
            (name, json.dumps(options, sort_keys=True, default=str))
            for name, table in sorted(rules.items())
            if (options := {key: value for key, value in table.items() if key != "severity"})
        ),
        sources=tuple(
            (name, json.dumps(table, sort_keys=True, default=str))
            for name, table in sorted(_tables(config.get("sources", {})).items())
        ),
        suppressions=tuple(_suppress(table) for table in config.get("suppress", ()) if isinstance(table, Mapping)),
        given_by=tuple(
            (name, "configuration") for name in ("as-of", "site-kind") if _is_configured(name, chosen, config)
        ),
        overrides=tuple(_override(table) for table in config.get("overrides", ()) if isinstance(table, Mapping)),
    )


def _is_configured(name: str, chosen: Mapping[str, Any], config: Config) -> bool:
    """Whether the configuration gives what no option does."""
    return chosen[name.replace("-", "_")] is None and config.get(name) is not None


def _channels(config: Config) -> tuple[Channel, ...]:
    """Return the channel dictionary that the configuration names. Raises UsageProblem for one that cannot be used."""
    named = config.get("channels")
    if not named:
        return ()
    from govlint.lint.template.channels import ChannelsError, load_channels

    try:
        return load_channels((config.path.parent if config.path else Path()) / str(named))
    except ChannelsError as error:
        zh, _, en = str(error).partition(" / ")
        raise UsageProblem(Text(zh, en)) from error


def _check_dialects(settings: Settings, registry: Registry) -> None:
    """Raise UsageProblem for a dialect that no plugin knows."""
    if not settings.dialects:
        return
    known = ["none", *(dialect.name for dialect in registry.dialects)]
    for name in settings.dialects:
        if name not in known:
            names = ", ".join(known)
            message = Text(f"不认识的方言“{name}”，可用：{names}", f"unknown dialect “{name}”; known: {names}")
            raise UsageProblem(message)


def _pairs(value: object) -> tuple[tuple[str, str], ...]:
    """Return the pairs in *value*; what is none is left to the schema to complain about."""
    found = value if isinstance(value, list | tuple) else ()
    return tuple((str(each[0]), str(each[1])) for each in found if isinstance(each, list) and len(each) == 2)


def _tables(value: object) -> dict[str, Mapping[str, Any]]:
    """Return the tables in *value*; what is none is left to the schema to complain about."""
    found = value if isinstance(value, Mapping) else {}
    return {str(name): table for name, table in found.items() if isinstance(table, Mapping)}


def _override(table: Mapping[str, Any]) -> Override:
    severities = table.get("severity", {})
    pairs = sorted(severities.items()) if isinstance(severities, Mapping) else ()
    return Override(tuple(table.get("paths", ())), tuple(table.get("ignore", ())), tuple(pairs))


def _first(*values: float | None) -> float:
    """Return the first of *values* that is told, the last being the default."""
    return next(float(value) for value in values if value is not None)


def _suppress(table: Mapping[str, Any]) -> Suppress:
    until = table.get("until")
    try:
        day = date.fromisoformat(str(until)) if until is not None else None
    except ValueError as error:
        raise ConfigError(Text(f"suppress 的 until 不是日期：“{until}”", f"until is no date: “{until}”")) from error
    reason, key = str(table.get("reason", "")), str(table.get("key", ""))
    return Suppress(str(table.get("rule", "")), reason, tuple(table.get("paths", ())), key, day)


def _day(told: datetime | None, config: Config) -> date | None:
    if told is not None:
        return told.date()
    written = config.get("as-of")
    if written is None:
        return None
    try:
        return date.fromisoformat(str(written))
    except ValueError as error:
        raise ConfigError(Text(f"配置的 as-of 不是日期：“{written}”", f"as-of is no date: “{written}”")) from error


def _words(values: tuple[str, ...]) -> tuple[str, ...]:
    """Split repeated and comma-separated values."""
    return tuple(word.strip() for value in values for word in value.split(",") if word.strip())


def _hosts(chosen: Mapping[str, Any]) -> tuple[str, ...]:
    named = [*_base_address(chosen["base_url"]), *(host.lower() for host in _words(chosen["hosts"]))]
    return tuple(dict.fromkeys(named))


def _base_address(url: str | None) -> list[str]:
    """Return the host of *url* with the path the site has there: ``x.gov.cn/fgw/``."""
    if not url:
        return []
    try:
        parts = urlsplit(url if "//" in url else f"//{url}")
        host = parts.netloc.rpartition("@")[2].lower() if parts.hostname else ""
    except ValueError:
        host = ""
    if not host:
        raise UsageProblem(Text(f"--base-url 不是网址：“{url}”", f"--base-url is no address: “{url}”"))
    return [host + parts.path]


def _encoding(label: str | None) -> str | None:
    if label is not None:
        from govlint.page.labels import known_label

        if known_label(label) is None:
            raise UsageProblem(Text(f"不认识的编码“{label}”", f"unknown encoding “{label}”"))
    return label
