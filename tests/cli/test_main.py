"""The ways to start the command line."""

from __future__ import annotations

import subprocess
import sys

from govlint import __version__


def test_the_package_runs_as_a_module() -> None:
    """``python -m govlint`` is the command line too."""
    done = subprocess.run([sys.executable, "-m", "govlint", "--version"], capture_output=True, text=True, check=True)
    assert __version__ in done.stdout
