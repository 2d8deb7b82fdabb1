"""The plainest YAML, read without the library: keys and lists by indentation, values that end on their line.

What is read here is read as the library reads it, places included; a test holds both against each other. Anything
else (a comment behind a value, folded text, a tag, a mistake) is not read here at all: :mod:`edition.full_yaml` reads
the whole text then, and says what is wrong with it.
"""

from __future__ import annotations

import re
from sys import intern

from edition.nodes import Mapping, Node, Scalar, Sequence
from edition.problems import Location

INDICATORS = r"\s\-?:,\[\]{}#&*!|>'\"%@`"
"""Characters that a plain value can't begin with (YAML 1.2.2, section 7.3.3, taken a little too strictly)."""
STRANGE = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
"""Characters that the library refuses, or takes for the end of a line."""
KEY = r"\w[\w.-]*+"
SINGLE = r"'(?:[^'\n]|'')*'"
DOUBLE = r'"[^"\\\n]*"'
LINE = re.compile(
    rf"^(?:( *+)(- ++)?(?:({KEY}):( ++|$))?"
    rf"(?:((?:[^{INDICATORS}]|>-$).*+)|({SINGLE}|{DOUBLE}) *+|([\[{{].*+))?$"
    r"|(.*+))",
    re.MULTILINE,
)
"""A line: indentation, dash, key, gap, and a value that is plain, quoted or bracketed; or another one, or a comment."""
FOLDED = ">-"
"""Stands in the place of a value whose words follow below, on lines that are joined."""
FLOW_KEY = re.compile(rf"({KEY}): +")
FLOW_VALUE = re.compile(rf"([^{INDICATORS}][^,:?\[\]{{}}#]*)|({SINGLE}|{DOUBLE})")
FLOW_EMPTY = re.compile(r" *([\]}]) *")
FLOW_NEXT = re.compile(r" *([,\]}]) *")
CLOSING = {"[": "]", "{": "}"}
DEEPEST = 5
"""So deep blocks may nest, and so deep brackets in them: together less than what the library's reader refuses."""


class NotPlain(Exception):
    """The text holds more than the plainest YAML."""


_Row = tuple[str, str, str, str, str, str, str, str]
"""What LINE finds."""
_Line = tuple[int, bool, str, Location, Node | None]
"""A line with something on it: the column of its first character, whether that is a dash, its key and value."""


def read_plain(text: str, path: str, first_line: int) -> Mapping:
    """Keys and values of a text that begins in line `first_line` of its file. Raises NotPlain."""
    if not text.replace("\n", "").isprintable() and STRANGE.search(text):  # nearly all text is printable
        raise NotPlain
    return _Reader(text, path, first_line).document()


