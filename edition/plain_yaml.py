"""The plainest YAML, read without the library: keys and lists by indentation, values that end on their line.

What is read here is read as the library reads it, with places or without; a test holds both against each other.
Anything else (a comment behind a value, literal text, a tag, a mistake) is not read here at all:
:mod:`edition.full_yaml` reads the whole text then, and says what is wrong with it.
"""

from __future__ import annotations

import re
from functools import partial
from itertools import islice, takewhile
from sys import intern
from typing import Any, NamedTuple, TypeAlias

from edition.nodes import Mapping, Node, Scalar, Sequence
from edition.problems import Location

UNFOLDED = "\0"
"""Stands before the words of folded text once they are on one line; no text holds it."""
INDICATORS = " -?:,[]{}#&*!|>'\"%@`" + UNFOLDED
"""Characters that a plain value can't begin with (YAML 1.2.2, section 7.3.3, taken a little too strictly)."""
STRANGE = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
"""Characters that the library refuses, or takes for the end of a line."""
STRANGE_BYTES = bytes((*range(10), *range(11, 32), 127, 0xC2, 0xED, 0xEF))
"""With which the others of these characters begin in UTF-8, or which they are: soon looked for, and seldom there."""
KEY = r"\w[\w.-]*+"
FIRST = rf"[^{re.escape(INDICATORS)}]"
QUOTED = r"'(?:[^'\n]|'')*'" + r'|"[^"\\\n]*"'
BEGINNING = re.compile(rf"( *+)(- ++)?({KEY})")
"""How a line with a key begins: indentation, perhaps a dash, the key."""
ITEM = re.compile(r"( *+)- ++(?=.)")
WITH_WORDS = re.compile(rf"( *+)(- ++)?+({KEY}: ++)?+{FIRST}")
"""A line that begins with a plain value, or with one behind a dash, a key, or both."""
ALONE = re.compile(rf"({QUOTED}) *")
FOLDED = re.compile(rf"( *+)(- ++)?({KEY}: +)?(>-) *")
FLOW_KEY = re.compile(rf"({KEY}): +")
FLOW_VALUE = re.compile(rf"({FIRST}[^,:?\[\]{{}}#]*)|({QUOTED})")
FLOW_WORDS = re.compile(r"\[\w[\w-]*+(?:, \w[\w-]*+)*+\]")
FLOW_EMPTY = re.compile(r" *([\]}]) *")
FLOW_NEXT = re.compile(r" *([,\]}]) *")
CLOSING = {"[": "]", "{": "}"}
DEEPEST = 5
"""So deep blocks may nest, and so deep brackets in them: together less than what the library's reader refuses."""
NOWHERE = -1


class NotPlain(Exception):
    """The text holds more than the plainest YAML."""


_Place: TypeAlias = "int | tuple[int, int]"
"""Where a line's key stands: its column; or those of the dash before it and its own."""
_Row: TypeAlias = "tuple[_Place, str]"
"""The place of a line's key, and the key."""
_rows: dict[str, _Row] = {}
"""The rows of lines by what stands before their value: most begin in one of the same few ways."""
MOST_ROWS = 4_000
_Block: TypeAlias = "tuple[int, Any, bool]"
"""Where the keys or dashes of a mapping or list stand, the node, and whether it is a list right below its key."""


class _Words(NamedTuple):
    """A plain value, item `key` of a block, which may go on behind the line `number`, further in than `column`."""

    number: int
    column: int
    block: Any
    key: Any


def read_plain(text: str, path: str, first_line: int, *, places: bool = True) -> dict[str, Node]:
    """Keys and values of a text that begins in line `first_line` of its file, with places if wanted.

    Raises NotPlain.
    """
    data = text.encode("utf-8", "surrogatepass")
    may_be_strange = any(map(data.__contains__, STRANGE_BYTES)) or "\u2028" in text or "\u2029" in text
    if may_be_strange and STRANGE.search(text):
        raise NotPlain
    lines = text.split("\n")
    if ">" in text and ">-" in text:
        lines = _unfolded(lines)
    return _Reader(lines, path, first_line, places=places, has_marks="#" in text).document()


