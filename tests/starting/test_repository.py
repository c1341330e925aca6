"""What `disclosure init` writes: for every host, preset, stage and way of hosting a school that has nothing to mend."""

from __future__ import annotations

import re
from pathlib import Path, PurePosixPath

import pytest
import yaml

from beginnings import answers, begun, kept
from building import DAY, PROJECT, disclosure
from disclosure.cli import commands
from disclosure.domain.repository import Editor, GitHost
from disclosure.errors.formats.text import as_text
from disclosure.pipeline import read_and_check
from disclosure.reading.catalogue_keys import CATALOGUE, COLUMN, ITEM
from disclosure.reading.deploy import read_deploy
from disclosure.reading.form import Findings, Form, Part, read_form
from disclosure.reading.nodes import Mapping
from disclosure.reading.school import SCHOOL
from disclosure.reading.strict_yaml import parse
from disclosure.starting.answers import Hosting, Stage
from disclosure.starting.data_files import school_text
from disclosure.starting.hosting_files import unlike
from disclosure.starting.keys import PRESETS, WITH_PAGES
from disclosure.starting.lock import locked_requirements
from disclosure.starting.outline import outlined
from disclosure.starting.repository import beginning


@pytest.mark.parametrize("preset", PRESETS)
@pytest.mark.parametrize("host", GitHost)
def test_a_school_that_begins_has_nothing_to_mend(host: GitHost, preset: str, tmp_path: Path) -> None:
    reading = read_and_check(begun(tmp_path, answers(host, preset=preset)), DAY)
    assert all(path.read_bytes().endswith(b"\n") for path in tmp_path.rglob("*") if path.is_file())
    assert as_text(reading.problems) == "没有问题。"
    assert reading.library.school.repository.host is host
    drafts = {record.source.path.parent for record in reading.library.records.values() if record.draft}
    assert drafts == {PurePosixPath("data/records", column.path) for column in reading.library.catalogue.walk()}
    assert len(drafts) == len(reading.library.records)


@pytest.mark.parametrize("stage", Stage)
def test_a_stage_switches_off_what_it_has_no_use_for(stage: Stage) -> None:
    plain, start = (beginning(answers(stage=one), DAY) for one in (None, stage))
    off = {item.id for item in start.catalogue.items.values() if not item.enabled}
    before = {item.id for item in plain.catalogue.items.values() if not item.enabled}
    assert off >= before
    assert bool(off - before) is (stage in (Stage.KINDERGARTEN, Stage.SPECIAL))


@pytest.mark.parametrize(
    ("wanted", "method", "told"),
    [
        (Hosting.SFTP, "sftp", ""),
        (Hosting.SFTP, "ftps", "deploy.yml：方式 改成 sftp"),
        (Hosting.FTP, "ftp", ""),
        (Hosting.FTP, "ftps", ""),
        (Hosting.FTP, "s3", "deploy.yml：方式 改成 ftps"),
        (Hosting.NGINX, "sftp", ""),
        (Hosting.PAGES, "ftp", ""),
        (Hosting.SFTP, "", ""),
    ],
)
def test_an_upload_of_theirs_that_goes_another_way_is_told(
    wanted: Hosting, method: str, told: str, tmp_path: Path
) -> None:
    more = "存储桶: b, 端点: 'https://s3.example'" if method == "s3" else "主机: h.example, 用户: u, 文件夹: /w"
    if method:
        (tmp_path / "deploy.yml").write_text(f"目标: {{main: {{方式: {method}, {more}}}}}\n")
    said = " ".join(unlike(tmp_path, wanted))
    assert said.startswith(told) and bool(said) is bool(told)


@pytest.mark.parametrize("hosting", Hosting)
def test_the_way_of_hosting_has_its_settings(hosting: Hosting, tmp_path: Path) -> None:
    given = answers(GitHost.GITHUB, hosting=hosting)
    texts = kept(given)
    assert ("deploy.yml" in texts) is (hosting not in (Hosting.FOLDER, Hosting.PAGES))
    if deploy := texts.get("deploy.yml"):
        assert deploy.written
        for text in (deploy.text, uncommented(deploy.text)):
            (tmp_path / "deploy.yml").write_text(text)
            (target,) = read_deploy(tmp_path)
            assert target.method.value.startswith({Hosting.NGINX: "folder"}.get(hosting, hosting.value))


