"""The ways back: who refers to an entry, and what the passages of a source support.

A reference is declared once, by the entry that makes it; the way back is derived here and nowhere else. An edition has
many of them, and each is kept as a few numbers until somebody asks for it.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeVar

from edition.evidence import Passage

T = TypeVar("T")

Way = tuple[str, int]
"""An entry's id, and the number of its reference or claim."""
Rows = dict[str, "array[int]"]
_MENTION, _SUPPORT = 2, 5
"""So many numbers a way has: those of the entry and of its reference; or of its claim, then the passage's."""


class Derived(Mapping[str, T]):
    """Values that are made whenever they are asked for, and not kept."""

    def __init__(self, keys: Iterable[str], make: Callable[[str], T]) -> None:
        self._keys, self._make = dict.fromkeys(keys), make

    def __getitem__(self, key: str) -> T:
        if key not in self._keys:
            raise KeyError(key)
        return self._make(key)

    def __iter__(self) -> Iterator[str]:
        return iter(self._keys)

    def __len__(self) -> int:
        return len(self._keys)


class Ways:
    """The ways back of an edition whose entries have these `ids`, in order; their places in it are their numbers."""

    def __init__(self, ids: Sequence[str]) -> None:
        self.ids = ids
        self.mentions: Rows = defaultdict(_numbers)
        self.supports: Rows = defaultdict(_numbers)

    def mention(self, id_: str, number: int, at: int) -> None:
        """An entry refers to another one, by its reference number `at`."""
        self.mentions[id_].extend((number, at))

    def support(self, passage: Passage, number: int, at: int) -> None:
        """A passage supports an entry's claim number `at`."""
        self.supports[passage.source].extend((number, at, passage.block, passage.start, passage.end))

    def plain(self) -> tuple[Rows, Rows]:
        """All of them, for another process."""
        return dict(self.mentions), dict(self.supports)

    def take(self, plain: tuple[dict[str, bytes], dict[str, bytes]]) -> None:
        """Take on those that another process has found and told."""
        for own, others in zip((self.mentions, self.supports), plain, strict=True):
            for id_, numbers in others.items():
                own[id_].frombytes(numbers)

    def to(self, id_: str) -> list[Way]:
        """Who refers to an entry, in the order of entries."""
        return [(self.ids[number], at) for number, at in sorted(_rows(self.mentions[id_], _MENTION))]

    def spans(self, source: str) -> list[tuple[int, int]]:
        """Where the passages of a source that support something begin and end, in no order."""
        numbers = self.supports[source]
        return list(zip(numbers[3::_SUPPORT], numbers[4::_SUPPORT], strict=True))

    def from_passages(self, source: str) -> list[tuple[Passage, Way]]:
        """What the passages of a source support, in the order of the text, then of ids."""
        ids = self.ids
        found = [
            (Passage(source, block, start, end), (ids[number], at))
            for number, at, block, start, end in _rows(self.supports[source], _SUPPORT)
        ]
        return sorted(found)


def _numbers() -> array[int]:
    return array("I")


def _rows(numbers: array[int], width: int) -> Iterator[tuple[Any, ...]]:
    return zip(*[iter(numbers)] * width, strict=True)
