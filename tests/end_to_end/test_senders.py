"""Who sent an opinion or a request is in no file of any edition: pages, data, feeds, spreadsheets."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from building import DAY, contents, disclosure
from disclosure.domain.registers_shown import RegisterName
from sample import make_school, record

CANARIES = ("张小芳", "13900005678", "李大年", "xf_0000550")
OPINIONS = """\
- 编号: YJ2026-001
  收到日期: 2026-11-02
  来源: 意见箱
  意见: 人工费是怎样算的
  记录: 2026-0001
  答复日期: 2026-11-05
  答复: 按餐次分摊
  处理结果: 采纳改正
  更正: 2026-0002
  再公布: 2026-0002
  来信人: {姓名: 张小芳, 联系方式: 13900005678}
- 编号: YJ2026-002
  收到日期: 2026-11-20
  来源: 来电
  意见: 排队太久
  来信人: 张小芳
"""
REQUESTS = """\
- 编号: SQ2026-001
  收到日期: 2026-11-02
  申请人: 家长
  申请内容: 校服合同
  申请人信息:
    姓名: 李大年
    联系方式: xf_0000550
"""


def read_inside(path: str, content: bytes) -> Iterator[bytes]:
    """A file, and what is packed in it."""
    yield content
    if path.endswith((".xlsx", ".docx", ".zip")):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            yield from (archive.read(name) for name in archive.namelist())


@pytest.mark.parametrize("edition", ["public", "internal"])
def test_no_file_names_a_sender(edition: str, tmp_path: Path) -> None:
    names = "、".join(one.label for one in RegisterName)
    root = make_school(
        tmp_path / "school", record(), record("2026-0002", 更正="2026-0001"), catalogue=f"公开的登记册: {names}\n"
    )
    (root / "data/registers").mkdir()
    (root / "data/registers/opinions.yml").write_text(OPINIONS)
    (root / "data/registers/requests.yml").write_text(REQUESTS)
    site = tmp_path / "site"
    done = disclosure("build", "--root", root, "--site-dir", site, "--today", DAY.isoformat(), "--edition", edition)
    assert done.returncode == 0, done.stdout + done.stderr
    files = contents(site)
    pages = [path for path, content in files.items() if "人工费是怎样算的".encode() in content]
    assert pages, "the opinion itself is shown"
    found = [
        (path, canary)
        for path, content in files.items()
        for part in read_inside(path, content)
        for canary in CANARIES
        if canary.encode() in part
    ]
    assert found == []
