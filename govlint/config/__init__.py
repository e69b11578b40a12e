"""Configuration: ``govlint.toml`` or ``[tool.govlint]`` of ``pyproject.toml``, found upwards, checked by a schema."""
