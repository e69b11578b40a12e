"""Pages that stand alone: a template, a style and at most one script, with a policy that lets in nothing else."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from .libraries import needs

if TYPE_CHECKING:
    from jinja2 import Template

ASSETS = Path(__file__).parent / "assets"


def page_template(name: str, language: str) -> Template:
    """Return the template *name* of the assets, in which ``say(text)`` gives a Text in *language*.

    Values are escaped; one that is not there is an error. Raises CannotReport where jinja2 is not installed.
    """
    with needs("jinja2"):
        import jinja2
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(ASSETS), autoescape=True, trim_blocks=True, lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
    )  # fmt: skip
    environment.globals["say"] = lambda text: text.in_language(language)
    return environment.get_template(name)


def asset(name: str) -> str:
    """Return the text of the file *name* of the assets."""
    return (ASSETS / name).read_text(encoding="utf-8")


def policy(style: str, script: str = "") -> str:
    """Return the Content-Security-Policy of a page that holds *style* and *script* and nothing else active."""
    scripts = f"script-src '{_hash(script)}'; " if script else ""
    return f"default-src 'none'; style-src '{_hash(style)}'; {scripts}base-uri 'none'; form-action 'none'"


def writable(text: str) -> str:
    """Return *text* as UTF-8 can hold it: names of files may hold half characters."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _hash(text: str) -> str:
    return "sha256-" + b64encode(sha256(text.encode()).digest()).decode("ascii")
