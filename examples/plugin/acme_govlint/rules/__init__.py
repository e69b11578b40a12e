"""The rules of ACME, one a file."""
