"""What rests of a large edition until it is asked for: long texts on the disk, entries in their files.

A build needs all entries at once only to link them. So of many entries the prose waits on the disk until the entry's
page is made, and once it is made, the entry is let go: whoever needs more of it than what it is called reads it again.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path

from edition.kinds.entry import Entry
from edition.watching import More, keep_only, outline, put_away

MANY = 2_000
"""Of more entries than this, what isn't needed yet or any more is put away."""


class Shelf:
    """A file without a name in a folder, for the prose of entries."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / f"shelf-{os.getpid()}"
        self._file, self._end = os.open(path, os.O_RDWR | os.O_CREAT | os.O_TRUNC), 0
        path.unlink()

    def close(self) -> None:
        """Nothing will be asked for any more."""
        os.close(self._file)

    def put(self, entry: Entry) -> None:
        """Put an entry's prose away; it comes back by itself."""
        data = entry.prose.encode()
        written = 0
        with contextlib.suppress(OSError):
            written = os.pwrite(self._file, data, self._end)
        if written == len(data):  # else there is no room for it
            put_away(entry, "prose", partial(self._prose, self._end, written))
            self._end += written

    def _prose(self, place: int, length: int, _: str) -> Mapping[str, str]:
        return {"prose": os.pread(self._file, length, place).decode()}


def is_large(entries: int) -> bool:
    """Whether an edition has so many entries that it pays."""
    return entries > MANY


@contextlib.contextmanager
def opened(folder: Path, entries: int) -> Iterator[Shelf | None]:
    """A shelf for so many entries; None if they are few, or nothing can be written there."""
    found = None
    with contextlib.suppress(OSError):
        found = Shelf(folder) if is_large(entries) else None
    try:
        yield found
    finally:
        if found:
            found.close()


def keep_outline(entry: Entry, read_again: More) -> None:
    """Keep of an entry only what others are told of it; the rest is read again when it is asked for."""
    keep_only(entry, outline(entry), read_again)
