"""Compiled templates, kept between runs.

They are the same for all languages: Jinja2 works out at once what a template says of constants, but not through filters
that take a context, as all of ours do.
"""

from __future__ import annotations

import marshal
from pathlib import Path

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from edition.kept import Kept


class Compiled(BytecodeCache):
    """The compiled templates of the edition at `root`."""

    def __init__(self, root: Path) -> None:
        self.kept = Kept(root, "templates")

    def load_bytecode(self, bucket: Bucket) -> None:
        """Hand over a template's code, if it is that of the same text."""
        checksum, code = self.kept.get(bucket.key) or ("", b"")
        if checksum == bucket.checksum:
            bucket.code = marshal.loads(code)  # noqa: S302 (its digest is ours)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Take a template's code."""
        self.kept.put(bucket.key, (bucket.checksum, marshal.dumps(bucket.code)))
