"""The language of what a person reads: told on the command line, else by the configuration, else by the locale."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from typing import Any, TypeVar

import click

from govlint.config.load import Config

Command = TypeVar("Command", bound=Callable[..., Any])

_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")


def language_option(*, by_locale: bool = False) -> Callable[[Command], Command]:
    """Return the option ``--lang``. It gives what :func:`language` takes, or *by_locale* already what that returns."""

    def resolved(_ctx: click.Context, _parameter: click.Parameter, told: str | None) -> str | None:
        return language(told) if by_locale else told

    return click.option(
        "--lang", "language", type=click.Choice(["zh", "en"]), callback=resolved,
        help="语言，缺省随配置和系统 / The language; by configuration and locale if not told.",
    )  # fmt: skip


def language(told: str | None, config: Config | None = None, environ: Mapping[str, str] = os.environ) -> str:
    """Return ``"en"`` or ``"zh"``.

    Of the locale's variables the first that is set counts, as POSIX has it: English where it says English, else
    Chinese. Reports are read where Chinese sites are made, and many a server there knows no locale but ``C``.
    """
    configured = told or (config.get("lang") if config else None)
    if configured:
        return str(configured)
    locale = next(filter(None, map(environ.get, _VARIABLES)), "")
    return "en" if locale.replace("_", ".").replace("-", ".").split(".")[0].lower() == "en" else "zh"
