"""The exit codes of govlint, the same in every format."""

from __future__ import annotations

from enum import IntEnum


class ExitCode(IntEnum):
    """What the exit code of a run says."""

    CLEAN = 0  # nothing at or above --fail-on
    FINDINGS = 1  # faults at or above --fail-on
    USAGE = 2  # a wrong option, path, standard or configuration
    FAILED = 3  # a rule or a plugin failed
    NOTHING = 4  # nothing to lint
    UNREAD = 5  # with --strict: something could not be read
