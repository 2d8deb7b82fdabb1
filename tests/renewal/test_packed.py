"""Of what is packed only what is asked for is unpacked, and what is changed is all that changes."""

from __future__ import annotations

from typing import Any

from edition.renewal.packed import Packed

VALUES = {"a": ["one", 2], "b": {"c": None}, "d": ("e", b"f")}


def again(packed: Packed[Any]) -> Packed[Any]:
    """The same, as it comes back from where it was kept."""
    return Packed(packed.kept, packed.changes)


def test_what_is_packed_comes_back_as_it_was() -> None:
    assert dict(again(Packed.of(VALUES))) == VALUES


def test_what_is_set_is_a_change_and_nothing_else_is() -> None:
    packed = again(Packed.of(VALUES))
    packed.update({"a": ["one", 2], "b": "new", "g": 1})
    assert dict(again(again(packed))) == {**VALUES, "b": "new", "g": 1}
    assert set(packed.changes) == {"b", "g"}


def test_a_value_that_was_asked_for_is_ones_own() -> None:
    packed: Packed[Any] = Packed.of(VALUES)
    packed["a"].clear()
    assert dict(packed) == VALUES


def test_what_nobody_has_asked_for_is_not_unpacked() -> None:
    anything = b"no mapping at all"
    assert Packed(anything).kept == anything
