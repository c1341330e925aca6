"""`/admin/config.yml`: what the editors are told, word for word for a small catalogue, and host by host."""

from __future__ import annotations

import json
import re
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

from disclosure.domain.catalogue import Catalogue, Column, Item, names_of_columns
from disclosure.domain.repository import Editor, GitHost, Repository
from disclosure.domain.school import School
from disclosure.domain.vocabulary import AfterExpiry, Audience, Cadence, Kind
from disclosure.domain.workdays import Span, Unit
from disclosure.editing.admin.config import config_text, editor_config
from disclosure.editing.admin.hosts import reached
from disclosure.editing.fields import Field, record_fields
from disclosure.reading import values
from disclosure.reading.nodes import Mapping, Node, Scalar, Sequence
from disclosure.reading.strict_yaml import parse
from disclosure.reading.yaml_text import as_yaml
from editors import editors

GOLDEN = Path(__file__).parent / "golden/config.yml"
GIT = "https://git.school.example/office/disclosure"


def item(item_id: str, name: str, column: str, *, enabled: bool = True) -> Item:
    span = Span(count=20, unit=Unit.WORKING_DAYS)
    return Item(
        id=item_id, name=name, column=column, contents="内容", basis="依据", audience=frozenset({Audience.PUBLIC}),
        cadence=Cadence.STANDING, due=(), publish_within=span, department="总务处", owner="总务主任", kind=Kind.NOTICE,
        after_expiry=AfterExpiry.BANNER, enabled=enabled,
    )  # fmt: skip


def catalogue() -> Catalogue:
    finance = Column(path="other/finance", name="财务", names=("其他", "财务"), about="预算和决算。")
    columns = (
        Column(path="fees", name="招生收费", names=("招生收费",)),
        Column(path="other", name="其他", names=("其他",), children=(finance,)),
    )
    items = (
        item("I1", "收费标准", "fees"),
        item("I2", "停用的", "fees", enabled=False),
        item("I3", "预算", "other/finance"),
    )
    return Catalogue(
        preset="small", columns=columns, items={one.id: one for one in items}, column_names=names_of_columns(columns),
        item_names={},
    )  # fmt: skip


def school(host: GitHost, editor: Editor, url: str = GIT, **more: Any) -> School:
    repository = Repository(host=host, editor=editor, url=url, **more)
    return School(name="示例学校", site_url="https://school.example/xwgk/", repository=repository)


def plain(node: Node) -> Any:
    match node:
        case Mapping():
            return {key: plain(child) for key, child in node.values.items()}
        case Sequence():
            return [plain(child) for child in node.items]
    return node.text


def word_for_word() -> str:
    """The configuration with one collection of its four: they differ in little."""
    config = editor_config(school(GitHost.FORGEJO, Editor.DECAP, app_id="0123-abcd"), catalogue())
    return as_yaml(config | {"collections": [one for one in config["collections"] if one["name"] == "fees"]})


def test_the_file_word_for_word() -> None:
    assert word_for_word() == GOLDEN.read_text()


def test_the_file_reads_back_as_it_was_meant() -> None:
    given = school(GitHost.GITLAB, Editor.SVELTIA)
    told = json.loads(json.dumps(editor_config(given, catalogue())), parse_int=str)
    written = plain(parse(config_text(given, catalogue())))
    assert written == json.loads(json.dumps(told).replace("true", '"true"').replace("false", '"false"'))


BACKENDS: list[tuple[School, dict[str, Any], str]] = [
    (
        school(GitHost.GITHUB, Editor.SVELTIA, "https://github.com/school/disclosure"),
        {"name": "github", "repo": "school/disclosure", "auth_methods": ["token"]},
        "editorial_workflow",
    ),
    (
        school(GitHost.GITHUB, Editor.SVELTIA, "https://github.com/school/x", login_url="https://login.school.example"),
        {"base_url": "https://login.school.example", "auth_methods": ["oauth"]},
        "editorial_workflow",
    ),
    (
        school(GitHost.GITHUB, Editor.DECAP, "https://code.school.example/a/b"),
        {"name": "github", "api_root": "https://code.school.example/api/v3"},
        "editorial_workflow",
    ),
    (
        school(GitHost.GITLAB, Editor.SVELTIA, app_id="0123"),
        {"name": "gitlab", "auth_type": "pkce", "app_id": "0123", "auth_methods": ["oauth"], "base_url": "https://git.school.example"},
        "editorial_workflow",
    ),
    (
        school(GitHost.GITLAB, Editor.SVELTIA, "https://git.school.example/a/b/c.git"),
        {"repo": "a/b/c", "auth_methods": ["token"], "graphql_api_root": "https://git.school.example/api/graphql"},
        "editorial_workflow",
    ),
    (
        school(GitHost.GITLAB, Editor.DECAP),
        {"name": "gitlab", "auth_type": "pkce", "app_id": "还没有登记应用", "api_root": "https://git.school.example/api/v4"},
        "editorial_workflow",
    ),
    (
        school(GitHost.FORGEJO, Editor.DECAP, app_id="0123"),
        {"name": "forgejo", "repo": "office/disclosure", "api_root": "https://git.school.example/api/v1", "app_id": "0123"},
        "editorial_workflow",
    ),
    (school(GitHost.GITEE, Editor.DECAP, "https://gitee.com/a/b"), {"name": "proxy"}, "simple"),
    (school(GitHost.NONE, Editor.DECAP, ""), {"name": "proxy", "proxy_url": "http://localhost:8081/api/v1"}, "simple"),
    (school(GitHost.FORGEJO, Editor.DECAP, ""), {"name": "proxy"}, "simple"),
]  # fmt: skip


