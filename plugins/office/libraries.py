"""The libraries of the extra ``report``: what to say where one is not installed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from govlint.finding import Text
from govlint.report.reporter import CannotReport


@contextmanager
def needs(library: str) -> Iterator[None]:
    """Turn the ImportError of *library* into CannotReport, which says what to install."""
    try:
        yield
    except ImportError as error:
        raise CannotReport(
            Text(
                f"此格式需要 {library}，请运行 pip install 'govlint[report]'",
                f"this format needs {library}: pip install 'govlint[report]'",
            )
        ) from error
