"""Only what changed is made and moved; what lies in the site and is not part of it goes."""

from __future__ import annotations

from pathlib import Path

import pytest

from building import contents
from disclosure.caching.cache import Cache
from disclosure.delivery import deliver as delivering
from disclosure.delivery.deliver import AddressTakenError, Batch, Delivery, deliver
from disclosure.delivery.manifest import Manifest, is_untouched, survey
from disclosure.delivery.workshop import Workshop, workshop
from disclosure.publishing.output import OutputFile

MARK = "next-change.json"
CACHE = Cache(folder=None, key=b"of this user")


@pytest.fixture(params=["swap", "move in"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """How files take their places: all at once, or one by one as in a large site of which little changed."""
    if request.param == "move in":
        monkeypatch.setattr(delivering, "_MANY", 0)
        monkeypatch.setattr(delivering, "_FEW", 0)
    return str(request.param)


def output(path: str, content: str, key: str = "") -> OutputFile:
    return OutputFile(path=path, key=key or content, make=content.encode)


def batch(*files: OutputFile, is_aside: bool = False) -> Batch:
    return Batch(files=lambda _: files, is_aside=is_aside)


def delivered(site: Path, files: dict[str, str], manifest: Manifest | None = None, *, key: str = "") -> Manifest:
    """A site with just these files, brought there from what the last manifest says."""
    return manifest_of(site, run(site, files, manifest, key=key))


def run(site: Path, files: dict[str, str], manifest: Manifest | None = None, *, key: str = "") -> Delivery:
    manifest = manifest or Manifest(folder=str(site))
    outputs = [output(path, content, key) for path, content in ({MARK: "{}"} | files).items()]
    with workshop(site, mark=MARK, cache=CACHE) as shop:
        return deliver([batch(*outputs)], manifest=manifest, lying=survey(manifest), workshop=shop)


def manifest_of(site: Path, done: Delivery) -> Manifest:
    return Manifest(folder=str(site), files=done.files)


def stamp(path: Path) -> tuple[int, int]:
    return path.stat().st_ino, path.stat().st_mtime_ns


def test_a_file_of_the_same_key_is_not_even_made(tmp_path: Path, way: str) -> None:
    manifest = delivered(tmp_path / "site", {"a.html": "a", "b.html": "b"})

    def make() -> bytes:
        raise AssertionError("was made")

    known = [OutputFile(path=path, key=one.key, make=make) for path, one in manifest.files.items()]
    with workshop(tmp_path / "site", mark=MARK, cache=CACHE) as shop:
        done = deliver([batch(*known)], manifest=manifest, lying=survey(manifest), workshop=shop)
    assert (done.changed, done.gone, done.files) == ((), (), manifest.files)


def test_the_same_content_is_not_touched_though_its_key_is_another(tmp_path: Path, way: str) -> None:
    site = tmp_path / "site"
    manifest = delivered(site, {"a.html": "a", "r/b.html": "b"})
    before = stamp(site / "a.html"), stamp(site / "r/b.html")
    done = run(site, {"a.html": "a", "r/b.html": "changed"}, manifest, key="another")
    assert done.changed == ("r/b.html",)
    assert stamp(site / "a.html") == before[0]
    assert stamp(site / "r/b.html") != before[1]
    assert is_untouched(manifest_of(site, done), survey(manifest_of(site, done)))


@pytest.mark.parametrize("processes", [1, 2])
def test_what_is_told_aside_is_kept_made_and_removed_like_everything_else(tmp_path: Path, processes: int) -> None:
    site, manifest = tmp_path / "site", Manifest(folder=str(tmp_path / "site"))
    for content, changed in (("one", ("feed.xml", "kept.xml")), ("two", ("feed.xml",)), ("two", ())):
        aside = batch(output("feed.xml", content), output("kept.xml", "same"), is_aside=True)
        page = batch(output("a.html", "a"), output(MARK, "{}"))
        with workshop(site, mark=MARK, cache=CACHE) as shop:
            done = deliver(
                [aside, page], manifest=manifest, lying=survey(manifest), workshop=shop, processes=processes, is_large=True
            )  # fmt: skip
        manifest = manifest_of(site, done)
        assert tuple(path for path in done.changed if path.endswith(".xml")) == changed
        assert contents(site) == {"feed.xml": content.encode(), "kept.xml": b"same", "a.html": b"a", MARK: b"{}"}
        assert is_untouched(manifest, survey(manifest))
    assert run(site, {"a.html": "a"}, manifest).gone == ("feed.xml", "kept.xml")


@pytest.mark.parametrize("processes", [1, 2])
@pytest.mark.parametrize("is_aside", [False, True])
def test_two_files_with_one_address_stop_the_delivery(tmp_path: Path, processes: int, is_aside: bool) -> None:
    site = tmp_path / "site"
    manifest = delivered(site, {"a.html": "a"})
    batches = [batch(output("a.html", "mine"), is_aside=is_aside), batch(output("a.html", "yours"), output(MARK, "{}"))]
    with pytest.raises(AddressTakenError) as error, workshop(site, mark=MARK, cache=CACHE) as shop:
        deliver(
            batches, manifest=manifest, lying=survey(manifest), workshop=shop, processes=processes, is_large=True
        )  # fmt: skip
    assert error.value.path == "a.html"
    assert contents(site) == {"a.html": b"a", MARK: b"{}"}
    assert list(tmp_path.iterdir()) == [site]


@pytest.mark.parametrize("processes", [1, 2])
def test_what_cannot_be_made_aside_leaves_the_site_alone(tmp_path: Path, processes: int) -> None:
    def make() -> bytes:
        raise OSError("changed meanwhile")

    site = tmp_path / "site"
    manifest = delivered(site, {"a.html": "a"})
    batches = [batch(OutputFile(path="feed.xml", key="new", make=make), is_aside=True), batch(output(MARK, "{}"))]
    with pytest.raises(OSError, match="changed meanwhile"), workshop(site, mark=MARK, cache=CACHE) as shop:
        deliver(
            batches, manifest=manifest, lying=survey(manifest), workshop=shop, processes=processes, is_large=True
        )  # fmt: skip
    assert contents(site) == {"a.html": b"a", MARK: b"{}"}
    assert list(tmp_path.iterdir()) == [site]


def test_without_a_manifest_the_same_content_is_not_touched_either(tmp_path: Path, way: str) -> None:
    delivered(tmp_path / "site", {"a.html": "a"})
    before = stamp(tmp_path / "site/a.html")
    assert run(tmp_path / "site", {"a.html": "a"}).changed == ()
    assert stamp(tmp_path / "site/a.html") == before


def test_gone_files_and_their_folders_vanish(tmp_path: Path, way: str) -> None:
    site = tmp_path / "site"
    manifest = delivered(site, {"a/b/c/d.html": "d", "a/e.html": "e"})
    (site / "a/b/stray.txt").write_text("stray")
    done = run(site, {"a/e.html": "e"}, manifest)
    assert done.gone == ("a/b/c/d.html", "a/b/stray.txt")
    assert sorted(path.relative_to(site).as_posix() for path in site.rglob("*")) == ["a", "a/e.html", MARK]


@pytest.mark.parametrize(
    ("before", "after"), [("a", "a/b/c.html"), ("a/b/c.html", "a"), ("a/b", "a/b/c"), ("a/b/c", "a/b")]
)
def test_a_folder_comes_where_a_file_was_and_the_reverse(before: str, after: str, tmp_path: Path, way: str) -> None:
    site = tmp_path / "site"
    manifest = delivered(site, {before: "old", "kept.html": "kept"})
    done = run(site, {after: "new", "kept.html": "kept"}, manifest)
    assert (done.changed, done.gone) == ((after,), (before,))
    assert contents(site) == {after: b"new", "kept.html": b"kept", MARK: b"{}"}
    assert list(tmp_path.iterdir()) == [site]


def test_a_folder_that_somebody_put_in_the_place_of_a_page_goes(tmp_path: Path, way: str) -> None:
    site = tmp_path / "site"
    manifest = delivered(site, {"a.html": "a"})
    (site / "a.html").unlink()
    (site / "a.html").mkdir()
    (site / "a.html/stray.txt").write_text("stray")
    done = run(site, {"a.html": "a"}, manifest)
    assert (done.changed, done.gone) == (("a.html",), ("a.html/stray.txt",))
    assert contents(site) == {"a.html": b"a", MARK: b"{}"}


def test_links_inside_the_site_are_not_followed(tmp_path: Path, way: str) -> None:
    site, elsewhere = tmp_path / "site", tmp_path / "elsewhere"
    manifest = delivered(site, {"r/1/index.html": "one", "a.html": "a"})
    elsewhere.mkdir()
    (elsewhere / "precious").write_text("precious")
    (site / "r/1").rename(tmp_path / "away")
    (site / "r/1").symlink_to(elsewhere)
    (site / "stray").symlink_to(elsewhere / "precious")
    run(site, {"r/1/index.html": "one", "a.html": "a"}, manifest)
    assert contents(site) == {"r/1/index.html": b"one", "a.html": b"a", MARK: b"{}"}
    assert not [path for path in site.rglob("*") if path.is_symlink()]
    assert contents(elsewhere) == {"precious": b"precious"}


def test_hidden_files_of_others_stay_and_those_of_the_school_are_its_own(tmp_path: Path, way: str) -> None:
    site = tmp_path / "site"
    own = {".nojekyll": "", ".well-known/security.txt": "Contact: mailto:xwgk@school.example"}
    manifest = delivered(site, {"a.html": "a"} | own)
    (site / ".git").mkdir()
    (site / ".git/HEAD").write_text("ref")
    assert is_untouched(manifest, survey(manifest))
    assert run(site, {"a.html": "a"} | own, manifest).changed == ()
    done = run(site, {"a.html": "changed"}, manifest)
    assert done.gone == (".nojekyll", ".well-known/security.txt")
    assert contents(site) == {"a.html": b"changed", ".git/HEAD": b"ref", MARK: b"{}"}


@pytest.mark.parametrize(
    ("kept", "changed", "is_moved"), [(20, 2, True), (20, 3, False), (19, 1, False), (0, 30, False), (40, 4, True)]
)
def test_few_files_of_many_are_moved_in_and_else_the_site_is_swapped(
    kept: int, changed: int, is_moved: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(delivering, "_MANY", 20)
    monkeypatch.setattr(delivering, "_FEW", 10)
    site = tmp_path / "site"
    old = {f"{number}.html": "old" for number in range(kept + changed - 1)}
    manifest = delivered(site, old)
    folder = site.stat().st_ino
    new = {path: "new" if number < changed else "old" for number, path in enumerate(old)}
    assert len(run(site, new, manifest).changed) == min(changed, len(old))
    assert (site.stat().st_ino == folder) is is_moved


def test_where_folders_cannot_be_exchanged_they_change_places_in_two_steps(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.platform", "darwin")
    site = tmp_path / "site"
    manifest = delivered(site, {"a.html": "a", "b.html": "b"})
    before = stamp(site / "b.html")
    (site / ".git").mkdir()
    (site / ".git/HEAD").write_text("ref")
    delivered(site, {"a.html": "changed", "b.html": "b"}, manifest)
    assert contents(site) == {"a.html": b"changed", "b.html": b"b", ".git/HEAD": b"ref", MARK: b"{}"}
    assert stamp(site / "b.html") == before
    assert list(tmp_path.iterdir()) == [site]


def test_where_there_are_no_hard_links_files_are_copied_with_their_times(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError

    monkeypatch.setattr("os.link", refuse)
    site = tmp_path / "site"
    manifest = delivered(site, {"a.html": "a", "b.html": "b"})
    before = (site / "b.html").stat().st_mtime_ns
    manifest = delivered(site, {"a.html": "changed", "b.html": "b"}, manifest)
    assert contents(site) == {"a.html": b"changed", "b.html": b"b", MARK: b"{}"}
    assert (site / "b.html").stat().st_mtime_ns == before
    assert is_untouched(manifest, survey(manifest))


def test_a_file_that_cannot_be_made_leaves_the_site_alone(tmp_path: Path, way: str) -> None:
    site = tmp_path / "site"
    manifest = delivered(site, {"a.html": "a", "b.html": "b"})

    def make() -> bytes:
        raise OSError("changed meanwhile")

    outputs = [output(MARK, "{}"), output("a.html", "changed"), OutputFile(path="b.html", key="new", make=make)]
    with pytest.raises(OSError, match="changed meanwhile"), workshop(site, mark=MARK, cache=CACHE) as shop:
        deliver([batch(*outputs)], manifest=manifest, lying=survey(manifest), workshop=shop)
    assert contents(site) == {"a.html": b"a", "b.html": b"b", MARK: b"{}"}
    assert list(tmp_path.iterdir()) == [site]


def test_a_move_that_was_interrupted_where_a_folder_takes_the_place_of_a_file_is_finished(tmp_path: Path) -> None:
    site = tmp_path / "site"
    delivered(site, {"a": "old", "b/c.html": "old"})
    with workshop(site, mark=MARK, cache=CACHE) as shop:
        make(shop, {"a/x.html": "new", "b": "new"})
        moves = {"folder": str(site), "new": ["a/x.html", "b"], "gone": ["a", "b/c.html"]}
        shop.seal.save("moves", moves)
        (site / "a").unlink()
    assert contents(site) == {"a/x.html": b"new", "b": b"new", MARK: b"{}"}
    assert list(tmp_path.iterdir()) == [site]


def make(shop: Workshop, files: dict[str, str]) -> None:
    for path, content in files.items():
        (shop.new / path).parent.mkdir(parents=True, exist_ok=True)
        (shop.new / path).write_text(content)