@pytest.mark.parametrize(("given", "backend", "mode"), BACKENDS)
def test_each_host(given: School, backend: dict[str, Any], mode: str) -> None:
    config = editor_config(given, catalogue())
    assert config["backend"] | backend == config["backend"]
    assert config["backend"]["branch"] == "main"
    assert config["publish_mode"] == mode


@pytest.mark.parametrize(
    ("given", "addresses"),
    [
        (school(GitHost.GITHUB, Editor.SVELTIA, "https://github.com/a/b"), ("https://api.github.com", "https://github.com", "https://*.githubusercontent.com")),
        (school(GitHost.GITLAB, Editor.SVELTIA), ("https://git.school.example",)),
        (school(GitHost.FORGEJO, Editor.DECAP), ("http://localhost:8081", "https://git.school.example")),
        (school(GitHost.GITEE, Editor.DECAP, "https://gitee.com/a/b"), ("http://localhost:8081",)),
    ],
)  # fmt: skip
def test_the_page_may_talk_to_the_host_alone(given: School, addresses: tuple[str, ...]) -> None:
    assert reached(given.repository) == addresses


@pytest.mark.parametrize("given", [given for given, _, _ in BACKENDS if given.repository.editor is Editor.SVELTIA])
def test_sveltias_own_schema_accepts_it(given: School) -> None:
    schema = json.loads((editors() / "node_modules/@sveltia/cms/schema/sveltia-cms.json").read_text())
    assert [error.message for error in Draft7Validator(schema).iter_errors(editor_config(given, catalogue()))] == []


@pytest.mark.parametrize("editor", [Editor.SVELTIA, Editor.DECAP])
def test_every_key_of_a_record_is_in_every_form(editor: Editor) -> None:
    for collection in editor_config(school(GitHost.GITLAB, editor), catalogue())["collections"]:
        names = [entry["name"] for entry in collection["fields"]]
        absent = {"年报", "事项"} if collection["name"] == "other" else {"年报"}
        assert set(names) == {field.label for field in record_fields()} - absent | {"body"}
        assert len(names) == len(set(names))
        assert all(re.search("[一-鿿]", entry["label"]) and entry["hint"] for entry in collection["fields"])


def test_an_editor_that_asks_for_keys_of_unwanted_groups_is_not_told_that_they_are_required() -> None:
    config = editor_config(school(GitHost.GITLAB, Editor.DECAP), catalogue())
    fields = {entry["name"]: entry for entry in config["collections"][0]["fields"]}
    assert not any(part["required"] for part in fields["撤销"]["fields"])
    assert all(part["required"] for part in fields["审签"]["fields"])


def test_a_column_offers_its_own_items_that_are_switched_on() -> None:
    config = editor_config(school(GitHost.GITLAB, Editor.DECAP), catalogue())
    offered = {
        collection["name"]: [option["value"] for entry in collection["fields"] if entry["name"] == "事项" for option in entry.get("options", [])]
        for collection in config["collections"]
    }  # fmt: skip
    assert offered == {"all": ["I1", "I3"], "fees": ["I1"], "other": [], "other-finance": ["I3"]}


@pytest.mark.parametrize(
    ("name", "texts"),
    [
        ("expires", ["2026-09-30", "2026年9月30日", "２０２６/9/30", "长期", "长期有效"]),
        ("notice_period", ["15天", "7个工作日", "１５日", "10 个自然日"]),
        ("amount", ["58000元", "5.8万元", "¥58,000.00元", "人民币5万元整", "５．８万元", "1亿元"]),
        ("people", ["96", "９６"]),
        ("id", ["2026-0012", "A-1"]),
    ],
)
def test_the_form_takes_what_the_reader_takes(name: str, texts: list[str]) -> None:
    field: Field = next(one for one in record_fields() if one.name == name)
    config = editor_config(school(GitHost.GITLAB, Editor.DECAP), catalogue())
    entry = next(one for one in config["collections"][0]["fields"] if one["name"] == field.label)
    for text in texts:
        assert re.search(entry["pattern"][0], text), text
    assert not re.search(entry["pattern"][0], "随便 写的")
    if name == "amount":
        assert all(isinstance(values.amount(Scalar(text, 1)), Decimal) for text in texts)
