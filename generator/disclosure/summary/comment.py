"""A summary as Markdown for a comment: the only place that makes Markdown of what people wrote.

Proposal ─→ parts of plain text (record.py, registers.py, setup.py, problems.py)
                 └─→ hidden (hiding.py) ─→ quoted (rendering/quoted.py) ─→ as much as a comment holds
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date

from disclosure.errors.problem import SetupError
from disclosure.gate import Proposal
from disclosure.rendering.quoted import quoted
from disclosure.rendering.words import day_in_words
from disclosure.summary.deeds import RecordChange, record_changes
from disclosure.summary.hiding import Hiding
from disclosure.summary.line import Line, Part
from disclosure.summary.problems import counts, problems_part, warnings
from disclosure.summary.record import record_part, telling_of
from disclosure.summary.registers import register_parts
from disclosure.summary.setup import programs, setup_parts

MARK = "<!-- disclosure-summary -->"
"""First line, invisible: by it a pipeline finds its own comment again, to write a newer one in its place."""
MOST = 65_000
"""Characters that a comment may have (GitHub: 65,536)."""
_IN_FULL = (30, 15, 8, 4, 2, 1, 0)
"""How many records are told in full: the first of these with which the comment is short enough."""
_IN_SHORT = 150
_LONGEST = 300
_TITLE = "## 这次改动会公开什么"
Say = Callable[[str], str]
"""Plain text → Markdown that shows it."""


def summary_of(proposal: Proposal, today: date, *, base: str) -> str:
    """The summary of a change.

    Args:
        base: what the change is meant for, as it was named.
    """
    hiding = Hiding(proposal.before, proposal.after)

    def say(text: str) -> str:
        return quoted(hiding(text), most=_LONGEST)

    changes = record_changes(proposal, today)
    telling = telling_of(proposal, today)
    records = [record_part(change, telling) for change in changes]
    others = [
        *register_parts(proposal.before, proposal.after, hidden=hiding.sender),
        *setup_parts(proposal),
        problems_part(proposal.problems),
    ]
    head = [_TITLE, *_warned(list(warnings(proposal.problems, programs(proposal))), say)]
    head.append(_overview(changes, proposal, today, base, say))
    tail = [_full(part, say) for part in others]
    return _fitted(head, records, tail, say)


def broken_summary(error: SetupError) -> str:
    """What is said where the school's own files cannot be used, so that nothing can be said of any record."""
    part = problems_part(error.problems)
    warned = ["学校资料或公开目录不能用，看不出会公开什么。没有改好以前不要合并。"]
    return _joined([_TITLE, *_warned(warned, quoted), _full(part, quoted)])


def _overview(changes: Sequence[RecordChange], proposal: Proposal, today: date, base: str, say: Say) -> str:
    counted = Counter(change.deed for change in changes)
    told = "、".join(f"{deed.label} {count} 条" for deed, count in counted.items()) or "没有改动公开记录"
    basis = f"按 {day_in_words(today)}的情况，与 {base} 对比。"
    return f"**{say(told)}**\n\n{say(basis)}检查：{counts(proposal.problems)}。"


def _warned(told: Sequence[str], say: Say) -> list[str]:
    if not told:
        return []
    return ["\n".join(["> **请先看这里**", ">", *(f"> - {say(one)}" for one in told)])]


def _fitted(head: Sequence[str], records: Sequence[Part], tail: Sequence[str], say: Say) -> str:
    """As many records in full as there is room for, the gravest first; of the others a line, and at last their number."""
    for in_full in _IN_FULL:
        shown, rest = records[:in_full], records[in_full:]
        blocks = [*head, *(_full(part, say) for part in shown)]
        if rest:
            lines = [f"- {say(part.short)}" for part in rest[:_IN_SHORT]]
            left = len(rest) - len(lines)
            lines += [f"- 还有 {left} 条，没有列出"] if left else []
            blocks.append(f"### 还有 {len(rest)} 条，太长，只列标题\n\n" + "\n".join(lines))
        text = _joined([*blocks, *tail])
        if len(text) <= MOST:
            return text
    return text[: MOST - 40].rpartition("\n")[0] + "\n\n（太长，后面的没有列出）\n"


def _full(part: Part, say: Say) -> str:
    return f"### {say(part.heading)}\n\n" + "\n".join(_line(line, say) for line in part.lines)


def _line(line: Line, say: Say) -> str:
    text = say(line.text)
    if line.below:
        return f"  - {text}"
    return f"- **{line.label}**：{text}" if line.label else f"- {text}"


def _joined(blocks: Sequence[str]) -> str:
    return "\n\n".join([MARK, *blocks]) + "\n"
