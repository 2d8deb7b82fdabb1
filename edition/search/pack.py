"""The pack for pages opened from a disk, where browsers refuse `fetch` and modules but allow classic scripts.

Each data file becomes a script that hands it over in base64: what every search needs in one (`core.js`), each chunk of
the index and each filter in its own, the pages' fragments in buckets by the first digits of their hash, so that a
bucket has about 64 KB. Nothing of it is loaded unless the address begins with `file:`.
"""

from __future__ import annotations

import base64
import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from edition.artifact import Artifact
from edition.search.bundle import MODULE, Bundle

FOLDER = "search/offline"
BUCKET = 64_000
"""How large a bucket of fragments may be on average, in bytes of script."""
LARGER_IN_BASE64 = 4 / 3


def artifacts(bundle: Bundle) -> Iterator[Artifact]:
    """The scripts of the pack."""
    digits = digits_of_bucket(bundle)
    core = [path for path in bundle if "/" not in path and path != MODULE]
    module = json.dumps(bundle[MODULE].decode(), ensure_ascii=False)
    start = f"recordSearch.pack({json.dumps({'digits': digits})},{module});\n"
    yield Artifact(f"{FOLDER}/core.js", _script({path: bundle[path] for path in core}) + start.encode())
    buckets: defaultdict[str, dict[str, bytes]] = defaultdict(dict)
    for path in bundle:
        if "/" in path:
            buckets[bucket_of(path, digits)][path] = bundle[path]
    for name, content in sorted(buckets.items()):
        yield Artifact(f"{FOLDER}/{name}.js", _script(content))


def digits_of_bucket(bundle: Bundle) -> int:
    """How many digits of a fragment's hash name its bucket."""
    size = sum(len(data) for path, data in bundle.items() if path.startswith("fragment/")) * LARGER_IN_BASE64
    digits = 0
    while size / 16**digits > 2 * BUCKET:
        digits += 1
    return digits


def bucket_of(path: str, digits: int) -> str:
    """The script, without its suffix, in which a data file is; `assets/js/search-offline.js` reckons likewise."""
    file = PurePosixPath(path)
    if file.parent.name != "fragment":
        return f"{file.parent}/{file.stem}"
    language, _, hash_ = file.stem.rpartition("_")
    return f"fragment/{language}_{hash_[:digits]}"


def _script(files: Mapping[str, bytes]) -> bytes:
    data = {path: base64.b64encode(content).decode() for path, content in sorted(files.items())}
    return f"recordSearch.put({json.dumps(data, separators=(',', ':'))});\n".encode()
