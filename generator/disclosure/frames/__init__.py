"""Frames of a school's site, remembered from the last build or made by MkDocs, which is not even loaded otherwise."""
