"""A school that changes by chance, but the same way each time."""

from __future__ import annotations

import shutil
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from random import Random

from sample import TODAY, make_school, record

COLUMNS = ("招生收费", "管理制度", "其他/财务", "其他/采购", "组织领导")
CATALOGUE = (
    "预设: standard\n事项:\n"
    "  - {编号: X01, 名称: 校车收费, 栏目: admissions-fees, 时限: 20个工作日}\n"
    "  - {编号: X02, 名称: 社团收费, 栏目: admissions-fees, 时限: 20个工作日, 到期处理: 撤下}\n"
    "  - {编号: X03, 名称: 社团名单, 栏目: admissions-fees, 时限: 20个工作日, 类型: 名单}\n"
)


@dataclass(slots=True)
class Paper:
    """A record as its author has it in mind."""

    number: str
    place: str
    """Below `data/records`, without `.md`."""
    body: str
    fields: dict[str, str] = field(default_factory=dict)
    files: dict[str, bytes] = field(default_factory=dict)
    is_folder: bool = False

    @property
    def text(self) -> str:
        """The Markdown file."""
        return record(self.number, self.body, **self.fields)


@dataclass(slots=True)
class Life:
    """A school that changes."""

    root: Path
    site: Path
    chance: Random
    day: date = TODAY
    edition: str = "public"
    papers: list[Paper] = field(default_factory=list)
    numbers: int = 0
    remembered: list[Paper] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    """What happened, for whoever has to find out why a test failed."""

    @classmethod
    def begin(cls, folder: Path, *, seed: int, records: int) -> Life:
        """A new school with some records."""
        life = cls(root=make_school(folder / "school", catalogue=CATALOGUE), site=folder / "site", chance=Random(seed))
        for _ in range(records):
            life.add()
        return life

    def add(self) -> None:
        """A record is written."""
        self.numbers += 1
        number = f"2026-{self.numbers:04}"
        day = TODAY - timedelta(days=self.chance.randrange(-3, 120))
        fields = {"公布日期": day.isoformat(), "栏目": self.chance.choice(COLUMNS), "责任部门": "总务处"}
        self.papers.append(Paper(number=number, place=f"{day.year}/{number}", body=self.words(), fields=fields))
        self.write(self.papers[-1])

    def remember(self, folder: Path) -> None:
        """Keep the school's files, before something that may be wrong happens to them."""
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(self.root, folder, ignore=shutil.ignore_patterns(".cache"))
        self.remembered = deepcopy(self.papers)
        self.told.clear()

    def repent(self, folder: Path) -> None:
        """Put them back; the cache stays."""
        for path in self.root.iterdir():
            if path.name != ".cache":
                shutil.rmtree(path) if path.is_dir() else path.unlink()
        shutil.copytree(folder, self.root, dirs_exist_ok=True)
        self.papers = self.remembered

    def configure(self, theme: str) -> None:
        nav = self.chance.choice(
            ("", "nav:\n  - 首页: index.md\n", "nav:\n  - index.md\n  - 公开指南: https://school.example/\n")
        )
        (self.root / "mkdocs.yml").write_text(
            f"site_name: {self.chance.choice(('示例', '另一个'))}\ndocs_dir: site_src\n"
            f"theme: {{name: disclosure{theme}}}\nplugins: [disclosure]\n{nav}"
        )

    def some(self) -> Paper:
        return self.chance.choice(self.papers)

    def words(self) -> str:
        return "".join(self.chance.choice("甲乙丙丁") for _ in range(6))

    def near(self) -> str:
        return (self.day + timedelta(days=self.chance.randrange(-4, 12))).isoformat()

    def write_key(self, key: str, value: str) -> None:
        paper = self.some()
        paper.fields[key] = value
        self.write(paper)

    def path_of(self, paper: Paper) -> Path:
        return self.root / "data/records" / (f"{paper.place}/index.md" if paper.is_folder else f"{paper.place}.md")

    def write(self, paper: Paper) -> None:
        path = self.path_of(paper)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(paper.text)
        for name, content in paper.files.items():
            (path.parent / name).parent.mkdir(exist_ok=True)
            (path.parent / name).write_bytes(content)

    def remove(self, paper: Paper) -> None:
        path = self.path_of(paper)
        if paper.is_folder:
            shutil.rmtree(path.parent)
        else:
            path.unlink()
