"""Work shared with a second process, where the system can double this one at no cost and there is enough to do.

The work is a row of pieces, of which whoever is free takes the next batch; what the other process makes comes back by
a file, so it must be plain values. If the other one fails, for whatever reason, its share is done here, which shows
the reason as usual.
"""

from __future__ import annotations

import gc
import itertools
import os
import pickle
import sys
import threading
from collections.abc import Callable, Iterable, Iterator
from typing import IO, Any, TypeVar

T = TypeVar("T")
Batch = tuple[int, list[T]]
"""The number of a batch, and what was made of its pieces."""

BATCH = 16
"""So many pieces are taken at once, and handed over together."""
WIDTH = 8
"""In so many bytes a number is written."""


class Share:
    """Those pieces of a row that one process does: the batches that it draws, all of them if nobody else does any.

    `draw` gives the next batch that is free, which is never before the one it is asked about; `is_here` is false in
    the other process.
    """

    def __init__(self, draw: Callable[[int], int] = lambda batch: batch, *, is_here: bool = True) -> None:
        self.is_here = is_here
        self.passed = 0
        self.batch = -1
        self._draw = draw

    def takes_next(self) -> bool:
        """Whether the next piece belongs to it. To be asked of each piece in turn."""
        batch = self.passed // BATCH
        self.passed += 1
        if batch > self.batch:
            self.batch = self._draw(batch)
        return batch == self.batch


def shared(
    work: Callable[[Share], Iterable[T]], *, pays: bool, first: Callable[[], object] = lambda: None
) -> Iterator[T]:
    """What `work` makes, in order: one value for each piece that its share takes. `pays` says if there is enough to do.

    Only when all of our share is made does the first value come. `first` is done here before any of it, when the other
    process has begun already.
    """
    if not pays or not _can_share():
        first()
        yield from work(Share())
        return
    with _nameless() as tickets, _nameless() as file:
        gc.freeze()  # else looking for garbage would copy what the two have in common
        other = os.fork()
        if other == 0:
            _hand_over(_batches(work, Share(_drawing(tickets), is_here=False)), file)
        made: list[Batch[T]] = []
        theirs = _handed_over(file)
        try:
            first()
            for batch in _batches(work, Share(_drawing(tickets))):
                made.append(batch)
                made += theirs()
        except BaseException:
            from signal import SIGKILL  # takes long to import

            os.kill(other, SIGKILL)
            raise
        finally:
            _, status = os.waitpid(other, 0)
            gc.unfreeze()
        made += theirs()
    if status:
        made += _batches(work, Share(_other_than({number for number, _ in made})))
    for _, batch_of_either in sorted(made, key=lambda batch: batch[0]):
        yield from batch_of_either


def _can_share() -> bool:
    """On Linux, and where one thread runs: elsewhere a doubled process may stand still, or there is none."""
    can = sys.platform == "linux" and hasattr(os, "memfd_create")
    return can and len(os.sched_getaffinity(0)) > 1 and threading.active_count() == 1


def _nameless() -> IO[bytes]:
    """A file in memory that both processes have."""
    return os.fdopen(os.memfd_create("shared"), "w+b")


def _drawing(tickets: IO[bytes]) -> Callable[[int], int]:
    """Draws numbers, of which each comes once, whichever process draws it: `tickets` holds the next."""
    from fcntl import LOCK_EX, LOCK_UN, lockf  # not there on every system

    file = tickets.fileno()

    def draw(_: int) -> int:
        lockf(file, LOCK_EX)
        number = int.from_bytes(os.pread(file, WIDTH, 0), "big")
        os.pwrite(file, (number + 1).to_bytes(WIDTH, "big"), 0)
        lockf(file, LOCK_UN)
        return number

    return draw


def _other_than(taken: set[int]) -> Callable[[int], int]:
    return lambda batch: next(number for number in itertools.count(batch) if number not in taken)


def _batches(work: Callable[[Share], Iterable[T]], share: Share) -> Iterator[Batch[T]]:
    batch: list[T] = []
    number = -1
    for one in work(share):
        if share.batch != number and batch:
            yield number, batch
            batch = []
        number = share.batch
        batch.append(one)
    if batch:
        yield number, batch


def _hand_over(made: Iterable[Batch[Any]], file: IO[bytes]) -> None:
    """Write batches to a file, each behind its length, and end the process: 0 if all went well.

    Nothing else of the process may be run.
    """
    code = 1
    try:
        for batch in made:
            data = pickle.dumps(batch, pickle.HIGHEST_PROTOCOL)
            file.write(len(data).to_bytes(WIDTH, "big") + data)
            file.flush()
        code = 0
    finally:
        os._exit(code)


def _handed_over(file: IO[bytes]) -> Callable[[], Iterator[Batch[Any]]]:
    """Gives the batches that have come whole since it was last asked."""
    number, at = file.fileno(), 0

    def come() -> Iterator[Batch[Any]]:
        nonlocal at
        size = os.fstat(number).st_size
        while at + WIDTH <= size:
            length = int.from_bytes(os.pread(number, WIDTH, at), "big")
            if at + WIDTH + length > size:
                return
            yield pickle.loads(os.pread(number, length, at + WIDTH))  # noqa: S301 (our own process has just written it)
            at += WIDTH + length

    return come
