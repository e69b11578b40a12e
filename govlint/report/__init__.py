"""Stage 5: findings → a format, one module a format."""
