"""What becomes of findings once rules have made them: adjusted, said once, placed, mended, suppressed, masked."""
