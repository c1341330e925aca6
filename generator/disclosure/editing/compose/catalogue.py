"""Fields, columns and items as the page 写记录 has them."""

from __future__ import annotations

from typing import Any

from disclosure.domain.catalogue import Catalogue, Item
from disclosure.domain.requirable import word_for
from disclosure.domain.vocabulary import Audience
from disclosure.editing.fields import Field


def field_data(field: Field) -> dict[str, Any]:
    """A field of the form; what is empty is left out."""
    data: dict[str, Any] = {
        "name": field.name, "label": field.label, "widget": field.widget.value, "example": field.example, "about": field.about,
    }  # fmt: skip
    if field.required:
        data["required"] = True
    if field.choices:
        data["choices"] = field.choices
    if field.parts:
        data["parts"] = [field_data(part) for part in field.parts]
    return data


def catalogue_data(catalogue: Catalogue) -> dict[str, Any]:
    """`columns` in the order of the tree, and `items` that are switched on, in the order of the catalogue."""
    columns = list(catalogue.walk())
    used = [item for item in catalogue.items.values() if item.enabled]
    return {
        "columns": [{"path": column.path, "name": column.full_name, "about": column.about} for column in columns],
        "items": [_item(item) for item in used],
        "forbidden": catalogue.forbidden_charges,
    }


def _item(item: Item) -> dict[str, Any]:
    return {
        "id": item.id, "name": item.name, "column": item.column, "contents": item.contents, "basis": item.basis,
        "audience": [word.label for word in Audience if word in item.audience],
        "cadence": item.cadence.label, "kind": item.kind.label, "afterExpiry": item.after_expiry.label,
        "publishWithin": str(item.publish_within), "minNotice": str(item.min_notice or ""),
        "department": item.department, "owner": item.owner, "required": item.required,
        "words": {key: word_for(key) for key in item.required}, "signoffs": item.signoffs,
        "listsPersons": item.lists_persons, "settles": item.settles,
    }  # fmt: skip