class _Reader:
    """Reads line after line; `number` are read. If the text `has_marks`, a comment may stand behind a value.

    `blocks` are those that may go on, outermost first; `here` is the last mapping that took a key. The value of the key
    that is `waiting` is a block, and begins on the next line.
    """

    def __init__(self, lines: list[str], path: str, first_line: int, *, places: bool, has_marks: bool) -> None:
        self.lines, self.path, self.first_line, self.places = lines, path, first_line, places
        self.looks_closer = places or has_marks
        self.number = 0
        self.blocks: list[_Block] = []
        self.here: Any = {}
        self.waiting = ""
        self.words: _Words | None = None

    def document(self) -> dict[str, Node]:
        """The whole text."""
        looks_closer, at, here = self.looks_closer, NOWHERE, self.here
        for number, line in enumerate(self.lines, 1):
            beginning, colon, words = line.partition(": ")
            row = _rows.get(beginning)
            if row is None or not colon:
                self.number, at = number, NOWHERE
                self.other(line)
                continue
            place, key = row
            if place != at:
                self.number = number
                here, at = self.enter(place)
            if words[:1] in INDICATORS or looks_closer or key in here:
                self.number = number
                at = self.put(key, self.value(words, at), at)
            elif words[-1] in " :" or ": " in words:
                raise NotPlain
            else:
                here[key] = words if " " in words else intern(words)  # ids and codes come again and again
        if self.waiting or not self.blocks:
            raise NotPlain
        root: dict[str, Node] = self.blocks[0][1]
        return root

    def other(self, line: str) -> None:
        """A line that has no key with a value, or begins as none has begun before."""
        beginning, colon, words = line.partition(": ")
        if colon and (row := _row(beginning)):
            _, column = self.enter(row[0])
            self.put(row[1], self.value(words, column), column)
            return
        words = line.lstrip(" ")
        if words[:1] in ("", "#"):
            return
        if line[-1] == ":" and (row := _row(line[:-1])):
            _, column = self.enter(row[0])
            self.put(row[1], None, column)
        elif item := ITEM.match(line):
            items = self.items(item.end(1))
            value = self.value(line[item.end() :], item.end(1))
            if value is None:
                raise NotPlain
            items.append(value)
        else:
            self.go_on(words, len(line) - len(words))

    # Blocks

    def enter(self, place: _Place) -> tuple[dict[str, Node], int]:
        """Find or begin the mapping of a key at a place; with it comes the key's column."""
        blocks = self.blocks
        dash, column = (NOWHERE, place) if isinstance(place, int) else place
        if dash == NOWHERE and blocks and not self.waiting:
            at, here, is_below = blocks[-1]
            while at > column or (is_below and at == column):
                blocks.pop()
                at, here, is_below = blocks[-1]
            if at != column or isinstance(here, list):
                raise NotPlain
            self.here = here
            return here, column
        here = Mapping({}, {}, self.location(column)) if self.places else {}
        if dash != NOWHERE:
            self.items(dash).append(here)
        elif self.waiting:
            self.fill(column, here)
        elif column:
            raise NotPlain
        blocks.append((column, here, False))
        if len(blocks) > DEEPEST + 1:
            raise NotPlain
        self.here = here
        return here, column

    def items(self, dash: int) -> Any:
        """Find or begin the list of a dash."""
        blocks = self.blocks
        if self.waiting:
            is_below = dash == blocks[-1][0]
            items = Sequence([], self.location(dash)) if self.places else []
            self.fill(dash + is_below, items)
            blocks.append((dash, items, is_below))
            return items
        while blocks and blocks[-1][0] > dash:
            blocks.pop()
        if not blocks or blocks[-1][0] != dash or not isinstance(blocks[-1][1], list):
            raise NotPlain
        return blocks[-1][1]

    def fill(self, column: int, node: Node) -> None:
        """Put a block behind the key that waits, which must stand further out."""
        outer, mapping, _ = self.blocks[-1]
        if column <= outer:
            raise NotPlain
        mapping[self.waiting] = node
        self.waiting = ""

    def put(self, key: str, value: Node | None, column: int) -> int:
        """Put a value behind its key, or wait for a block; gives the column at which further keys stand here."""
        if key in self.here:
            raise NotPlain
        if self.places:
            self.here.key_locations[key] = self.location(column)
        if value is None:
            self.waiting = key
            return NOWHERE
        self.here[key] = value
        return column

    # Values

    def value(self, words: str, outer: int) -> Node | None:
        """What stands behind a key or dash, which is at the column `outer`; None if nothing does."""
        words = words.lstrip(" ")
        at = len(self.lines[self.number - 1]) - len(words)
        if not words:
            return None
        if words[0] not in INDICATORS:
            return self.placed(_plain(words), at)
        if words[0] == UNFOLDED:
            return self.placed(words[1:], at)
        if not self.places and FLOW_WORDS.fullmatch(words):
            return [*words[1:-1].split(", ")]
        if words[0] in CLOSING:
            node, end = self.flow(words, 0, at, 0)
            if end == len(words):
                return node
        elif quoted := ALONE.fullmatch(words):
            return self.placed(_unquoted(quoted[1]), at)
        raise NotPlain

    def go_on(self, more: str, indent: int) -> None:
        """Words alone on a line go on with the plain value of the line before, if they stand further in."""
        before = self.number - 1
        words = self.words if self.words and self.words.number == before else self.words_of(before)
        if indent <= words.column:
            raise NotPlain
        so_far = words.block[words.key]
        joined = f"{so_far} {_plain(more)}"
        words.block[words.key] = Scalar(joined, so_far.location) if isinstance(so_far, Scalar) else joined
        self.words = words._replace(number=self.number)

    def words_of(self, number: int) -> _Words:
        """The plain value on a line, counted from 1."""
        line = self.lines[number - 1] if number else ""
        found = WITH_WORDS.match(line) if line[-1:] != ":" else None
        indent, dash, key = found.groups("") if found else ("", "", "")
        if key:
            return _Words(number, len(indent + dash), self.here, next(reversed(self.here)))
        if dash:
            return _Words(number, len(indent), self.blocks[-1][1], -1)
        raise NotPlain

    def flow(self, words: str, at: int, indent: int, depth: int) -> tuple[Node, int]:
        """What begins at `at` in words that begin with a bracket, behind so much `indent`, and where it ends."""
        begins, opening = at, words[at : at + 1]
        if opening not in CLOSING:
            found = FLOW_VALUE.match(words, at)
            if found is None:
                raise NotPlain
            plain, quoted = found.groups()
            value = intern(plain.rstrip(" ")) if plain else _unquoted(quoted)
            return self.placed(value, indent + begins), found.end()
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
                values[key[1]], at = self.flow(words, key.end(), indent, depth + 1)
            else:
                item, at = self.flow(words, at, indent, depth + 1)
                items.append(item)
            mark = FLOW_NEXT.match(words, at)
            if mark is None:
                raise NotPlain
            at = mark.end()
        if mark[1] != CLOSING[opening]:
            raise NotPlain
        if not self.places:
            return (items if opening == "[" else values), at
        where = self.location(indent + begins)
        if opening == "[":
            return Sequence(items, where), at
        keys = map(self.location, columns)
        return Mapping(values, dict(zip(values, keys, strict=True)), where), at

    # Places

    def location(self, column: int) -> Location:
        """A column of the line that was read last."""
        return Location(self.path, self.first_line + self.number - 1, column + 1)

    def placed(self, words: str, column: int) -> str:
        """A value with its place, if that is wanted."""
        return Scalar(words, self.location(column)) if self.places else words


