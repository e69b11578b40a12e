"""The small sites that the examples of this package's rules are made of."""

from __future__ import annotations

from collections.abc import Mapping

from ..columns.sample_pages import column_page, home_page


def site_with_article(
    column: str, folder: str, title: str, main: str, further: Mapping[str, str] | None = None
) -> dict[str, str]:
    """Return a site whose one *column* lists one article *title*; *main* follows its heading (line 10 of t1.html)."""
    rows = f'<ul class="list">\n<li><span>2023-03-20</span><a href="./t1.html">{title}</a></li>\n</ul>'
    page = column_page(column, f"<h1>{title}</h1>\n{main}").replace(f"<title>{column}_", f"<title>{title}_")
    return {
        "index.html": home_page({column: f"./{folder}/"}),
        f"{folder}/index.html": column_page(column, f"<h2>{column}</h2>\n{rows}"),
        f"{folder}/t1.html": page,
        **(further or {}),
    }


def table(fields: Mapping[str, str]) -> str:
    """Return a table with one row for each of *fields*, label and text."""
    rows = "\n".join(f"<tr><th>{label}</th><td>{text}</td></tr>" for label, text in fields.items())
    return f"<table>\n{rows}\n</table>"
