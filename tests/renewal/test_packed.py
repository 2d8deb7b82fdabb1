"""Of what is packed only what is asked for is unpacked, and what is changed is all that changes."""

from __future__ import annotations

from typing import Any

from edition.renewal.packed import Packed

VALUES = {"a": ["one", 2], "b": {"c": None}, "d": ("e", b"f")}


def test_what_is_packed_comes_back_as_it_was() -> None:
    assert dict(Packed(Packed.of(VALUES).pack())) == VALUES


def test_what_is_set_is_kept_and_so_is_all_else() -> None:
    packed: Packed[Any] = Packed(Packed.of(VALUES).pack())
    packed["b"] = "new"
    packed["g"] = 1
    del packed["d"]
    assert dict(Packed(packed.pack())) == {"a": ["one", 2], "b": "new", "g": 1}


def test_a_value_that_was_asked_for_is_ones_own() -> None:
    packed: Packed[Any] = Packed.of(VALUES)
    packed["a"].clear()
    assert dict(Packed(packed.pack())) == VALUES


def test_what_nobody_has_asked_for_is_not_unpacked() -> None:
    anything = b"no mapping at all"
    assert Packed(anything).pack() == anything
