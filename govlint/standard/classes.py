"""Classes of faults: the few headings under which an office publishes what a survey of many sites has found."""

from __future__ import annotations

from typing import NamedTuple

from govlint.finding import Text


class FaultClass(NamedTuple):
    """A heading: its *id* in files, its *title*, and the ids of the *rules* whose faults stand under it."""

    id: str
    title: Text
    rules: tuple[str, ...]
