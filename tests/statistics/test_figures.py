"""What is counted, and what not: figures of small schools."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from disclosure.domain.year import calendar_year, school_year
from disclosure.rendering.site import Site
from disclosure.statistics.dimensions import DIMENSIONS, months_of, quarters_of
from disclosure.statistics.figures import Figures, figures_of, figures_of_years, years_of
from sample import TODAY, record

SiteOf = Callable[..., Site]
YEAR = calendar_year(2026)


def of(site: Site, year: int = 2026) -> Figures:
    return figures_of(site.edition, calendar_year(year), duties=site.edition.duties)


def counts(figures: Figures, dimension: str) -> dict[str, int]:
    return {group.label: group.count for group in figures.dimensions[dimension] if group.count}


def test_only_what_was_published_up_to_today_counts(site_of: SiteOf) -> None:
    site = site_of(
        record("1", 公布日期="2026-01-01"), record("2", 公布日期="2026-11-23"), record("3", 公布日期="2026-11-24"),
        record("4", 公布日期="2025-12-31"), record("5", 公布日期="2026-03-01", 草稿="是"), record("6", 公布日期="2026-03-01", 公开范围="教职工"),
    )  # fmt: skip
    assert [entry.id for entry in of(site).disclosed] == ["2", "1"]
    assert of(site, 2025).total == 1


def test_what_was_taken_down_or_back_still_counts(site_of: SiteOf) -> None:
    taken = "{日期: 2026-10-08, 理由: 发错了, 批准: 校长}"
    site = site_of(
        record("1", 截止日期="2026-09-20", 到期处理="撤下"), record("2", 撤销=taken, 公开渠道="公开栏"), record("3"),
    )  # fmt: skip
    figures = of(site)
    assert (figures.total, len(site.edition.stubs)) == (3, 2)
    assert counts(figures, "change") == {"撤销": 1, "撤下": 1}
    assert counts(figures, "channel") == {"网站": 3, "公开栏": 1}
    assert counts(figures, "state") == {"长期有效": 1, "已撤销": 1, "已撤下": 1}


def test_a_record_counts_in_each_of_its_channels_and_once_on_the_site(site_of: SiteOf) -> None:
    site = site_of(record("1", 公开渠道="网站、公开栏"), record("2", 公开渠道="公开栏、家长信"), record("3"))
    assert counts(of(site), "channel") == {"网站": 3, "公开栏": 2, "家长信": 1}


def test_columns_count_their_own_records_and_sections_all_below_them(site_of: SiteOf) -> None:
    site = site_of(record("1", 栏目="其他"), record("2", 栏目="其他/财务"), record("3", 栏目="其他/财务"), record("4"))
    assert counts(of(site), "column") == {"招生收费": 1, "其他": 1, "其他/财务": 2}
    assert counts(of(site), "section") == {"招生收费": 1, "其他": 3}


def test_records_without_item_are_counted_apart(site_of: SiteOf) -> None:
    site = site_of(
        record("1", 栏目="", 事项="I46", 概述="十月。", 截止日期="2026-12-31", 期号="2026-10"),
        record("2"),
        edition="internal",
    )
    figures = of(site)
    assert counts(figures, "item") == {"食堂伙食费收支": 1, "未分事项": 1}
    assert counts(figures, "cadence") == {"定期": 1, "未分事项": 1}
    assert counts(figures, "kind") == {"财务": 1, "未分事项": 1}


def test_changes_count_in_the_year_in_which_they_were_made(site_of: SiteOf) -> None:
    changes = "[{日期: 2026-02-01, 说明: 改了时间}, {日期: 2026-03-01, 说明: 又改了}]"
    site = site_of(
        record("1", 公布日期="2025-09-01", 变更=changes), record("2", 更正="1"), record("3", 替代="2"), record("4")
    )
    assert counts(of(site), "change") == {"更正": 1, "替代": 1, "变更": 1}
    assert of(site).group("change", "changed").entries == ("1",)
    assert counts(of(site, 2025), "change") == {}


def test_taking_the_place_of_what_others_cannot_see_is_not_counted(site_of: SiteOf) -> None:
    site = site_of(record("1", 公开范围="教职工"), record("2", 替代="1"))
    assert counts(of(site), "change") == {}


@pytest.mark.parametrize(
    ("formed", "published", "sort"),
    [
        ("2026-03-02", "2026-03-30", "按时公布"),  # 20 working days after 2 March
        ("2026-03-02", "2026-03-31", "超过时限"),
        ("", "2026-03-31", "没有写形成日期"),
    ],
)
def test_promptness(site_of: SiteOf, formed: str, published: str, sort: str) -> None:
    site = site_of(record("1", 栏目="", 事项="规章制度和办事流程", 形成日期=formed, 公布日期=published, 概述="新订。"))
    assert counts(of(site), "promptness") == {sort: 1}


def test_median_and_share(site_of: SiteOf) -> None:
    site = site_of(*(record(f"{day}", 形成日期=f"2026-08-{day}", 公布日期="2026-09-01") for day in (10, 20, 25, 31)))
    prompt = of(site).promptness
    assert (prompt.median_days, prompt.share_on_time, len(prompt.without_limit)) == (Decimal("9.5"), None, 4)


def test_nothing_at_all(site_of: SiteOf) -> None:
    figures = of(site_of())
    assert (figures.total, figures.before, figures.promptness.median_days, figures.opinions.share_answered) == (
        0,
        None,
        None,
        None,
    )


def test_the_year_before_up_to_the_same_day(site_of: SiteOf) -> None:
    site = site_of(record("1", 公布日期="2025-11-23"), record("2", 公布日期="2025-11-24"), record("3"))
    before = of(site).before
    assert before and (before.so_far, before.disclosed) == (("1",), ("2", "1"))
    assert of(site, 2025).before is None


def test_the_leap_day_is_compared_with_the_day_before_it(site_of: SiteOf) -> None:
    site = site_of(
        record("1", 公布日期="2027-02-28"),
        record("2", 公布日期="2027-03-01"),
        record("3", 公布日期="2028-02-01"),
        today=date(2028, 2, 29),
    )
    before = of(site, 2028).before
    assert before and before.so_far == ("1",)


def test_school_years(site_of: SiteOf) -> None:
    site = site_of(
        record("1", 公布日期="2025-08-31"), record("2", 公布日期="2025-09-01"), record("3", 公布日期="2026-08-31"),
        school="name: 示例学校\nsite_url: https://school.example/\nyear_kind: 学年\n",
    )  # fmt: skip
    assert [year.slug for year in years_of(site.edition)] == ["2026-2027", "2025-2026", "2024-2025"]
    figures = figures_of(site.edition, school_year(2025))
    assert counts(figures, "month") == {"2025年9月": 1, "2026年8月": 1}
    assert counts(figures, "quarter") == {"第1季度（2025年9月至11月）": 1, "第4季度（2026年6月至8月）": 1}


def test_months_and_quarters_have_names() -> None:
    assert months_of(YEAR)[0] == ("2026-01", "2026年1月")
    assert quarters_of(YEAR)[3] == ("q4", "第4季度（2026年10月至12月）")
    assert quarters_of(school_year(2025))[1] == ("q2", "第2季度（2025年12月至2026年2月）")


def test_departments_by_month(site_of: SiteOf) -> None:
    site = site_of(
        record("1", 公布日期="2026-03-01"), record("2", 公布日期="2026-03-02"), record("3", 责任部门="办公室")
    )
    assert counts(of(site), "department-month") == {"总务处，2026年3月": 2, "办公室，2026年9月": 1}


def test_names_become_different_fragments(site_of: SiteOf) -> None:
    site = site_of(record("1", 责任部门="教务 处"), record("2", 责任部门="教务/处"), record("3", 责任部门="'#'"))
    ids = [group.id for group in of(site).dimensions["department"]]
    assert sorted(ids) == ["-", "教务-处", "教务-处-2"]


def test_every_dimension_counts_every_record(site_of: SiteOf, edition: object) -> None:
    """Of the example school: each record is in exactly one group, or in at least one of its channels."""
    from disclosure.domain.edition import Edition

    assert isinstance(edition, Edition)
    for figures in figures_of_years(edition, years_of(edition), duties=edition.duties).values():
        assert set(figures.dimensions) == set(DIMENSIONS)
        for name, groups in figures.dimensions.items():
            counted = [id for group in groups for id in group.entries]
            if name == "channel":
                counted = list(dict.fromkeys(counted))
            if name != "change":
                assert sorted(counted) == sorted(entry.id for entry in figures.disclosed), name


def test_many_records_are_counted_quickly(site_of: SiteOf) -> None:
    """A bound that a quadratic count would break, not a measurement."""
    from time import perf_counter

    site = site_of(record("1"))
    one = site.edition.shown[0]
    many = tuple(replace(one, record=replace(one.record, id=f"{number:05}")) for number in range(10_000, 0, -1))
    edition = replace(site.edition, shown=many, today=TODAY)
    start = perf_counter()
    assert figures_of(edition, YEAR).total == 10_000
    assert perf_counter() - start < 2
