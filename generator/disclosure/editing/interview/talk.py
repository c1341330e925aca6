"""An interview under way: what was answered, in which order, and what a line that somebody typed does to it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from disclosure.editing.interview.ground import Ground
from disclosure.editing.interview.outcome import Outcome
from disclosure.editing.interview.question import BACK, HELP, Question, command_in, help_of, told_wrong
from disclosure.editing.interview.questions import CONFIRM, NO, PUBLISH, YES, kept_answer, next_question, outcome
from disclosure.reading.nodes import Unreadable

GREETING = "一问一答，新建一条记录。直接回车就用括号里的；写 ? 看说明，写 < 回到上一问，按 Ctrl+C 不写了。"


@dataclass(slots=True, kw_only=True)
class Talk:
    """Its state changes with every line; what is asked next follows from it (`interview.next_question`)."""

    ground: Ground
    typed: dict[str, str] = field(default_factory=dict)
    """Answers from the command line, by question: they are taken instead of asking, where they hold."""
    folder: bool = False
    """Whether the record was asked to be a folder."""
    is_dropped: bool = False
    """Whether somebody said at the end that nothing is to be written."""
    given: dict[str, str] = field(default_factory=dict)
    """Answers as they are kept."""
    _order: list[str] = field(default_factory=list)
    _before: dict[str, str] = field(default_factory=dict)
    """Answers that were taken back, to be offered again."""
    _wanted: set[str] = field(default_factory=set)
    """Sections that somebody wanted to be asked, though the item knows an answer."""

    def question(self) -> Question | None:
        """What is to be asked now; None where the interview is over."""
        while not self.is_dropped:
            question = next_question(self.ground, self.given, asked=self._wanted, folder=self.folder)
            if question is None or question.name not in self.typed:
                return self._offering_again(question) if question else None
            try:
                self.given[question.name] = kept_answer(question, self.typed.pop(question.name), self.ground)
            except Unreadable:
                return question
        return None

    def take(self, question: Question, line: str) -> str:
        """Do what a line asks for, and return what is said to it, '' for nothing."""
        command = command_in(line)
        if command == HELP:
            return help_of(question)
        if command == BACK:
            return self._go_back()
        try:
            answer = kept_answer(question, line, self.ground)
        except Unreadable as error:
            return told_wrong(error, question)
        if question.name == CONFIRM and answer != YES:
            self.is_dropped = answer == NO
            self._ask_anew(answer)
            return ""
        self._keep(question, answer)
        told = question.words(answer) if answer else ""
        return f"  {told}" if told and line.strip() not in ("", told) else ""

    def outcome(self) -> Outcome:
        """The record, once everything is answered."""
        return outcome(self.ground, self.given, folder=self.folder)

    @property
    def is_public(self) -> bool:
        """Whether it is to be published without lying about as a draft."""
        return self.given.get(PUBLISH) == YES

    def _keep(self, question: Question, answer: str) -> None:
        if answer != self._before.get(question.name, answer):
            self._before.clear()  # what came after it answered something else
        self.given[question.name] = answer
        if question.name in self._order:
            self._order.remove(question.name)
        self._order.append(question.name)

    def _go_back(self) -> str:
        if not self._order:
            return "这是第一问。"
        last = self._order.pop()
        self._before[last] = self.given.pop(last)
        return ""

    def _ask_anew(self, section: str) -> None:
        """Take back the answers of a section, so that they are asked next."""
        self._wanted.add(section)
        for name in [one for one in self.given if one.partition("/")[0] == section]:
            self._before[name] = self.given.pop(name)
            if name in self._order:
                self._order.remove(name)

    def _offering_again(self, question: Question) -> Question:
        """The question with what was answered before as its default, where that still is an answer."""
        before = self._before.get(question.name)
        if not before:
            return question
        try:
            return replace(question, default=question.read(before))
        except Unreadable:
            return question
