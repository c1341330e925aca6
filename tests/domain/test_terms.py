"""To which term a record belongs: by its 期号 in any spelling, else by its day of publication."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from disclosure.domain.school import Term
from disclosure.domain.terms import names_a_term, term_of, this_term_and_last
from domain_records import dated_record, day


def term(name: str, start: str, end: str) -> Term:
    return Term(name=name, start=day(start), end=day(end))


SPRING = term("2025-2026学年第二学期", "2026-03-02", "2026-07-10")
AUTUMN = term("2026-2027学年第一学期", "2026-09-01", "2027-01-22")
TERMS = (SPRING, AUTUMN)


@pytest.mark.parametrize(
    ("issue", "expected"),
    [
        ("2026-2027学年第一学期", AUTUMN),
        ("2026—2027学年第一学期", AUTUMN),
        ("2026–2027 学年度 第一学期", AUTUMN),
        ("2026至2027学年上学期", AUTUMN),
        ("2026-2027学年第1学期", AUTUMN),
        ("2026年秋季学期", AUTUMN),
        ("2026秋", AUTUMN),
        ("2026年秋", AUTUMN),
        ("2025-2026学年下学期", SPRING),
        ("2026年春季", SPRING),
        ("2025-2026学年第二学期（补充）", SPRING),
        ("2024-2025学年第一学期", None),
        ("2026-2027学年第二学期", None),
        ("2025年秋季学期", None),
        ("2026年3月", SPRING),
        ("2026年第3期", SPRING),
        ("2025-2026学年", SPRING),
        ("", SPRING),
    ],
)
def test_the_issue_names_the_term(issue: str, expected: Term | None) -> None:
    assert term_of(dated_record("2026-03-20", issue=issue), TERMS) == expected


@pytest.mark.parametrize(
    ("published", "expected"),
    [
        (SPRING.start - timedelta(days=61), None),
        (SPRING.start - timedelta(days=60), SPRING),
        (SPRING.start, SPRING),
        (SPRING.end, SPRING),
        (SPRING.end + timedelta(days=1), AUTUMN),
        (AUTUMN.start, AUTUMN),
        (AUTUMN.end, AUTUMN),
        (AUTUMN.end + timedelta(days=1), None),
    ],
)
def test_else_the_day_of_publication_decides(published: date, expected: Term | None) -> None:
    assert term_of(dated_record(published.isoformat()), TERMS) == expected


@pytest.mark.parametrize(
    ("published", "expected"), [("2026-07-02", None), ("2026-07-03", AUTUMN), ("2026-07-10", AUTUMN)]
)
def test_summer_holidays_before_a_first_known_term(published: str, expected: Term | None) -> None:
    assert term_of(dated_record(published), (AUTUMN,)) == expected


def test_a_term_may_have_a_name_of_its_own() -> None:
    own = term("秋实学期", "2026-09-01", "2027-01-22")
    assert term_of(dated_record("2026-03-20", issue="秋实学期"), (own,)) == own


@pytest.mark.parametrize(
    ("issue", "expected"),
    [
        ("2026年秋季", True),
        ("第一学期", True),
        ("2026-2027学年", False),
        ("2026-09", False),
        ("春", False),
        ("", False),
    ],
)
def test_what_names_a_term(issue: str, expected: bool) -> None:
    assert names_a_term(dated_record(issue=issue)) is expected


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        ("2026-03-01", (None, None)),
        ("2026-03-02", (SPRING, None)),
        ("2026-07-10", (SPRING, None)),
        ("2026-07-11", (None, None)),
        ("2026-08-31", (None, None)),
        ("2026-09-01", (AUTUMN, SPRING)),
        ("2027-01-22", (AUTUMN, SPRING)),
        ("2027-01-23", (None, None)),
    ],
)
def test_the_term_that_runs_and_the_one_before(today: str, expected: tuple[Term | None, Term | None]) -> None:
    assert this_term_and_last(tuple(reversed(TERMS)), day(today)) == expected
