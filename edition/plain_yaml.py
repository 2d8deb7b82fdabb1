"""The plainest YAML, read without the library: keys and lists by indentation, values that end on their line.

What is read here is read as the library reads it, with places or without; a test holds both against each other.
Anything else (a comment behind a value, literal text, a tag, a mistake) is not read here at all:
:mod:`edition.full_yaml` reads the whole text then, and says what is wrong with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from sys import intern
from typing import TypeAlias

from edition.nodes import Mapping, Node, Scalar, Sequence
from edition.problems import Location

INDICATORS = r"\s\-?:,\[\]{}#&*!|>'\"%@`"
"""Characters that a plain value can't begin with (YAML 1.2.2, section 7.3.3, taken a little too strictly)."""
STRANGE = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
"""Characters that the library refuses, or takes for the end of a line."""
PREFIX = r" *+(?:- ++)?"
STRANGE_BYTES = bytes((*range(10), *range(11, 32), 127, 0xC2, 0xED, 0xEF))
"""With which the others of these characters begin in UTF-8, or which they are: soon looked for, and seldom there."""
KEY = r"\w[\w.-]*+"
PLAIN = rf"[^{INDICATORS}].*+(?<![ :])"
SINGLE = r"'(?:[^'\n]|'')*'"
DOUBLE = r'"[^"\\\n]*"'
ROW = re.compile(rf"^(?:({PREFIX})({KEY}):(?: ({PLAIN}))?|(.*))$", re.MULTILINE)
"""A line: indentation and perhaps a dash, a key, and a plain value or none; or any other line."""
OTHER = re.compile(rf"({PREFIX})(?:({KEY}):(?:( +)|$))?(?:({PLAIN})|({SINGLE}|{DOUBLE})|([\[{{].*)|(>-))? *$")
"""A line in parts: prefix, key and gap, and a value that is plain, quoted, bracketed, or folded on the lines below."""
FLOW_KEY = re.compile(rf"({KEY}): +")
FLOW_VALUE = re.compile(rf"([^{INDICATORS}][^,:?\[\]{{}}#]*)|({SINGLE}|{DOUBLE})")
FLOW_EMPTY = re.compile(r" *([\]}]) *")
FLOW_NEXT = re.compile(r" *([,\]}]) *")
CLOSING = {"[": "]", "{": "}"}
DEEPEST = 5
"""So deep blocks may nest, and so deep brackets in them: together less than what the library's reader refuses."""


class NotPlain(Exception):
    """The text holds more than the plainest YAML."""


_Row: TypeAlias = "tuple[str, str, str, tuple[Node] | str]"
"""A line: prefix, key, plain value, or (alone in a tuple) a value of another kind. Items may have no key."""
_END: _Row = ("", "", "", "")


def read_plain(text: str, path: str, first_line: int, *, places: bool = True) -> dict[str, Node]:
    """Keys and values of a text that begins in line `first_line` of its file, with places if wanted.

    Raises NotPlain.
    """
    data = text.encode("utf-8", "surrogatepass")
    may_be_strange = any(map(data.__contains__, STRANGE_BYTES)) or "\u2028" in text or "\u2029" in text
    if may_be_strange and STRANGE.search(text):
        raise NotPlain
    return _Reader(text, path, first_line, places=places).document()


