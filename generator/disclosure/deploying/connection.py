"""What rclone has to know of a target: its environment, in which secrets travel, and the address of the site on the host."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from disclosure.deploying.credentials import (
    ACCESS_KEY_ID,
    KEY,
    KEY_PASSWORD,
    KNOWN_HOSTS,
    PASSWORD,
    PREFIX,
    SECRET_ACCESS_KEY,
    Credentials,
)
from disclosure.domain.target import Method, Target

_REMOTE = "target"
_HIDDEN = ("RCLONE_", PREFIX, "AWS_")
"""Variables of the caller that rclone does not get: its own may change anything, or write secrets into logs."""
_SETTINGS = {
    "RCLONE_USE_JSON_LOG": "true",
    "RCLONE_LOG_LEVEL": "INFO",
    "RCLONE_STATS": "0",
    "RCLONE_RETRIES": "1",  # we try again ourselves, and only what has not arrived
    "RCLONE_LOW_LEVEL_RETRIES": "3",
    "RCLONE_CONTIMEOUT": "30s",
    "RCLONE_TIMEOUT": "2m",
    "RCLONE_ASK_PASSWORD": "false",
    "RCLONE_NO_UPDATE_DIR_MODTIME": "true",
}
_KEY_KINDS = re.compile(r"(?:^|[\s,])((?:ssh|ecdsa|sk-ssh|sk-ecdsa)-[\w@.-]+) AAAA")
_OF_RSA = "rsa-sha2-512 rsa-sha2-256 ssh-rsa"
Obscure = Callable[[str], str]
"""Writes a password as rclone wants to read it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Connection:
    """How to reach the site on the host."""

    remote: str
    """rclone's address of the site's root folder."""
    environment: Mapping[str, str] = field(repr=False)
    """All of it."""
    secrets: tuple[str, ...] = field(default=(), repr=False)
    has_hashes: bool = False
    """Whether the host tells MD5 of its files without sending them."""
    is_bucket: bool = False
    """Whether there are no folders, so that what is not there is the bucket."""


def connected(
    target: Target, credentials: Credentials, *, root: Path, desk: Path, outside: Mapping[str, str], obscure: Obscure
) -> Connection:
    """The connection to a target.

    Args:
        root: the school's folder, from which relative paths start.
        desk: a folder of this run alone, for files that rclone reads its settings from.
        outside: the environment of this process.

    Raises:
        ValueError: an SFTP host is not known by any key.
    """
    nothing = desk / "rclone.conf"
    nothing.touch(mode=0o600)
    environment = (
        harmless(outside) | _SETTINGS | {"RCLONE_CONFIG": str(nothing), "RCLONE_TRANSFERS": str(target.at_once)}
    )
    environment |= {"RCLONE_CHECKERS": str(target.at_once)}
    secrets = tuple(credentials.secrets())
    if target.method is Method.FOLDER:
        folder = (root / target.folder).resolve()
        return Connection(remote=str(folder), environment=environment, has_hashes=True)
    rows = {
        Method.FTP: _ftp, Method.FTPS: _ftp, Method.SFTP: _sftp, Method.S3: _s3,
    }[target.method](target, credentials, desk, outside, obscure)  # fmt: skip
    environment |= {f"RCLONE_CONFIG_{_REMOTE.upper()}_{key}": value for key, value in rows if value}
    if target.method in (Method.FTP, Method.FTPS):
        # servers of Windows refuse to rename onto a file that is there
        environment |= {"RCLONE_INPLACE": "true"}
    if not target.checks_certificate:
        environment |= {"RCLONE_NO_CHECK_CERTIFICATE": "true"}
    place = target.folder
    if target.method is Method.S3:  # a slash at the end: it need not ask whether that is a file
        place = "".join(f"{part}/" for part in (target.bucket, target.folder.strip("/")) if part)
    is_bucket = target.method is Method.S3
    return Connection(
        remote=f"{_REMOTE}:{place}", environment=environment, secrets=secrets, has_hashes=is_bucket, is_bucket=is_bucket
    )


