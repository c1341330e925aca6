"""What is said after an import: each file with what did not come along, and what to do next."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from disclosure.importing.importer import Outcome
from disclosure.importing.losses import Told
from disclosure.importing.writing import Draft

_LONG = 60
_MOST = 5
"""Texts of one kind that a screen shows; `--report` writes all."""


def told(drafts: Iterable[Draft], outcome: Outcome, *, whole: bool = False, written: bool = True) -> str:
    """The list, in Chinese.

    Args:
        whole: every text at full length, for a file.
        written: False for a trial.
    """
    return "\n".join(_lines(list(drafts), outcome, whole=whole, written=written))


def _lines(drafts: list[Draft], outcome: Outcome, *, whole: bool, written: bool) -> Iterator[str]:
    for draft in drafts:
        one = draft.pending
        yield f"{one.source.label} → {draft.path}  {one.title}"
        for line in one.lost:
            yield from _told("没有带过来", line, whole=whole)
        for line in one.changed:
            yield from _told("变了样子", line, whole=whole)
    for label, reason in outcome.refused:
        yield f"没有导入 {label}：{reason}。"
    if outcome.known:
        yield f"以前导入过、这次跳过的：{_some(outcome.known, whole=whole)}。"
    if outcome.lists:
        yield f"栏目页、首页，不是公开的内容，跳过：{_some(outcome.lists, whole=whole)}。"
    yield ""
    yield _summary(drafts, outcome, written=written)


def _summary(drafts: list[Draft], outcome: Outcome, *, written: bool) -> str:
    pictures = sum(file.name.startswith("图") for draft in drafts for file in draft.pending.beside)
    lost = sum(len(draft.pending.lost) for draft in drafts)
    refused = f"，没有导入 {len(outcome.refused)} 个文件" if outcome.refused else ""
    counts = f"草稿 {len(drafts)} 条，图片 {pictures} 张，没有带过来的内容 {lost} 处{refused}。"
    if not written:
        return f"试运行，什么也没有写。会写出：{counts}"
    if not drafts:
        return f"没有写出草稿。{counts}"
    return (
        f"已写好{counts}\n接下来：逐条核对标着“待核”的行，改好后删掉“草稿: 是”那一行；运行 disclosure check 检查，disclosure serve 预览。\n"
        "提交以前先看一遍草稿：git 会记住提交过的一切。"
    )


def _told(word: str, line: Told, *, whole: bool) -> Iterator[str]:
    yield f"    {word}：{line.what}"
    shown = line.texts if whole else line.texts[:_MOST]
    for text in shown:
        yield f"        “{text if whole or len(text) <= _LONG else text[:_LONG] + f'…（共 {len(text)} 字）'}”"
    if len(line.texts) > len(shown):
        yield f"        还有 {len(line.texts) - len(shown)} 处，用 --report 文件 写出全部"


def _some(labels: list[str], *, whole: bool) -> str:
    shown = labels if whole else labels[:_MOST]
    return "、".join(shown) + (f" 等 {len(labels)} 个" if len(labels) > len(shown) else "")