def _row(beginning: str) -> _Row | None:
    """The place of a line's key, and the key, from what stands before its colon; None if that is no key."""
    if known := _rows.get(beginning):
        return known
    found = BEGINNING.fullmatch(beginning)
    if found is None:
        return None
    column = found.start(3)
    row: _Row = (found.end(1), column) if found[2] else column, intern(found[3])
    if len(_rows) < MOST_ROWS:
        _rows[beginning] = row
    return row


def _unfolded(lines: list[str]) -> list[str]:
    """As many lines, on which folded text stands behind its key or dash; where it stood, lines are empty.

    Raises NotPlain if it has more than one paragraph, or lines that stand further in.
    """
    lines = [*lines]
    for at, line in enumerate(lines):
        found = FOLDED.fullmatch(line)
        if not found or not (found[2] or found[3]):
            continue
        outer = found.start(3) if found[3] else found.end(1)
        words = [*takewhile(partial(_is_within, outer), islice(lines, at + 1, None))]
        inner = _indent(words[0]) if words else 0
        behind = (line for line in islice(lines, at + 1 + len(words), None) if line.strip(" ") or len(line) > inner)
        if not words or _indent(next(behind, "")) > outer or any(_indent(w) != inner or w[-1] == " " for w in words):
            raise NotPlain
        lines[at] = line[: found.start(4)] + UNFOLDED + " ".join(word[inner:] for word in words)
        lines[at + 1 : at + 1 + len(words)] = [""] * len(words)
    return lines


def _is_within(outer: int, line: str) -> bool:
    """Whether a line has words, further in than a column."""
    return bool(line.strip(" ")) and _indent(line) > outer


def _plain(words: str) -> str:
    """The same words. Raises NotPlain if they are no plain value."""
    if words[0] in INDICATORS or words[-1] in " :" or ": " in words or " #" in words:
        raise NotPlain
    return words


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _unquoted(quoted: str) -> str:
    inside = quoted[1:-1]
    return inside.replace("''", "'") if quoted[0] == "'" else inside
