"""What there is is documented, and what is documented is there."""

from __future__ import annotations

import re
import runpy
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import click
import jsonschema
import pytest

from govlint.cli import cli
from govlint.cli.exit_codes import ExitCode
from govlint.config.keys import KEYS
from govlint.config.schema import config_schema
from govlint.registry import load_registry

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
WRITTEN = [
    DOCS / name for name in ("ci.md", "guide-ci.md", "guide-office.md", "guide-vendor.md", "index.md", "templates.md")
]
WRITTEN += [DOCS / "configuration.md", ROOT / "README.md", ROOT / "README.zh-CN.md", ROOT / "plugins" / "README.md"]
OTHER_PROGRAMS = {"--no-index", "--find-links", "--extra"}
"""Options of pip and uv that the docs name."""

generate = runpy.run_path(str(DOCS / "generate.py"))
generated: Callable[[], dict[str, str]] = generate["generated"]


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def _commands(group: click.Group = cli, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    with click.Context(group, info_name="govlint") as context:
        for name in group.list_commands(context):
            command = group.get_command(context, name)
            assert command is not None, name
            yield (*path, name), command
            if isinstance(command, click.Group):
                yield from _commands(command, (*path, name))


def _options() -> set[str]:
    commands = [cli, *(command for _, command in _commands())]
    options = [found for command in commands for found in command.params if isinstance(found, click.Option)]
    return {word for option in options for word in (*option.opts, *option.secondary_opts)} | {"--help"}


@pytest.mark.parametrize("name", ["docs/commands.md", "docs/configuration.md", "docs/rules.md"])
def test_what_is_generated_is_up_to_date(name: str) -> None:
    assert _read(ROOT / name) == generated()[name], "run: python docs/generate.py"


def test_every_option_of_every_command_is_documented() -> None:
    text = _read(DOCS / "commands.md")
    assert not [word for word in sorted(_options() - {"--help"}) if not re.search(rf"[` ]{word}[`, ]", text)]
    assert not [" ".join(path) for path, _ in _commands() if f"`govlint {' '.join(path)}`" not in text]


def test_every_option_has_a_meaning() -> None:
    """``commands.md`` has a cell for it, so none may be empty."""
    for path, command in _commands():
        for parameter in command.params:
            if isinstance(parameter, click.Option) and parameter.opts != ["--help"]:
                assert parameter.help or parameter.metavar or parameter.type.name == "choice", (path, parameter.opts)


@pytest.mark.parametrize("path", WRITTEN, ids=lambda path: path.name)
def test_every_option_and_command_that_is_named_exists(path: Path) -> None:
    text = _read(path)
    words = set(re.findall(r"(?<![\w-])--[a-z][a-z-]*[a-z]", text)) - OTHER_PROGRAMS
    assert words <= _options(), words - _options()
    code = " \n".join([*re.findall(r"```sh\n(.*?)```", text, re.DOTALL), *re.findall(r"`([^`\n]+)`", text)])
    named = set(re.findall(r"(?:^|[ /])govlint ([a-z]+)", code, re.MULTILINE))
    assert named <= {found[0] for found, _ in _commands()}


@pytest.mark.parametrize("path", WRITTEN, ids=lambda path: path.name)
def test_every_rule_that_is_named_exists(path: Path) -> None:
    known = load_registry().rules.keys()
    assert not [rule_id for rule_id in re.findall(r"GOV\d{4}", _read(path)) if rule_id not in known]


@pytest.mark.parametrize("path", WRITTEN, ids=lambda path: path.name)
def test_every_link_leads_to_a_file(path: Path) -> None:
    targets = re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", _read(path))
    local = [target for target in targets if "://" not in target]
    assert not [target for target in local if not (path.parent / target).exists()]


def test_every_exit_code_is_documented() -> None:
    text = _read(DOCS / "ci.md")
    assert not [code for code in ExitCode if f"\n| {code.value} |" not in text]


def test_every_format_is_documented() -> None:
    names = load_registry().reporters.keys()
    for page in ("commands.md", "ci.md"):
        text = _read(DOCS / page)
        assert not [name for name in names if f"| `{name}` |" not in text], page


def test_every_hook_for_pre_commit_is_documented() -> None:
    hooks = re.findall(r"^- id: (\S+)", _read(ROOT / ".pre-commit-hooks.yaml"), re.MULTILINE)
    assert hooks
    for name in ("docs/ci.md", "README.md"):
        assert not [hook for hook in hooks if f"id: {hook}" not in _read(ROOT / name)]


def test_every_hook_for_plugins_is_documented() -> None:
    hooks = re.findall(r"^def (govlint_\w+)", _read(ROOT / "govlint" / "hookspecs.py"), re.MULTILINE)
    guide = _read(ROOT / "plugins" / "README.md")
    assert hooks
    assert not [hook for hook in hooks if hook not in guide]


def test_every_key_of_the_configuration_is_documented() -> None:
    text = _read(DOCS / "configuration.md")
    tables = config_schema(load_registry())["properties"].keys() - KEYS.keys()
    assert not [name for name in KEYS if f"### `{name}`" not in text]
    assert not [name for name in tables if f"[{name}" not in text]


def test_the_configuration_in_the_docs_is_accepted() -> None:
    """All samples together are one file, so they are held against the schema as one."""
    samples = re.findall(r"```toml\n(.*?)```", _read(DOCS / "configuration.md"), re.DOTALL)
    values: dict[str, Any] = tomllib.loads("\n".join(samples))
    values["suppress"][0]["until"] = str(values["suppress"][0]["until"])
    jsonschema.Draft202012Validator(config_schema(load_registry())).validate(values)
    assert KEYS.keys() <= values.keys()
