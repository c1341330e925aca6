"""The Nu HTML Checker of the W3C finds no error in any page of the example school."""

from __future__ import annotations

import json
import subprocess

from building import PROJECT, built
from debian import program
from registry import npm_file

VNU = "vnu-jar@26.9.27"


def test_every_page_is_valid_html() -> None:
    jar = npm_file(VNU, "build/dist/vnu.jar")
    java = program("java", package="default-jre-headless")
    command = [java, "-Xss1m", "-jar", str(jar), "--format", "json", "--stdout", "--skip-non-html", "--errors-only",
               str(built(PROJECT))]  # fmt: skip
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    found = [f"{one['url'].partition('/site/')[2]}: {one['message']}" for one in json.loads(done.stdout)["messages"]]
    assert found == []
