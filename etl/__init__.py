"""News in, warehouse out: articles are read, their records extracted, resolved to events, and loaded into DuckDB."""
