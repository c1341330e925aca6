"""A school as it was before a change: what the change left alone is read where it is, and remembered; the rest from a copy."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from disclosure.caching.cache import Cache
from disclosure.errors.problem import SetupError
from disclosure.reading.load import RecordsUnderWay, begin_records, read_setup
from disclosure.reading.pages import read_pages
from disclosure.reading.records import read_record
from disclosure.reading.remembered import recall_memory
from disclosure.reading.scan import scan_records


def begin_earlier_records(
    copy: Path, *, root: Path, is_changed: Callable[[str], bool], cache: Cache, processes: int = 1
) -> RecordsUnderWay:
    """Begin to read a school as it was.

    Args:
        copy: a folder with the school's settings and pages, and its changed records, as they were.
        root: the school's folder now. Its settings stand for those that could not be used before.
        is_changed: which files of records are in the copy, or not there yet.
    """
    copy = copy.resolve()
    try:
        setup = read_setup(copy)
    except SetupError:
        setup = read_setup(root)
    memory = recall_memory(cache, basis=setup.basis)
    records = begin_records(
        replace(setup, root=root.resolve()), memory=memory, processes=processes, leaving_out=is_changed
    )
    files, problems = scan_records(copy)
    for one in files:
        reading, body = read_record(one.path, root=copy, catalogue=setup.catalogue)
        records.recalled[one.path] = reading
        records.bodies[reading.digest] = body
    records.files = sorted([*records.files, *files], key=lambda found: found.path.split("/"))
    records.problems += problems
    records.pages, records.page_problems = read_pages(copy / "site_src", root=copy)
    return records
