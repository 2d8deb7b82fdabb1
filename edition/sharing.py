"""Work shared with a second process, where the system can double this one at no cost and there is enough to do.

Both processes do every second piece of the same work; what the other one makes comes back by a file, so it must be
plain values. If the other one fails, for whatever reason, its share is done here, which shows the reason as usual.
"""

from __future__ import annotations

import gc
import itertools
import os
import pickle
import signal
import sys
import threading
from collections.abc import Callable, Iterable, Iterator
from typing import IO, Any, TypeVar

T = TypeVar("T")

BATCH = 64
"""So many values are handed over together."""


class Share:
    """Every `of`-th piece of some work, counted from `first`."""

    def __init__(self, first: int = 0, of: int = 1) -> None:
        self.first, self.of = first, of
        self._at = -1

    def takes_next(self) -> bool:
        """Whether the next piece belongs to it."""
        self._at += 1
        return self._at % self.of == self.first


def shared(work: Callable[[Share], Iterable[T]], *, pays: bool) -> Iterator[T]:
    """What `work` makes, in order: one value for each piece that its share takes. `pays` says if there is enough to do.

    Only when all of our share is made does the first value come.
    """
    if not pays or not _can_share():
        yield from work(Share())
        return
    import tempfile  # takes long to import

    with tempfile.TemporaryFile() as file:
        gc.freeze()  # else looking for garbage would copy what the two have in common
        other = os.fork()
        if other == 0:
            _hand_over(work(Share(1, 2)), file)
        try:
            ours = list(work(Share(0, 2)))
        except BaseException:
            os.kill(other, signal.SIGKILL)
            raise
        finally:
            _, status = os.waitpid(other, 0)
            gc.unfreeze()
        theirs = _handed_over(file) if status == 0 else iter(work(Share(1, 2)))
        for one in ours:
            yield one
            yield from itertools.islice(theirs, 1)


def _can_share() -> bool:
    """On Linux, and where one thread runs: elsewhere a doubled process may stand still, or there is none."""
    return sys.platform == "linux" and len(os.sched_getaffinity(0)) > 1 and threading.active_count() == 1


def _hand_over(made: Iterable[Any], file: IO[bytes]) -> None:
    """Write values to a file and end the process: 0 if all went well. Nothing else of this process may be run."""
    code = 1
    try:
        batch: list[Any] = []
        for one in made:
            batch.append(one)
            if len(batch) == BATCH:
                pickle.dump(batch, file, pickle.HIGHEST_PROTOCOL)
                batch = []
        pickle.dump(batch, file, pickle.HIGHEST_PROTOCOL)
        file.flush()
        code = 0
    finally:
        os._exit(code)


def _handed_over(file: IO[bytes]) -> Iterator[Any]:
    file.seek(0)
    while True:
        try:
            yield from pickle.load(file)  # noqa: S301 (our own process has just written it)
        except EOFError:
            return
