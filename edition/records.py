"""Records: YAML front matter and Markdown, every value with its place in the file.

Scalars stay text: YAML's guesses (``no`` is false, ``2025-06-06`` a date) have no place in a record. Tags, anchors
and aliases are refused, so a record can neither run code nor explode (YAML 1.2.2, sections 6.8.2 and 6.9.2).

:class:`Fields` hands out the keys a reader knows and reports what is left over: a misspelt key is an error, never a
default.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection
from pathlib import Path
from typing import Any, TypeVar

import yaml
from msgspec import Struct

from edition.dates import Edtf
from edition.dates import parse as parse_date
from edition.problems import Location, Problem, did_you_mean

T = TypeVar("T")

FENCE = "---"
DEEPEST = 12
"""No record nests deeper; more is a mistake or an attack."""

_Loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


class Scalar(Struct, frozen=True):
    """A single value, as text."""

    value: str
    location: Location


class Sequence(Struct, frozen=True):
    """A list of values."""

    items: tuple[Node, ...]
    location: Location


class Mapping(Struct, frozen=True):
    """Keys with their values; `keys` says where each key stands."""

    values: dict[str, Node]
    keys: dict[str, Location]
    location: Location


Node = Scalar | Sequence | Mapping


class Record(Struct, frozen=True):
    """A file of `content/`: its fields, and the Markdown `body` that begins at `body_location`."""

    fields: Mapping
    body: str
    body_location: Location


def decode(data: bytes, path: str, problems: list[Problem]) -> str | None:
    """The text of a file of `content/`; None, with the reason in `problems`, when it is not UTF-8."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        where = Location.behind(path, data[: error.start].decode("utf-8"))
        message = f"Byte {data[error.start]:#04x} is not UTF-8."
        problems.append(Problem("not-utf8", where, message, "write this line anew, and save the file as UTF-8"))
        return None


def read_record(text: str, path: str, problems: list[Problem]) -> Record | None:
    """Read front matter and Markdown; None, with the reason in `problems`, when there is no front matter to read."""
    lines = text.removeprefix("\ufeff").split("\n")
    if lines[0].rstrip() != FENCE:
        hint = "begin the file with a line of three hyphens, then the keys of docs/entries.md"
        problems.append(Problem("no-front-matter", Location(path), "The file does not begin with ---.", hint))
        return None
    end = next((n for n, line in enumerate(lines[1:], 1) if line.rstrip() == FENCE), None)
    if end is None:
        hint = "close the front matter with a line of three hyphens"
        problems.append(Problem("no-front-matter", Location(path), "The front matter is never closed.", hint))
        return None
    fields = read_yaml("\n".join(lines[1:end]), path, problems, first_line=2)
    if fields is None:
        return None
    return Record(fields, "\n".join(lines[end + 1 :]), Location(path, end + 2))


def read_yaml(text: str, path: str, problems: list[Problem], first_line: int = 1) -> Mapping | None:
    """Read a YAML mapping that begins in line `first_line` of its file; None, with the reason in `problems`, if not."""
    builder = _Builder(text, path, first_line, problems)
    try:
        root = builder.document()
    except yaml.YAMLError as error:
        problems.append(builder.syntax_problem(error))
        return None
    except _Refused as refused:
        problems.append(refused.problem)
        return None
    if not isinstance(root, Mapping):
        problems.append(Problem("yaml", Location(path, first_line), "Expected keys and values.", "write `key: value`"))
        return None
    return root


class _Refused(Exception):
    def __init__(self, problem: Problem) -> None:
        self.problem = problem


