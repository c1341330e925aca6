"""What is said after a copy was written."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from disclosure.masking.copying import folder_in_repository
from disclosure.masking.tally import Tally

_GUIDE = "docs/personal-data.md"


def summary(source: Path, output: Path, tally: Tally, *, has_school: bool) -> str:
    """Lines in Chinese: what was masked, what the copy does not have, and where the original must not be."""
    return "\n".join(_lines(source, output, tally, has_school=has_school))


def _lines(source: Path, output: Path, tally: Tally, *, has_school: bool) -> Iterator[str]:
    yield f"脱敏副本：{output}（原件没有改动）"
    yield from tally.lines()
    if not has_school:
        yield "没有找到 data/school.yml，按默认规则脱敏：号码不显示，姓名保留。"
    yield "公开以前请逐行看一遍：程序看不懂图片，也认不出所有的住址和姓名。"
    folder = folder_in_repository(source)
    if folder is not None and (folder == "data" or folder.startswith("data/")):
        yield f"注意：原件在仓库的 {folder}/ 里，提交以后删不干净。请现在就移到仓库以外（{_GUIDE}）。"
    elif folder is not None:
        yield f"注意：原件在仓库的文件夹里，容易误提交。请移到仓库以外（{_GUIDE}）。"
    else:
        yield f"原件请一直放在仓库以外，不要提交（{_GUIDE}）。"
