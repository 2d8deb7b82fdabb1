"""Two runs over the same pages write the same files, and the chunks of the index are small.

Pagefind 1.5 lists filters and their values in an order that changes from run to run. They are put in order here, as a
later Pagefind does by itself: each file is written anew under the digest of its content, and those that name it follow.
"""

from __future__ import annotations

import json

from edition.search import chunks
from edition.search.bundle import (
    ENTRY,
    HASH_OF_CHUNK,
    HASH_OF_META,
    Bundle,
    decode,
    digest,
    encode,
    entry,
    pack,
    unpack,
)


def in_order(bundle: Bundle) -> dict[str, bytes]:
    """The same index with its filters in order; files come sorted by path. The contract must have been checked."""
    files = dict(bundle)
    renamed = {}
    for path in [path for path in files if path.startswith("filter/")]:
        name, values = decode(unpack(files.pop(path)))
        content = encode([name, sorted([value, sorted(pages)] for value, pages in values)])
        old = path.removeprefix("filter/").removesuffix(".pf_filter")
        new = f"{old.rpartition('_')[0]}_{digest(content, HASH_OF_CHUNK)}"
        renamed[old] = new
        files[f"filter/{new}.pf_filter"] = pack(content)
    start = entry(bundle)
    ((_, language),) = start["languages"].items()
    version, pages, table, filters, sorts, fields = decode(unpack(files.pop(f"pagefind.{language['hash']}.pf_meta")))
    table = chunks.finer(files, table)
    filters = sorted([name, renamed[hash_]] for name, hash_ in filters)
    content = encode([version, pages, table, filters, sorted(sorts), fields])
    language["hash"] = f"{language['hash'].rpartition('_')[0]}_{digest(content, HASH_OF_META)}"
    files[f"pagefind.{language['hash']}.pf_meta"] = pack(content)
    files[ENTRY] = json.dumps(start, ensure_ascii=False, separators=(",", ":")).encode()
    return dict(sorted(files.items()))
