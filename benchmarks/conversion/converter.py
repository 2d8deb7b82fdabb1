"""Asking the converter: `build.py convert --json FILE…` in a process of its own, and what comes back."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

BUILD = Path("build.py")
PATIENCE = 600
AT_ONCE = 50


@dataclass(frozen=True, slots=True)
class Answer:
    """The converter's readings, None for a file at which it crashed, and how long it took."""

    readings: tuple[Mapping[str, Any] | None, ...]
    complaints: tuple[str, ...]
    seconds: float


def ask(files: Sequence[Path], build: Path = BUILD) -> Answer:
    """Read all files; where a run fails, its files are tried one by one to find which it was."""
    began = time.perf_counter()
    readings: list[Mapping[str, Any] | None] = []
    complaints: list[str] = []
    for first in range(0, len(files), AT_ONCE):
        batch = files[first : first + AT_ONCE]
        found, why = run(batch, build)
        if found is None and len(batch) > 1:
            for file in batch:
                one, why = run([file], build)
                readings.append(one[0] if one else None)
                complaints += [f"{file.name}: {why}"] if one is None else []
            continue
        readings += found if found is not None else [None] * len(batch)
        complaints += [f"{batch[0].name}: {why}"] if found is None else []
    return Answer(tuple(readings), tuple(complaints), time.perf_counter() - began)


def run(files: Sequence[Path], build: Path) -> tuple[list[Mapping[str, Any]] | None, str]:
    """One run of the converter: its readings, or None and why there are none."""
    command = [sys.executable, str(build), "convert", "--json", *(str(file.resolve()) for file in files)]
    try:
        done = subprocess.run(command, capture_output=True, timeout=PATIENCE, check=False)  # noqa: S603
    except subprocess.TimeoutExpired:
        return None, f"nothing came within {PATIENCE} s"
    complaint = done.stderr.decode("utf-8", "replace").strip().rsplit("\n", 1)[-1]
    try:
        found = json.loads(done.stdout.decode("utf-8"))
    except (UnicodeDecodeError, json.JSONDecodeError) as error:
        return None, complaint or f"exit code {done.returncode}, no JSON: {error}"
    found = [found] if isinstance(found, dict) else found
    if not isinstance(found, list) or len(found) != len(files) or not all(isinstance(r, dict) for r in found):
        return None, complaint or f"not one document for each of {len(files)} files"
    return found, ""
