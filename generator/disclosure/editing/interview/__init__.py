"""`disclosure new` on a terminal: which questions follow from the item and the answers so far. Nothing here writes a file."""
