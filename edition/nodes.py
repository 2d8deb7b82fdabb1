"""What YAML is read into: values, lists and keys with values, each with its place in the file.

Scalars stay text: YAML's guesses (``no`` is false, ``2025-06-06`` a date) have no place in a record.
"""

from __future__ import annotations

from msgspec import Struct

from edition.problems import Location

DEEPEST = 12
"""No record nests deeper; more is a mistake or an attack."""


class Scalar(Struct, frozen=True, gc=False):
    """A single value, as text."""

    value: str
    location: Location


class Sequence(Struct, frozen=True, gc=False):
    """A list of values."""

    items: tuple[Node, ...]
    location: Location


class Mapping(Struct, frozen=True, gc=False):
    """Keys with their values; `keys` says where each key stands."""

    values: dict[str, Node]
    keys: dict[str, Location]
    location: Location


Node = Scalar | Sequence | Mapping
