"""Full-text search in the browser: an index of pairs of characters, cut into small files."""
