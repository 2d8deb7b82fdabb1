"""The plainest YAML, read without the library: keys and lists by indentation, values that end on their line.

What is read here is read as the library reads it, places included; a test holds both against each other. Anything
else (a comment behind a value, folded text, a tag, a mistake) is not read here at all: :mod:`edition.full_yaml` reads
the whole text then, and says what is wrong with it.
"""

from __future__ import annotations

import re

from edition.nodes import Mapping, Node, Scalar, Sequence
from edition.problems import Location

INDICATORS = r"\s\-?:,\[\]{}#&*!|>'\"%@`"
"""Characters that a plain value can't begin with (YAML 1.2.2, section 7.3.3, taken a little too strictly)."""
STRANGE = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
"""Characters that the library refuses, or takes for the end of a line."""
KEY = r"\w[\w.-]*"
SINGLE = "'((?:[^']|'')*)'"
DOUBLE = r'"([^"\\]*)"'
LINE = re.compile(rf"( *)(- +)?(?:({KEY}):(?: +|$))?(?:([^{INDICATORS}].*)|{SINGLE} *|{DOUBLE} *|([\[{{].*))?")
NOTHING = re.compile(r" *(?:#.*)?")
FLOW_KEY = re.compile(rf"({KEY}): +")
FLOW_VALUE = re.compile(rf"(?:([^{INDICATORS}][^,:?\[\]{{}}#]*)|{SINGLE}|{DOUBLE})")
FLOW_NEXT = re.compile(r" *([,\]}]) *")
CLOSING = {"[": "]", "{": "}"}
DEEPEST = 5
"""So deep blocks may nest, and so deep brackets in them: together less than what the library's reader refuses."""


class NotPlain(Exception):
    """The text holds more than the plainest YAML."""


_Line = tuple[int, bool, str | None, Location, Node | None]
"""A line with something on it: the column of its first character, whether that is a dash, its key and value."""


def read_plain(text: str, path: str, first_line: int) -> Mapping:
    """Keys and values of a text that begins in line `first_line` of its file. Raises NotPlain."""
    if STRANGE.search(text):
        raise NotPlain
    return _Reader(text, path, first_line).document()


class _Reader:
    """Reads lines one after the other; `next` is the number of the one to come."""

    def __init__(self, text: str, path: str, first_line: int) -> None:
        self.path, self.next = path, 0
        lines = (self.line(line, number) for number, line in enumerate(text.split("\n"), first_line))
        self.lines = [line for line in lines if line]
        self.end: _Line = (-1, False, None, Location(path), None)
        self.lines.append(self.end)

    def line(self, line: str, number: int) -> _Line | None:
        found = LINE.fullmatch(line)
        if found is None:
            if NOTHING.fullmatch(line):
                return None
            raise NotPlain
        indent, dash, key, plain, single, double, flow = found.groups()
        value: Node | None = None
        if plain is not None:
            if ": " in plain or " #" in plain or plain[-1] == ":":
                raise NotPlain
            value = Scalar(plain.rstrip(" "), Location(self.path, number, found.start(4) + 1))
        elif flow is not None:
            value, end = self.flow(line, found.start(7), number, 0)
            if line[end:].strip(" "):
                raise NotPlain
        elif double is not None:
            value = Scalar(double, Location(self.path, number, found.start(6)))
        elif single is not None:
            value = Scalar(_unquoted(single), Location(self.path, number, found.start(5)))
        elif key is None:
            if dash:
                raise NotPlain
            return None
        column = len(indent)
        if dash:
            return column, True, key, Location(self.path, number, column + len(dash) + 1), value
        return column, False, key, Location(self.path, number, column + 1), value

    def document(self) -> Mapping:
        root = self.mapping(0, 0)
        if self.lines[self.next] is not self.end:
            raise NotPlain
        return root

    def mapping(self, column: int, depth: int) -> Mapping:
        """The keys that stand at `column`."""
        if depth > DEEPEST:
            raise NotPlain
        values: dict[str, Node] = {}
        keys: dict[str, Location] = {}
        lines = self.lines
        at, has_dash, key, where, value = lines[self.next]
        first = where
        while at == column and not has_dash:
            if key is None or key in values:
                raise NotPlain
            self.next += 1
            keys[key] = where
            values[key] = value or self.block(column, depth + 1)
            at, has_dash, key, where, value = lines[self.next]
        if at > column or not keys:
            raise NotPlain
        return Mapping(values, keys, first)

    def block(self, column: int, depth: int) -> Node:
        """What stands under a key at `column`: keys or a list further in, or a list right below."""
        at, has_dash, _, _, _ = self.lines[self.next]
        if has_dash and at >= column:
            return self.sequence(at, depth, is_below=at == column)
        if at <= column:
            raise NotPlain
        return self.mapping(at, depth)

    def sequence(self, column: int, depth: int, *, is_below: bool) -> Sequence:
        """The items whose dashes stand at `column`; a list right below its key may be followed by the next key."""
        if depth > DEEPEST:
            raise NotPlain
        items: list[Node] = []
        lines = self.lines
        at, has_dash, key, where, value = lines[self.next]
        first = where.line
        while at == column and has_dash:
            if key is not None:
                inner = where.column - 1
                lines[self.next] = inner, False, key, where, value
                items.append(self.mapping(inner, depth + 1))
            elif value is None:
                raise NotPlain
            else:
                self.next += 1
                items.append(value)
            at, has_dash, key, where, value = lines[self.next]
        if at > column or (at == column and not is_below):
            raise NotPlain
        return Sequence(tuple(items), Location(self.path, first, column + 1))

    def flow(self, line: str, at: int, number: int, depth: int) -> tuple[Node, int]:
        """What begins at `at` within brackets, and where it ends."""
        where = Location(self.path, number, at + 1)
        opening = line[at : at + 1]
        if opening not in ("[", "{"):
            found = FLOW_VALUE.match(line, at)
            if found is None:
                raise NotPlain
            plain, single, double = found.groups()
            words = plain.rstrip(" ") if plain is not None else _unquoted(single) if single is not None else double
            return Scalar(words, where), found.end()
        if depth == DEEPEST:
            raise NotPlain
        items: list[Node] = []
        values: dict[str, Node] = {}
        keys: dict[str, Location] = {}
        at += 1
        mark = None
        while mark is None or mark[1] == ",":
            if opening == "{":
                key = FLOW_KEY.match(line, at)
                if key is None or key[1] in values:
                    raise NotPlain
                keys[key[1]] = Location(self.path, number, at + 1)
                values[key[1]], at = self.flow(line, key.end(), number, depth + 1)
            else:
                item, at = self.flow(line, at, number, depth + 1)
                items.append(item)
            mark = FLOW_NEXT.match(line, at)
            if mark is None:
                raise NotPlain
            at = mark.end()
        if mark[1] != CLOSING[opening]:
            raise NotPlain
        return (Sequence(tuple(items), where) if opening == "[" else Mapping(values, keys, where)), at


def _unquoted(single: str) -> str:
    return single.replace("''", "'")
