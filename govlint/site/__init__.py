"""Stage 3: pages → Site. URLs, links, redirects, columns, items."""
