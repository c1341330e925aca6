"""The files of a school's repository, from its answers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from disclosure.domain.catalogue import Catalogue
from disclosure.domain.school import School
from disclosure.reading.catalogue import read_catalogue
from disclosure.reading.registers import REGISTER_FILES
from disclosure.reading.school import read_school
from disclosure.starting.answers import Answers
from disclosure.starting.data_files import catalogue_text, school_text
from disclosure.starting.host_words import WORDS
from disclosure.starting.hosting_files import hosting_files
from disclosure.starting.lock import locked_requirements
from disclosure.starting.pipelines import pipeline_files
from disclosure.starting.samples import sample_records
from disclosure.starting.start_file import StartFile
from disclosure.starting.texts import rendered

SCHOOL_PATH, CATALOGUE_PATH = "data/school.yml", "data/catalogue.yml"
_ENTERED_BY = {"opinions": "disclosure opinion add", "requests": "disclosure request add"}


def setup_of(root: Path) -> tuple[School, Catalogue]:
    """School and catalogue as the folder has them. Raises SetupError where one of them cannot be used."""
    return read_school(root / SCHOOL_PATH, root=root), read_catalogue(root / CATALOGUE_PATH, root=root)


@dataclass(frozen=True, slots=True, kw_only=True)
class Beginning:
    """A school's own files, as they are written once."""

    school: School
    catalogue: Catalogue
    files: tuple[StartFile, ...]


def beginning(answers: Answers, today: date) -> Beginning:
    """data/ and site_src/, which belong to people from then on, with school and catalogue as the program will read them.

    Args:
        today: day of publication of the sample records.
    """
    school, catalogue, data = _begun(answers)
    registers = rendered("registers.md.j2", registers=REGISTER_FILES, commands=_ENTERED_BY)
    files = (
        *data,
        *sample_records(catalogue, today),
        StartFile(path="data/registers/README.md", text=registers, written=True),
        StartFile(path="site_src/index.md", text=rendered("index.md.j2"), written=True),
        StartFile(path="site_src/about.md", text=rendered("about.md.j2", answers=answers), written=True),
    )
    return Beginning(school=school, catalogue=catalogue, files=files)


def _begun(answers: Answers) -> tuple[School, Catalogue, tuple[StartFile, ...]]:
    with TemporaryDirectory(prefix="disclosure-init-") as folder:
        root = Path(folder)
        (root / "data").mkdir()
        (root / CATALOGUE_PATH).write_text(f"预设: {answers.preset}\n", encoding="utf-8")
        names = {item.id: item.name for item in read_catalogue(root / CATALOGUE_PATH, root=root).items.values()}
        texts = {SCHOOL_PATH: school_text(answers), CATALOGUE_PATH: catalogue_text(answers, names)}
        for path, text in texts.items():
            (root / path).write_text(text, encoding="utf-8", newline="\n")
        school, catalogue = setup_of(root)
    return school, catalogue, tuple(StartFile(path=path, text=text, written=True) for path, text in texts.items())


def kept_files(
    answers: Answers, school: School, catalogue: Catalogue, *, more: Iterable[StartFile] = ()
) -> tuple[StartFile, ...]:
    """What the product keeps up to date: settings, locked requirements, README, pipelines, hosting.

    Args:
        more: files that other rooms make, such as an editor's.
    """
    files = [*_own(answers), *hosting_files(answers), *pipeline_files(answers, catalogue, school), *more]
    return tuple(sorted(files, key=lambda file: file.path))


def _own(answers: Answers) -> Iterator[StartFile]:
    host = WORDS.get(answers.repository.host)
    yield StartFile(path="mkdocs.yml", text=rendered("mkdocs.yml.j2", answers=answers))
    yield StartFile(path="README.md", text=rendered("README.md.j2", answers=answers, host=host))
    yield StartFile(path=".gitignore", text=rendered("gitignore.j2"))
    yield StartFile(path=".pre-commit-config.yaml", text=rendered("pre-commit-config.yaml.j2"))
    yield StartFile(path="requirements.txt", text=locked_requirements())
