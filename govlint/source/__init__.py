"""Stage 1: where files come from."""
