"""What pages tell of opinions and consultations: the chain, the way to give an opinion, the result; and when they change."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from disclosure.domain.edition import Shown
from disclosure.pipeline import read_and_check, select
from disclosure.publishing.feed_entry import feed_entry
from disclosure.publishing.feed_files import feed_files
from disclosure.rendering.fragments import record_fragment, stub_fragment
from disclosure.rendering.keys import page_key
from disclosure.rendering.site import Site
from sample import SCHOOL, TODAY, make_school, record

SiteOf = Callable[..., Site]
OPINION = (
    "- {编号: YJ1, 收到日期: 2026-09-10, 来源: 意见箱, 意见: 人工费怎样算的, 记录: 2026-0001, 来信人: {姓名: 张三丰}}\n"
)
ANSWERED = (
    "- {编号: YJ1, 收到日期: 2026-09-10, 来源: 意见箱, 意见: 人工费怎样算的, 记录: 2026-0001, 责任部门: 总务处, 答复日期: 2026-09-15,\n"
    "   答复: 按餐次分摊, 处理结果: 采纳改正, 更正: 2026-0002, 再公布: 2026-0003, 反馈日期: 2026-09-16}\n"
)
RECORDS = (
    record(), record("2026-0002", 公布日期="2026-09-20", 更正="2026-0001"), record("2026-0003", 公布日期="2026-09-25"),
    record("2026-0004"),
)  # fmt: skip
CATALOGUE = "公开的登记册: [意见登记册]\n"


def school(root: Path, opinions: str, *records: str, catalogue: str = CATALOGUE, more: str = "") -> Path:
    root = make_school(root, *(records or RECORDS), catalogue=catalogue, school=SCHOOL + more)
    (root / "data/registers").mkdir()
    (root / "data/registers/opinions.yml").write_text(opinions)
    return root


def site(root: Path, today: date = TODAY, edition: str = "public") -> Site:
    return select(read_and_check(root, today).library, edition=edition, today=today)


def page(of: Site, record_id: str = "2026-0001") -> str:
    entry = of.entries[record_id]
    return record_fragment(entry, of) if isinstance(entry, Shown) else stub_fragment(entry, of)


def chain(of: Site, record_id: str = "2026-0001") -> str:
    found = re.search(r'<section aria-labelledby="chain">.*?</section>', page(of, record_id), re.DOTALL)
    return " ".join(re.sub("<[^>]+>", " ", found[0]).split()) if found else ""


def test_the_chain_stands_on_all_of_its_pages_and_on_no_other(tmp_path: Path) -> None:
    found = site(school(tmp_path, ANSWERED))
    assert all(chain(found, f"2026-000{n}") for n in (1, 2, 3))
    assert chain(found, "2026-0004") == ""
    assert chain(found) == (
        "意见和整改 2026年9月1日 公布 第2026-0001件（本页） 已更正 2026年9月10日 收到意见 YJ1（意见箱） ：人工费怎样算的 "
        "2026年9月15日 答复 YJ1（总务处） ：处理结果：采纳改正。按餐次分摊 2026年9月16日 反馈 YJ1 ：已告诉提意见的人。 "
        "2026年9月20日 更正 第2026-0002件 长期有效 2026年9月25日 再公布 第2026-0003件 长期有效"
    )
    assert '<a href="../../registers/opinions/2026/#YJ1">' in page(found)
    assert '<a href="../2026-0003/">' in page(found)


def test_pages_without_opinions_are_what_they_were(tmp_path: Path, site_of: SiteOf) -> None:
    """Not a byte more, and the same key: nothing is made again where nobody had an opinion."""
    with_chain, without = site(school(tmp_path, OPINION)), site_of(*RECORDS, catalogue=CATALOGUE)
    for number in ("2026-0003", "2026-0004"):
        assert page(with_chain, number) == page(without, number)
        assert page_key(with_chain.entries[number], with_chain) == page_key(without.entries[number], without)
    assert page(with_chain) != page(without)
    assert page_key(with_chain.entries["2026-0001"], with_chain) != page_key(without.entries["2026-0001"], without)


@pytest.mark.parametrize(
    ("edition", "catalogue", "told"),
    [("public", "", False), ("internal", "", True), ("public", CATALOGUE, True)],
    ids=["public", "internal", "opened to the public"],
)
def test_a_closed_register_tells_nothing(edition: str, catalogue: str, told: bool, tmp_path: Path) -> None:
    found = site(school(tmp_path, OPINION, catalogue=catalogue), edition=edition)
    assert ("人工费" in page(found)) is told
    assert "张三丰" not in page(found)


WAITING = "还没有答复\uff0c应在 2026年9月23日以前答复。"


@pytest.mark.parametrize(
    ("today", "words"),
    [
        (date(2026, 9, 9), ""),
        (date(2026, 9, 10), WAITING),
        (date(2026, 9, 23), WAITING),
        (date(2026, 9, 24), "已超过答复期限 1 天\uff08按 2026年9月24日计\uff09\uff0c还没有答复。"),
        (date(2026, 10, 23), "已超过答复期限 30 天\uff08按 2026年10月23日计\uff09\uff0c还没有答复。"),
    ],
)
def test_an_answer_that_is_owed_is_told_with_its_days(today: date, words: str, tmp_path: Path) -> None:
    told = chain(site(school(tmp_path, OPINION), today))
    assert words in told
    assert bool(told) is bool(words)


def test_the_page_of_an_overdue_opinion_changes_each_day_and_others_do_not(tmp_path: Path) -> None:
    root = school(tmp_path, OPINION)

    def key(today: date, number: str = "2026-0001") -> str:
        found = site(root, today)
        return page_key(found.entries[number], found)

    assert key(date(2026, 9, 21)) == key(date(2026, 9, 22))
    assert key(date(2026, 9, 23)) != key(date(2026, 9, 24)) != key(date(2026, 9, 25))
    assert key(date(2026, 9, 28), "2026-0004") == key(date(2026, 9, 29), "2026-0004")
    assert site(root, date(2026, 9, 25)).edition.next_change == date(2026, 9, 26)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("按餐次分摊", "按天分摊"), ("意见箱", "来信"), ("总务处", "食堂"), ("采纳改正", "部分采纳"), ("人工费怎样算的", "人工费"),
        ("2026-09-15", "2026-09-14"), ("反馈日期: 2026-09-16", "反馈日期: 2026-09-17"), (", 再公布: 2026-0003", ""),
    ],
)  # fmt: skip
def test_whatever_the_section_says_is_in_its_key(old: str, new: str, tmp_path: Path) -> None:
    before, after = site(school(tmp_path / "a", ANSWERED)), site(school(tmp_path / "b", ANSWERED.replace(old, new)))
    keys = [page_key(one.entries["2026-0001"], one) for one in (before, after)]
    assert page(before) != page(after)
    assert keys[0] != keys[1]


def test_markup_in_an_opinion_is_text(tmp_path: Path) -> None:
    root = school(tmp_path, OPINION.replace("人工费怎样算的", "'<script>alert(1)</script>'"))
    assert "<script>" not in page(site(root))
    assert "&lt;script&gt;" in page(site(root))


def test_a_stub_tells_the_story_and_not_what_was_taken_down(tmp_path: Path) -> None:
    gone = record(body="机密正文", 概述="机密概述", 撤销="{日期: 2026-09-20, 理由: 有误, 批准: 校长}")
    found = site(school(tmp_path, OPINION, gone))
    assert "撤销" in chain(found)
    assert "机密" not in page(found)


def test_feeds_name_what_a_correction_answers(tmp_path: Path) -> None:
    found = site(school(tmp_path, ANSWERED))

    def told(number: str) -> tuple[str, str]:
        from disclosure.domain.events import events_of

        entry = feed_entry(next(iter(events_of(found.entries[number]))), found)
        return entry.summary, entry.content

    for number in ("2026-0002", "2026-0003"):
        summary, content = told(number)
        assert "回应2026年9月10日收到的意见。" in summary
        assert f'<a href="https://school.example/xwgk/r/{number}/#chain">' in content
        assert "人工费" not in content, "what was said is not pushed to phones"
    assert "回应" not in told("2026-0001")[0] + told("2026-0004")[0]


def test_a_feed_is_made_again_when_a_record_begins_to_answer(tmp_path: Path) -> None:
    def keys(opinions: str, folder: str) -> list[str]:
        return [one.key for one in feed_files(site(school(tmp_path / folder, opinions))) if one.path == "feed.xml"]

    assert keys(OPINION, "a") != keys(ANSWERED, "b")


ASKED = record(公布日期="2026-05-20", 截止日期="2026-06-03", 关联="作息", 环节="征求意见")
RESULT = record("2026-0002", 公布日期="2026-06-22", 关联="作息", 环节="意见采纳情况")
CONTACT = (
    "电话: {监督: 0000-5550102}\n意见箱: xwgk@school.example\n"
    "公开指南: {受理部门: 办公室, 地址: 云杉路 1 号, 电话: 0000-5550101, 时间: '工作日 8:30—16:30'}\n"
)
DUE = "结果应在 2026年7月2日以前公布。"
OVERDUE = "结果应在 2026年7月2日以前公布\uff0c已经过了期限\uff0c还没有公布。"
FOUND = "征求意见的结果\uff1a第2026-0002件\uff082026年6月22日公布\uff09"


def banner(text: str) -> str:
    found = re.search(r"<div class=banner .*?</div>", text, re.DOTALL)
    assert found
    return " ".join(re.sub("<[^>]+>", "", found[0]).split())


@pytest.mark.parametrize(
    ("texts", "today", "words"),
    [
        ((ASKED,), date(2026, 6, 3), DUE),
        ((ASKED,), date(2026, 6, 4), DUE),
        ((ASKED,), date(2026, 7, 2), DUE),
        ((ASKED,), date(2026, 7, 3), OVERDUE),
        ((ASKED, RESULT), date(2026, 6, 21), DUE),
        ((ASKED, RESULT), date(2026, 6, 22), FOUND),
        ((ASKED, RESULT), date(2026, 7, 3), FOUND),
    ],
)
def test_a_consultation_tells_of_its_result(texts: tuple[str, ...], today: date, words: str, site_of: SiteOf) -> None:
    told = banner(page(site_of(*texts, today=today)))
    assert [one for one in (DUE, OVERDUE, FOUND) if one in told] == [words]


def test_while_it_is_open_it_says_how_to_give_an_opinion(site_of: SiteOf) -> None:
    ways = (
        "提意见可以\uff1a打电话 0000-5550101、0000-5550102\uff1b发到意见箱 xwgk@school.example\uff1b寄信到云杉路 1 号\uff1b"
        "工作日 8:30—16:30当面到办公室。"
    )
    assert ways in banner(page(site_of(ASKED, today=date(2026, 6, 3), school=SCHOOL + CONTACT)))
    assert "提意见可以" not in banner(page(site_of(ASKED, today=date(2026, 6, 4), school=SCHOOL + CONTACT)))
    assert "提意见可以" not in banner(page(site_of(ASKED, today=date(2026, 6, 3)))), "a school that names no way"


def test_the_result_leads_back(site_of: SiteOf) -> None:
    found = site_of(ASKED, RESULT)
    assert "本件公布征求意见的结果\uff1a第2026-0001件" in banner(page(found, "2026-0002"))
    alone = site_of(ASKED.replace("作息", "别的"), RESULT)
    assert "本件公布征求意见的结果" not in page(alone, "2026-0002")
    for number in ("2026-0001", "2026-0002"):
        assert page_key(found.entries[number], found) != page_key(alone.entries[number], alone)


def test_what_was_removed_tells_of_its_result_as_well(site_of: SiteOf) -> None:
    gone = ASKED.replace("---\n\n", "到期处理: 撤下\n---\n\n")
    assert OVERDUE in banner(page(site_of(gone)))
    assert FOUND in banner(page(site_of(gone, RESULT)))


def test_the_key_turns_on_the_day_on_which_the_result_is_overdue(site_of: SiteOf) -> None:
    def key(today: date) -> str:
        found = site_of(ASKED, today=today)
        return page_key(found.entries["2026-0001"], found)

    assert key(date(2026, 7, 1)) == key(date(2026, 7, 2)) != key(date(2026, 7, 3)) == key(date(2026, 7, 4))
