"""What an earlier build left is taken for what it is, or not at all."""

from __future__ import annotations

import stat
from datetime import date
from decimal import Decimal
from pathlib import Path, PurePosixPath

import pytest

from building import contents
from disclosure.caching.cache import Cache, open_cache
from disclosure.caching.seal import machine_key, opened, sealed
from disclosure.domain.record import FeeLine, Link
from disclosure.site_build import Builder
from sample import TODAY, make_school, record

KEY = b"k" * 32
FEES = [FeeLine(name="伙食费", standard="15元", amount=Decimal("15.50"), unit="每餐")]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


def test_a_box_gives_back_what_was_put_in(tmp_path: Path) -> None:
    cache = Cache(folder=tmp_path, key=KEY)
    cache.save("fees", FEES)
    assert cache.load("fees", list[FeeLine]) == FEES
    cache.save("days", {PurePosixPath("a/b"): date(2026, 9, 1)})
    assert cache.load("days", dict[PurePosixPath, date]) == {PurePosixPath("a/b"): date(2026, 9, 1)}


def test_a_box_damaged_anywhere_is_none(tmp_path: Path) -> None:
    cache = Cache(folder=tmp_path, key=KEY)
    cache.save("fees", FEES)
    whole = (tmp_path / "fees").read_bytes()
    for position in range(len(whole)):
        (tmp_path / "fees").write_bytes(whole[:position] + bytes([whole[position] ^ 1]) + whole[position + 1 :])
        assert cache.load("fees", list[FeeLine]) is None, position
        (tmp_path / "fees").write_bytes(whole[:position])
        assert cache.load("fees", list[FeeLine]) is None, position
    (tmp_path / "fees").write_bytes(whole + b"x")
    assert cache.load("fees", list[FeeLine]) is None


def test_a_box_of_another_shape_name_or_user_is_none(tmp_path: Path) -> None:
    cache = Cache(folder=tmp_path, key=KEY)
    cache.save("fees", FEES)
    assert cache.load("fees", list[Link]) is None
    assert Cache(folder=tmp_path, key=b"other").load("fees", list[FeeLine]) is None
    (tmp_path / "fees").rename(tmp_path / "prices")
    assert cache.load("prices", list[FeeLine]) is None
    assert cache.load("fees", list[FeeLine]) is None


def test_a_seal_fits_one_content_under_one_name() -> None:
    box = sealed(b"content", name="a", key=KEY)
    assert opened(box, name="a", key=KEY) == b"content"
    assert opened(box, name="b", key=KEY) is None
    assert opened(sealed(b"b\0content", name="a", key=KEY)[:32] + b"content", name="a\0b", key=KEY) is None
    assert opened(b"", name="a", key=KEY) is None


def test_the_key_is_made_once_and_is_the_users_alone(home: Path) -> None:
    key = machine_key()
    assert machine_key() == key
    file = home / "school-disclosure/seal.key"
    assert file.read_bytes() == key
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    file.write_bytes(b"short")
    assert len(machine_key()) == 32


def test_without_a_home_nothing_is_reused_and_nothing_fails(home: Path, tmp_path: Path) -> None:
    home.write_text("a file, not a folder")
    assert machine_key() != machine_key()
    root = make_school(tmp_path / "school", record())
    Builder(root).build(TODAY, site_dir=tmp_path / "site")
    first = contents(tmp_path / "site")
    built = Builder(root).build(TODAY, site_dir=tmp_path / "site")
    assert (built.changed, contents(tmp_path / "site")) == ((), first)


@pytest.mark.parametrize("place", [".cache", ".cache/disclosure"])
def test_nothing_is_written_through_a_link(place: str, tmp_path: Path, home: Path) -> None:
    root = make_school(tmp_path / "school", record())
    (root / place).parent.mkdir(exist_ok=True)
    (tmp_path / "elsewhere").mkdir()
    (root / place).symlink_to(tmp_path / "elsewhere")
    assert open_cache(root).folder is None
    Builder(root).build(TODAY, site_dir=tmp_path / "site")
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_a_cache_that_cannot_be_written_is_no_error(tmp_path: Path, home: Path) -> None:
    root = make_school(tmp_path / "school", record())
    (root / ".cache").write_text("a file, not a folder")
    Builder(root).build(TODAY, site_dir=tmp_path / "site")
    assert "每餐 15 元" in (tmp_path / "site/r/2026-0001/index.html").read_text()


def test_a_cache_that_a_pull_request_brings_along_changes_nothing(
    tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody builds another text under the same name, and commits the cache of that build beside an innocent record."""
    root, site = make_school(tmp_path / "school", record()), tmp_path / "site"
    Builder(root).build(TODAY, site_dir=site)
    innocent = contents(site)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "another user"))
    (root / "data/records/a.md").write_text(record(标题="改过的标题"))
    Builder(root).build(TODAY, site_dir=tmp_path / "other/site")
    (root / "data/records/a.md").write_text(record())
    for box in ("records", "frames", "digests", "site/manifest"):
        assert (root / ".cache/disclosure" / box).exists()
    monkeypatch.setenv("XDG_CACHE_HOME", str(home))
    Builder(root).build(TODAY, site_dir=site)
    assert contents(site) == innocent
