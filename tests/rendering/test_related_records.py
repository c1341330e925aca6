"""What a record's page leads to: the one before and after, its series, what it replaces and what replaces it."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

import pytest

from disclosure.domain.edition import Shown
from disclosure.rendering.fragments import record_fragment, stub_fragment
from disclosure.rendering.site import Site
from sample import record

WITHDRAWN = "{日期: 2026-10-01, 理由: 有误, 批准: 校长办公会}"


def page_of(record_id: str, site: Site) -> str:
    entry = site.entries[record_id]
    return record_fragment(entry, site) if isinstance(entry, Shown) else stub_fragment(entry, site)


def around(record_id: str, site: Site) -> dict[str, str]:
    """Numbers of the records before (prev) and after (next)."""
    return dict(re.findall(r"<a rel=(prev|next) href=\.\./([0-9-]+)/>", page_of(record_id, site)))


def banner(record_id: str, site: Site) -> str:
    found = re.search(r"<div class=banner .*?</div>", page_of(record_id, site), re.DOTALL)
    assert found
    return found[0]


def test_the_one_before_is_older_and_the_one_after_newer(site_of: Callable[..., Site]) -> None:
    site = site_of(
        record("2026-0003", 公布日期="2026-09-02"),
        record("2026-0001", 公布日期="2026-09-03"),
        record("2026-0002", 公布日期="2026-09-01"),
    )
    assert around("2026-0002", site) == {"next": "2026-0003"}
    assert around("2026-0003", site) == {"prev": "2026-0002", "next": "2026-0001"}
    assert around("2026-0001", site) == {"prev": "2026-0003"}
    assert "上一条\uff1a第2026-0002件" in page_of("2026-0003", site)
    assert "下一条\uff1a第2026-0001件" in page_of("2026-0003", site)


def test_on_one_day_the_time_decides_and_then_the_number(site_of: Callable[..., Site]) -> None:
    site = site_of(
        record("2026-0003", 公布日期="2026-09-01"),
        record("2026-0001", 公布日期="2026-09-01 08:30"),
        record("2026-0002", 公布日期="2026-09-01"),
    )
    assert around("2026-0003", site) == {"prev": "2026-0002", "next": "2026-0001"}


def test_only_records_of_the_very_same_column_and_edition_are_neighbours(site_of: Callable[..., Site]) -> None:
    site = site_of(
        record("2026-0001", 栏目="其他", 公布日期="2026-09-01"),
        record("2026-0002", 栏目="其他/财务", 公布日期="2026-09-02"),
        record("2026-0003", 栏目="其他", 公布日期="2026-09-03", 公开范围="教职工"),
        record("2026-0004", 栏目="其他", 公布日期="2026-09-04"),
    )
    assert around("2026-0001", site) == {"next": "2026-0004"}
    assert around("2026-0002", site) == {}


def test_a_stub_is_a_neighbour_and_has_neighbours(site_of: Callable[..., Site]) -> None:
    site = site_of(record("2026-0001"), record("2026-0002", 撤销=WITHDRAWN), record("2026-0003"))
    assert around("2026-0001", site) == {"next": "2026-0002"}
    assert around("2026-0002", site) == {"prev": "2026-0001", "next": "2026-0003"}


def timeline(record_id: str, site: Site) -> list[str]:
    """The lines of the series, as text."""
    found = re.search(r'<ol class="timeline">.*?</ol>', page_of(record_id, site), re.DOTALL)
    lines = re.findall(r"<li.*?</li>", found[0], re.DOTALL) if found else []
    return [" ".join(re.sub("<[^>]+>", "", line).split()) for line in lines]


SERIES = (
    record("2026-0009", 标题="跑道中标", 公布日期="2026-09-20", 关联="跑道", 环节="中标"),
    record("2026-0003", 标题="跑道招标", 公布日期="2026-09-01", 关联="跑道", 环节="招标公告"),
    record("2026-0010", 标题="跑道合同", 公布日期="2026-10-01", 关联="跑道", 撤销=WITHDRAWN),
    record("2026-0011", 标题="跑道内部说明", 公布日期="2026-10-02", 关联="跑道", 公开范围="教职工"),
    record("2026-0012", 标题="食堂招标", 公布日期="2026-10-03", 关联="食堂"),
)


def test_a_series_tells_its_steps_from_the_first(site_of: Callable[..., Site]) -> None:
    site = site_of(*SERIES)
    assert timeline("2026-0009", site) == [
        "2026年9月1日 招标公告 跑道招标 长期有效",
        "2026年9月20日 中标 跑道中标\uff08本页\uff09 长期有效",
        "2026年10月1日 跑道合同 已撤销",
    ]
    assert timeline("2026-0010", site)[2] == "2026年10月1日 跑道合同\uff08本页\uff09 已撤销"
    assert timeline("2026-0011", site_of(*SERIES, edition="internal"))[3].startswith("2026年10月2日 跑道内部说明")


def test_a_series_leads_to_its_other_records_only(site_of: Callable[..., Site]) -> None:
    page = page_of("2026-0009", site_of(*SERIES))
    section = page[page.index('class="timeline"') : page.index("class=tools")]
    assert re.findall(r'href="([^"]+)"', section) == ["../2026-0003/", "../2026-0010/"]
    assert section.count('aria-current="true"') == 1
    assert '<time datetime="2026-09-20">' in section


def test_a_series_of_one_is_none(site_of: Callable[..., Site]) -> None:
    site = site_of(*SERIES)
    assert timeline("2026-0012", site) == []
    assert "同一事项" not in page_of("2026-0012", site)


@pytest.mark.parametrize(("key", "was"), [("替代", "取代"), ("更正", "更正")])
def test_old_and_new_lead_to_each_other(key: str, was: str, site_of: Callable[..., Site]) -> None:
    old = record("2026-0001", 标题="旧标准")
    new = record("2026-0002", 标题="新标准", 公布日期="2026-11-23", **{key: "2026-0001"})
    site = site_of(old, new)
    assert f'本件已被{was}\uff0c请看\uff1a<a href="../2026-0002/">新标准</a>。' in banner("2026-0001", site)
    assert 'data-state="replaced">' in page_of("2026-0001", site)
    assert f'<p>本件{key}\uff1a<a href="../2026-0001/">旧标准</a></p>' in banner("2026-0002", site)
    assert 'data-state="standing">' in page_of("2026-0002", site)


def test_replacing_one_and_correcting_another(site_of: Callable[..., Site]) -> None:
    new = record("2026-0003", 替代="2026-0001", 更正="2026-0002")
    told = banner("2026-0003", site_of(record("2026-0001"), record("2026-0002"), new))
    assert '本件替代\uff1a<a href="../2026-0001/">' in told
    assert '本件更正\uff1a<a href="../2026-0002/">' in told


def test_a_record_replaced_by_two_names_both(site_of: Callable[..., Site]) -> None:
    news = [record(f"2026-000{n}", 标题=f"新标准{n}", 替代="2026-0001") for n in (2, 3)]
    told = banner("2026-0001", site_of(record("2026-0001"), *news))
    assert '<a href="../2026-0002/">新标准2</a>、<a href="../2026-0003/">新标准3</a>。' in told


@pytest.mark.parametrize(
    ("today", "state"), [(date(2026, 11, 22), "standing"), (date(2026, 11, 23), "replaced"), (date(2026, 11, 24), "replaced")]
)  # fmt: skip
def test_a_replacement_counts_from_its_own_day(today: date, state: str, site_of: Callable[..., Site]) -> None:
    site = site_of(record("2026-0001"), record("2026-0002", 公布日期="2026-11-23", 替代="2026-0001"), today=today)
    assert f'data-state="{state}">' in page_of("2026-0001", site)


@pytest.mark.parametrize(
    "fields", [{"公开范围": "教职工"}, {"撤销": WITHDRAWN}, {"草稿": "是"}, {"公布日期": "2026-11-24"}]
)
def test_a_replacement_that_readers_cannot_see_replaces_nothing(
    fields: dict[str, str], site_of: Callable[..., Site]
) -> None:
    site = site_of(record("2026-0001"), record("2026-0002", 标题="新标准", 替代="2026-0001", **fields))
    assert 'data-state="standing">' in page_of("2026-0001", site)
    assert "新标准" not in banner("2026-0001", site)


def test_what_was_replaced_out_of_sight_is_not_named(site_of: Callable[..., Site]) -> None:
    old = record("2026-0001", 标题="内部旧标准", 公开范围="教职工")
    site = site_of(old, record("2026-0002", 替代="2026-0001"))
    assert "0001" not in page_of("2026-0002", site)
    assert "内部旧标准" not in page_of("2026-0002", site)
