"""统计 by department: how much in each quarter, with ranks, and in each month (requirements S33, S47)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from disclosure.domain.table import Cell, Heading, Holds, Table, row
from disclosure.registers.statistics_cells import COUNT, counted_cell, title_heading
from disclosure.statistics.figures import Figures
from disclosure.statistics.groups import Group


def department_tables(figures: Figures) -> Iterator[Table]:
    """By department and quarter, and by department and month."""
    departments = figures.dimensions["department"]
    quarters, months = figures.dimensions["quarter"], figures.dimensions["month"]
    crossed = {
        group.id: group for group in figures.dimensions["department-quarter"] + figures.dimensions["department-month"]
    }
    ranks = {quarter.id: _ranks(departments, quarter, crossed) for quarter in quarters}
    headings = [title_heading("责任部门")]
    for number in range(1, len(quarters) + 1):
        headings.append(Heading(id=f"q{number}", label="条数", holds=Holds.COUNT, width=8))
        headings.append(Heading(id=f"rank-{number}", label="名次", holds=Holds.COUNT, width=8))
    yield Table(
        id="department-quarter", title="各部门每季度的条数和名次", headings=(*headings, COUNT), groups=(("", 1), *((q.label.partition("（")[0], 2) for q in quarters)),
        rows=tuple(
            row(one.label, *(
                value for quarter in quarters
                for value in (_crossed(figures, "department-quarter", one, quarter, crossed), ranks[quarter.id].get(one.id))
            ), counted_cell(figures, "department", one))
            for one in departments
        ),
        notes=("名次按条数从多到少，条数相同名次相同；一条也没有的不排名。",),
    )  # fmt: skip
    yield Table(
        id="department-month", title="各部门每月的条数",
        headings=(title_heading("责任部门"), *(Heading(id=one.id, label=_month(one), holds=Holds.COUNT, width=7) for one in months), COUNT),
        rows=tuple(
            row(one.label, *(_crossed(figures, "department-month", one, month, crossed) for month in months), counted_cell(figures, "department", one))
            for one in departments
        ),
    )  # fmt: skip


def _crossed(figures: Figures, dimension: str, one: Group, other: Group, crossed: Mapping[str, Group]) -> Cell:
    group = crossed.get(f"{one.id}-{other.id}")
    return counted_cell(figures, dimension, group) if group else Cell(value=0)


def _ranks(departments: Sequence[Group], quarter: Group, crossed: Mapping[str, Group]) -> dict[str, int]:
    counts = {one.id: found.count for one in departments if (found := crossed.get(f"{one.id}-{quarter.id}"))}
    return {id: 1 + sum(other > count for other in counts.values()) for id, count in counts.items()}


def _month(month: Group) -> str:
    return f"{int(month.id[5:])}月"
