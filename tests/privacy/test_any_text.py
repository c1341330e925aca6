"""Any text at all: never a crash, nothing that the quick look lets pass, no text that takes longer than its length."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from disclosure.privacy.addresses import find_addresses
from disclosure.privacy.births import find_births
from disclosure.privacy.emails import find_emails
from disclosure.privacy.finder import find, sightings_in
from disclosure.privacy.fragments import find_fragments
from disclosure.privacy.labelled import find_labelled
from disclosure.privacy.markup import visible
from disclosure.privacy.numbers import find_numbers
from disclosure.privacy.suspicion import is_suspicious
from disclosure.privacy.tables import find_in_tables, name_tables
from snippets import benchmark

PIECES = st.sampled_from(
    """
    11010519491231002X 13800001234 6222020000001234566 110105 1949 1231 002X １３８ 0000 ０ １ 身份证 姓名 学号 工号 电话 护照 E00001234 户号 000012345 2014年3月5日 出生 生于 家庭住址
    云杉路1号2幢303室 微信 wang_88 QQ 100001 a@b.cn @ ＠ *** 110105********002X × ● | \t \n | --- | <td> </td> <tr> </tr> <b> </b> ** &#49; & ; < > - . — \u200b 王思源 李明 ， 。 ： （ ） 元
    https://a.cn/ 编号 合同 X x 9 0 订单号 \ud800 \x00 𝟏 ٣
    """.split(" ")
)
FINDERS = (find_numbers, find_labelled, find_births, find_addresses, find_in_tables, find_emails, find_fragments)
TEXTS = st.lists(PIECES | st.text(max_size=4), max_size=40).map("".join)


@settings(max_examples=400, deadline=None)
@given(TEXTS)
@example("姓名|学号\n王思源|20260001")
def test_what_the_quick_look_lets_pass_holds_nothing(text: str) -> None:
    if not is_suspicious(text):
        for shown in (text, visible(text) or ""):
            for finder in FINDERS:
                assert list(finder(shown)) == []


@settings(max_examples=400, deadline=None)
@given(TEXTS)
def test_matches_lie_in_order_and_never_on_each_other(text: str) -> None:
    position = 0
    for match in find(text):
        assert position <= match.start < match.end <= len(text)
        position = match.end
    lines = text.count("\n") + 1
    assert all(1 <= one.line <= lines for one in sightings_in(text))
    assert all(1 <= table.line <= lines for table in name_tables(text))


@pytest.mark.parametrize("piece", benchmark("privacy").HOSTILE.values(), ids=benchmark("privacy").HOSTILE)
def test_a_text_that_repeats_one_piece_is_looked_through(piece: str) -> None:
    """Half a million characters; whoever needs the square of the length is not done today. `benchmarks/privacy.py` has the times."""
    sightings_in(piece * (500_000 // len(piece)))
