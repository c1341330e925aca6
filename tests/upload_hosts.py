"""One kind of host after the other, with the lines of deploy.yml that lead there; and sites small enough to go there often."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from building import contents
from upload_servers import BUCKET, PASSWORD, USER, ftp_server, s3_server, self_signed, sftp_server

METHODS = ("folder", "old ftp", "ftps", "sftp", "s3")
"""An FTP server that speaks MLSD, and no TLS, is what the tests of interruptions use."""
Deploy = Callable[..., tuple[int, str]]
"""Runs `disclosure deploy` for a host, with arguments: exit code and everything it says."""
URL = "https://school.example/xwgk/"


@dataclass(slots=True, kw_only=True)
class Host:
    """A host under test."""

    target: str
    """A mapping of deploy.yml."""
    environment: dict[str, str] = field(default_factory=dict)
    files: Callable[[], dict[str, bytes]]
    """What lies there, without our notes."""
    put: Callable[[str, bytes], None]
    """Lets somebody else put a file there, who is not us."""
    log: list[str] = field(default_factory=list)
    """`STOR path`, `DELE path`, where the host tells."""


def site_at(folder: Path, *, edition: str = "public", url: str = URL, **changes: str | None) -> Path:
    """Write a site in which everything has its place: pages with what they need, records with attachments, lists.

    Args:
        changes: content by name (`page`, `list`, …) of a file below; None leaves it out.
    """
    paths = {
        "style": "assets/disclosure.css", "part": "search/pages/0.js", "plan": "search/plan.js",
        "page": "r/2026-0001/index.html", "other": "r/2026-0002/index.html",
        "attachment": "r/2026-0002/收费标准：含“减免”（定稿） 2.pdf", "list": "admissions-fees/index.html",
        "home": "index.html", "feed": "feed.xml", "map": "sitemap.xml", "new": "r/2026-0003/index.html",
        "picture": "r/2026-0003/图.png",
    }  # fmt: skip
    given: dict[str, str | None] = dict.fromkeys(paths) | {
        name: f"{name} 1" for name in paths if name not in ("new", "picture")
    }
    for name, content in (given | changes).items():
        path = folder / paths[name]
        path.parent.mkdir(parents=True, exist_ok=True)
        path.unlink(missing_ok=True)
        if content is not None:
            path.write_text(content)
        elif not any(path.parent.iterdir()):
            path.parent.rmdir()
    (folder / "records.json").write_text(json.dumps({"edition": edition, "url": url, "records": []}))
    (folder / "next-change.json").write_text('{"built": "2026-11-23", "next_change": null}\n')
    return folder


def without_notes(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Files of a host without those that we keep there for ourselves."""
    return {path: content for path, content in files.items() if not path.startswith("disclosure-")}


@contextmanager
def host_of(method: str, folder: Path) -> Iterator[Host]:
    """A host of a kind, empty."""
    if method == "s3":
        with s3_server() as address:
            yield _bucket(address)
        return
    root = folder / "host" / ("xwgk" if method == "folder" else "www/xwgk")
    with _spoken(method, folder) as (target, log, environment):

        def put(path: str, content: bytes) -> None:
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_bytes(content)

        yield Host(
            target=target, log=log, environment=environment, put=put, files=lambda: without_notes(contents(root))
        )


@contextmanager
def _spoken(method: str, folder: Path) -> Iterator[tuple[str, list[str], dict[str, str]]]:
    account = f"主机: 127.0.0.1, 用户: {USER}, 文件夹: /www/xwgk"
    secret = {"DISCLOSURE_DEPLOY_PASSWORD": PASSWORD}
    if method == "folder":
        yield f"方式: folder, 文件夹: {folder / 'host/xwgk'}", [], {}
    elif method == "sftp":
        with sftp_server(folder / "host") as (served, keys):
            yield f"方式: sftp, 端口: {served.port}, 主机公钥: {json.dumps(keys)}, {account}", served.log, secret
    elif method == "ftps":
        certificate = self_signed(folder)
        with ftp_server(folder / "host", certificate=certificate) as served:
            trusted = secret | {"SSL_CERT_FILE": str(certificate)}
            yield f"方式: ftps, 端口: {served.port}, {account}", served.log, trusted
    else:
        with ftp_server(folder / "host", plain=method == "old ftp") as served:
            yield f"方式: ftp, 端口: {served.port}, {account}", served.log, secret


def _bucket(address: str) -> Host:
    import boto3

    client: Any = boto3.client(
        "s3", endpoint_url=address, aws_access_key_id="a", aws_secret_access_key="b", region_name="us-east-1"
    )
    client.create_bucket(Bucket=BUCKET)

    def files() -> dict[str, bytes]:
        found = client.list_objects_v2(Bucket=BUCKET).get("Contents", [])
        read = {one["Key"]: client.get_object(Bucket=BUCKET, Key=one["Key"])["Body"].read() for one in found}
        return without_notes({key.removeprefix("xwgk/"): content for key, content in read.items()})

    return Host(
        target=f"方式: s3, 端点: {address}, 存储桶: {BUCKET}, 文件夹: xwgk",
        environment={"DISCLOSURE_DEPLOY_ACCESS_KEY_ID": "AKID-of-tests", "DISCLOSURE_DEPLOY_SECRET_ACCESS_KEY": "secret-of-tests"},
        files=files,
        put=lambda path, content: client.put_object(Bucket=BUCKET, Key=f"xwgk/{path}", Body=content),
    )  # fmt: skip
