"""One question of an interview: its words, its default, how an answer is read and what a wrong one is told."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from disclosure.reading import values
from disclosure.reading.nodes import Scalar, Unreadable

HELP, BACK, NOTHING = "?", "<", "-"
"""What may be typed instead of an answer, in any width: help, one question back, leave empty."""
_BACK_WORDS = ("<", "《")
"""`《` is what a Chinese keyboard makes of `<`."""


def same(text: str) -> str:
    """An answer that is taken, or shown, as it is."""
    return text


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """Something that is asked in one line and answered in one line."""

    name: str
    """Unique in the interview; the part before the first `/` is its section, which is changed as a whole."""
    label: str
    """Chinese; what the prompt shows."""
    read: Callable[[str], str] = same
    """The answer as it is kept, of an answer as it was typed or kept. Raises Unreadable."""
    default: str = ""
    """What an empty answer stands for, as it is kept; '' where there is none."""
    words: Callable[[str], str] = same
    """A kept answer as people say it: `2026年9月1日 星期二`."""
    shown: str = ""
    """Lines that stand in front of the question."""
    about: str = ""
    """Help: a Chinese sentence of what it is."""
    example: str = ""
    rule: str = ""
    """Help: a sentence of what the item or a regulation asks for."""
    may_skip: bool = True
    """Whether it may stay empty."""
    enter: str = ""
    """What Enter does, where nothing else says it."""
    is_quiet: bool = False
    """Its default is taken without asking; it is asked only when somebody wants to change it."""
    context: str = ""
    """What stands in front of the answer in the file, for the search for personal data."""

    @property
    def section(self) -> str:
        """What the question belongs to: `fees` for `fees/2/unit`."""
        return self.name.partition("/")[0]


def command_in(typed: str) -> str:
    """HELP, BACK or NOTHING where that was typed, else ''."""
    written = unicodedata.normalize("NFKC", typed).strip()
    if written in _BACK_WORDS:
        return BACK
    return written if written in (HELP, NOTHING) else ""


def answer_of(question: Question, typed: str) -> str:
    """The answer as it is kept.

    Raises:
        Unreadable: it cannot be understood, breaks a rule, or there has to be one.
    """
    written = " ".join(values.text(Scalar(text=typed, line=0, plain=False)).split())
    if command_in(written) == NOTHING:
        written = ""
    elif not written:
        written = question.default
    if written:
        return question.read(written)
    if not question.may_skip:
        raise Unreadable(f"「{question.label}」必须写", line=0, example=question.example)
    return ""


def prompt_of(question: Question) -> str:
    """The question in one line; what Enter stands for in brackets."""
    if question.default:
        return f"{question.label}（回车：{question.words(question.default)}）"
    enter = question.enter or ("回车跳过" if question.may_skip else "")
    return f"{question.label}（{enter}）" if enter else question.label


def help_of(question: Question) -> str:
    """What `?` shows: what it is, an example, the rule, and what else may be typed."""
    lines = [question.about, f"例如：{question.example}" if question.example else "", question.rule]
    if question.may_skip and question.default:
        lines.append("不填就写 -")
    return "\n".join(f"  {line}" for line in lines if line)


def told_wrong(error: Unreadable, question: Question) -> str:
    """What is said of a wrong answer: one sentence with what is right."""
    mended = error.advice or f"正确写法：{error.example or question.example}"
    return f"{error.message}。{mended.rstrip('。')}。"
