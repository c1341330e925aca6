"""Workbooks as clerks have them, made in code."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from io import BytesIO

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.drawing.image import Image

from importing.word_files import changed, photo


def saved(workbook: Workbook) -> bytes:
    workbook.properties.creator = "王某"
    file = BytesIO()
    workbook.save(file)
    return file.getvalue()


def filled(*rows: tuple[object, ...]) -> Workbook:
    workbook = Workbook()
    for row in rows:
        workbook.active.append(row)
    return workbook


def formats() -> bytes:
    workbook = filled(
        ("项目", "日期", "比例", "金额", "编号"),
        ("伙食费", date(2026, 9, 1), 0.125, 1234567.5, 7),
        ("校服费", datetime.fromisoformat("2026-09-02T08:30"), 1, -3.456, 12),
    )
    for row, forms in (
        (2, ('yyyy"年"m"月"d"日"', "0.0%", "#,##0.00", "0000")),
        (3, ("yyyy-mm-dd hh:mm", "0%", '"¥"#,##0.00;[Red]-"¥"#,##0.00', "General")),
    ):
        for column, form in enumerate(forms, 2):
            workbook.active.cell(row, column).number_format = form
    return saved(workbook)


def formulas() -> bytes:
    """With the values that Excel had worked out, but for one."""
    workbook = filled(("项目", "元"), ("甲", 10), ("乙", 20), ("合计", "=SUM(B2:B3)"), ("人均", "=B4/2"))
    return changed(
        saved(workbook),
        "xl/worksheets/sheet1.xml",
        lambda part: part.replace(b"<f>SUM(B2:B3)</f><v></v>", b"<f>SUM(B2:B3)</f><v>30</v>").replace(
            b"<f>SUM(B2:B3)</f><v />", b"<f>SUM(B2:B3)</f><v>30</v>"
        ),
    )


def hidden() -> bytes:
    workbook = filled(
        ("班级", "人数", "备注"), ("一班", 40, "藏起来的列"), ("二班", 41, "也藏起来"), ("藏起来的行", 1, "")
    )
    workbook.active.column_dimensions["C"].hidden = True
    workbook.active.row_dimensions[4].hidden = True
    other = workbook.create_sheet("底稿")
    other["A1"] = "底稿里的话"
    other.sheet_state = "hidden"
    return saved(workbook)


def merged() -> bytes:
    workbook = filled(
        ("二〇二六年秋季收费一览表", None, None),
        ("单位：元", None, None),
        ("类别", "项目", "标准"),
        ("代办费", "教辅", 80),
        (None, "作业本", 12),
        ("合计", None, 92),
        ("注：以上收费按学期收取，多退少补。", None, None),
    )
    workbook.active.merge_cells("A1:C1")
    workbook.active.merge_cells("A4:A5")
    return saved(workbook)


def two_sheets() -> bytes:
    workbook = filled(("项目", "元"), ("伙食费|早餐", 5))
    workbook.active.title = "早餐"
    second = workbook.create_sheet("午餐")
    second.append(("项目", "元"))
    second.append(("伙食费\n两荤", 15))
    second["A2"].hyperlink = "https://school.example/menu"
    return saved(workbook)


def extras() -> bytes:
    workbook = filled(("项目", "元"), ("伙食费", 15), ("出错", "#DIV/0!"))
    workbook.active["B2"].comment = Comment("先别公布", "王某")
    workbook.active.add_image(Image(BytesIO(photo())), "D1")
    workbook.active.oddHeader.center.text = "内部资料"
    return saved(workbook)


def far() -> bytes:
    """A cell at the end of the sheet, as a slip of the hand puts it there."""
    workbook = filled(("项目", "元"), ("伙食费", 15))
    workbook.active["XFD1048576"] = "远处"
    return saved(workbook)


ALL: dict[str, Callable[[], bytes]] = {
    make.__name__: make for make in (formats, formulas, hidden, merged, two_sheets, extras, far)
}  # fmt: skip
