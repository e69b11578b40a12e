"""The first-party plugins, importable as ``govlint.plugins.<name>``.

The modules live in ``plugins/`` at the root of the repository and in ``govlint/_plugins`` of the wheel.
"""

from govlint._where import bundled as _bundled

__path__ = [str(_bundled("plugins"))]
