"""The fields of a record as a form shows them: derived from the one table of keys (`reading/record_keys.py`)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from disclosure.domain.vocabulary import AfterExpiry, Audience
from disclosure.reading import values
from disclosure.reading.form import Form, Key, Part
from disclosure.reading.record_keys import RECORD


class Widget(StrEnum):
    """What a field is entered with."""

    TEXT = "text"
    DAY = "day"
    """`2026-09-01`"""
    MOMENT = "moment"
    """A day, or a day with a time: `2026-09-01 08:30`."""
    EXPIRY = "expiry"
    """A day, or 长期."""
    SPAN = "span"
    """`15天`, `7个工作日`"""
    AMOUNT = "amount"
    """`5.8万元`: always with its unit."""
    COUNT = "count"
    """A whole number from 1."""
    CHOICE = "choice"
    """One of `choices`."""
    CHOICES = "choices"
    """Some of `choices`."""
    WORDS = "words"
    """A list of short texts."""
    YES_NO = "yes_no"
    """是 or 否."""
    GROUP = "group"
    """A mapping: `parts` are its fields."""
    GROUPS = "groups"
    """A list of such mappings."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One key of a record's front matter."""

    name: str
    """English key; what the schema calls it."""
    label: str
    """Chinese key: what the form shows and the file says."""
    widget: Widget
    example: str
    about: str
    """A Chinese sentence of help."""
    required: bool = False
    """In every record; what an item asks for beside that is `Item.required`."""
    choices: tuple[str, ...] = ()
    parts: tuple[Field, ...] = ()


_BY_READER: dict[Callable[..., Any], Widget] = {
    values.day: Widget.DAY, values.moment: Widget.MOMENT, values.expiry: Widget.EXPIRY, values.span: Widget.SPAN,
    values.amount: Widget.AMOUNT, values.count: Widget.COUNT, values.words: Widget.WORDS, values.yes_or_no: Widget.YES_NO,
    values.audiences: Widget.CHOICES,
}  # fmt: skip
_CHOICES = {
    "after_expiry": tuple(word.label for word in AfterExpiry),
    "audience": tuple(word.label for word in Audience),
}


def record_fields() -> tuple[Field, ...]:
    """Every key that a record may have, in the order of the reference."""
    return _fields(RECORD)


def _fields(form: Form) -> tuple[Field, ...]:
    return tuple(_field(key) for key in form.keys)


def _field(key: Key | Part) -> Field:
    if isinstance(key, Part):
        widget, parts = (Widget.GROUPS if key.many else Widget.GROUP), _fields(key.form)
    else:
        widget, parts = _widget(key), ()
    return Field(
        name=key.name, label=key.chinese, widget=widget, example=key.example, about=key.about, required=key.required,
        choices=_CHOICES.get(key.name, ()), parts=parts,
    )  # fmt: skip


def _widget(key: Key) -> Widget:
    found = _BY_READER.get(key.read)
    if found is not None:
        return found
    return Widget.CHOICE if key.name in _CHOICES else Widget.TEXT