class _Builder:
    """Builds nodes from YAML events, which show tags, anchors and aliases before anything is expanded."""

    def __init__(self, text: str, path: str, first_line: int, problems: list[Problem]) -> None:
        self.text, self.path, self.first_line, self.problems = text, path, first_line, problems

    def place(self, mark: Any) -> Location:
        return Location(self.path, mark.line + self.first_line, mark.column + 1)

    def syntax_problem(self, error: yaml.YAMLError) -> Problem:
        mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
        where = self.place(mark) if mark else Location(self.path, self.first_line)
        what = getattr(error, "problem", None) or getattr(error, "reason", None) or "not readable"
        hint = "put values with a colon, a # or a leading quotation mark, dash or star into 'quotation marks'"
        if isinstance(error, yaml.reader.ReaderError):
            strange = chr(error.character)
            before = self.text.partition(strange)[0]
            where = Location.behind(self.path, "\n" * (self.first_line - 1) + before)
            what, hint = f"the control character U+{error.character:04X}", "take the character out"
        return Problem("yaml", where, f"This is not YAML: {what}.", hint)

    def document(self) -> Node | None:
        loader = _Loader(self.text)
        try:
            self.next = loader.get_event
            while type(event := self.next()) is not yaml.StreamEndEvent:
                if type(event) is yaml.DocumentStartEvent:
                    root = self.node(self.next(), 0)
                    while type(event := self.next()) is not yaml.StreamEndEvent:
                        if type(event) is yaml.DocumentStartEvent:
                            message = "A second YAML document begins here."
                            self.refuse(event, "yaml", message, "keep one document in a file")
                    return root
        finally:
            loader.dispose()
        return None

    def node(self, event: Any, depth: int) -> Node:
        kind = type(event)
        if depth > DEEPEST or kind is yaml.AliasEvent or event.anchor is not None or event.tag is not None:
            self.refuse_kind(event, depth)
        mark = event.start_mark
        where = Location(self.path, mark.line + self.first_line, mark.column + 1)
        if kind is yaml.ScalarEvent:
            return Scalar(event.value, where)
        depth += 1
        if kind is yaml.SequenceStartEvent:
            items = []
            while type(inner := self.next()) is not yaml.SequenceEndEvent:
                items.append(self.node(inner, depth))
            return Sequence(tuple(items), where)
        values: dict[str, Node] = {}
        keys: dict[str, Location] = {}
        while type(inner := self.next()) is not yaml.MappingEndEvent:
            key = self.node(inner, depth)
            value = self.node(self.next(), depth)
            if not isinstance(key, Scalar):
                self.refuse(inner, "yaml", "A key must be a word.", "write `key: value`")
            elif key.value in values:
                first = keys[key.value].line
                message = f"The key {key.value!r} stands here for the second time (first in line {first})."
                self.problems.append(Problem("duplicate-key", key.location, message, "keep one of the two"))
            else:
                values[key.value], keys[key.value] = value, key.location
        return Mapping(values, keys, where)

    def refuse_kind(self, event: Any, depth: int) -> None:
        if depth > DEEPEST:
            self.refuse(event, "yaml", f"Nested more than {DEEPEST} deep.", "no record of ours nests so deep: simplify")
        if isinstance(event, yaml.AliasEvent) or event.anchor is not None:
            self.refuse(event, "yaml-alias", "Anchors and aliases (&x, *x) are not used here.", "write the value out")
        self.refuse(event, "yaml-tag", f"The tag {event.tag} is not used here.", "write the plain value, without !")

    def refuse(self, event: yaml.Event, code: str, message: str, hint: str) -> None:
        raise _Refused(Problem(code, self.place(event.start_mark), message, hint))


