"""Where the repository's root folders are: packed inside the wheel, or beside govlint/ in a checkout."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def bundled(name: str) -> Path:
    """Return the folder *name* (``plugins`` or ``schemas``) that belongs to this installation."""
    packed = _PACKAGE / f"_{name}"
    return packed if packed.is_dir() else _PACKAGE.parent / name
