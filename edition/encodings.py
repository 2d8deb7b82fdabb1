"""Encodings: which characters the bytes of a seed are.

Seeds should be UTF-8, but articles come as they come: UTF-16 and the Windows code pages are decoded too, and so is
text that some program decoded with the wrong code page before it was saved ("mojibake"), line by line, where undoing
that gives back every byte. Nothing is guessed that bytes do not bear out: bytes that are none of these are no text.
"""

from __future__ import annotations

import codecs
import re
import unicodedata

BYTE_ORDER_MARKS = {codecs.BOM_UTF8: "utf-8", codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
MOJIBAKE = "utf-8 read as windows-1252"
ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be", "windows-1258", "windows-1252", MOJIBAKE)
LONGEST_SAMPLE = 50_000
LEAST_LETTERS = 0.6
SHORTEST_GUESS, LEAST_ASCII = 16, 0.45
"""In fewer bytes, or with fewer plain letters, no code page can be told from another."""
MOJIBAKE_SIGNS = re.compile("á[º»]|Ä[‘\u0090‚ƒ]|Æ[°¡]|â€[™œ“”\u009d˜¦]|Ã[\u00a0-¿]|Â[\u00a0-¿]|à[º»]")
"""How letters of Vietnamese, Lao and typographic signs look when their UTF-8 is read as windows-1252."""
MOJIBAKE_PARTS = "º»ÄÆ€ÃÂ"
"""One of these stands in each sign; where none does, which is soon seen, no signs have to be looked for."""
_UNASSIGNED = (0x81, 0x8D, 0x8F, 0x90, 0x9D)
_WINDOWS_1252 = {chr(code): bytes([code]) for code in range(256)} | {
    bytes([code]).decode("cp1252"): bytes([code]) for code in range(256) if code not in _UNASSIGNED
}
"""Characters and the bytes they are read from; as in browsers, the five unassigned bytes are control characters."""


def decode(data: bytes) -> tuple[str, str] | None:
    """The text of a seed and the name of its encoding (one of ENCODINGS); None if the bytes are no text we know."""
    for mark, encoding in BYTE_ORDER_MARKS.items():
        if data.startswith(mark):
            text = _strictly(data[len(mark) :], encoding)
            plausible = text is not None and (encoding == "utf-8" or _reads_like_text(text))
            return (text, encoding) if text is not None and plausible else None
    text = _strictly(data, "utf-8")
    if text is not None and "\0" not in text:
        mended = _undo_mojibake(text)
        return (mended, MOJIBAKE) if mended else (text, "utf-8")
    if b"\0" in data:
        return (text, "utf-8") if text is not None and data.count(0) * 4 <= len(data) else _without_mark(data)
    return _of_windows(data)


def _strictly(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _without_mark(data: bytes) -> tuple[str, str] | None:
    """UTF-16 that has lost its mark shows zero bytes on one side of the pairs."""
    encoding = "utf-16-le" if data[1::2].count(0) >= data[::2].count(0) else "utf-16-be"
    text = _strictly(data, encoding) if data.count(0) * 4 > len(data) else None
    return (text, encoding) if text is not None and _reads_like_text(text) else None


def _of_windows(data: bytes) -> tuple[str, str] | None:
    if any(c < 0x20 and c not in b"\t\n\r\f\v" for c in data):
        return None
    if len(data) < SHORTEST_GUESS or sum(c < 0x80 and chr(c).isalpha() for c in data) < LEAST_ASCII * len(data):
        return None
    from charset_normalizer import from_bytes  # most articles are UTF-8, and it takes long to import

    best = from_bytes(data[:LONGEST_SAMPLE], cp_isolation=["cp1258", "cp1252"]).best()
    encoding = "windows-1258" if best and best.encoding == "cp1258" else "windows-1252"
    text = _strictly(data, encoding)
    if text is None or MOJIBAKE_SIGNS.search(text) or not _reads_like_text(text):
        return None  # signs of mojibake tell that only a part of it is in this encoding
    return text, encoding


def _reads_like_text(text: str) -> bool:
    letters = sum(c.isalpha() or c.isspace() or unicodedata.combining(c) > 0 for c in text)
    return letters >= LEAST_LETTERS * len(text)


def _undo_mojibake(text: str) -> str:
    """The text with every line put right that was UTF-8 read as windows-1252; "" if there is none to put right."""
    if not any(part in text for part in MOJIBAKE_PARTS) or len(MOJIBAKE_SIGNS.findall(text)) < 2:
        return ""
    lines = text.split("\n")
    mended = [_mended(line) for line in lines]
    return "\n".join(mended) if mended != lines else ""


def _mended(line: str) -> str:
    try:
        return b"".join(_WINDOWS_1252[c] for c in line).decode("utf-8")
    except (KeyError, UnicodeDecodeError):
        return line
