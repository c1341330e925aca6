"""What was done to a copy, counted while it is done, and told in the end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from disclosure.masking.edits import Edit


@dataclass(slots=True)
class Tally:
    """Counts for the summary."""

    masked: Counter[str] = field(default_factory=Counter)
    """Values that were masked, by kind."""
    personal_columns: Counter[str] = field(default_factory=Counter)
    """Values in columns that were left out for their personal data, by heading."""
    other_columns: Counter[str] = field(default_factory=Counter)
    """Values in columns that a list of persons may not have, by heading."""
    left_out: Counter[str] = field(default_factory=Counter)
    """Whatever else the copy does not have: comments, pictures, hidden rows."""
    notes: list[str] = field(default_factory=list)

    def count(self, edits: Iterable[Edit]) -> None:
        """Count edits by kind."""
        self.masked.update(edit.what for edit in edits if edit.what)

    def lines(self) -> Iterator[str]:
        """The summary, in Chinese."""
        if self.personal_columns:
            yield f"去掉的列（个人信息）：{_told(self.personal_columns)}。"
        if self.other_columns:
            yield (
                f"去掉的列（名单只许写姓名、学校、院系、年级、专业、班级）：{_told(self.other_columns)}。"
                "确有需要的，把列名写进 data/school.yml 的 名单列，再运行一次。"
            )
        if self.masked:
            yield f"隐去：{_told(self.masked)}。"
        if self.left_out:
            yield f"没有带到副本：{'、'.join(f'{what} {count} 处' for what, count in sorted(self.left_out.items()))}。"
        yield from dict.fromkeys(self.notes)
        if not (self.personal_columns or self.other_columns or self.masked):
            yield "没有找到要隐去的内容，请逐行核对。"


def _told(counts: Counter[str]) -> str:
    return "、".join(f"{what}（{count}）" for what, count in counts.items())
