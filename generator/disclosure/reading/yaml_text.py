"""YAML that people read: block style, keys in the order given, a comment on top."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import yaml

_WIDEST = 4096
"""No line is folded: a folded command is another command to the eye."""
_NOT_BOOLEAN = "yYnNoO"
"""First letters of words that YAML 1.1 takes for true and false and YAML 1.2 does not: `on` is a key of workflows."""


class _Dumper(yaml.SafeDumper):
    """Sequences stand in from their key; words such as `on` are plain."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        """Never indentless."""
        super().increase_indent(flow, False)

    def ignore_aliases(self, data: Any) -> bool:
        """Write what occurs twice twice."""
        return True


_Dumper.yaml_implicit_resolvers = {
    letter: [one for one in resolvers if letter not in _NOT_BOOLEAN or one[0] != "tag:yaml.org,2002:bool"]
    for letter, resolvers in yaml.SafeDumper.yaml_implicit_resolvers.items()
}


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None)


_Dumper.add_representer(str, _text)


def as_yaml(tree: dict[str, Any], *, comment: Iterable[str] = ()) -> str:
    """The text of a YAML file.

    Args:
        comment: lines that are written above it, without `#`.

    Returns:
        Text that ends with one line break. Keys at the top of the tree are set off by empty lines.
    """
    lines = "".join(f"# {line}\n" if line else "#\n" for line in comment)
    parts = [
        yaml.dump({key: value}, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=_WIDEST)
        for key, value in tree.items()
    ]
    return lines + ("\n" if lines else "") + "".join(_set_off(parts))


def _set_off(parts: list[str]) -> Iterable[str]:
    """An empty line between what takes more than one line."""
    for number, part in enumerate(parts):
        yield "\n" + part if number and max(part.count("\n"), parts[number - 1].count("\n")) > 1 else part
