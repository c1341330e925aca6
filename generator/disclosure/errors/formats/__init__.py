"""The formats of a report: one file for each, all listed in `table.py`."""
