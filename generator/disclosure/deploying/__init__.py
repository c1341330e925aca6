"""`disclosure deploy`: from site/ to the host where people read it (docs/decisions/0013-rclone-moves-files.md)."""
