#!/usr/bin/env python3
"""Build the Viet–Lao Cooperation Record: `python build.py --help` says what can be asked of it."""

import sys

from edition import freshness, process


def main() -> int:
    """Do what is asked; nothing, and at once, where the last build still stands."""
    process.begin()
    if freshness.answers(sys.argv[1:]):
        return 0
    from edition import cli

    return cli.main()


if __name__ == "__main__":
    process.end(main())
