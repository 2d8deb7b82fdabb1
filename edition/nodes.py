"""What YAML is read into: text, lists, and mappings of text to further nodes.

Scalars stay text: YAML's guesses (``no`` is false, ``2025-06-06`` a date) have no place in a record. Whoever has to say
where something stands asks for nodes that know it: the classes of this module, which are text, lists and mappings for
everybody else.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

from edition.problems import Location

DEEPEST = 12
"""No record nests deeper; more is a mistake or an attack."""

Node: TypeAlias = "str | list[Node] | dict[str, Node]"


class Scalar(str):
    """A single value that knows its place."""

    __slots__ = ("location",)
    location: Location

    def __new__(cls, value: str, location: Location) -> Scalar:
        """Take a text."""
        self = super().__new__(cls, value)
        self.location = location
        return self


class Sequence(list[Node]):
    """A list that knows its place."""

    __slots__ = ("location",)

    def __init__(self, items: Iterable[Node], location: Location) -> None:
        super().__init__(items)
        self.location = location


class Mapping(dict[str, Node]):
    """Keys with their values; the mapping knows its place, and where each key stands."""

    __slots__ = ("key_locations", "location")

    def __init__(self, values: dict[str, Node], key_locations: dict[str, Location], location: Location) -> None:
        super().__init__(values)
        self.key_locations, self.location = key_locations, location


PLACED = (Scalar, Sequence, Mapping)


def place(node: Node | None, otherwise: Location) -> Location:
    """Where a node stands, if it knows."""
    return node.location if isinstance(node, PLACED) else otherwise
