"""Markdown and text files: tables lose columns, running text loses numbers, the rest stays as it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from disclosure.domain.school import NameMask
from disclosure.masking.rules import Rules
from masking.invented import CARD, ID, MOBILE, copy_of

RECORD = f"""---
编号: 2026-0001
标题: 资助名单
---

| 姓名 | 身份证号 | 班级 |
| :--- | ---: | --- |
| 张三 | {ID} | 高一（1）班 |
| 李四 | 无 | 高一\\|2班 |

异议请打 {MOBILE[:3]} {MOBILE[3:7]} {MOBILE[7:]}，打入 {CARD}。
> | 名字 | 电话 |
> |---|---|
> | 王五 | {MOBILE} |
"""


def text_copy(text: str, tmp_path: Path, name: str = "名单.md", rules: Rules | None = None) -> str:
    original = tmp_path / name
    original.write_bytes(text.encode())
    copy, _ = copy_of(original, rules)
    return copy.read_bytes().decode()


def test_a_record_keeps_everything_but_columns_and_numbers(tmp_path: Path) -> None:
    assert (
        text_copy(RECORD, tmp_path)
        == """---
编号: 2026-0001
标题: 资助名单
---

| 姓名 | 班级 |
| :--- | --- |
| 张三 | 高一（1）班 |
| 李四 | 高一\\|2班 |

异议请打 （已隐去），打入 （已隐去）。
> | 名字 |
> | --- |
> | 王五 |
"""
    )


def test_text_without_personal_data_is_the_same_byte_for_byte(tmp_path: Path) -> None:
    text = "# 通知\r\n\r\n| 姓名 | 班级 |\r\n|--|:-:|\r\n|张三|1班|\r\n\r\n办公电话 0000-5550101\x0c\r\n---\r\n|\r\n"
    assert text_copy(text, tmp_path) == text


def test_names_are_masked_in_tables_and_text(tmp_path: Path) -> None:
    text = "关于王小明的公示\n\n| 姓名 | 班级 |\n|---|---|\n| 王小明 | 1班 |\n"
    masked = text_copy(text, tmp_path, rules=Rules(names=NameMask.ENDS))
    assert masked == "关于王*明的公示\n\n| 姓名 | 班级 |\n|---|---|\n| 王*明 | 1班 |\n"


@pytest.mark.parametrize(
    "written",
    [
        f"{MOBILE[:3]}**{MOBILE[3:7]}**{MOBILE[7:]}",
        f"<b>{MOBILE[:3]}</b>{MOBILE[3:]}",
        "".join(f"&#{ord(digit)};" for digit in MOBILE),
        f"<!-- {MOBILE} -->",
        f"[电话](tel:{MOBILE})",
    ],
)
@pytest.mark.parametrize("line", ["张三{}\n", "| 姓名 | 班级 |\n|---|---|\n| 张三 | {} |\n"], ids=["text", "table"])
def test_numbers_that_markup_hides_are_found(written: str, line: str, tmp_path: Path) -> None:
    masked = text_copy(line.format(written), tmp_path)
    assert "（已隐去）" in masked and "张三" in masked
    assert MOBILE[3:7] not in masked


def test_a_text_file_with_tabs_is_a_table(tmp_path: Path) -> None:
    text = f"名单\n姓名\t身份证号\t班级\n张三\t{ID}\t1班\n完\n"
    assert text_copy(text, tmp_path, "名单.txt") == "名单\n姓名\t班级\n张三\t1班\n完\n"


def test_a_table_in_html_is_masked_as_text_and_said_to_be(tmp_path: Path) -> None:
    original = tmp_path / "名单.md"
    original.write_text(f"<table><tr><td>张三</td><td>{ID}</td></tr></table>\n")
    copy, tally = copy_of(original)
    assert copy.read_text() == "<table><tr><td>张三</td><td>（已隐去）</td></tr></table>\n"
    assert "HTML 表格" in " ".join(tally.lines())
