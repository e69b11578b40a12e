"""How fast govlint is, beside what it stands on and beside its peers: ``python -m benchmarks.speed``."""
