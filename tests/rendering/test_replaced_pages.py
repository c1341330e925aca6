"""Pages of records that others replace: they lead on, also as stubs, say what happened, and invite nobody any more."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

import pytest

from disclosure.domain.edition import Shown, Stub
from disclosure.rendering.fragments import record_fragment, stub_fragment
from disclosure.rendering.site import Site
from sample import record

LATER = "{日期: 2026-11-23, 理由: 有误, 批准: 校长办公会}"
STUBS = {
    "withdrawn": {"撤销": "{日期: 2026-10-01, 理由: 有误, 批准: 校长办公会}"},
    "removed": {"截止日期": "2026-09-30", "到期处理": "撤下"},
}
NEWER = {"标题": "新标准", "公布日期": "2026-11-22"}
LEADS_ON = '<p>请看后来公开的\uff1a<a href="../2026-0002/">新标准</a>。</p>'


def banner(site: Site, record_id: str = "2026-0001") -> str:
    entry = site.entries[record_id]
    page = record_fragment(entry, site) if isinstance(entry, Shown) else stub_fragment(entry, site)
    found = re.search(r"<div class=banner .*?</div>", page, re.DOTALL)
    assert found
    return found[0]


@pytest.mark.parametrize("key", ["替代", "更正"])
@pytest.mark.parametrize(
    ("today", "leads_on"), [(date(2026, 11, 21), False), (date(2026, 11, 22), True), (date(2026, 11, 23), True)]
)
@pytest.mark.parametrize("fields", STUBS.values(), ids=STUBS)
def test_a_stub_leads_to_what_replaces_it(
    fields: dict[str, str], today: date, leads_on: bool, key: str, site_of: Callable[..., Site]
) -> None:
    site = site_of(record(**fields), record("2026-0002", **NEWER, **{key: "2026-0001"}), today=today)
    assert isinstance(site.entries["2026-0001"], Stub)
    assert (LEADS_ON in banner(site)) is leads_on
    assert ("后来公开" in banner(site)) is leads_on


@pytest.mark.parametrize("newer", [{"公开范围": "教职工"}, {"草稿": "是"}, {"公布日期": "2026-11-24"}, {"撤销": LATER}])
@pytest.mark.parametrize("fields", STUBS.values(), ids=STUBS)
def test_a_stub_does_not_lead_to_what_readers_cannot_see(
    fields: dict[str, str], newer: dict[str, str], site_of: Callable[..., Site]
) -> None:
    text = banner(site_of(record(**fields), record("2026-0002", **(NEWER | {"替代": "2026-0001"} | newer))))
    assert "后来公开" not in text
    assert "2026-0002" not in text


def test_a_stub_leads_to_all_that_replace_it(site_of: Callable[..., Site]) -> None:
    news = [record(f"2026-000{n}", 标题=f"新标准 <{n}>", 替代="2026-0001") for n in (3, 2)]
    links = '<a href="../2026-0002/">新标准 &lt;2&gt;</a>、<a href="../2026-0003/">新标准 &lt;3&gt;</a>。'
    assert f"请看后来公开的\uff1a{links}" in banner(site_of(record(**STUBS["withdrawn"]), *news))


@pytest.mark.parametrize(("today", "to"), [(date(2026, 11, 22), "0002"), (date(2026, 11, 23), "0003")])
def test_when_the_middle_of_a_chain_is_withdrawn_all_lead_to_its_end(
    today: date, to: str, site_of: Callable[..., Site]
) -> None:
    middle = record("2026-0002", **NEWER, 更正="2026-0001", 撤销=LATER)
    site = site_of(record(), middle, record("2026-0003", 公布日期="2026-11-22", 更正="2026-0002"), today=today)
    assert re.findall(r'href="\.\./2026-(\d+)/"', banner(site)) == [to]
    assert "2026-0003" in banner(site, "2026-0002")
    assert ("请看后来公开的" in banner(site, "2026-0002")) is (to == "0003")


SAID = {
    "replaced": ([{"替代": "2026-0001"}], "本件已被取代\uff0c请看"),
    "corrected": ([{"更正": "2026-0001"}], "本件已被更正\uff0c请看"),
    "replaced and corrected at once": ([{"替代": "2026-0001", "更正": "2026-0001"}], "本件已被更正\uff0c请看"),
    "replaced by what corrects another": ([{"替代": "2026-0001", "更正": "2026-0009"}], "本件已被取代\uff0c请看"),
    "replaced and corrected": ([{"替代": "2026-0001"}, {"更正": "2026-0001"}], "本件已被更正\uff0c请看"),
    "corrected by what was withdrawn": ([{"替代": "2026-0001"}, {"更正": "2026-0001", "撤销": LATER}], "本件已被取代\uff0c请看"),
}  # fmt: skip


@pytest.mark.parametrize(("newer", "words"), SAID.values(), ids=SAID)
def test_the_banner_says_whether_it_was_corrected(
    newer: list[dict[str, str]], words: str, site_of: Callable[..., Site]
) -> None:
    texts = [record(f"2026-000{number}", **fields) for number, fields in enumerate(newer, start=2)]
    assert words in banner(site_of(record(), *texts, record("2026-0009")))


INVITED = "正在征求意见\uff0c2026年11月30日\uff08含当日\uff09以前可以向总务处提出。"
ENDED, OVER = "意见征集已经结束。", "意见征集已于 2026年11月30日结束。"


@pytest.mark.parametrize(
    ("today", "words"),
    [
        (date(2026, 11, 21), INVITED),
        (date(2026, 11, 22), ENDED),
        (date(2026, 11, 23), ENDED),
        (date(2026, 11, 30), ENDED),
        (date(2026, 12, 1), OVER),
    ],
)
@pytest.mark.parametrize("stage", ["征求意见", "预公开"])
@pytest.mark.parametrize("after", ["横幅", "往期"])
def test_a_consultation_that_was_replaced_invites_nobody(
    today: date, words: str, stage: str, after: str, site_of: Callable[..., Site]
) -> None:
    old = record(公布日期="2026-11-01", 截止日期="2026-11-30", 到期处理=after, 环节=stage)
    told = banner(site_of(old, record("2026-0002", **NEWER, 替代="2026-0001"), today=today))
    assert [each for each in (INVITED, ENDED, OVER) if each in told] == [words]
