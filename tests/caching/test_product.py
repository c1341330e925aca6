"""What a build is remembered for goes with the product that made it; a cache that cannot be kept costs time alone."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from building import contents
from disclosure.caching import product
from disclosure.caching.product import product_digest
from disclosure.site_build import Builder
from sample import TODAY, make_school, record

BOXES = ("records", "frames", "digests", "site/manifest", "site/changed-files.txt")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


@pytest.fixture
def toy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A product of its own: a package in a folder where other packages are installed, too."""
    packages = tmp_path / "site-packages"
    (packages / "toy_product/templates").mkdir(parents=True)
    (packages / "toy_product/__init__.py").touch()
    (packages / "toy_product/templates/record.html").write_text("<h1>")
    (packages / "markdown-3.6.dist-info").mkdir()
    monkeypatch.syspath_prepend(packages)
    monkeypatch.setattr(product, "_PACKAGES", ("toy_product",))
    return packages


def digest() -> str:
    return product_digest.__wrapped__()


@pytest.mark.parametrize(
    ("path", "counts"),
    [
        ("toy_product/templates/record.html", True),
        ("toy_product/templates/new.html", True),
        ("toy_product/preset.yml", True),
        ("toy_product/__init__.py", True),
        ("toy_product/__init__.pyc", False),
        ("another/record.html", False),
    ],
)
def test_every_file_of_ours_counts_by_its_content(path: str, counts: bool, toy: Path) -> None:
    before = digest()
    assert digest() == before
    (toy / path).parent.mkdir(exist_ok=True)
    (toy / path).write_text("# x")
    assert (digest() != before) is counts


def test_libraries_count_by_their_versions(toy: Path) -> None:
    before = digest()
    (toy / "markdown-3.6.dist-info").rename(toy / "markdown-3.7.dist-info")
    assert digest() != before


def test_another_product_makes_everything_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A box of another product with another text in it would show."""
    root, site = make_school(tmp_path / "school", record()), tmp_path / "site"
    Builder(root).build(TODAY, site_dir=site)
    for module in ("disclosure.frames.stage", "disclosure.reading.load"):
        monkeypatch.setattr(f"{module}.product_digest", lambda: "another")
    before = {box: (root / ".cache/disclosure" / box).read_bytes() for box in BOXES[:2]}
    assert Builder(root).build(TODAY, site_dir=site).changed == ()
    assert all((root / ".cache/disclosure" / box).read_bytes() != content for box, content in before.items())


@pytest.mark.parametrize("box", BOXES)
def test_a_box_that_cannot_be_written_is_no_error(box: str, tmp_path: Path) -> None:
    root = make_school(tmp_path / "school", record())
    in_the_way = root / ".cache/disclosure" / box
    in_the_way.mkdir(parents=True)
    (in_the_way / "something").touch()
    for body in ("每餐 15 元。", "每餐 16 元。"):
        (root / "data/records/a.md").write_text(record(body=body))
        Builder(root).build(TODAY, site_dir=tmp_path / "site")
        assert body in (tmp_path / "site/r/2026-0001/index.html").read_text()
    assert not list((root / ".cache").rglob("*.new"))


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="nothing is read-only to the superuser")
@pytest.mark.parametrize("folder", [".", ".cache", ".cache/disclosure"])
def test_a_cache_in_a_folder_that_is_read_only_is_no_error(folder: str, tmp_path: Path) -> None:
    root = make_school(tmp_path / "school", record())
    (root / ".cache/disclosure").mkdir(parents=True)
    (root / folder).chmod(0o500)
    try:
        Builder(root).build(TODAY, site_dir=tmp_path / "site")
    finally:
        (root / folder).chmod(0o700)
    assert (tmp_path / "site/r/2026-0001/index.html").exists()


@pytest.mark.parametrize("box", BOXES)
def test_a_box_cut_short_or_of_other_bytes_is_as_good_as_none(box: str, tmp_path: Path) -> None:
    root, site = make_school(tmp_path / "school", record(), record("2026-0002")), tmp_path / "site"
    Builder(root).build(TODAY, site_dir=site)
    wanted, file = contents(site), root / ".cache/disclosure" / box
    for content in (b"", file.read_bytes()[:-1], file.read_bytes() + b"\0", b"\x80" * 100):
        file.write_bytes(content)
        built = Builder(root).build(TODAY, site_dir=site)
        assert (built.changed, built.gone, contents(site)) == ((), (), wanted)


def test_boxes_do_not_fit_in_each_others_places(tmp_path: Path) -> None:
    """Sealed by the same user: for another site, or under another name."""
    root = make_school(tmp_path / "school", record())
    Builder(root).build(TODAY, site_dir=tmp_path / "site")
    cache = root / ".cache/disclosure"
    (cache / "other").mkdir()
    (cache / "other/manifest").write_bytes((cache / "site/manifest").read_bytes())
    (cache / "records").write_bytes((cache / "frames").read_bytes())
    (root / "data/records/a.md").write_text(record(标题="改过"))
    Builder(root).build(TODAY, site_dir=tmp_path / "other")
    assert "改过" in (tmp_path / "other/r/2026-0001/index.html").read_text()
    assert contents(tmp_path / "other").keys() == contents(tmp_path / "site").keys()
