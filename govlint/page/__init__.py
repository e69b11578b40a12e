"""Stage 2: bytes → Page. Decode, parse, take the facts, and find exact positions where they are needed."""
