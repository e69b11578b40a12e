"""Processes that share the work: of the pages of one site, of the sites of a batch."""