def uncommented(text: str) -> str:
    """With every example in use."""
    return re.sub(r"(?m)^# (?=  )" if text.startswith("# ") else r"(?m)^# ", "", text)


@pytest.mark.parametrize(("form", "nested"), [(SCHOOL, {}), (CATALOGUE, {"tree": COLUMN, "columns": COLUMN})])
def test_every_key_is_explained_and_its_example_can_be_read(form: Form, nested: dict[str, Form]) -> None:
    text = outlined(form, {}, nested=nested)
    for key in form.keys:
        assert f"## {key.about}" in text
        part = uncommented(outlined(Form("一项", (key,)), {}, nested=nested))
        node, findings = parse(part), Findings(path=PurePosixPath("a.yml"))
        assert isinstance(node, Mapping)
        assert read_form(node, Form("一项", (key,)), findings)[key.name] is not None
        assert findings.problems == []
    assert all(
        f"{key.chinese}: " in text
        for key in (*COLUMN.keys, *ITEM.keys)
        if form is CATALOGUE
        if not isinstance(key, Part)
    )


def test_the_examples_of_a_list_stand_below_what_is_given() -> None:
    start = beginning(answers(stage=Stage.KINDERGARTEN), DAY)
    text = next(file.text for file in start.files if file.path == "data/catalogue.yml")
    assert "  - {编号: I48, 启用: 否} # 报刊和教辅征订：幼儿园不征订教辅\n#   - 编号: I42 # 事项编号。" in text


def test_a_repository_on_a_host_says_what_else_could_be_said() -> None:
    text = school_text(answers(GitHost.GITLAB))
    assert "仓库:\n  平台: gitlab\n" in text and "\n#   应用标识: " in text and "#   平台:" not in text


@pytest.mark.parametrize("hosting", Hosting)
@pytest.mark.parametrize("host", GitHost)
def test_the_readme_tells_ten_things_and_only_commands_that_exist(host: GitHost, hosting: Hosting) -> None:
    if hosting is Hosting.PAGES and host not in WITH_PAGES:
        pytest.skip("no such pages: init refuses it")
    readme = kept(answers(host, hosting=hosting))["README.md"].text
    assert [int(one) for one in re.findall(r"(?m)^### (\d+)\. ", readme)] == list(range(1, 11))
    assert "{" not in re.sub(r"```.*?```", "", readme, flags=re.DOTALL) and "\n\n\n" not in readme.replace(
        "。\n\n\n", "。\n\n"
    )
    for name, options in re.findall(r"disclosure ([a-z][a-z-]*)([^\n`]*)", readme):
        known = {option for param in commands()[name].params for option in param.opts}
        assert set(re.findall(r"--[a-z-]+", options)) <= known, name


def test_settings_are_yaml_and_the_lock_is_that_of_the_product() -> None:
    texts = {path: file.text for path, file in kept(answers()).items()}
    assert yaml.safe_load(texts["mkdocs.yml"])["site_name"] == "示例学校校务公开"
    (repository,) = yaml.safe_load(texts[".pre-commit-config.yaml"])["repos"]
    assert repository["hooks"][0]["entry"] == "disclosure check"
    assert texts["requirements.txt"] == locked_requirements() == (PROJECT / "requirements.txt").read_text()


def test_the_same_answers_give_the_same_files() -> None:
    given = answers(GitHost.FORGEJO, accounts={"总务处": ("@zongwu",)}, hosting=Hosting.SFTP)
    assert beginning(given, DAY) == beginning(given, DAY)
    assert kept(given) == kept(given)


def test_a_school_with_an_editor_gets_what_npm_needs(tmp_path: Path) -> None:
    options = ("--host", "github", "--editor", "sveltia", "--yes", "--name", "示例", "--site-url", "https://a.example/")
    assert disclosure("init", tmp_path, *options).returncode == 0
    assert '"@sveltia/cms"' in (tmp_path / "package.json").read_text()
    assert (tmp_path / "package-lock.json").is_file()
    assert read_and_check(tmp_path, DAY).library.school.repository.editor is Editor.SVELTIA
