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
    """What one run took. `memory` counts pages that processes share once, in MB; 0 where the system doesn't tell."""

    seconds: float
    processor: float
    memory: float


class Failed(Exception):
    """A program ended with an error; the message is what it said."""


def run(command: Sequence[str], folder: Path, environment: Mapping[str, str]) -> Cost:
    """Run a program to its end. Raises Failed."""
    began, before = time.perf_counter(), os.times()
    process = subprocess.Popen(  # noqa: S603
        command, cwd=folder, env={**os.environ, **environment}, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    memory = _Memory(process.pid)
    memory.start()
    said, _ = process.communicate()
    seconds, after = time.perf_counter() - began, os.times()
    memory.ended.set()
    memory.join()
    if process.returncode:
        raise Failed(f"{' '.join(command)}: exit code {process.returncode}\n{said.decode(errors='replace')[-2000:]}")
    used = after.children_user + after.children_system - before.children_user - before.children_system
    return Cost(seconds, used, memory.most / 1024)


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
