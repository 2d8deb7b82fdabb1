"""Where a ledger is kept: as the last build of everything left it, and apart from that what edits have changed since.

It is kept in the edition's cache and never needed: one that is missing, damaged or another build's costs time alone.
"""

from __future__ import annotations

import contextlib
import hashlib
import io
import itertools
import marshal
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, BinaryIO

from edition.renewal.ledger import Ledger, Place
from edition.renewal.packed import Packed

FORMAT = 4
"""To be raised when a ledger is kept in another way."""
FOLDER = Path(".cache", "build")
LEDGER, CHANGES = FOLDER / "ledger", FOLDER / "changes"
TEXTS = FOLDER / "texts", FOLDER / "texts-2"
"""The texts that the first process has read, and the second one, if there was one."""
PACKED = ("readers", "entries", "mentions", "texts", "paths", "shown")
PLAIN = ("tasks", "ids", "pages", "files")
SIZE = 16
BUFFER = 1 << 18
"""So many bytes of texts are written at a time."""
NOWHERE: Place = (0, 0, 0, b"")
NO_CHANGES: tuple[Any, list[memoryview]] = (0, 0, 0, {}), []


def save(root: Path, ledger: Ledger) -> int:
    """Keep the ledger of a build of everything, in silence not where that is impossible; the number of the build."""
    build = time.time_ns()
    plain = {name: getattr(ledger, name) for name in PLAIN}
    _write(root / LEDGER, (build, plain), [getattr(ledger, name).kept for name in PACKED])
    return build


def save_changes(root: Path, ledger: Ledger) -> int:
    """Keep what is other in a ledger than in the one it began as; the number of the build, which is a new one."""
    build = time.time_ns()
    changes = {name: getattr(ledger, name).changes for name in PACKED}
    _write(root / CHANGES, (build, ledger.began, ledger.files, changes))
    return build


def load(root: Path, build: int) -> Ledger | None:
    """The ledger of a build, if it is there and whole."""
    kept = _read(root / LEDGER)
    if kept is None:
        return None
    (began, plain), parts = kept
    (number, since, files, changes), _ = _read(root / CHANGES) or NO_CHANGES
    if since != began:
        number, files, changes = began, plain["files"], {}
    if number != build:
        return None
    mappings: dict[str, Any] = {name: Packed(part, changes.get(name)) for name, part in zip(PACKED, parts, strict=True)}
    return Ledger(began=began, **plain | {"files": files}, **mappings)


def _write(path: Path, values: tuple[Any, ...], parts: Sequence[bytes | memoryview] = ()) -> None:
    """Write plain values, and behind them parts that are packed already, after the digest of it all."""
    data = marshal.dumps((FORMAT, [len(part) for part in parts], values)), *parts
    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("wb") as file:
            file.write(_digest(*data))
            file.writelines(data)


def _read(path: Path) -> tuple[Any, list[memoryview]] | None:
    """What was written, if it is there, whole and of this format; parts are not copied, as they are large."""
    try:
        whole = memoryview(path.read_bytes())
    except OSError:
        return None
    if _digest(whole[SIZE:]) != whole[:SIZE]:
        return None
    version, *rest = marshal.loads(whole[SIZE:])  # noqa: S302 (its digest is ours)
    if version != FORMAT:
        return None
    lengths, values = rest
    places = itertools.pairwise(itertools.accumulate(lengths, initial=len(whole) - sum(lengths)))
    return values, [whole[begin:end] for begin, end in places]


class Texts:
    """The texts of the files that a process reads for a build: those of the last build stay until this one is done.

    In silence they are not kept where that is impossible.
    """

    def __init__(self, root: Path, process: int = 0) -> None:
        self.root, self.process = root, process
        self.places: dict[str, Place] = {}
        self.end = 0
        self.file: BinaryIO = io.BytesIO()
        with contextlib.suppress(OSError):
            (root / FOLDER).mkdir(parents=True, exist_ok=True)
            self.file = _spare(root / TEXTS[process]).open("wb", buffering=BUFFER)

    def keep(self, name: str, text: bytes) -> None:
        """Keep the text of a file."""
        try:
            self.file.write(text)
            self.places[name] = _place(self.process, self.end, text)
            self.end += len(text)
        except OSError:
            self.places[name] = NOWHERE

    def close(self) -> None:
        """There are no more of them."""
        with contextlib.suppress(OSError):
            self.file.close()

    def done(self) -> None:
        """The build has succeeded: these, and those that another process has kept for it, are now the last build's."""
        for path in TEXTS:
            with contextlib.suppress(OSError):
                (self.root / path).unlink(missing_ok=True)
                _spare(self.root / path).replace(self.root / path)

    def __enter__(self) -> Texts:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
        for path in TEXTS:
            with contextlib.suppress(OSError):
                _spare(self.root / path).unlink(missing_ok=True)


def _spare(path: Path) -> Path:
    return path.with_name(f"{path.name}.new")


def keep_texts(root: Path, texts: Mapping[str, bytes]) -> dict[str, Place]:
    """Keep the texts of files that an edit has changed, behind those that are kept already; where they are."""
    places = dict.fromkeys(texts, NOWHERE)
    with contextlib.suppress(OSError), (root / TEXTS[0]).open("ab") as file:
        for name, text in texts.items():
            places[name] = _place(0, file.tell(), text)
            file.write(text)
    return places


def _place(process: int, offset: int, text: bytes) -> Place:
    return process, offset, len(text), _digest(text)


def text_of(root: Path, ledger: Ledger, path: str) -> bytes | None:
    """The text that a file had when it was last built; None where that is not known."""
    process, offset, length, digest = ledger.texts.get(path, NOWHERE)
    try:
        with (root / TEXTS[process]).open("rb") as file:
            file.seek(offset)
            text = file.read(length)
    except OSError:
        return None
    return text if _digest(text) == digest else None


def _digest(*data: bytes | memoryview) -> bytes:
    whole = hashlib.sha256()
    for part in data:
        whole.update(part)
    return whole.digest()[:SIZE]
