"""Our side: builds the edition of a benchmark as `python build.py build --no-search` builds the record."""

from __future__ import annotations

import sys

from edition import freshness, process

LEAN, RECORD = "lean", "record"
"""The designs: pages equal to Hugo's, the record's own."""


def main(design: str, root: str) -> int:
    """Build the edition at `root` with the pages of a design."""
    process.begin()
    arguments = ["-C", root, "build", "--no-search"]
    if freshness.answers(arguments):
        return 0
    from pathlib import Path

    from benchmarks.build import lean
    from edition import cli, making

    return cli.main(arguments, Path(root, "house"), lean.DESIGN if design == LEAN else making.RECORD)


if __name__ == "__main__":
    process.end(main(*sys.argv[1:]))
