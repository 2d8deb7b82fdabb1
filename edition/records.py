"""Records: YAML front matter and Markdown, every value with its place in the file, if places are asked for.

:class:`Fields` hands out the keys a reader knows and reports what is left over: a misspelt key is an error, never a
default.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Collection
from pathlib import Path
from typing import TypeVar

from msgspec import Struct

from edition.dates import Edtf
from edition.dates import parse as parse_date
from edition.nodes import Mapping, Node, place
from edition.plain_yaml import NotPlain, read_plain
from edition.problems import Location, Problem, did_you_mean

T = TypeVar("T")

FENCE = re.compile(r"^---[^\S\n]*(?:\n|\Z)", re.MULTILINE)
"""A line of three hyphens, with the end of that line."""


class Record(Struct, frozen=True):
    """A file of `content/`: its fields, and the Markdown `body` that begins at `body_location`."""

    fields: dict[str, Node]
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


def read_record(text: str, path: str, problems: list[Problem], *, places: bool = True) -> Record | None:
    """Read front matter and Markdown; None, with the reason in `problems`, when there is no front matter to read.

    Without `places`, problems of its fields say no more than the file.
    """
    text = text.removeprefix("\ufeff")
    opening = FENCE.match(text)
    if opening is None:
        hint = "begin the file with a line of three hyphens, then the keys of docs/entries.md"
        problems.append(Problem("no-front-matter", Location(path), "The file does not begin with ---.", hint))
        return None
    closing = _closing(text, opening.end())
    if closing is None:
        hint = "close the front matter with a line of three hyphens"
        problems.append(Problem("no-front-matter", Location(path), "The front matter is never closed.", hint))
        return None
    front = text[opening.end() : max(opening.end(), closing.start() - 1)]  # without the end of its last line
    fields = read_yaml(front, path, problems, first_line=2, places=places)
    if fields is None:
        return None
    return Record(fields, text[closing.end() :], Location(path, text.count("\n", 0, closing.start()) + 2))


def _closing(text: str, behind: int) -> re.Match[str] | None:
    """The next fence from a place on; looking for its hyphens alone takes a tenth of the time."""
    found = None
    at = behind - 1
    while found is None and (at := text.find("\n---", at) + 1):
        found = FENCE.match(text, at)
    return found


def read_yaml(
    text: str, path: str, problems: list[Problem], first_line: int = 1, *, places: bool = True
) -> dict[str, Node] | None:
    """Read a YAML mapping that begins in line `first_line` of its file; None, with the reason in `problems`, if not.

    Its nodes know their places, if `places` are wanted.
    """
    try:
        return read_plain(text, path, first_line, places=places)
    except NotPlain:
        from edition.full_yaml import read_full  # takes long to import

        return read_full(text, path, problems, first_line)


class Fields:
    """The keys of one mapping, taken one by one.

    Each method takes a key and gives its value in the wanted form. What doesn't fit is added to `problems` and an
    empty value of the same type returned, so that reading goes on and finds the rest. The mapping stands at `location`,
    if it doesn't know better.
    """

    def __init__(self, values: dict[str, Node], problems: list[Problem], location: Location) -> None:
        self.values, self.problems = values, problems
        self.has_places = isinstance(values, Mapping)
        self.location = values.location if isinstance(values, Mapping) else location
        self.taken: set[str] = set()

    def where(self, key: str) -> Location:
        """Where the value of `key` stands, or the mapping itself if it has none."""
        return place(self.values.get(key), self.location) if self.has_places else self.location

    def places(self) -> dict[str, Location]:
        """Where the values of all keys stand; nothing where that isn't known."""
        return {key: self.where(key) for key in self.values} if self.has_places else {}

    def has(self, key: str) -> bool:
        """Whether the key is given."""
        return key in self.values

    def is_list(self, key: str) -> bool:
        """Whether the value of `key` is a list."""
        return isinstance(self.values.get(key), list)

    def names(self) -> tuple[str, ...]:
        """All keys, for mappings whose keys are free (quotations, sources)."""
        return tuple(self.values)

    def complain(self, key: str, code: str, message: str, hint: str = "") -> None:
        """Add a problem at the value of `key`."""
        self.problems.append(Problem(code, self.where(key), message, hint))

    def take(self, key: str) -> Node | None:
        """The bare node, marked as taken."""
        self.taken.add(key)
        return self.values.get(key)

    def text(self, key: str) -> str:
        """Text, or "" where the key is missing."""
        self.taken.add(key)  # as `take` does: nothing is called so often
        node = self.values.get(key)
        if node is None:
            return ""
        if isinstance(node, str):
            return node.strip()
        self.complain(key, "wrong-type", f"{key!r} must be a single text.", f"write `{key}: words`")
        return ""

    def required(self, key: str) -> str:
        """Text that must be there and not be empty."""
        value = self.text(key)
        if not value and (key not in self.values or isinstance(self.values[key], str)):
            self.complain(key, "missing-key", f"{key!r} is missing or empty.", f"add `{key}: …` (docs/entries.md)")
        return value

    def choice(self, key: str, options: Collection[str], default: str | None = None) -> str:
        """One of `options`; `default` where the key is missing; required where there is no default."""
        value = self.required(key) if default is None else self.text(key)
        if not value:
            return default or ""
        if value in options:
            return value
        self.complain(key, "unknown-word", f"{value!r} is not a {key} we know.", did_you_mean(value, options))
        return default or ""

    def texts(self, key: str) -> tuple[tuple[str, Location], ...]:
        """A list of texts (or a single one), each with its place."""
        node = self.take(key)
        if node is None:
            return ()
        items = node if isinstance(node, list) else (node,)
        found = []
        for item in items:
            if isinstance(item, str):
                if words := item.strip():
                    found.append((words, place(item, self.location)))
            else:
                message = f"Every item of {key!r} must be a single text."
                hint = "put words with a colon, a brace or a bracket into 'quotation marks'"
                self.problems.append(Problem("wrong-type", place(item, self.location), message, hint))
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
        if not isinstance(node, dict):
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
        if not isinstance(node, list):
            self.complain(
                key, "wrong-type", f"{key!r} must be a list.", "begin each item with a hyphen, or take out the key"
            )
            return ()
        found = []
        for item in node:
            if isinstance(item, dict):
                found.append(self._read(item, read))
            else:
                message = f"Every item of {key!r} must have keys of its own."
                self.problems.append(
                    Problem("wrong-type", place(item, self.location), message, "write `- {key: value}`")
                )
        return tuple(found)

    def _read(self, node: dict[str, Node], read: Callable[[Fields], T]) -> T:
        inner = Fields(node, self.problems, self.location)
        value = read(inner)
        inner.close()
        return value

    def close(self) -> None:
        """Report the keys nobody took."""
        if self.values.keys() <= self.taken:
            return
        places = self.values.key_locations if isinstance(self.values, Mapping) else {}
        for key in self.values:
            if key not in self.taken:
                where, hint = places.get(key, self.location), did_you_mean(key, sorted(self.taken))
                self.problems.append(Problem("unknown-key", where, f"{key!r} is not a key here.", hint))


def read_fields(file: Path, path: str, problems: list[Problem]) -> Fields | None:
    """Read a file of YAML from end to end, shown as `path`; None, with the reason in `problems`, if that fails."""
    text = decode(file.read_bytes(), path, problems)
    node = read_yaml(text, path, problems) if text is not None else None
    return Fields(node, problems, Location(path)) if node is not None else None
