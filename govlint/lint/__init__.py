"""Stage 4: Site + rules → findings."""
