"""Smaller chunks of the index, so that a reader loads little before the first result.

Pagefind cuts its index into chunks of some 25 KB, of which a search loads those that its words are in. Of a small
edition that is a third of the whole for one word. Here it is cut finer, and only between words that differ in their
first two letters: a word of which two letters are typed is always looked for in one chunk, and so found whole.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby, pairwise
from typing import Any

from edition.search.bundle import HASH_OF_CHUNK, decode, digest, encode, pack, unpack

TARGET = 6_000
"""How large a chunk should be before it is packed; packing halves it."""
LARGEST = 3_000_000
"""The size of an index, packed, from which on chunks are left as they are: then each holds few words anyway."""
TOGETHER = 2
"""Words that begin with the same letters, so many of them, stay in one chunk."""


def finer(files: dict[str, bytes], table: list[list[str]]) -> list[list[str]]:
    """Cut the chunks among `files` finer; the table of their first and last words and names is returned anew."""
    if not table or sum(len(files[_path(name)]) for *_, name in table) > LARGEST:
        return table
    language = table[0][-1].rpartition("_")[0]
    words = [word for *_, name in table for word in decode(unpack(files.pop(_path(name))))[0]]
    cut: list[list[str]] = []
    for part in _parts(words):
        content = encode([part])
        name = f"{language}_{digest(content, HASH_OF_CHUNK)}"
        files[_path(name)] = pack(content)
        cut.append([part[0][0], part[-1][0], name])
    for before, after in pairwise(cut):
        before[1], after[0] = _apart(before[1], after[0])
    return cut


def _path(name: str) -> str:
    return f"index/{name}.pf_index"


def _parts(words: Iterable[Any]) -> Iterator[list[Any]]:
    part: list[Any] = []
    size = 0
    for _, alike in groupby(words, lambda word: word[0][:TOGETHER]):
        group = list(alike)
        its = sum(len(encode(word)) for word in group)
        if part and size + its > TARGET:
            yield part
            part, size = [], 0
        part += group
        size += its
    if part:
        yield part


def _apart(last: str, first: str) -> tuple[str, str]:
    """The shortest beginnings that tell the last word of a chunk from the first of the next, as Pagefind gives them."""
    same = next((at for at, (a, b) in enumerate(zip(last, first, strict=False)) if a != b), len(last))
    return last[: same + 1], first[: same + 1]
