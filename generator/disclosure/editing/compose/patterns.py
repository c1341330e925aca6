"""Patterns of Python's `re` as patterns of JavaScript (ES2018, flag `u`), so that one set of rules serves both.

Only what the rules use is known; anything else raises, and a test translates all of them. What differs is written out:
`\\d`, `\\w` and `\\b` mean every script's digits and letters, `$` and `.` know one kind of line end, letters are doubled where case
does not count, possessive repeats become ordinary ones (they are there for speed).
"""

from __future__ import annotations

import re

_WORD = r"\p{L}\p{N}_"
_OUTSIDE = {
    "d": r"\p{Nd}", "D": r"\P{Nd}", "w": f"[{_WORD}]", "W": f"[^{_WORD}]", "s": r"\s", "S": r"\S", "Z": r"(?![\s\S])",
    "b": f"(?:(?<=[{_WORD}])(?![{_WORD}])|(?<![{_WORD}])(?=[{_WORD}]))", "n": r"\n", "t": r"\t", "r": r"\r", "A": r"(?<![\s\S])",
}  # fmt: skip
_INSIDE = {"d": r"\p{Nd}", "w": _WORD, "s": r"\s", "S": r"\S", "n": r"\n", "t": r"\t", "r": r"\r"}
_SYNTAX = frozenset(r"^$\.*+?()[]{}|/")
_TOKEN = re.compile(
    r"\\u[0-9a-fA-F]{4}|\\x[0-9a-fA-F]{2}|\\.|\(\?<?[=!]|\(\?:|\(\?-i:|(?:[*+?]|\{\d*,?\d*\})[+?]?|.", re.DOTALL
)
_RANGE = re.compile(
    r"(\\u[0-9a-fA-F]{4}|\\x[0-9a-fA-F]{2}|\\.|[^\\\]])(?:-(\\u[0-9a-fA-F]{4}|\\x[0-9a-fA-F]{2}|\\.|[^\\\]]))?",
    re.DOTALL,
)
_REPEAT = re.compile(r"(?:[*+?]|\{\d+(?:,\d*)?\}|\{,\d+\})[+?]?")


def to_javascript(pattern: re.Pattern[str]) -> str:
    """The source of a regular expression that matches the same in JavaScript.

    Raises:
        ValueError: the pattern uses something that has no counterpart here.
    """
    return _Translation(pattern).source()


class _Translation:
    def __init__(self, pattern: re.Pattern[str]) -> None:
        self._pattern = pattern.pattern
        self._folds = [bool(pattern.flags & re.IGNORECASE)]
        """Whether case counts for nothing, for each group that is open."""
        self._lines = bool(pattern.flags & re.MULTILINE)
        self._dot = r"[\s\S]" if pattern.flags & re.DOTALL else r"[^\n]"

    def source(self) -> str:
        """The whole pattern."""
        made, place = [], 0
        while place < len(self._pattern):
            if self._pattern[place] == "[":
                text, place = self._set(place)
            else:
                match = _TOKEN.match(self._pattern, place)
                assert match is not None
                text, place = self._token(match[0]), match.end()
            made.append(text)
        return "".join(made)

    def _token(self, token: str) -> str:
        if token.startswith("\\"):
            return self._escaped(token)
        if token.startswith("("):
            return self._group(token)
        if token == ")":
            self._folds.pop()
        elif token == "$":
            return r"(?=\n|(?![\s\S]))" if self._lines else r"(?=\n?(?![\s\S]))"
        elif token == "^":
            return r"(?<=\n|(?<![\s\S]))" if self._lines else r"(?<![\s\S])"
        elif token == ".":
            return self._dot
        elif _REPEAT.fullmatch(token):
            repeat = token.removesuffix("+") if len(token) > 1 else token
            return repeat.replace("{,", "{0,")
        elif token in "]{}":
            return f"\\{token}"
        return self._letter(token)

    def _group(self, token: str) -> str:
        if token == "(" and self._pattern.count("(?P"):
            raise ValueError(f"a named group in {self._pattern!r}")
        self._folds.append(self._folds[-1] and token != "(?-i:")
        return "(?:" if token == "(?-i:" else token

    def _escaped(self, token: str) -> str:
        if len(token) > 2:
            return token.replace("\\x", "\\u00")
        sign = token[1]
        if sign in _OUTSIDE:
            return _OUTSIDE[sign]
        if sign.isalnum():
            raise ValueError(f"{token} in {self._pattern!r}")
        return token if sign in _SYNTAX else sign

    def _letter(self, sign: str) -> str:
        if self._folds[-1] and sign.isascii() and sign.isalpha():
            return f"[{sign.lower()}{sign.upper()}]"
        return sign

    def _set(self, place: int) -> tuple[str, int]:
        """A set of characters that begins at a place, and where it ends."""
        opening = re.compile(r"\[\^?").match(self._pattern, place)
        assert opening is not None
        made, place = [opening[0]], opening.end()
        while self._pattern[place] != "]":
            match = _RANGE.match(self._pattern, place)
            assert match is not None
            first, last = match[1], match[2]
            if last is None:
                made += self._member(first)
            else:
                made.append(f"{_plain(first)}-{_plain(last)}")
                if self._folds[-1] and first.isalpha() and last.isalpha() and first.isascii():
                    made.append(f"{first.swapcase()}-{last.swapcase()}")
            place = match.end()
        return "".join([*made, "]"]), place + 1

    def _member(self, token: str) -> list[str]:
        if token.startswith("\\") and token[1] in _INSIDE and len(token) == 2:
            return [_INSIDE[token[1]]]
        signs = [_plain(token)]
        if self._folds[-1] and token.isascii() and token.isalpha():
            signs.append(token.swapcase())
        return signs


def _plain(token: str) -> str:
    """One character of a set."""
    if len(token) > 2:
        return token.replace("\\x", "\\u00")
    sign = token[-1]
    if len(token) == 2 and sign.isalnum():
        if sign not in _INSIDE:
            raise ValueError(f"{token} in a set")
        return token
    return f"\\{sign}" if sign in _SYNTAX or sign == "-" else sign
