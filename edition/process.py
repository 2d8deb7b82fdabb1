"""How the program begins and ends, whichever door it is entered by."""

from __future__ import annotations

import gc
import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:  # without importing typing, which takes longer than a build with nothing to do
    from typing import NoReturn


COLLECT_SELDOM = (1_000_000, 50, 1_000)
"""What is imported, read and made is kept to the end: to look through it for garbage is mostly in vain."""


def begin() -> None:
    """Begin: our modules are kept compiled, whatever the environment says of that, else each command compiled all."""
    sys.dont_write_bytecode = False
    gc.set_threshold(*COLLECT_SELDOM)


def end(code: int) -> NoReturn:
    """End at once with an exit code: what the system frees by itself need not be freed object by object."""
    try:
        for stream in filter(None, (sys.stdout, sys.stderr)):
            stream.flush()
    except (OSError, ValueError):
        sys.exit(code)  # Python tells what it can't write
    os._exit(code)
