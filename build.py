#!/usr/bin/env python3
"""Build the Viet–Lao Cooperation Record: `python build.py --help` says what can be asked of it."""

import sys

from edition.cli import main

if __name__ == "__main__":
    sys.exit(main())
