"""govlint: an offline linter for exported Chinese government websites and the templates that make them."""

__version__ = "0.1.0"
