"""`disclosure init`: a school's own repository, from a few answers (docs/starting.md)."""
