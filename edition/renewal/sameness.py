"""What an edit has changed of an entry: its words alone, or what the edition is made of."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from edition.kinds.entry import Entry, Statement, Summary, field_names
from edition.problems import Location
from edition.watching import CLAIMS, WORDS

OF_THE_FILE = ("location", "key_locations")


def changed_words(before: Entry, after: Entry) -> frozenset[str] | None:
    """The fields of WORDS (and CLAIMS) that differ; None where anything else does, or what claims rest on."""
    if type(before) is not type(after):
        return None
    changed = set()
    for name in field_names(type(before)):
        if name in OF_THE_FILE:
            continue
        was, now = getattr(before, name), getattr(after, name)
        if _same(was, now, words=True):
            continue
        if name not in WORDS or (name in ("statements", "summary") and not _same(was, now, words=False)):
            return None
        changed.add(name)
    if changed & {"statements", "summary"}:
        changed.add(CLAIMS)
    return frozenset(changed)


def _same(one: object, other: object, *, words: bool) -> bool:
    """Whether two values are the same wherever they stand; without `words`, whatever statements and paragraphs say."""
    if type(one) is not type(other):
        return False
    if isinstance(one, Location):
        return True
    if isinstance(one, tuple) and isinstance(other, tuple):
        return len(one) == len(other) and all(_same(a, b, words=words) for a, b in zip(one, other, strict=True))
    if isinstance(one, Mapping) or not isinstance(one, Struct):
        return one == other
    skipped = ("text", "words") if not words and isinstance(one, Statement | Summary) else ()
    return all(
        _same(getattr(one, name), getattr(other, name), words=words)
        for name in one.__struct_fields__
        if name not in skipped
    )
