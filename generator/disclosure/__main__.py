"""`python -m disclosure` is the command `disclosure`."""

from __future__ import annotations

import os
import sys
from contextlib import suppress

from disclosure.cli import main


def run() -> None:
    """Run the program, and end its process at once.

    Python would first give back all records of a school one by one; the system takes back the memory as a whole, in a
    tenth of the time. What was begun is ended by then: files are closed and folders swept by whoever made them.
    """
    try:
        main()
    except SystemExit as ending:
        code = ending.code
        for stream in (sys.stdout, sys.stderr):
            with suppress(OSError):  # nobody reads any more
                stream.flush()
        os._exit(code if isinstance(code, int) else 1)


if __name__ == "__main__":
    run()
