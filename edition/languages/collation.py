"""The order of names in each language.

Vietnamese and English names stand in the Vietnamese order, in which tones come last; every other language has the
order of the Unicode Collation Algorithm (UTS #10), whose default table knows that a Lao vowel written before its
consonant is read behind it.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from edition.kept import Kept
from edition.text import vietnamese_key

if TYPE_CHECKING:
    from collections.abc import Callable

LATIN = ("en", "vi")


class Order:
    """The order of a language; keys that took long to work out are kept."""

    def __init__(self, language: str, kept: Kept) -> None:
        self.language, self.kept = language, kept

    def key(self, text: str) -> tuple[Any, ...]:
        """A key by which names sort; keys of one language can be compared with one another."""
        if self.language in LATIN:
            return vietnamese_key(text)
        found: tuple[int, ...] | None = self.kept.get(f"order {text}")
        if found is None:
            found = tuple(_collator()(text))
            self.kept.put(f"order {text}", found)
        return *found, text


@cache
def _collator() -> Callable[[str], tuple[int, ...]]:
    # Read late: its table takes as long as a small edition.
    from pyuca import Collator

    key: Callable[[str], tuple[int, ...]] = Collator().sort_key
    return key
