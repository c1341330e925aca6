"""One rule per file, one signature for all: (Library, Settings, today) -> Problems."""
