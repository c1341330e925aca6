"""From an edition to the files of its site."""