class Fields:
    """The keys of one mapping, taken one by one.

    Each method takes a key and gives its value in the wanted form. What doesn't fit is added to `problems` and an
    empty value of the same type returned, so that reading goes on and finds the rest.
    """

    def __init__(self, node: Mapping, problems: list[Problem]) -> None:
        self.node, self.problems = node, problems
        self.taken: set[str] = set()

    @property
    def location(self) -> Location:
        """Where the mapping begins."""
        return self.node.location

    def where(self, key: str) -> Location:
        """Where the value of `key` stands, or the mapping itself if it has none."""
        value = self.node.values.get(key)
        return value.location if value else self.location

    def has(self, key: str) -> bool:
        """Whether the key is given."""
        return key in self.node.values

    def is_list(self, key: str) -> bool:
        """Whether the value of `key` is a list."""
        return isinstance(self.node.values.get(key), Sequence)

    def names(self) -> tuple[str, ...]:
        """All keys, for mappings whose keys are free (quotations, sources)."""
        return tuple(self.node.values)

    def complain(self, key: str, code: str, message: str, hint: str = "") -> None:
        """Add a problem at the value of `key`."""
        self.problems.append(Problem(code, self.where(key), message, hint))

    def take(self, key: str) -> Node | None:
        """The bare node, marked as taken."""
        self.taken.add(key)
        return self.node.values.get(key)

    def text(self, key: str) -> str:
        """Text, or "" where the key is missing."""
        node = self.take(key)
        if node is None:
            return ""
        if not isinstance(node, Scalar):
            self.complain(key, "wrong-type", f"{key!r} must be a single text.", f"write `{key}: words`")
            return ""
        return node.value.strip()

    def required(self, key: str) -> str:
        """Text that must be there and not be empty."""
        value = self.text(key)
        if not value and (key not in self.node.values or isinstance(self.node.values[key], Scalar)):
            self.complain(key, "missing-key", f"{key!r} is missing or empty.", f"add `{key}: …` (docs/entries.md)")
        return value

    def choice(self, key: str, options: Collection[str], default: str | None = None) -> str:
        """One of `options`; `default` where the key is missing; required where there is no default."""
        value = self.required(key) if default is None else self.text(key)
        if value and value not in options:
            self.complain(key, "unknown-word", f"{value!r} is not a {key} we know.", did_you_mean(value, options))
            return default or ""
        return value or default or ""

    def texts(self, key: str) -> tuple[tuple[str, Location], ...]:
        """A list of texts (or a single one), each with its place."""
        node = self.take(key)
        if node is None:
            return ()
        items = node.items if isinstance(node, Sequence) else (node,)
        found = []
        for item in items:
            if isinstance(item, Scalar):
                if item.value.strip():
                    found.append((item.value.strip(), item.location))
            else:
                message = f"Every item of {key!r} must be a single text."
                hint = "put words with a colon, a brace or a bracket into 'quotation marks'"
                self.problems.append(Problem("wrong-type", item.location, message, hint))
        return tuple(found)

    def date(self, key: str) -> Edtf | None:
        """An EDTF date, or None where the key is missing or the date impossible."""
        value = self.text(key)
        if not value:
            return None
        try:
            return parse_date(value)
        except ValueError as error:
            self.complain(key, "impossible-date", f"{value!r}: {error}", "write an EDTF date (docs/entries.md, Dates)")
            return None

    def required_day(self, key: str) -> dt.date:
        """A day that must be there, ISO 8601; the first of the calendar stands in for one that is none."""
        value = self.required(key)
        try:
            return dt.date.fromisoformat(value)
        except ValueError:
            if value:
                self.complain(key, "impossible-date", f"{value!r} is no day.", "write a day as 2026-11-22")
            return dt.date.min

    def required_date(self, key: str) -> Edtf:
        """A date that must be there; `XXXX`, no known year, stands in for one that isn't."""
        self.required(key)
        return self.date(key) or parse_date("XXXX-01-01")

    def one(self, key: str, read: Callable[[Fields], T]) -> T | None:
        """A mapping, read by `read`, whose left-over keys are reported; None where the key is missing."""
        node = self.take(key)
        if node is None:
            return None
        if not isinstance(node, Mapping):
            self.complain(
                key,
                "wrong-type",
                f"{key!r} must have keys of its own.",
                f"write `{key}: {{key: value}}` (docs/entries.md)",
            )
            return None
        return self._read(node, read)

    def many(self, key: str, read: Callable[[Fields], T]) -> tuple[T, ...]:
        """A list of mappings, each read by `read`."""
        node = self.take(key)
        if node is None:
            return ()
        if not isinstance(node, Sequence):
            self.complain(
                key, "wrong-type", f"{key!r} must be a list.", "begin each item with a hyphen, or take out the key"
            )
            return ()
        found = []
        for item in node.items:
            if isinstance(item, Mapping):
                found.append(self._read(item, read))
            else:
                message = f"Every item of {key!r} must have keys of its own."
                self.problems.append(Problem("wrong-type", item.location, message, "write `- {key: value}`"))
        return tuple(found)

    def _read(self, node: Mapping, read: Callable[[Fields], T]) -> T:
        inner = Fields(node, self.problems)
        value = read(inner)
        inner.close()
        return value

    def close(self) -> None:
        """Report the keys nobody took."""
        for key, where in self.node.keys.items():
            if key not in self.taken:
                known = sorted(self.taken)
                self.problems.append(
                    Problem("unknown-key", where, f"{key!r} is not a key here.", did_you_mean(key, known))
                )


def read_fields(file: Path, path: str, problems: list[Problem]) -> Fields | None:
    """Read a file of YAML from end to end, shown as `path`; None, with the reason in `problems`, if that fails."""
    text = decode(file.read_bytes(), path, problems)
    node = read_yaml(text, path, problems) if text is not None else None
    return Fields(node, problems) if node is not None else None
