"""The only clock: which day it is in the school's time zone."""

from __future__ import annotations

import os
import time
from datetime import UTC, date, datetime, timedelta, timezone

SHANGHAI = timezone(timedelta(hours=8), "Asia/Shanghai")
"""China has kept one offset without summer time since 1992."""


def today() -> date:
    """The day of the build: SOURCE_DATE_EPOCH where it is set (reproducible builds), else now, in Asia/Shanghai.

    Raises:
        ValueError: SOURCE_DATE_EPOCH is not a number.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    now = datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)
    return now.astimezone(SHANGHAI).date()


def set_today(day: date) -> None:
    """Make this process and its children build for a day: noon of it becomes SOURCE_DATE_EPOCH."""
    noon = datetime(day.year, day.month, day.day, 12, tzinfo=SHANGHAI)
    os.environ["SOURCE_DATE_EPOCH"] = str(int(noon.timestamp()))


def file_time() -> int:
    """Now in nanoseconds since 1970, to be compared with the times of files. Never part of any output."""
    return time.time_ns()
