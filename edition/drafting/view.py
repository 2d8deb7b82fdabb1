"""A text as detectors read it: in NFC, without invisible marks, every character knowing where it stands in the source.

Detectors work on the view; what they find is quoted from the source's own characters.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Sequence

from msgspec import Struct

INVISIBLE = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
_STRANGE_SPACE = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\t"
_TO_CHANGE = re.compile(
    rf"(?P<mark>[^\s]?[\u0300-\u036f\u1dc0-\u1dff\u20d0-\u20ff]+)|(?P<gone>[{INVISIBLE}]+)"
    r"|(?P<entity>&(?:nbsp|amp|quot|apos|[lr][sd]quo|ndash|mdash|hellip|#\d{2,5}|#x[\da-fA-F]{2,4});)"
    rf"|(?P<space>[{_STRANGE_SPACE}])|(?P<line>\r\n?|[\u2028\u2029\u0085\v\f])",
    re.DOTALL,
)


class View(Struct, frozen=True):
    """`text` is what detectors see; `text[a:b]` stands for `source[offsets[a]:offsets[b]]`."""

    source: str
    text: str
    offsets: Sequence[int]

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Where a slice of the view stands in the source, without invisible marks around it."""
        if start >= end:
            return self.offsets[start], self.offsets[start]
        return self.offsets[start], self.offsets[end - 1] + self._width(end - 1)

    def _width(self, at: int) -> int:
        """How many of the source's characters one character of the view stands for."""
        begins, ends = self.offsets[at], self.offsets[at + 1]
        while ends - begins > 1 and _INVISIBLE_ONE.match(self.source[ends - 1]):
            ends -= 1
        return ends - begins


_INVISIBLE_ONE = re.compile(f"[{INVISIBLE}]")


def view(source: str) -> View:
    """The view of a source's text."""
    if not _TO_CHANGE.search(source):
        return View(source, source, range(len(source) + 1))
    parts: list[str] = []
    offsets: list[int] = []
    after = 0
    for match in _TO_CHANGE.finditer(source):
        start, end = match.span()
        parts.append(source[after:start])
        offsets += range(after, start)
        new = _instead(match)
        parts.append(new)
        if new == match[0]:
            offsets += range(start, end)
        elif new:
            offsets += [start, *[end] * (len(new) - 1)]
        after = end
    parts.append(source[after:])
    offsets += range(after, len(source) + 1)
    return View(source, "".join(parts), offsets)


def _instead(match: re.Match[str]) -> str:
    if match["mark"]:
        return unicodedata.normalize("NFC", match["mark"])
    if match["entity"]:
        return html.unescape(match[0]).replace("\xa0", " ")
    if match["line"]:
        return "\n"
    return " " if match["space"] else ""
