"""The commands, one to a file or two that belong together. `cli.py` loads each when it is called."""
