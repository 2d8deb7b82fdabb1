"""How the program begins and ends, whichever door it is entered by."""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:  # without importing typing, which takes longer than a build with nothing to do
    from typing import NoReturn


def end(code: int) -> NoReturn:
    """End at once with an exit code: what the system frees by itself need not be freed object by object."""
    try:
        for stream in filter(None, (sys.stdout, sys.stderr)):
            stream.flush()
    except (OSError, ValueError):
        sys.exit(code)  # Python tells what it can't write
    os._exit(code)
