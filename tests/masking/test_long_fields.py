"""A table with long fields is masked without changing how the rest of the program reads tables."""

from __future__ import annotations

import csv

from disclosure.masking.comma_values import rows_of


def test_a_long_field_is_read_and_the_usual_limit_stays() -> None:
    usual = csv.field_size_limit()
    assert rows_of(f'甲,"{"长" * (usual + 1)}"\n', ",")[0][1].startswith("长")
    assert csv.field_size_limit() == usual
