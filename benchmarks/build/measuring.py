"""What a program costs: seconds on the clock and of the processors, and the most memory that all its processes held."""

from __future__ import annotations

import os
import subprocess
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

PROC = Path("/proc")
PAUSE = 0.03


@dataclass(frozen=True, slots=True)
class Cost:
    """What one run took, in seconds on the clock and of the processors."""

    seconds: float
    processor: float


class Failed(Exception):
    """A program ended with an error; the message is what it said."""


def run(command: Sequence[str], folder: Path, environment: Mapping[str, str]) -> Cost:
    """Run a program to its end. Raises Failed."""
    began, before = time.perf_counter(), os.times()
    _finish(_begin(command, folder, environment))
    seconds, after = time.perf_counter() - began, os.times()
    used = after.children_user + after.children_system - before.children_user - before.children_system
    return Cost(seconds, used)


def most_memory(command: Sequence[str], folder: Path, environment: Mapping[str, str]) -> float:
    """Run a program to its end; the most that its processes held together, in MB. 0 where the system doesn't tell.

    A run of its own: to look at all pages of a process again and again holds it up. Raises Failed.
    """
    process = _begin(command, folder, environment)
    memory = _Memory(process.pid)
    memory.start()
    try:
        _finish(process)
    finally:
        memory.ended.set()
        memory.join()
    return memory.most / 1024


def _begin(command: Sequence[str], folder: Path, environment: Mapping[str, str]) -> subprocess.Popen[bytes]:
    return subprocess.Popen(  # noqa: S603
        command, cwd=folder, env={**os.environ, **environment}, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )


def _finish(process: subprocess.Popen[bytes]) -> None:
    said, _ = process.communicate()
    if process.returncode:
        raise Failed(f"{process.args!r}: exit code {process.returncode}\n{said.decode(errors='replace')[-2000:]}")


class _Memory(threading.Thread):
    """Watches a process and its descendants."""

    def __init__(self, process: int) -> None:
        super().__init__(daemon=True)
        self.process, self.most, self.ended = process, 0, threading.Event()

    def run(self) -> None:
        while not self.ended.wait(PAUSE):
            self.most = max(self.most, sum(map(_kilobytes, _family(self.process))))


def _family(process: int) -> Iterator[int]:
    yield process
    for tasks in (PROC / str(process) / "task").glob("*/children"):
        try:
            children = tasks.read_text().split()
        except OSError:
            continue
        for child in children:
            yield from _family(int(child))


def _kilobytes(process: int) -> int:
    """The proportional set size: a page that several processes share counts in parts."""
    try:
        for line in (PROC / str(process) / "smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1])
    except (OSError, IndexError, ValueError):
        pass
    return 0
