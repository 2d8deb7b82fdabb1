"""What a kind of entry is: its folder, the words for it, and how one is read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from edition.kinds.entry import Entry
from edition.kinds.reading import EntryReader


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of entry.

    `folder` names it in `content/` and in addresses; `one` and `many` are the words for people; `read` makes an entry.
    """

    folder: str
    one: str
    many: str
    read: Callable[[EntryReader], Entry]
