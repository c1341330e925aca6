"""A YAML file with every key of a form in it: explained, and commented out with its example where nothing is given.

Lines that begin with `##` explain. Lines that begin with `# ` are YAML once these two characters are gone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from disclosure.reading.form import Form, Key, Part

Nested = Mapping[str, Form]
"""Forms of keys that are no parts, yet hold a list of mappings."""
_NOTHING_NESTED: Nested = MappingProxyType({})


def outlined(form: Form, given: Mapping[str, Sequence[str]], *, nested: Nested = _NOTHING_NESTED) -> str:
    """The file's keys in the order of the form, a blank line between them.

    Args:
        given: lines of YAML by English key; these stand as they are. What else could be in a part stands below them.
        nested: by English key.
    """
    return "\n".join("\n".join(_of_key(key, given.get(key.name), nested)) + "\n" for key in form.keys)


def _of_key(key: Key | Part, given: Sequence[str] | None, nested: Nested) -> Iterator[str]:
    yield f"## {key.about}" + ("必须写。" if key.required else "")
    if given is None:
        yield from (f"# {line}" for line in _example(key, nested))
        return
    yield from given
    if isinstance(key, Part) and not key.keyed:
        written = {line.partition(":")[0].strip() for line in given}
        more = [one for one in key.form.keys if key.many or one.chinese not in written]
        _, *rest = _example(replace(key, form=replace(key.form, keys=tuple(more))), nested)
        yield from (f"# {line}" for line in rest)


def _example(key: Key | Part, nested: Nested) -> Iterator[str]:
    """Lines of YAML, the key itself first."""
    form = key.form if isinstance(key, Part) else nested.get(key.name)
    if form is None:
        yield f"{key.chinese}: {key.example}"
        return
    yield f"{key.chinese}:"
    if isinstance(key, Part) and key.keyed:
        yield f"  {form.spelled['id'].example}:"
        yield from (f"    {line}" for line in _lines([one for one in form.keys if one.name != "id"]))
    elif isinstance(key, Part) and not key.many:
        yield from (f"  {line}" for line in _lines(form.keys))
    else:
        yield from (f"  {'  ' if place else '- '}{line}" for place, line in enumerate(_lines(form.keys)))


def _lines(keys: Sequence[Key | Part]) -> Iterator[str]:
    for key in keys:
        first, *more = _example(key, _NOTHING_NESTED)
        yield f"{first} # {key.about}"
        yield from more
