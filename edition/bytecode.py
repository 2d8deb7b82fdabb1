"""Compiled templates, kept between builds in the edition's cache, which is never needed.

They are the same for all languages: Jinja2 works out at once what a template says of constants, but not through filters
that take a context, as all of ours do. They are kept for the same Python, packages and code of ours.
"""

from __future__ import annotations

import contextlib
import hashlib
import marshal
from pathlib import Path

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from edition import freshness

KEPT = Path(".cache", "compiled-templates")


class Compiled(BytecodeCache):
    """The compiled templates of an edition."""

    def __init__(self, root: Path) -> None:
        self.path = root / KEPT
        self.maker = hashlib.blake2b(repr(freshness.look([freshness.PACKAGE])).encode()).digest()
        self.kept = self._read()
        self.new = False

    def load_bytecode(self, bucket: Bucket) -> None:
        """Hand over a template's code, if it is that of the same text."""
        checksum, code = self.kept.get(bucket.key, ("", b""))
        if checksum == bucket.checksum:
            bucket.code = marshal.loads(code)  # noqa: S302 (its digest is ours)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Take a template's code."""
        self.kept[bucket.key] = bucket.checksum, marshal.dumps(bucket.code)
        self.new = True

    def save(self) -> None:
        """Keep what is new; in silence not, where that is impossible."""
        if self.new:
            data = self.maker + marshal.dumps(self.kept)
            with contextlib.suppress(OSError):
                self.path.parent.mkdir(parents=True, exist_ok=True)
                self.path.write_bytes(hashlib.blake2b(data).digest() + data)

    def _read(self) -> dict[str, tuple[str, bytes]]:
        try:
            whole = self.path.read_bytes()
            digest, maker, data = whole[:64], whole[64:128], whole[128:]
            if digest != hashlib.blake2b(whole[64:]).digest() or maker != self.maker:
                return {}
            kept: dict[str, tuple[str, bytes]] = marshal.loads(data)  # noqa: S302 (its digest is ours)
        except (OSError, EOFError, ValueError, TypeError):
            return {}
        return kept
