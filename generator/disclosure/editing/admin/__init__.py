"""`/admin/`: what a git-based editor is told, made from the schema and the catalogue."""
