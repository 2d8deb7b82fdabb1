"""A second process, into which the system doubles this one, and that does half of the work.

Both run the same code on what both have had when the second began. Each does the pieces of work that it draws, and
keeps what it makes; where one needs to know what the other has found out, both tell each other. Whatever goes wrong in
either, one process does everything, which shows the reason as usual.
"""

from __future__ import annotations

import contextlib
import gc
import marshal
import os
import select
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from struct import Struct as Layout
from typing import IO, Any, TypeVar

T = TypeVar("T")
R = TypeVar("R")

BATCH = 4
"""So many pieces are drawn at once."""
CHUNK = 1 << 16
"""As many bytes a pipe takes at once."""
WIDTH = 8
"""In so many bytes the length of a message is written."""
DRAWN = Layout("QQQQ")
"""How many pieces of two rows are drawn: of the first from its beginning and its end, and of the second."""


class Alone(Exception):
    """The other process has ended: one is to do everything."""


class Team:
    """Those who work: this process alone. `is_here` is false in a second process, `drawn` counts the pieces drawn.

    Whoever `is_careful` finds out all that is to be said of what is wrong; else it is enough to notice that it is.
    """

    is_here, is_alone = True, True
    drawn = 0

    def __init__(self, *, is_careful: bool = True) -> None:
        self.is_careful = is_careful

    def share(self, here: Sequence[T], there: Sequence[T] = ()) -> Iterator[T]:
        """The pieces that this process is to do: those of its own row in order, then what the other leaves of its own.

        `here` is the row of the first process, `there` that of the second; both must name the same.
        """
        for piece in (*here, *there):
            self.drawn += 1
            yield piece

    def told(self, mine: Any) -> Sequence[Any]:
        """What the others tell, who are told what is `mine`: plain values, arrays as their bytes.

        All wait for all, so each must come to this at the same places of the flow.
        """
        return ()

    def handed_over(self, mine: Any) -> Sequence[Any]:
        """The same at the end of a second process, which is not told anything any more."""
        return ()


class Pair(Team):
    """Two processes, of which each reads what the other writes; `first` is the number of the one that was there first.

    `draws` says what is drawn of each pair of rows.
    """

    is_alone = False

    def __init__(self, first: int, reading: int, writing: int, draws: IO[bytes]) -> None:
        super().__init__(is_careful=False)
        self.first, self.reading, self.writing, self.draws = first, reading, writing, draws
        self.is_here = os.getpid() == first
        self.rounds = 0
        os.set_blocking(reading, False)
        os.set_blocking(writing, False)

    def share(self, here: Sequence[T], there: Sequence[T] = ()) -> Iterator[T]:
        """As a team's: from the beginning of the own row, then from the end of the other's, until both have met."""
        at, self.rounds = self.rounds * DRAWN.size, self.rounds + 1
        own, other = (here, there) if self.is_here else (there, here)
        while batch := self._draw(at, len(own), from_end=False):
            yield from own[batch]
        while batch := self._draw(at, len(other), from_end=True):
            yield from other[batch]

    def _draw(self, at: int, length: int, *, from_end: bool) -> slice | None:
        """The next pieces of a row, the own one or (from its end) the other's; None if all are drawn."""
        from fcntl import LOCK_EX, LOCK_UN, lockf  # not there on every system

        if not self.is_here and os.getppid() != self.first:
            raise Alone  # nobody waits for what is made here any more
        file = self.draws.fileno()
        lockf(file, LOCK_EX)
        drawn = list(DRAWN.unpack(os.pread(file, DRAWN.size, at).ljust(DRAWN.size, b"\0")))
        first = 0 if self.is_here is not from_end else 2
        begun, ended = drawn[first], drawn[first + 1]
        count = min(BATCH, length - begun - ended)
        drawn[first + from_end] += count
        os.pwrite(file, DRAWN.pack(*drawn), at)
        lockf(file, LOCK_UN)
        self.drawn = sum(drawn)
        if not count:
            return None
        return slice(length - ended - count, length - ended) if from_end else slice(begun, begun + count)

    def told(self, mine: Any) -> Sequence[Any]:
        """As a team's. Raises Alone if the other process has ended."""
        return (marshal.loads(self._exchanged(marshal.dumps(mine))),)  # noqa: S302 (our own process has written it)

    def handed_over(self, mine: Any) -> Sequence[Any]:
        """As a team's: in the second process, the end."""
        found = self.told(mine if not self.is_here else None)
        if not self.is_here:
            os._exit(0)
        return found

    def _exchanged(self, message: bytes) -> bytearray:
        """The other's message for this one, each sent behind its length."""
        length = self._swapped(len(message).to_bytes(WIDTH, "big"), WIDTH)
        return self._swapped(message, int.from_bytes(length, "big"))

    def _swapped(self, mine: bytes, length: int) -> bytearray:
        """So many bytes of the other's for these. As neither waits until it can write, neither waits for ever."""
        unsent, came = memoryview(mine), bytearray()
        try:
            while unsent or len(came) < length:
                readers, writers = [self.reading] if len(came) < length else [], [self.writing] if unsent else []
                readable, writable, _ = select.select(readers, writers, [])
                if writable:
                    unsent = unsent[os.write(self.writing, unsent[:CHUNK]) :]
                if readable:
                    part = os.read(self.reading, min(CHUNK, length - len(came)))
                    if not part:
                        raise Alone
                    came += part
        except OSError as error:
            raise Alone from error
        return came


def together(work: Callable[[Team], R], *, pays: bool) -> R:
    """What work comes to that two processes do if it `pays`, and one alone where two can't.

    If anything goes wrong in either, one does everything once more, and carefully. In the second process, work must end
    in handing over, or come to nothing.
    """
    with contextlib.suppress(Exception), _pair() if pays and _can_double() else _alone() as team:
        return work(team)
    return work(Team())


def _can_double() -> bool:
    """On Linux, and where one thread runs: elsewhere a doubled process may stand still, or there is none."""
    can = sys.platform == "linux" and hasattr(os, "memfd_create")
    return can and len(os.sched_getaffinity(0)) > 1 and threading.active_count() == 1


@contextlib.contextmanager
def _alone() -> Iterator[Team]:
    """One process, at first."""
    yield Team(is_careful=False)


@contextlib.contextmanager
def _pair() -> Iterator[Team]:
    """Two processes; the second one ends with the block."""
    with os.fdopen(os.memfd_create("draws"), "w+b") as draws:
        here_reads, there_writes = os.pipe()
        there_reads, here_writes = os.pipe()
        first = os.getpid()
        gc.freeze()  # else looking for garbage would copy what the two have in common
        try:
            other = os.fork()
        except OSError:
            _close(here_reads, here_writes, there_reads, there_writes)
            gc.unfreeze()
            raise
        if other == 0:
            _close(here_reads, here_writes)
            code = 1
            try:
                yield Pair(first, there_reads, there_writes, draws)
                code = 0
            finally:
                os._exit(code)
        _close(there_reads, there_writes)
        try:
            yield Pair(first, here_reads, here_writes, draws)
        except BaseException:
            from signal import SIGKILL  # takes long to import

            os.kill(other, SIGKILL)
            raise
        finally:
            _close(here_reads, here_writes)
            gc.unfreeze()
            with contextlib.suppress(ChildProcessError):  # where the system buries children by itself
                os.waitpid(other, 0)


def _close(*files: int) -> None:
    for file in files:
        os.close(file)
