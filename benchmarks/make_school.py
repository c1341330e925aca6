"""Write a school of invented records, and the same records for the generators it is compared with.

    python benchmarks/make_school.py N OUT

OUT/school is a school for this product, OUT/hugo the same bodies for Hugo, OUT/mkdocs the same bodies for MkDocs and
Material. The same N gives the same bytes.
"""

from __future__ import annotations

import argparse
import shutil
from pathlib import Path

from peers import write_hugo, write_mkdocs, write_text
from records import FIRST_DAY, Invented, invent_records
from words import ADDRESS, FEE_COLUMN, FEE_ITEM, SCHOOL

_PARTS = {"school", "hugo", "mkdocs"}
_MKDOCS = f"""\
site_name: {SCHOOL}校务公开
docs_dir: site_src
theme:
  name: disclosure
plugins:
  - disclosure
"""
_SCHOOL = f"""\
名称: {SCHOOL}
网址: {ADDRESS}
主办单位: {SCHOOL}
地址: 示例市柳溪湾
接待日: 每月第二个周三下午，综合楼三层
"""
_CATALOGUE = f"""\
预设: standard
事项:
  - 编号: {FEE_ITEM}
    名称: 自愿项目的收费
    栏目: {FEE_COLUMN}
    内容: 项目、标准、计费单位、依据、批准机关、范围、减免
    依据: 示例市学校服务事项办法
    范围: [社会]
    频次: 定期
    时间: [每学期开学前]
    时限: 20个工作日
    责任部门: 出纳室
    责任人: 出纳室负责人
    类型: 收费
    到期处理: 往期
    必填: [summary, fees]
"""
_HOME = f"""\
# 校务公开

{SCHOOL}（不存在的学校）从 {FIRST_DAY.year} 年起在这里公布校内事务。找不到想看的，请到综合楼三层询问。
"""


def make_school(count: int, out: Path) -> None:
    """Write a school of so many records and its two peers, in the place of those that were there.

    Raises:
        FileExistsError: the folder holds something else.
    """
    if out.exists() and not {path.name for path in out.iterdir()} <= _PARTS:
        raise FileExistsError(f"{out} holds files of others; name a new folder")
    shutil.rmtree(out, ignore_errors=True)
    write_text(out / "school/mkdocs.yml", _MKDOCS)
    write_text(out / "school/data/school.yml", _SCHOOL)
    write_text(out / "school/data/catalogue.yml", _CATALOGUE)
    write_text(out / "school/site_src/index.md", _HOME)
    for record in invent_records(count):
        write_text(out / "school" / record_file(record), f"---\n{record.front_matter}---\n\n{record.body}")
    write_hugo(out / "hugo", invent_records(count))
    write_mkdocs(out / "mkdocs", invent_records(count))


def record_file(record: Invented) -> Path:
    """Where a school keeps a record, seen from its root."""
    return Path("data/records", str(record.published.year), f"{record.id}.md")


def main() -> None:
    """Read the command line and write the folders."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("count", metavar="N", type=int, help="how many records")
    parser.add_argument("out", metavar="OUT", type=Path, help="a folder of its own")
    given = parser.parse_args()
    try:
        make_school(given.count, given.out)
    except FileExistsError as error:
        parser.error(str(error))


if __name__ == "__main__":
    main()