class _Reader:
    """Reads rows one after the other; `next` is the one to come, `numbers` are those of their lines."""

    def __init__(self, text: str, path: str, first_line: int, *, places: bool) -> None:
        self.path, self.places, self.next = path, places, 0
        self.rows: list[_Row] = ROW.findall(text)
        self.numbers = list(range(first_line, first_line + len(self.rows)))
        if others := [at for at, row in enumerate(self.rows) if not row[1]]:
            self.read_others(others)
        self.rows.append(_END)

    def read_others(self, others: list[int]) -> None:
        """Read the lines that are no keys with plain values; those that are empty, or belong to another one, go."""
        gone: set[int] = set()
        joined: dict[int, int] = {}
        for at in others:
            if at in gone:
                continue
            line = _raw(self.rows[at])
            found = OTHER.match(line)
            if found is None and line.lstrip(" ")[:1] != "#":
                raise NotPlain
            prefix, key, gap, plain, quoted, flow, folded = found.groups("") if found else ("",) * 7
            if not key and "-" not in prefix:
                if quoted or flow or folded:
                    raise NotPlain
                if plain:
                    joined[at] = joined.get(at - 1, at - 1)
                    self.go_on(joined[at], len(prefix), plain)
                gone.add(at)
                continue
            number, column = self.numbers[at], len(prefix) + len(key) + bool(key) + len(gap)
            value: tuple[Node] | str = ""
            if quoted:
                value = (self.placed(_unquoted(quoted), number, column),)
            elif flow:
                node, end = self.flow(flow, 0, column, number, 0)
                if flow[end:]:
                    raise NotPlain
                value = (node,)
            elif folded:
                words = self.fold(at + 1, _column(prefix, key))
                gone.update(range(at + 1, at + 1 + len(words)))
                value = (self.placed(" ".join(words), number, column),)
            elif not key and not plain:
                raise NotPlain
            self.rows[at] = prefix, key, plain, value
        if gone:
            self.rows = [row for at, row in enumerate(self.rows) if at not in gone]
            self.numbers = [number for at, number in enumerate(self.numbers) if at not in gone]

    def go_on(self, at: int, indent: int, words: str) -> None:
        """A line of words alone goes on with the plain value of a row, if it stands further in."""
        prefix, key, plain, value = self.rows[at] if at >= 0 else _END
        if not plain or indent <= _column(prefix, key):
            raise NotPlain
        self.rows[at] = prefix, key, f"{plain} {words}", value

    def fold(self, at: int, column: int) -> list[str]:
        """The lines of words from `at` on, which stand further in than their key or dash at `column`."""
        words: list[str] = []
        inner = 0
        for line in self.lines(at):
            indent = _indent(line)
            inner = inner or indent
            if not line.strip(" ") or indent <= column:
                break
            if indent != inner or line[-1] == " ":
                raise NotPlain
            words.append(line.lstrip(" "))
        rest = next((line for line in self.lines(at + len(words)) if line.strip(" ") or len(line) > inner), "")
        if not words or _indent(rest) > column:
            raise NotPlain
        return words

    def lines(self, at: int) -> Iterator[str]:
        """The lines from `at` on, as they were written."""
        return (_raw(self.rows[number]) for number in range(at, len(self.rows)))

    def document(self) -> dict[str, Node]:
        """The whole text."""
        root = self.mapping("", 0)
        if self.rows[self.next] is not _END:
            raise NotPlain
        return root

    def mapping(self, prefix: str, depth: int) -> dict[str, Node]:
        """The keys on the rows that begin with `prefix`."""
        if depth > DEEPEST:
            raise NotPlain
        values: dict[str, Node] = {}
        rows, at = self.rows, self.next
        lines: list[int] = []
        begins, key, plain, value = rows[at]
        while begins == prefix and key:
            if key in values:
                raise NotPlain
            if self.places:
                lines.append(at)
            at += 1
            if plain:
                if ": " in plain or " #" in plain:
                    raise NotPlain
                values[key] = plain if " " in plain else intern(plain)  # ids and codes come again and again
            elif value:
                values[key] = value[0]
            else:
                self.next = at
                values[key] = self.block(prefix, depth + 1)
                at = self.next
            begins, key, plain, value = rows[at]
        self.next = at
        if not values or _column(begins) > len(prefix):
            raise NotPlain
        return self.placed_keys(values, prefix, lines) if self.places else values

    def block(self, prefix: str, depth: int) -> Node:
        """What stands below a key whose row begins with `prefix`: keys or a list further in, or a list right below."""
        begins = self.rows[self.next][0]
        column, outer = _column(begins), len(prefix)
        if "-" in begins and column >= outer:
            return self.sequence(begins, depth, is_below=column == outer)
        if column <= outer:
            raise NotPlain
        return self.mapping(begins, depth)

    def sequence(self, prefix: str, depth: int, *, is_below: bool) -> list[Node]:
        """The items whose rows begin with `prefix`; a list right below its key may be followed by the next key."""
        if depth > DEEPEST:
            raise NotPlain
        items: list[Node] = []
        rows, first = self.rows, self.numbers[self.next]
        column = _column(prefix)
        begins, key, plain, value = rows[self.next]
        while _column(begins) == column and "-" in begins:
            if key:
                rows[self.next] = " " * len(begins), key, plain, value
                items.append(self.mapping(" " * len(begins), depth + 1))
            else:
                number = self.numbers[self.next]
                self.next += 1
                if ": " in plain or " #" in plain:
                    raise NotPlain
                items.append(value[0] if value else self.placed(plain, number, len(begins)))
            begins, key, plain, value = rows[self.next]
        if _column(begins) > column or (_column(begins) == column and not is_below):
            raise NotPlain
        return Sequence(items, Location(self.path, first, column + 1)) if self.places else items

    def flow(self, words: str, at: int, indent: int, number: int, depth: int) -> tuple[Node, int]:
        """What begins at `at` in words that begin with a bracket, behind so much `indent`, and where it ends."""
        begins, opening = at, words[at : at + 1]
        if opening not in ("[", "{"):
            found = FLOW_VALUE.match(words, at)
            if found is None:
                raise NotPlain
            plain, quoted = found.groups()
            value = intern(plain.rstrip(" ")) if plain else _unquoted(quoted)
            return self.placed(value, number, indent + begins), found.end()
        if depth == DEEPEST:
            raise NotPlain
        items: list[Node] = []
        values: dict[str, Node] = {}
        columns: list[int] = []
        at += 1
        if mark := FLOW_EMPTY.match(words, at):
            at = mark.end()
        while mark is None or mark[1] == ",":
            if opening == "{":
                key = FLOW_KEY.match(words, at)
                if key is None or key[1] in values:
                    raise NotPlain
                columns.append(indent + at)
                values[key[1]], at = self.flow(words, key.end(), indent, number, depth + 1)
            else:
                item, at = self.flow(words, at, indent, number, depth + 1)
                items.append(item)
            mark = FLOW_NEXT.match(words, at)
            if mark is None:
                raise NotPlain
            at = mark.end()
        if mark[1] != CLOSING[opening]:
            raise NotPlain
        if not self.places:
            return (items if opening == "[" else values), at
        where = Location(self.path, number, indent + begins + 1)
        if opening == "[":
            return Sequence(items, where), at
        keys = (Location(self.path, number, column + 1) for column in columns)
        return Mapping(values, dict(zip(values, keys, strict=True)), where), at

    def placed_keys(self, values: dict[str, Node], prefix: str, lines: list[int]) -> Mapping:
        """Keys and values with their places, read from rows that begin with a prefix."""
        column, where = len(prefix), {}
        for (key, value), at in zip(values.items(), lines, strict=True):
            where[key] = Location(self.path, self.numbers[at], column + 1)
            if type(value) is str:
                values[key] = self.placed(value, self.numbers[at], column + len(key) + 2)
        return Mapping(values, where, where[next(iter(values))])

    def placed(self, words: str, number: int, column: int) -> str:
        """A value with its place, if that is wanted."""
        return Scalar(words, Location(self.path, number, column + 1)) if self.places else words


def _column(prefix: str, key: str = "") -> int:
    """Where a row's key stands, or else its dash, or whatever is first on it; nothing stands at -1, the end."""
    dash = -1 if key else prefix.find("-")
    return len(prefix) if dash < 0 else dash


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _raw(row: _Row) -> str:
    """A line as it was written, from what ROW finds."""
    prefix, key, plain, other = row
    return f"{prefix}{key}:{' ' * bool(plain)}{plain}" if key else str(other)


def _unquoted(quoted: str) -> str:
    inside = quoted[1:-1]
    return inside.replace("''", "'") if quoted[0] == "'" else inside
