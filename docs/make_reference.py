"""Write docs/reference from the tables the program itself uses. `make reference`; a test compares the two."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import click

from disclosure.cli import commands
from disclosure.domain.report_figures import COUNTED, DECLARED, WORDS
from disclosure.errors.explained import explanation_markdown, grouped
from disclosure.errors.explanations import EXPLANATIONS
from disclosure.publishing.interface import COLUMNS, FIELDS, VERSION, Field
from disclosure.reading.assessment_keys import ASSESSMENT
from disclosure.reading.catalogue_keys import CATALOGUE, COLUMN
from disclosure.reading.deploy_keys import DEPLOY
from disclosure.reading.form import Form, Part
from disclosure.reading.record_keys import RECORD
from disclosure.reading.registers import REGISTER_FILES
from disclosure.reading.report_keys import REPORT
from disclosure.reading.school import SCHOOL
from disclosure.statistics.measures import MEASURES

REFERENCE = Path(__file__).parent / "reference"
NOTE = "<!-- 由 docs/make_reference.py 生成，请勿手改。 -->\n"
FORMS = (
    (
        "records.md",
        "记录的键",
        RECORD,
        "记录文件开头两行 `---` 之间的内容。中文键、英文键都可以，一条记录里只用一种。文件名以 `_` 或 `.` 开头的文件不是记录，不会读。",
    ),
    ("school.md", "学校资料 data/school.yml", SCHOOL, "除名称和网址外都可以不写；没有写的，网站上也不出现。"),
    (
        "catalogue.md",
        "公开目录 data/catalogue.yml",
        CATALOGUE,
        "不写这个文件就用标准目录。写了的，只写要增加或改动的部分。",
    ),
    (
        "annual-report.md",
        "年度报告 data/annual-report.yml",
        REPORT,
        "不写这个文件就用七段的版式。怎样写报告见[年度报告](../annual-report.md)。",
    ),
    (
        "self-assessment.md",
        "自评 data/self-assessment.yml",
        ASSESSMENT,
        "不写这个文件就用预设的指标。怎样自评见[自评表](../self-assessment.md)。",
    ),
    (
        "deploy.md",
        "上传设置 deploy.yml",
        DEPLOY,
        "放在学校的文件夹里，与 mkdocs.yml 并排。密码不写在这里。怎样选、怎样写见[上网](../hosting.md)。",
    ),
)


def reference() -> dict[str, str]:
    """All pages: path below docs/reference, and text."""
    pages = {name: f"{NOTE}# {title}\n\n{intro}\n\n{_table(form)}" for name, title, form, intro in FORMS}
    pages["catalogue.md"] += f"\n## 栏目（`tree` 和 `columns` 的每一项）\n\n{_table(COLUMN)}"
    pages["annual-report.md"] += f"\n## 能用的数字\n\n{_figures()}"
    pages["self-assessment.md"] += f"\n## 程序会算的（`计算` 可以写的）\n\n{_measures()}"
    pages["registers.md"] = f"{NOTE}# 登记册 data/registers\n\n{_registers()}"
    pages["open-data.md"] = (
        f"{NOTE}# 开放数据的各项\n\n接口版本 {VERSION}。怎样使用见[开放数据](../open-data.md)。\n\n{_open_data()}"
    )
    pages["commands.md"] = f"{NOTE}# 命令\n\n" + "\n".join(_commands())
    pages["problems.md"] = (
        f"{NOTE}# 检查代码\n\n怎样看检查结果、怎样调整等级，见[检查](../checks.md)。\n\n{_problem_tables()}"
    )
    for code, one in EXPLANATIONS.items():
        pages[f"problems/{code}.md"] = f"{NOTE}# {code} {one.title}\n\n{explanation_markdown(one)}"
    return pages


def _registers() -> str:
    intro = (
        "每个文件是一个列表，每一条的第一行以 `- ` 开头。没有的文件就是空的。中文键、英文键都可以。"
        "怎样登记、怎样答复，见[登记册](../registers.md)。\n"
    )
    sections = (
        f"## {one.path.name}：{one.title}\n\n{one.about}\n\n{_table(one.form, level=3)}" for one in REGISTER_FILES
    )
    return "\n".join([intro, *sections])


def _figures() -> str:
    rows = [
        f"| {{{name.label}}} | `{name.id}` | {name.unit} | {name.about} |" for name in (*COUNTED, *DECLARED, *WORDS)
    ]
    return "\n".join(["| 写法 | 英文名 | 单位 | 说明 |", "| --- | --- | --- | --- |", *rows]) + "\n"


def _measures() -> str:
    rows = [f"| {one.name} | {one.about} |" for one in MEASURES.values()]
    return "\n".join(["| 名称 | 做到的是 |", "| --- | --- |", *rows]) + "\n"


def _table(form: Form, *, level: int = 2) -> str:
    rows = ["| 中文键 | 英文键 | 必填 | 说明 | 例子 |", "| --- | --- | --- | --- | --- |"]
    below = []
    for key in form.keys:
        must = "是" if key.required else ""
        rows.append(f"| {key.chinese} | `{key.name}` | {must} | {key.about} | `{_cell(key.example)}` |")
        if isinstance(key, Part):
            below.append(f"\n{'#' * level} {key.chinese}（`{key.name}`）\n\n{_table(key.form, level=level)}")
    return "\n".join(rows) + "\n" + "".join(below)


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _open_data() -> str:
    keys = ["| 键 | 一定有 | 存根有 | 说明 |", "| --- | --- | --- | --- |", *(_open_data_row(one) for one in FIELDS)]
    for one in FIELDS:
        keys += [f"| `{one.name}[].{part.name}` | 是 | | {part.about} |" for part in one.parts]
    columns = ["| 列 | 对应的键 | 说明 |", "| --- | --- | --- |"]
    columns += [f"| {one.heading} | `{one.name}` | {one.cell or one.about} |" for one in COLUMNS]
    return "## records.json 的 records\n\n{}\n\n## records.csv\n\n{}\n".format("\n".join(keys), "\n".join(columns))


def _open_data_row(one: Field) -> str:
    of_stubs = "" if one.only == "shown" else "是" if one.is_always else "可能"
    return f"| `{one.name}` | {'是' if one.is_always else ''} | {of_stubs} | {one.about} |"


def _commands() -> Iterator[str]:
    for name, command in commands().items():
        yield _command(f"disclosure {name}", command)
        for below, one in command.commands.items() if isinstance(command, click.Group) else ():
            yield _command(f"disclosure {name} {below}", one)


def _command(name: str, command: click.Command) -> str:
    context = click.Context(command, info_name=name, terminal_width=100, max_content_width=100)
    return f"## {name}\n\n```text\n{re.sub(r'[ ]+$', '', command.get_help(context), flags=re.MULTILINE)}\n```\n"


def _problem_tables() -> str:
    tables = []
    for group, members in grouped().items():
        rows = [f"| [{one.code}](problems/{one.code}.md) | {one.severity.label} | {one.title} |" for one in members]
        tables.append("\n".join([f"## {group}\n", "| 代码 | 等级 | 说明 |", "| --- | --- | --- |", *rows]))
    return "\n\n".join(tables) + "\n"


if __name__ == "__main__":
    for old in REFERENCE.rglob("*.md"):
        old.unlink()
    for name, text in reference().items():
        path = REFERENCE / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