class _Reader:
    """Reads lines one after the other; `next` is the number of the one to come."""

    def __init__(self, text: str, path: str, first_line: int) -> None:
        self.path, self.next = path, 0
        self.end: _Line = (-1, False, "", Location(path), None)
        self.lines: list[_Line] = []
        rows: list[_Row] = LINE.findall(text)
        skipped = 0
        for at, row in enumerate(rows):
            _, dash, key, _, plain, _, _, _ = row
            if skipped:
                skipped -= 1
            elif dash or key:
                self.lines.append(self.line(row, first_line + at))
                if plain == FOLDED:
                    skipped = self.fold(rows, at + 1)
            elif plain:
                self.go_on(row, rows[at - 1])
            elif any(row[1:]) and not _is_comment(row):
                raise NotPlain
        self.lines.append(self.end)

    def go_on(self, row: _Row, before: _Row) -> None:
        """A line of words alone goes on with the plain value of the line before, if it stands further in."""
        words = row[4]
        if not self.lines or not before[4] or ": " in words or " #" in words or words[-1] == ":":
            raise NotPlain
        value = self.lines[-1][-1]
        if len(row[0]) < self.further_in() or not isinstance(value, Scalar):
            raise NotPlain
        self.put(f"{value.value} {words.rstrip(' ')}", value)

    def fold(self, rows: list[_Row], at: int) -> int:
        """Join the lines of words from `at` on, which stand further in than their key; how many there are."""
        value, least = self.lines[-1][-1], self.further_in()
        words: list[str] = []
        inner = 0
        for row in rows[at:]:
            raw = _raw(row)
            indent = len(raw) - len(raw.lstrip(" "))
            inner = inner or indent
            if not raw.strip(" ") or indent < least:
                break
            if indent != inner or row[5] or raw[-1] == " ":
                raise NotPlain
            words.append(raw.lstrip(" "))
        rest = next((raw for raw in map(_raw, rows[at + len(words) :]) if raw.strip(" ") or len(raw) > inner), "")
        if not words or not isinstance(value, Scalar) or len(rest) - len(rest.lstrip(" ")) >= least:
            raise NotPlain
        self.put(" ".join(words), value)
        return len(words)

    def further_in(self) -> int:
        """The least indent of what belongs to the last line: behind the column of its key, or of its bare dash."""
        column, _, key, where, _ = self.lines[-1]
        return where.column if key else column + 1

    def put(self, words: str, value: Scalar) -> None:
        """Put words in the place of the last line's value."""
        column, has_dash, key, where, _ = self.lines[-1]
        self.lines[-1] = column, has_dash, key, where, Scalar(words, value.location)

    def line(self, row: _Row, number: int) -> _Line:
        indent, dash, key, gap, plain, quoted, flow, _ = row
        column = len(indent)
        inner = column + len(dash) if dash else column
        at = inner + len(key) + len(gap) + 1 if key else inner
        value: Node | None = None
        if plain:
            if ": " in plain or " #" in plain or plain[-1] == ":":
                raise NotPlain
            words = plain.rstrip(" ")  # a single word is an id or a code, which come again and again
            value = Scalar(words if " " in words else intern(words), Location(self.path, number, at + 1))
        elif quoted:
            value = Scalar(_unquoted(quoted), Location(self.path, number, at + 1))
        elif flow:
            value, end = self.flow(flow, 0, at, number, 0)
            if flow[end:].strip(" "):
                raise NotPlain
        elif not key:
            raise NotPlain
        return column, bool(dash), key, Location(self.path, number, inner + 1), value

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
            if not key or key in values:
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
            if key:
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

    def flow(self, words: str, at: int, indent: int, number: int, depth: int) -> tuple[Node, int]:
        """What begins at `at` in words that begin with a bracket, behind so much `indent`, and where it ends."""
        where = Location(self.path, number, indent + at + 1)
        opening = words[at : at + 1]
        if opening not in ("[", "{"):
            found = FLOW_VALUE.match(words, at)
            if found is None:
                raise NotPlain
            plain, quoted = found.groups()
            return Scalar(intern(plain.rstrip(" ")) if plain else _unquoted(quoted), where), found.end()
        if depth == DEEPEST:
            raise NotPlain
        items: list[Node] = []
        values: dict[str, Node] = {}
        keys: dict[str, Location] = {}
        at += 1
        if empty := FLOW_EMPTY.match(words, at):
            if empty[1] != CLOSING[opening]:
                raise NotPlain
            return (Sequence((), where) if opening == "[" else Mapping({}, {}, where)), empty.end()
        mark = None
        while mark is None or mark[1] == ",":
            if opening == "{":
                key = FLOW_KEY.match(words, at)
                if key is None or key[1] in values:
                    raise NotPlain
                keys[key[1]] = Location(self.path, number, indent + at + 1)
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
        return (Sequence(tuple(items), where) if opening == "[" else Mapping(values, keys, where)), at


def _is_comment(row: _Row) -> bool:
    return row[7].lstrip(" ").startswith("#")


def _raw(row: _Row) -> str:
    """A line as it was written, but for blanks behind quotation marks."""
    indent, dash, key, gap, plain, quoted, flow, other = row
    return other or f"{indent}{dash}{key}{':' * bool(key)}{gap}{plain}{quoted}{flow}"


def _unquoted(quoted: str) -> str:
    inside = quoted[1:-1]
    return inside.replace("''", "'") if quoted[0] == "'" else inside
