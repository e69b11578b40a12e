"""The language server: pages and templates checked while they are written. Only ``server`` needs pygls."""
