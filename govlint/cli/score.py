"""``govlint score``: the scorecard of a site by an official table."""

from __future__ import annotations
