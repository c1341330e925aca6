"""`disclosure import`: office files and pages of an old site become drafts of records, and what did not come along is told."""
