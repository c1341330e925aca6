"""Pages of the statistics: a year with its charts and tables, and the records that each figure counts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from disclosure.caching.stamps import digest_of
from disclosure.domain import urls
from disclosure.rendering.charts import columns_chart, rows_chart, shares_chart
from disclosure.rendering.counted_groups import Counted
from disclosure.rendering.environment import templates
from disclosure.rendering.site import Site
from disclosure.rendering.table_page import table_html
from disclosure.rendering.year_statistics import YearStatistics
from disclosure.statistics.figures import Figures
from disclosure.statistics.groups import Group

_SINGLE = ("late",)
"""Tables of single records, which are cards on a phone."""
_ON_PAGES_OF_THEIR_OWN = ("overdue",)
"""Tables that only the workbook has: the page leads to the same as a list."""


def statistics_page(found: YearStatistics, site: Site, *, base: str, has_title: bool = True) -> str:
    """A year: what to take home, the other years, every table, with a chart above those that have one.

    Args:
        base: URL of the page: that of the year, or of all statistics for the newest year.
        has_title: whether the page needs an h1.
    """
    charts = {name: _figure(make(found.figures)) for name, make in _CHARTS.items()}
    taken = {"content"}
    tables = [
        (table, table_html(
            table, base=base, taken=taken, look="register" if table.id in _SINGLE else "figures", above=charts.get(table.id, ""),
        ))
        for table in found.tables
        if table.id not in _ON_PAGES_OF_THEIR_OWN
    ]  # fmt: skip
    return templates().get_template("statistics.html").render(
        found=found, years=site.statistics(), tables=tables, has_title=has_title, today=site.edition.today,
        is_running=site.edition.today in found.year, url=lambda target: urls.relative(target, base=base),
    )  # fmt: skip


def statistics_key(found: YearStatistics, site: Site) -> str:
    """All that the page of a year is made from. Charts show nothing but what is in the tables."""
    until = str(site.edition.today) if site.edition.today in found.year else ""
    return digest_of(found.digest, until, *(other.url for other in site.statistics()))


def newest_statistics_key(site: Site) -> str:
    """All that `/statistics/` is made from."""
    return statistics_key(site.statistics()[0], site)


def counted_page(counted: Counted, found: YearStatistics) -> str:
    """The records that the figures of one dimension count, a section for each figure."""
    return templates().get_template("statistics_counted.html").render(
        counted=counted, found=found, url=lambda target: urls.relative(target, base=counted.url),
    )  # fmt: skip


def _figure(chart: str) -> str:
    return f'<div class="chart">{chart}</div>\n' if chart else ""


def _months(figures: Figures) -> str:
    months = figures.dimensions["month"]
    return columns_chart([(_number(one), one.count) for one in months], about=_about(figures, "每月公开的条数", months))


def _rows(dimension: str, name: str) -> Callable[[Figures], str]:
    def chart(figures: Figures) -> str:
        groups = figures.dimensions[dimension]
        return rows_chart([(one.label, one.count) for one in groups], about=_about(figures, name, groups))

    return chart


def _duties(figures: Figures) -> str:
    """The months in which something fell due."""
    rows = [
        (f"{_number(month)}月", (len(found.on_time), len(found.late), len(found.missing)))
        for month, found in zip(figures.dimensions["month"], figures.fulfilment_by_month, strict=False)
        if found.due
    ]
    about = f"{figures.year.label}每月到期应公开的，按时、迟公开和未公开各多少。数字在下面的表里。"
    return shares_chart(rows, ("按时", "迟公开", "未公开"), name="chart-duties", about=about) if rows else ""


def _prompt(figures: Figures) -> str:
    """The months in which something was published of which it is known whether it was in time."""
    rows = [
        (f"{_number(good)}月", (good.count, late.count))
        for good, late in figures.prompt_by_month
        if good.count + late.count
    ]
    about = f"{figures.year.label}每月公布的记录，按时的和超过时限的各多少。合计在下面的表里。"
    return shares_chart(rows, ("按时", "超过时限"), name="chart-promptness", about=about) if rows else ""


def _opinions(figures: Figures) -> str:
    months = figures.opinions.groups["month"]
    if not figures.opinions.received:
        return ""
    return columns_chart(
        [(_number(one), one.count) for one in months[:12]], about=_about(figures, "每月收到意见的件数", months)
    )


_CHARTS: dict[str, Callable[[Figures], str]] = {
    "month": _months,
    "section": _rows("section", "各一级栏目公开的条数"),
    "column": _rows("column", "各栏目公开的条数"),
    "channel": _rows("channel", "各公开渠道的条数"),
    "promptness": _prompt,
    "duties": _duties,
    "opinions": _opinions,
}
"""By the table that says the same in numbers."""


def _about(figures: Figures, what: str, groups: Sequence[Group]) -> str:
    return f"{figures.year.label}{what}：{'，'.join(_told(groups))}。"


def _told(groups: Sequence[Group]) -> Iterator[str]:
    return (f"{one.label} {one.count}" for one in groups if one.count)


def _number(month: Group) -> str:
    return f"{int(month.id[5:])}"
