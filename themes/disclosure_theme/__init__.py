"""MkDocs theme `disclosure`: templates and assets only."""
