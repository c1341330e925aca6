"""A site goes nowhere where it does not belong."""

from __future__ import annotations

from pathlib import Path

import pytest

from building import contents
from disclosure.deploying.order import emptied, in_the_way
from upload_hosts import Deploy, Host, site_at


def test_an_internal_edition_never_goes_to_a_public_target(school: Path, deploy: Deploy, folder_host: Host) -> None:
    site_at(school / "site", edition="internal")
    code, said = deploy(folder_host, "--adopt", "--resume")
    assert (code, "只放 public 这一版" in said) == (1, True), said
    folder_host.target += ", 版本: internal"
    assert deploy(folder_host, "--dry-run")[0] == 0


def test_a_folder_with_other_files_is_left_alone(school: Path, deploy: Deploy, folder_host: Host) -> None:
    folder_host.put("index.html", b"of somebody else")
    folder_host.put("photo.jpg", b"of somebody else")
    code, said = deploy(folder_host)
    assert (code, "--adopt" in said) == (1, True), said
    assert folder_host.files() == {"index.html": b"of somebody else", "photo.jpg": b"of somebody else"}
    assert deploy(folder_host, "--adopt")[0] == 0
    assert folder_host.files() == contents(school / "site") | {"photo.jpg": b"of somebody else"}


def test_another_site_is_not_overwritten_by_mistake(school: Path, deploy: Deploy, folder_host: Host) -> None:
    assert deploy(folder_host)[0] == 0
    site_at(school / "site", url="https://other.example/")
    code, said = deploy(folder_host)
    assert (code, "另一个网站：https://school.example/xwgk/" in said) == (1, True), said
    assert deploy(folder_host, "--adopt", "--dry-run")[0] == 0


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda site: (site / "next-change.json").unlink(), "没有生成好的网站"),
        (lambda site: (site / "records.json").write_text("{}"), "没有生成好的网站"),
        (lambda site: (site / "disclosure-lock.json").write_text(""), "请改名"),
        (lambda site: (site / "link").symlink_to("/etc"), "是链接"),
    ],
    ids=["no mark", "no edition", "a name of ours", "a link"],
)
def test_what_is_no_site_is_not_uploaded(
    change: object, said: str, school: Path, deploy: Deploy, folder_host: Host
) -> None:
    assert callable(change)
    change(school / "site")
    code, told = deploy(folder_host)
    assert (code, said in told) == (2, True), told


def test_a_name_among_several_targets_has_to_be_given(school: Path, deploy: Deploy, folder_host: Host) -> None:
    main = folder_host.target
    folder_host.target = f"{main}}}, inner: {{方式: folder, 文件夹: {school}/inner, 版本: internal"
    assert "请用 --to 写明：main、inner" in deploy(folder_host)[1]
    assert "是不是 inner？" in deploy(folder_host, "--to", "iner")[1]
    assert deploy(folder_host, "--to", "main", "--dry-run")[0] == 0
    assert deploy(folder_host, "--edition", "public", "--dry-run")[0] == 0
    assert deploy(folder_host, "--edition", "internal")[0] == 1  # the site here is the public one


def test_a_file_gives_way_to_a_folder_and_back(school: Path, deploy: Deploy, folder_host: Host) -> None:
    """Hidden files, such as those of git, stay here."""
    site = school / "site"
    (site / "a").write_text("file")
    (school / "site/.git").mkdir()
    (school / "site/.git/config").write_text("secret")
    assert deploy(folder_host)[0] == 0
    (site / "a").unlink()
    (site / "a").mkdir()
    (site / "a/index.html").write_text("page")
    assert deploy(folder_host)[0] == 0
    assert folder_host.files() == {path: one for path, one in contents(site).items() if not path.startswith(".git")}


@pytest.mark.parametrize(
    ("gone", "new", "first"),
    [(["a"], ["a/b"], ["a"]), (["a/b"], ["a"], ["a/b"]), (["a/b"], ["a/c"], []), (["ab"], ["a/b"], [])],
)
def test_what_stands_in_the_way_goes_first(gone: list[str], new: list[str], first: list[str]) -> None:
    assert in_the_way(gone, new) == first


def test_folders_go_when_their_last_file_goes() -> None:
    gone = ["r/2/index.html", "r/2/print/index.html", "r/1/a.pdf"]
    assert emptied(gone, ["r/1/index.html", "index.html"]) == ["r/2"]
