"""What a kind of entry is: its folder, the words for it, and how one is read."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from edition.kinds.entry import Entry
from edition.kinds.reading import EntryReader


class Kind(Struct, frozen=True):
    """A kind of entry.

    `folder` names it in `content/` and in addresses; `one` and `many` are the words for people; `read` makes an entry.
    """

    folder: str
    one: str
    many: str
    read: Callable[[EntryReader], Entry]
