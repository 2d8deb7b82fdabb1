"""What Pagefind writes, as far as we read and rewrite it: gzip, a signature, and CBOR (RFC 8949) or JSON."""

from __future__ import annotations

import gzip
import hashlib
import json
import zlib
from collections.abc import Iterator, Mapping
from typing import Any

Bundle = Mapping[str, bytes]
"""The files of a search index by their path in its folder."""

ENTRY = "pagefind-entry.json"
MODULE = "pagefind.js"
SIGNATURE = b"pagefind_dcd"
HASH_OF_CHUNK, HASH_OF_META = 7, 10
"""How many digits of the SHA-1 of its content a file has in its name."""


def unpack(data: bytes) -> bytes:
    """The content of a data file. Raises ValueError for anything else."""
    try:
        content = gzip.decompress(data)
    except (OSError, EOFError, zlib.error) as error:
        raise ValueError(f"not gzip: {error}") from error
    if not content.startswith(SIGNATURE):
        raise ValueError("its signature is missing")
    return content[len(SIGNATURE) :]


def pack(content: bytes) -> bytes:
    """A data file with the given content, the same for the same content."""
    return gzip.compress(SIGNATURE + content, 9, mtime=0)


def digest(content: bytes, digits: int) -> str:
    """The hash by which Pagefind names a file: of each byte of the SHA-1, the digits that it needs."""
    sha1 = hashlib.sha1(content, usedforsecurity=False).digest()
    return "".join(f"{byte:x}" for byte in sha1)[:digits]


def entry(bundle: Bundle) -> dict[str, Any]:
    """The file that says where everything begins."""
    found: dict[str, Any] = json.loads(bundle[ENTRY])
    return found


def fragment(data: bytes) -> dict[str, Any]:
    """A page as results show it."""
    found: dict[str, Any] = json.loads(unpack(data))
    return found


def filters(bundle: Bundle) -> Iterator[tuple[str, list[str]]]:
    """The names of the filters with their values."""
    for path in bundle:
        if path.startswith("filter/"):
            name, values = decode(unpack(bundle[path]))
            yield name, [value for value, _ in values]


def decode(content: bytes) -> Any:
    """Decode CBOR that is made of integers, texts and arrays. Raises ValueError for any other."""
    value, end = _decode(content, 0)
    if end != len(content):
        raise ValueError("bytes follow the value")
    return value


def encode(value: Any) -> bytes:
    """Encode what `decode` decodes, in the shortest form."""
    if isinstance(value, int):
        return _head(0, value) if value >= 0 else _head(1, -1 - value)
    if isinstance(value, str):
        text = value.encode()
        return _head(3, len(text)) + text
    return _head(4, len(value)) + b"".join(map(encode, value))


def _head(kind: int, number: int) -> bytes:
    if number < 24:
        return bytes([kind << 5 | number])
    for code, size in ((24, 1), (25, 2), (26, 4), (27, 8)):
        if number < 1 << 8 * size:
            return bytes([kind << 5 | code]) + number.to_bytes(size, "big")
    raise ValueError("the number is too large")


def _decode(content: bytes, at: int) -> tuple[Any, int]:
    try:
        kind, number = content[at] >> 5, content[at] & 31
    except IndexError:
        raise ValueError("the value is cut off") from None
    at += 1
    if 24 <= number <= 27:
        size = 1 << number - 24
        number, at = int.from_bytes(content[at : at + size], "big"), at + size
    elif number > 27:
        raise ValueError("a length is not given")
    if kind in (0, 1):
        return number if kind == 0 else -1 - number, at
    if kind == 3:
        return content[at : at + number].decode(), at + number
    if kind != 4:
        raise ValueError(f"a value of kind {kind}")
    values = []
    for _ in range(number):
        value, at = _decode(content, at)
        values.append(value)
    return values, at
