"""Accession: the bytes of a seed become a source that can be quoted.

The text is decoded, never altered: what a page shows of a source are the seed's own characters. The
digest is that of the bytes; the source entry records in which encoding they were read.
"""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from msgspec import Struct

from edition.encodings import decode
from edition.problems import Location, Problem

BINARY = re.compile(r"[\x00-\x08\x0e-\x1f]")
"""Control characters but for tabulators, line and page breaks."""
BINARY_BYTES = bytes([*range(0x09), *range(0x0E, 0x20)])
"""The same as bytes: where none of them stands, none has to be looked for."""
FILE_TYPES = {
    b"%PDF-": "a PDF file",
    b"PK\x03\x04": "a Word file or another archive",
    b"\xd0\xcf\x11\xe0": "an old Word file",
    b"\xff\xd8\xff": "a JPEG picture",
    b"\x89PNG": "a PNG picture",
}
"""How the files begin that somebody may take for text."""
NOT_TEXT_HINT = "put the article's text into seeds/ as a file of its own, and keep PDF, Word and image files elsewhere"


class Source(Struct, frozen=True):
    """An accessioned seed: its file's name in `seeds/`, the SHA-256 of its bytes (hexadecimal), its decoded text.

    `encoding` is how it was decoded: one of :data:`edition.encodings.ENCODINGS`.
    """

    seed: str
    sha256: str
    text: str
    encoding: str = "utf-8"


def accession(path: Path, shown_as: str, problems: list[Problem]) -> Source | None:
    """Read one seed; None, with the reason in `problems`, when it is empty or not text.

    `shown_as` is the path that problems name.
    """
    data = path.read_bytes()
    what = next((name for beginning, name in FILE_TYPES.items() if data.startswith(beginning)), "")
    if what:
        problems.append(Problem("seed-not-text", Location(shown_as), f"The seed is {what}, not text.", NOT_TEXT_HINT))
        return None
    decoded = decode(data)
    if decoded is None:
        problems.append(_not_text(data, shown_as))
        return None
    text, encoding = decoded
    may_be_strange = len(data.translate(None, BINARY_BYTES)) < len(data)
    if may_be_strange and (strange := BINARY.search(text)):
        message = f"The control character U+{ord(strange[0]):04X} does not occur in text."
        where = Location.behind(shown_as, text[: strange.start()])
        problems.append(Problem("seed-not-text", where, message, NOT_TEXT_HINT))
        return None
    if not text.strip():
        hint = "paste the article's text into the file, or delete it"
        problems.append(Problem("seed-empty", Location(shown_as), "The seed holds no text.", hint))
        return None
    return Source(path.name, hashlib.sha256(data).hexdigest(), text, encoding)


def _not_text(data: bytes, shown_as: str) -> Problem:
    try:
        data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        rest, at = error.object, error.start  # without a byte order mark
        where = Location.behind(shown_as, rest[:at].decode("utf-8"))
        message = f"Byte {rest[at]:#04x} at offset {len(data) - len(rest) + at} is not UTF-8."
        hint = (
            "find out the article's encoding (pages saved on Windows are often windows-1258 or UTF-16) and save it "
            "as UTF-8 in a new seed; keep the file as it came outside seeds/"
        )
        return Problem("seed-not-utf8", where, message, hint)
    return Problem("seed-not-text", Location(shown_as), "The bytes are no text that we know.", NOT_TEXT_HINT)
