"""Strict YAML: strings stay as written, keys are unique, every value knows its line, nothing is executed or expanded.

Values come from pull requests of people we do not know, so anchors, aliases and tags are refused at the event stream,
before anything could be expanded.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import yaml

from disclosure.reading.nodes import Mapping, Node, Scalar, Sequence, Unreadable
from disclosure.reading.yaml_mistakes import likely_mistake

_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_DEEPEST = 8
_MOST_KEYS = 1000


def parse(text: str, *, first_line: int = 1) -> Node:
    """Parse one YAML document.

    Args:
        text: YAML without `---` lines.
        first_line: line of the file on which the text starts, so that lines are those of the file.

    Raises:
        Unreadable: R104 syntax, R105 duplicate key, R106 anchor, alias or tag, R117 too deep.
    """
    try:
        return _Document(events_of(text), first_line=first_line).read()
    except yaml.MarkedYAMLError as error:
        raise likely_mistake(text, error, first_line=first_line) from None
    except yaml.YAMLError:
        raise Unreadable(
            "含有 YAML 不允许的特殊字符", line=first_line, code="R104", advice="删掉看不见的特殊字符，重新输入这一行"
        ) from None


def events_of(text: str) -> Iterator[yaml.Event]:
    """The parser's events, each with its place in the text. Raises yaml.YAMLError."""
    loader = _LOADER(text)
    try:
        while (event := loader.get_event()) is not None:
            yield event
    finally:
        loader.dispose()


class _Document:
    """One pass over the parser's events."""

    def __init__(self, events: Iterator[yaml.Event], *, first_line: int) -> None:
        self._events = events
        self._first_line = first_line

    def read(self) -> Node:
        """Read the node that begins with the next event."""
        for event in self._events:
            if isinstance(event, yaml.NodeEvent):
                node = self._node(event, depth=0)
                self._expect_end()
                return node
        return Mapping(values={}, lines={}, line=self._first_line)

    def _expect_end(self) -> None:
        for event in self._events:
            if isinstance(event, yaml.NodeEvent):
                raise Unreadable(
                    "出现了第二段 YAML", line=self._line(event), code="R104", advice="删掉信息区中间的 --- 或 ..."
                )

    def _line(self, event: yaml.Event) -> int:
        return (event.start_mark.line if event.start_mark else 0) + self._first_line

    def _node(self, event: Any, *, depth: int) -> Node:
        line = self._line(event)
        kind = type(event)
        if kind is yaml.AliasEvent or event.anchor:
            raise Unreadable(
                "使用了锚点或引用（& 或 *）", line=line, code="R106", advice="照原样写出内容，需要时加引号"
            )
        if tag := event.tag:
            raise Unreadable(f"使用了类型标签「{tag}」", line=line, code="R106", advice="去掉以 ! 开头的部分")
        if depth > _DEEPEST:
            raise Unreadable(f"嵌套超过 {_DEEPEST} 层", line=line, code="R117", advice="写得平一些，一般一两层就够")
        if kind is yaml.ScalarEvent:
            return Scalar(text=event.value, line=line, plain=not event.style)
        if kind is yaml.SequenceStartEvent:
            return self._sequence(line, depth=depth)
        return self._mapping(line, depth=depth)

    def _sequence(self, line: int, *, depth: int) -> Sequence:
        items = []
        for event in self._events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            items.append(self._node(event, depth=depth + 1))
        return Sequence(items=tuple(items), line=line)

    def _mapping(self, line: int, *, depth: int) -> Mapping:
        values: dict[str, Node] = {}
        lines: dict[str, int] = {}
        for event in self._events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            key = self._node(event, depth=depth + 1)
            if not isinstance(key, Scalar):
                raise Unreadable("键必须是文字", line=key.line, code="R104", example="标题: 收费公示")
            if key.text in values:
                raise Unreadable(
                    f"「{key.text}」写了两次（第 {lines[key.text]} 行已有）",
                    line=key.line,
                    code="R105",
                    advice="只保留一处",
                )
            if len(values) == _MOST_KEYS:
                raise Unreadable(
                    f"超过 {_MOST_KEYS} 个键", line=key.line, code="R117", advice="检查是不是把别的内容粘进了信息区"
                )
            values[key.text] = self._node(next(self._events), depth=depth + 1)
            lines[key.text] = key.line
        return Mapping(values=values, lines=lines, line=line)
