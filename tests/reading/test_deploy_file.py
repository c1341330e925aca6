"""deploy.yml: what it may say, and that no secret may stand in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from disclosure.deploying.credentials import credentials_for
from disclosure.domain.target import Method, Provider, Target
from disclosure.errors.problem import SetupError
from disclosure.gate import check_school
from disclosure.reading.deploy import deploy_problems, read_deploy
from sample import TODAY, make_school, record


def codes(folder: Path, target: str) -> list[str]:
    """What is wrong with a target."""
    (folder / "deploy.yml").write_text(f"目标:\n  main: {{{target}}}\n")
    return [one.code for one in deploy_problems(folder)]


def test_targets_are_read_in_both_languages(tmp_path: Path) -> None:
    (tmp_path / "deploy.yml").write_text(
        "targets:\n  main: {method: ftps, host: h.example, user: u, port: 990, is_implicit: yes, at_once: 1}\n"
        "  inner: {方式: s3, 服务商: Alibaba, 存储桶: b, 端点: oss-cn-hangzhou.aliyuncs.com, 版本: internal}\n"
    )
    assert read_deploy(tmp_path) == (
        Target(
            name="main", method=Method.FTPS, host="h.example", user="u", port=990, is_implicit=True, at_once=1
        ),
        Target(
            name="inner", method=Method.S3, provider=Provider.ALIBABA, bucket="b", edition="internal",
            endpoint="oss-cn-hangzhou.aliyuncs.com",
        ),
    )  # fmt: skip


@pytest.mark.parametrize(
    "secret",
    ["密码: 12345678", "password: x", "私钥: x", "access_key_id: x", "SecretKey: x", "口令: [x]", "token: x", "备注: -----BEGIN OPENSSH PRIVATE KEY-----"],
)  # fmt: skip
def test_a_secret_is_refused_and_not_repeated(secret: str, tmp_path: Path) -> None:
    assert codes(tmp_path, f"方式: ftp, 主机: h.example, 用户: u, {secret}") == ["U101"]
    (problem,) = deploy_problems(tmp_path)
    assert "12345678" not in problem.message + problem.hint


@pytest.mark.parametrize(
    ("target", "code"),
    [
        ("方式: sftp, 主机: h.example, 用户: u", "U102"),
        ("方式: folder", "U102"),
        ("方式: s3, 存储桶: b", "U102"),
        ("方式: folder, 文件夹: /x, 主机: h.example", "U102"),
        ("方式: ftp, 主机: h.example, 用户: u, 主机公钥: ssh-ed25519 AAAA", "U102"),
        ("方式: scp, 主机: h.example", "R109"),
        ("方式: ftp, 主机: ftp://h.example/x, 用户: u", "R109"),
        ("方式: ftp, 主机: h.example, 用户: u, 端口: 99999", "R109"),
        ("方式: ftp, 主机: h.example, 用户: u, 文件夹: /a/../b", "R109"),
        ("方式: ftp, 主机: h.example, 用户: u, 同时传: 100", "R109"),
        ("方式: ftp, 主机: h.example, 用户: u, 目录: /x", "R107"),
        ("文件夹: /x", "R108"),
    ],
)
def test_mistakes_are_told(target: str, code: str, tmp_path: Path) -> None:
    assert codes(tmp_path, target)[0] == code


def test_a_name_becomes_part_of_variables(tmp_path: Path) -> None:
    (tmp_path / "deploy.yml").write_text("目标: {主站: {方式: folder, 文件夹: /x}}\n")
    assert next(one.code for one in deploy_problems(tmp_path)) == "R109"
    target = Target(name="main-2", method=Method.FTP)
    given = {"DISCLOSURE_DEPLOY_PASSWORD": "for all", "DISCLOSURE_DEPLOY_PASSWORD_MAIN_2": "its own\n"}
    assert credentials_for(target, given)["DISCLOSURE_DEPLOY_PASSWORD"] == "its own"


def test_a_school_without_the_file_is_in_order_until_it_uploads(tmp_path: Path) -> None:
    assert deploy_problems(tmp_path) == ()
    with pytest.raises(SetupError) as error:
        read_deploy(tmp_path)
    assert [one.code for one in error.value.problems] == ["U103"]


def test_a_check_tells_of_a_secret(tmp_path: Path) -> None:
    root = make_school(tmp_path, record())
    (root / "deploy.yml").write_text("目标: {main: {方式: ftp, 主机: h.example, 用户: u, 密码: x}}\n")
    assert "U101" in [one.code for one in check_school(root, TODAY)]
