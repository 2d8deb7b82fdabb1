"""Mappings whose values are kept as bytes, so that of many only those that are asked for are unpacked."""

from __future__ import annotations

import marshal
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any, Generic, TypeVar, cast

T = TypeVar("T")


def packed(value: Any) -> bytes:
    """A plain value as bytes."""
    return marshal.dumps(value)


class Packed(Mapping[str, T], Generic[T]):
    """Plain values (text, bytes, numbers, tuples, lists and dicts of them) by their keys.

    Whoever asks for a value gets one of their own: it is changed by being set. `kept` stays as it is; `changes` are the
    packed values that are other ones. Of a mapping that nobody asks for anything, even the keys are not unpacked.
    """

    def __init__(self, kept: bytes | memoryview, changes: Mapping[str, bytes] | None = None) -> None:
        self.kept, self.changes = kept, dict(changes or {})

    @classmethod
    def of(cls, values: Mapping[str, Any]) -> Packed[T]:
        """Values that are packed now."""
        return cls.of_packed({key: packed(value) for key, value in values.items()})

    @classmethod
    def of_packed(cls, values: Mapping[str, bytes]) -> Packed[T]:
        """Values that have been packed already."""
        return cls(marshal.dumps(dict(values)))

    @cached_property
    def _values(self) -> dict[str, bytes]:
        values: dict[str, bytes] = marshal.loads(self.kept)  # noqa: S302 (whoever keeps it checks its digest)
        values.update(self.changes)
        return values

    def __getitem__(self, key: str) -> T:
        return cast(T, marshal.loads(self._values[key]))  # noqa: S302

    def __setitem__(self, key: str, value: Any) -> None:
        if key not in self or self[key] != value:
            self._values[key] = self.changes[key] = packed(value)

    def update(self, values: Mapping[str, T]) -> None:
        """Set some values."""
        for key, value in values.items():
            self[key] = value

    def __contains__(self, key: object) -> bool:
        return key in self._values

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)
