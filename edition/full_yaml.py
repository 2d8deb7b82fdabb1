"""YAML of any form, read by the library: what :mod:`edition.plain_yaml` leaves to it, and what is wrong with it.

Tags, anchors and aliases are refused, so a record can neither run code nor explode (YAML 1.2.2, sections 6.8.2 and
6.9.2).
"""

from __future__ import annotations

from typing import Any

import yaml

from edition.nodes import DEEPEST, Mapping, Node, Scalar, Sequence
from edition.problems import Location, Problem

_Loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def read_full(text: str, path: str, problems: list[Problem], first_line: int) -> Mapping | None:
    """Keys and values of a text that begins in line `first_line`; None, with the reason in `problems`, if not."""
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
            return Sequence(items, where)
        values: dict[str, Node] = {}
        keys: dict[str, Location] = {}
        while type(inner := self.next()) is not yaml.MappingEndEvent:
            key = self.node(inner, depth)
            value = self.node(self.next(), depth)
            if not isinstance(key, Scalar):
                self.refuse(inner, "yaml", "A key must be a word.", "write `key: value`")
            elif key in values:
                message = f"The key {str(key)!r} stands here for the second time (first in line {keys[key].line})."
                self.problems.append(Problem("duplicate-key", key.location, message, "keep one of the two"))
            else:
                values[str(key)], keys[str(key)] = value, key.location
        return Mapping(values, keys, where)

    def refuse_kind(self, event: Any, depth: int) -> None:
        if depth > DEEPEST:
            self.refuse(event, "yaml", f"Nested more than {DEEPEST} deep.", "no record of ours nests so deep: simplify")
        if isinstance(event, yaml.AliasEvent) or event.anchor is not None:
            self.refuse(event, "yaml-alias", "Anchors and aliases (&x, *x) are not used here.", "write the value out")
        self.refuse(event, "yaml-tag", f"The tag {event.tag} is not used here.", "write the plain value, without !")

    def refuse(self, event: yaml.Event, code: str, message: str, hint: str) -> None:
        raise _Refused(Problem(code, self.place(event.start_mark), message, hint))
