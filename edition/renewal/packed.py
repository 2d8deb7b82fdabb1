"""Mappings whose values are kept as bytes, so that of many only those that are asked for are unpacked."""

from __future__ import annotations

import marshal
from collections.abc import Iterator, Mapping, MutableMapping
from functools import cached_property
from typing import Any, Generic, TypeVar, cast

T = TypeVar("T")

WITHOUT_REFERENCES = 2
"""The version of the format in which nothing is looked up that could have been written before: there is no such."""


class Packed(MutableMapping[str, T], Generic[T]):
    """Plain values (text, bytes, numbers, tuples, lists and dicts of them) by their keys.

    Whoever asks for a value gets one of their own: it is changed by being set. Of a mapping that nobody has asked for
    anything, even the keys are not unpacked.
    """

    def __init__(self, kept: bytes) -> None:
        self._kept, self._is_changed = kept, False

    @classmethod
    def of(cls, values: Mapping[str, Any]) -> Packed[T]:
        """Values that are packed now."""
        packed = {key: marshal.dumps(value) for key, value in values.items()}
        return cls(marshal.dumps(packed, WITHOUT_REFERENCES))

    @cached_property
    def _packed(self) -> dict[str, bytes]:
        return cast(dict[str, bytes], marshal.loads(self._kept))  # noqa: S302 (whoever keeps it checks its digest)

    def __getitem__(self, key: str) -> T:
        return cast(T, marshal.loads(self._packed[key]))  # noqa: S302

    def __setitem__(self, key: str, value: Any) -> None:
        self._packed[key] = marshal.dumps(value)
        self._is_changed = True

    def __delitem__(self, key: str) -> None:
        del self._packed[key]
        self._is_changed = True

    def __contains__(self, key: object) -> bool:
        return key in self._packed

    def __iter__(self) -> Iterator[str]:
        return iter(self._packed)

    def __len__(self) -> int:
        return len(self._packed)

    def pack(self) -> bytes:
        """All of it; what is as it was kept is not packed again."""
        if self._is_changed:
            self._kept, self._is_changed = marshal.dumps(self._packed, WITHOUT_REFERENCES), False
        return self._kept
