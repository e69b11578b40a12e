"""What holds for all tests: properties are asked of inputs, never of the clock."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
