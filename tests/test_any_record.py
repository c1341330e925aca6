"""Any text in, through reading and every check: problems come out, never an exception."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from disclosure.domain.catalogue import Catalogue
from disclosure.errors.problem import Problem
from disclosure.reading.catalogue import read_catalogue
from disclosure.reading.record_keys import RECORD
from sample import SCHOOL, make_school, problems_of

DAYS = st.dates(date(1900, 1, 1), date(2999, 12, 31)).map(date.isoformat)
WORDS = st.sampled_from(
    """
    收费公示 总务处 教代会 监督小组 校长 王思源 11010519491231002X 13800001234 138****1234 代办费 伙食费 讲义费 12358 15元 5.8万元 999999999999元 长期 撤下 往期 15天 7个工作日
    9999个工作日 2026年第3期 2026-2027学年第一学期 标准 结算 征求意见 社会 家长 2026-0001 2026-0002 是 否 http://[ record:2026-0001 ../a.xlsx
    """.split()
)  # fmt: skip
SCALARS = DAYS | WORDS | st.text(max_size=8)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3).map(lambda items: f"[{', '.join(items)}]")
    | st.dictionaries(st.sampled_from(["角色", "姓名", "日期", "项目", "标准", "计费单位", "理由", "批准", "说明", "摘要", "核准人", "单位"]), inner, max_size=4).map(
        lambda items: "{" + ", ".join(f"{key}: {value}" for key, value in items.items()) + "}"
    ),
    max_leaves=8,
)  # fmt: skip
KEYS = st.sampled_from([key.chinese for key in RECORD.keys])
ITEMS = st.sampled_from([f"I{number:02d}" for number in range(1, 71)])
PLAIN = {"编号": "2026-0001", "标题": "收费公示", "事项": "I42", "公布日期": "2026-09-01", "责任部门": "总务处"}


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    root = tmp_path_factory.mktemp("catalogue")
    return read_catalogue(root / "catalogue.yml", root=root)


def record_of(fields: dict[str, str], body: str) -> str:
    return "---\n" + "".join(f"{key}: {value}\n" for key, value in fields.items()) + f"---\n{body}"


def told(*texts: str) -> list[Problem]:
    with TemporaryDirectory() as folder:
        root = make_school(
            Path(folder),
            school=f"{SCHOOL}terms: [{{name: 2026-2027学年第一学期, start: 2026-09-01, end: 2027-01-22}}]\n",
        )
        for number, text in enumerate(texts):
            (root / f"data/records/{number}.md").write_bytes(text.encode("utf-8", "surrogatepass"))
        return problems_of(root)


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=200) | st.binary(max_size=200).map(lambda content: content.decode("latin-1")))
def test_any_text_as_a_file(text: str) -> None:
    told(text)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.tuples(st.dictionaries(KEYS, VALUES, max_size=8), ITEMS, st.text(max_size=60)), min_size=1, max_size=3)
)
def test_any_values_behind_the_keys(records: list[tuple[dict[str, str], str, str]]) -> None:
    texts = [
        record_of(PLAIN | {"编号": f"2026-000{number}", "事项": item} | fields, body)
        for number, (fields, item, body) in enumerate(records, start=1)
    ]
    for problem in told(*texts):
        assert problem.message
        assert problem.hint


def test_every_item_that_is_tried_is_in_the_catalogue(catalogue: Catalogue) -> None:
    assert {f"I{number:02d}" for number in range(1, 71)} <= set(catalogue.items)
