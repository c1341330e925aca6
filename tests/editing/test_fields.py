"""Every key of a record is a field of the forms, with what it is entered with."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from disclosure.editing.fields import Field, Widget, record_fields
from disclosure.reading.form import Form, Key, Part
from disclosure.reading.nodes import Scalar
from disclosure.reading.record_keys import RECORD

WIDGETS = {
    Widget.TEXT: "id title item column summary department owner document_number issue series stage replaces corrects hotline",
    Widget.DAY: "formed review_by meeting",
    Widget.MOMENT: "published",
    Widget.SPAN: "notice_period",
    Widget.EXPIRY: "expires",
    Widget.AMOUNT: "amount",
    Widget.COUNT: "people",
    Widget.CHOICE: "after_expiry",
    Widget.CHOICES: "audience",
    Widget.WORDS: "channels",
    Widget.YES_NO: "draft",
    Widget.GROUP: "filed withdrawn late_entry report",
    Widget.GROUPS: "signoffs fees changes waivers attachments",
}


def pairs(form: Form, fields: tuple[Field, ...]) -> Iterator[tuple[Key | Part, Field]]:
    """Keys with their fields, down to the parts of parts."""
    for key, field in zip(form.keys, fields, strict=True):
        yield key, field
        if isinstance(key, Part):
            yield from pairs(key.form, field.parts)


def test_every_key_has_a_field_in_the_order_of_the_reference() -> None:
    for key, field in pairs(RECORD, record_fields()):
        assert (field.name, field.label, field.example, field.about, field.required) == (
            key.name, key.chinese, key.example, key.about, key.required,
        )  # fmt: skip


def test_what_each_field_is_entered_with() -> None:
    entered: dict[Widget, set[str]] = {}
    for field in record_fields():
        entered.setdefault(field.widget, set()).add(field.name)
    assert entered == {widget: set(names.split()) for widget, names in WIDGETS.items()}


def test_only_groups_have_parts() -> None:
    for key, field in pairs(RECORD, record_fields()):
        assert bool(field.parts) is isinstance(key, Part)
        assert (field.widget is Widget.GROUPS) is (isinstance(key, Part) and key.many)


@pytest.mark.parametrize(
    ("name", "choices"), [("after_expiry", ("横幅", "往期", "撤下")), ("audience", ("社会", "家长", "教职工"))]
)
def test_what_can_be_chosen_can_be_read(name: str, choices: tuple[str, ...]) -> None:
    field = next(field for field in record_fields() if field.name == name)
    key = RECORD.spelled[name]
    assert field.choices == choices and isinstance(key, Key)
    for choice in choices:
        key.read(Scalar(text=choice, line=1))


def test_nothing_else_has_choices() -> None:
    chosen = {Widget.CHOICE, Widget.CHOICES}
    for _, field in pairs(RECORD, record_fields()):
        assert bool(field.choices) is (field.widget in chosen)
