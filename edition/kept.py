"""What took long to work out, kept between runs in the edition's cache, which is never needed.

It is kept for the same Python, packages and code of ours. A cache that is missing, damaged or another's costs time and
nothing else.
"""

from __future__ import annotations

import contextlib
import hashlib
import marshal
import os
from functools import cache
from pathlib import Path
from typing import Any

from edition import freshness

FOLDER = Path(".cache", "kept")
SIZE = hashlib.blake2b().digest_size


class Kept:
    """Plain values by their keys, in a file of their own in the edition at `root`; without one, for this run only."""

    def __init__(self, root: Path | None = None, name: str = "") -> None:
        self.path = root / FOLDER / name if root else None
        self.values = self._read()
        self.new: dict[str, Any] = {}

    def get(self, key: str) -> Any:
        """What is kept under a key; None if nothing is."""
        return self.values.get(key)

    def put(self, key: str, value: Any) -> None:
        """Keep a value (text, bytes, numbers, tuples of them) under a key."""
        self.values[key] = self.new[key] = value

    def save(self) -> None:
        """Write what is new beside what others have written since; in silence not, where that is impossible."""
        if self.path is None or not self.new:
            return
        data = _maker() + marshal.dumps(self._read() | self.new)
        spare = self.path.with_name(f"{self.path.name}.{os.getpid()}")
        with contextlib.suppress(OSError):
            self.path.parent.mkdir(parents=True, exist_ok=True)
            spare.write_bytes(hashlib.blake2b(data).digest() + data)
            spare.replace(self.path)
        self.new = {}

    def _read(self) -> dict[str, Any]:
        try:
            whole = self.path.read_bytes() if self.path else b""
            digest, maker, data = whole[:SIZE], whole[SIZE : 2 * SIZE], whole[2 * SIZE :]
            if digest != hashlib.blake2b(whole[SIZE:]).digest() or maker != _maker():
                return {}
            values: dict[str, Any] = marshal.loads(data)  # noqa: S302 (its digest is ours)
        except (OSError, EOFError, ValueError, TypeError):
            return {}
        return values


@cache
def _maker() -> bytes:
    version, packages, folders = freshness.look([freshness.PACKAGE])
    files = sorted((folder, sorted(rows.items())) for folder, rows in folders.items())
    return hashlib.blake2b(repr((version, packages, files)).encode()).digest()
