"""Whatever a host speaks: after an upload it holds the site that lies here, and nothing that is not part of it any more."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from building import contents
from upload_hosts import METHODS, Deploy, Host, host_of, site_at

FOREIGN = {"favicon.ico": b"of the host", "r/2026-0002/note.txt": b"by hand"}


def paths_of(log: list[str], verb: str) -> list[str]:
    """What a host was asked to store or delete, in order; SFTP files are called `.partial` until they have arrived."""
    paths = [one.removeprefix(f"{verb} www/xwgk/") for one in log if one.startswith(f"{verb} ")]
    return [path[:-17] if path.endswith(".partial") else path for path in paths]


def check_order(log: list[str]) -> None:
    """Parts, records, lists, mark, then what goes; our own notes around all of them."""
    stored = paths_of(log, "STOR")
    place = {path: stored.index(path) for path in stored}
    order = (
        ["assets/disclosure.css", "r/2026-0003/图.png"],
        ["r/2026-0003/index.html"],
        ["admissions-fees/index.html", "feed.xml", "index.html"],
    )
    for earlier, later in pairwise(order):
        assert max(place[path] for path in earlier) < min(place[path] for path in later)
    assert stored[0].startswith(("disclosure-intent", "disclosure-lock"))
    assert stored[-1] == "disclosure-deployed.json"
    verbs = [one for one in log if "disclosure-" not in one and one.startswith(("STOR", "DELE"))]
    kinds = [one.split()[0] for one in verbs]
    assert kinds == sorted(kinds, reverse=True)  # every STOR comes before every DELE


@pytest.mark.parametrize("method", METHODS)
def test_a_site_goes_there_stays_there_and_changes_there(
    method: str, tmp_path: Path, school: Path, deploy: Deploy
) -> None:
    site = school / "site"
    with host_of(method, tmp_path) as host:
        code, said = deploy(host)
        assert code == 0, said
        assert host.files() == contents(site)

        host.log.clear()
        code, said = deploy(host)
        assert (code, "没有变化" in said) == (0, True)
        assert [one for one in host.log if one.startswith(("STOR", "DELE"))] == []

        for path, content in FOREIGN.items():
            host.put(path, content)
        site_at(
            site, style="2", page="2", list="2", home="2", feed="2", new="1", picture="1", other=None, attachment=None
        )
        code, said = deploy(host)
        assert code == 0, said
        assert host.files() == contents(site) | FOREIGN
        if host.log:
            check_order(host.log)

        if method in ("folder", "s3"):
            check_repair(host, site, deploy)
        if method == "s3":
            check_headers(host)


def check_repair(host: Host, site: Path, deploy: Deploy) -> None:
    """What somebody has changed on the host is seen and put right."""
    host.put("index.html", b"home 3")
    code, said = deploy(host, "--check")
    assert (code, "与这里不同 1 个" in said, "2 个文件不是本程序传的" in said) == (1, True, True), said
    assert deploy(host, "--repair")[0] == 0
    assert deploy(host, "--check")[0] == 0
    assert host.files() == contents(site) | FOREIGN


def check_headers(host: Host) -> None:
    """Object storage is told what each file is."""
    import boto3

    from upload_servers import BUCKET

    address = host.target.partition("端点: ")[2].partition(",")[0]
    client = boto3.client(
        "s3", endpoint_url=address, aws_access_key_id="a", aws_secret_access_key="b", region_name="us-east-1"
    )
    told = {}
    for path in ("index.html", "feed.xml", "assets/disclosure.css", "next-change.json"):
        answer = client.head_object(Bucket=BUCKET, Key=f"xwgk/{path}")
        told[path] = (answer["ContentType"], answer["CacheControl"])
    assert told == {
        "index.html": ("text/html; charset=utf-8", "no-cache"),
        "feed.xml": ("application/rss+xml; charset=utf-8", "no-cache"),
        "assets/disclosure.css": ("text/css; charset=utf-8", "no-cache"),
        "next-change.json": ("application/json", "no-cache"),
    }


def test_a_dry_run_tells_and_does_nothing(school: Path, deploy: Deploy, folder_host: Host) -> None:
    deploy(folder_host)
    before = folder_host.files()
    site_at(school / "site", page="2", other=None, attachment=None)
    code, said = deploy(folder_host, "--dry-run")
    assert code == 0
    assert "  - r/2026-0002/index.html" in said and "  + r/2026-0001/index.html" in said
    assert folder_host.files() == before
