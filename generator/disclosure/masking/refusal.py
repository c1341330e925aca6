"""Why there is no masked copy."""

from __future__ import annotations

from collections.abc import Iterable


class CannotMaskError(ValueError):
    """What was asked cannot be done: a wrong path, an old format, a broken file. The message says so in Chinese."""


class StillThereError(Exception):
    """Personal data was still in the copy when it was read back; the copy is gone."""

    def __init__(self, places: Iterable[str]) -> None:
        told = "\n".join(f"  {place}" for place in places)
        super().__init__(
            f"没有写出副本：脱敏以后，这些地方还看得到个人信息。\n{told}\n"
            "请在原件的另一份拷贝里删去这些内容，再运行一次；并把这个情况告诉程序的维护者。"
        )