def harmless(outside: Mapping[str, str]) -> dict[str, str]:
    """An environment without secrets of ours and settings of others."""
    return {key: value for key, value in outside.items() if not key.startswith(_HIDDEN)}


Rows = Iterator[tuple[str, str]]


def _login(target: Target) -> Rows:
    yield "HOST", target.host
    yield "USER", target.user
    yield "PORT", str(target.port or "")


def _ftp(target: Target, given: Credentials, desk: Path, outside: Mapping[str, str], obscure: Obscure) -> Rows:
    yield "TYPE", "ftp"
    yield from _login(target)
    yield "PASS", obscure(given[PASSWORD])
    if target.method is Method.FTPS:
        yield ("TLS" if target.is_implicit else "EXPLICIT_TLS"), "true"
        yield "NO_CHECK_CERTIFICATE", "" if target.checks_certificate else "true"


def _sftp(target: Target, given: Credentials, desk: Path, outside: Mapping[str, str], obscure: Obscure) -> Rows:
    yield "TYPE", "sftp"
    yield from _login(target)
    yield "PASS", obscure(given[PASSWORD]) if given[PASSWORD] else ""
    key = given[KEY]
    if "-----BEGIN" in key:
        yield "KEY_PEM", key.strip().replace("\r", "").replace("\n", "\\n")
    elif key:
        yield "KEY_FILE", key
    yield "KEY_FILE_PASS", obscure(given[KEY_PASSWORD]) if given[KEY_PASSWORD] else ""
    known, kinds = _known_hosts(target, given, desk, outside)
    yield "KNOWN_HOSTS_FILE", str(known)
    yield "HOST_KEY_ALGORITHMS", " ".join(_OF_RSA if kind == "ssh-rsa" else kind for kind in kinds)
    # no commands on the host: many let in nothing but files
    yield "SHELL_TYPE", "none"
    yield "DISABLE_HASHCHECK", "true"
    yield "SET_MODTIME", "false"


def _s3(target: Target, given: Credentials, desk: Path, outside: Mapping[str, str], obscure: Obscure) -> Rows:
    yield "TYPE", "s3"
    yield "PROVIDER", target.provider.label
    yield "ENDPOINT", target.endpoint
    yield "REGION", target.region
    yield "ACCESS_KEY_ID", given[ACCESS_KEY_ID]
    yield "SECRET_ACCESS_KEY", given[SECRET_ACCESS_KEY]
    yield "NO_CHECK_BUCKET", "true"


def _known_hosts(
    target: Target, given: Credentials, desk: Path, outside: Mapping[str, str]
) -> tuple[Path, tuple[str, ...]]:
    """The file of known hosts, and the kinds of keys in it where it is about this host alone."""
    text = given[KNOWN_HOSTS]
    if not text and target.host_keys:
        name = f"[{target.host}]:{target.port}" if target.port not in (0, 22) else target.host
        text = "".join(f"{name} {key}\n" for key in target.host_keys)
    if text and not _KEY_KINDS.search(text):
        path = Path(text).expanduser()
        if not path.is_file():
            raise ValueError(f"环境变量 {KNOWN_HOSTS} 应是 ssh-keyscan 给出的几行，或一个文件的路径；没有文件 {path}")
        return path, ()
    if text:
        path = desk / "known_hosts"
        path.write_text(text + "\n", encoding="utf-8")
        return path, tuple(dict.fromkeys(_KEY_KINDS.findall(text)))
    own = Path(outside.get("HOME") or outside.get("USERPROFILE") or "", ".ssh/known_hosts")
    if own.is_file():
        return own, ()
    raise ValueError(
        f"还不认识主机 {target.host}，不能确定它没有被冒充。运行 ssh-keyscan -p {target.port or 22} {target.host}，"
        f"与主机商公布的公钥核对，再写进 deploy.yml 的“主机公钥”，或环境变量 {KNOWN_HOSTS}"
    )
