"""Finding, reading and checking the configuration; every value knows the file it comes from."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from govlint.finding import Text
from govlint.registry import Registry

OWN_NAME = "govlint.toml"
SHARED_NAME = "pyproject.toml"


class ConfigError(ValueError):
    """A configuration that cannot be used; *text* says where and why, in one line."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text


class Config(NamedTuple):
    """What the configuration says: *values* by key as TOML gives them, and the *path* of the file (None: no file)."""

    values: Mapping[str, Any] = {}
    path: Path | None = None

    def get(self, key: str, default: Any = None) -> Any:
        """Return the value of *key*, *default* where the file does not give one."""
        return self.values.get(key, default)

    def file(self, key: str) -> str | None:
        """Return the file that *key* names, relative to the working folder instead of the configuration's."""
        folder = self.path.parent if self.path else Path()
        return str(folder / self.values[key]) if self.values.get(key) else None

    def paths(self, key: str) -> list[str]:
        """Return the texts of *key*, with ``.json`` files made relative to the working folder instead of the file."""
        folder = self.path.parent if self.path else Path()
        return [str(folder / word) if word.endswith(".json") else word for word in self.get(key, ())]


def find_config(start: Path) -> Path | None:
    """Return the nearest configuration file from *start* upwards.

    ``govlint.toml`` comes before ``pyproject.toml``, which counts only with a table ``[tool.govlint]``. The search
    ends at the root of a repository (a folder with ``.git``) or of the file system.
    """
    folder = start.resolve()
    for place in (folder, *folder.parents):
        if (own := place / OWN_NAME).is_file():
            return own
        if (shared := place / SHARED_NAME).is_file() and _table(shared) is not None:
            return shared
        if (place / ".git").exists():
            break
    return None


def load_config(path: Path, registry: Registry | None = None) -> Config:
    """Read the configuration file *path*; with a *registry* its rules are checked too.

    Raises ConfigError for a file that cannot be read, is no TOML, or says what the schema does not know.
    """
    values = _table(path, strict=True)
    if values is None:
        raise ConfigError(Text(f"“{path}”里没有 [tool.govlint]", f"“{path}” has no [tool.govlint]"))
    if registry is not None:
        check(values, path, registry)
    return Config(values, path)


def check(values: Mapping[str, Any], path: Path, registry: Registry) -> None:
    """Check *values* of the file *path* against the schema. Raises ConfigError for the first thing that is wrong."""
    from jsonschema import Draft202012Validator
    from jsonschema.exceptions import best_match

    from govlint.config.schema import config_schema

    error = best_match(Draft202012Validator(config_schema(registry)).iter_errors(values))
    if error is not None:
        place = ".".join(str(step) for step in error.absolute_path) or "(top)"
        raise ConfigError(Text(f"配置“{path}”的 {place} 不对：{error.message}", f"“{path}”, {place}: {error.message}"))


def _table(path: Path, *, strict: bool = False) -> dict[str, Any] | None:
    """Return the govlint table of a TOML file, None where it has none (or, unless *strict*, where it is no TOML)."""
    import tomllib

    try:
        text = path.read_text(encoding="utf-8-sig")
        if path.name == SHARED_NAME and "govlint" not in text:
            return None
        data = tomllib.loads(text)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        if not strict and path.name == SHARED_NAME:
            return None
        raise ConfigError(Text(f"配置“{path}”无法读取：{error}", f"“{path}” cannot be read: {error}")) from error
    table = data if path.name != SHARED_NAME else data.get("tool", {}).get("govlint")
    return {key: _dates_as_text(value) for key, value in table.items()} if isinstance(table, dict) else None


def _dates_as_text(value: Any) -> Any:
    """Return *value* with the days that TOML knows (``until = 2027-01-31``) written as text, as quoted ones are."""
    if isinstance(value, list):
        return [_dates_as_text(each) for each in value]
    if isinstance(value, dict):
        return {key: _dates_as_text(each) for key, each in value.items()}
    return value.isoformat() if isinstance(value, date) else value
