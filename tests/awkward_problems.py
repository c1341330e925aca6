"""Problems that are hard to print: what hosts, terminals, XML and JSON take for commands, all of it invented.

`.venv/bin/python tests/awkward_problems.py` writes the reports in `errors/golden/` anew; read the difference before keeping it.
"""

from __future__ import annotations

import json
from pathlib import Path, PurePosixPath

from disclosure.errors.formats.table import FORMATS
from disclosure.errors.formats.text import as_coloured_text
from disclosure.errors.problem import Problem, Severity

GOLDEN = Path(__file__).parent / "errors/golden"


def problem(
    message: str = "甲",
    hint: str = "乙",
    *,
    code: str = "R109",
    severity: Severity = Severity.ERROR,
    path: str = "data/a.md",
    line: int = 3,
) -> Problem:
    return Problem(code=code, severity=severity, path=PurePosixPath(path), line=line, message=message, hint=hint)


AWKWARD = [
    problem(
        "图片 https://other.example/a.png 在别的网站上", "存成附件", code="L104", severity=Severity.WARNING, line=9
    ),
    problem("「标题」写了两次（第 2 行已有）", "删掉一个", code="R105", line=12),
    problem(
        "图片 https://other.example/a.png 在别的网站上", "存成附件", code="L104", severity=Severity.WARNING, line=30
    ),
    problem(
        "「50%, 甲: 乙」不是金额",
        "正确写法：\n---\n金额: 58000元\n---",
        path="data/records/收费 100%,a:b#c?.md",
        line=4,
    ),
    problem(
        "「\x1b[2J\x00\u202e\ufeff\r\n::error::\udcff\uffff🎓」不是日期",
        "a\tb <b>&amp;\"'</b> ]]> [链接](record:2026-0001) {0} {编号}",
        path="data/records/\x1b]0;名\n::notice::\udcff.md",
        line=1,
    ),
    problem("中英文键混用", "", code="R115", severity=Severity.HINT, path="data/records/b.md", line=2),
    problem("没有「secret」这一版", "可选：public、internal", code="C101", path="data/school.yml", line=0),
]


def written(form: str) -> str:
    """A report about them. Of SARIF without what changes with every check and version: the rules, the version."""
    if form == "coloured":
        return as_coloured_text(AWKWARD)
    report = FORMATS[form](AWKWARD)
    if form != "sarif":
        return report
    log = json.loads(report)
    for key in ("rules", "semanticVersion"):
        del log["runs"][0]["tool"]["driver"][key]
    for result in log["runs"][0]["results"]:
        del result["ruleIndex"]
    return json.dumps(log, ensure_ascii=False, indent=2)


FILES = {
    "text": "text.txt", "coloured": "coloured.txt", "github": "github.txt", "gitlab": "gitlab.json",
    "sarif": "sarif.json", "junit": "junit.xml", "json": "list.json",
}  # fmt: skip

if __name__ == "__main__":
    for form, name in FILES.items():
        (GOLDEN / name).write_bytes(written(form).encode(errors="replace") + b"\n")
