"""The programs of other people that the theme carries are those that its list names, unchanged, with their licences."""

from __future__ import annotations

import re
from hashlib import sha256

from building import PROJECT

FOLDER = PROJECT / "themes/disclosure_theme/assets/vendor"
LISTED = re.findall(
    r"^\| `([^`]+)` \| npm `[^`]+`.*, `([^`]+)` \| `([0-9a-f]{64})` \|$",
    (FOLDER / "README.md").read_text(),
    re.MULTILINE,
)


def test_every_file_is_listed_with_its_licence_and_digest() -> None:
    scripts = {path.name for path in FOLDER.glob("*.js")}
    assert {name for name, _, _ in LISTED} == scripts
    assert len(scripts) == 2
    for name, licence, digest in LISTED:
        assert sha256((FOLDER / name).read_bytes()).hexdigest() == digest, name
        assert (FOLDER / licence).read_text().strip()


def test_the_page_loads_them() -> None:
    source = (PROJECT / "generator/disclosure/rendering/templates/compose.html").read_text()
    for name, _, _ in LISTED:
        assert f"vendor/{name.removesuffix('.js')}" in source
