"""Finding many names at once, in any spelling: an automaton runs over the text's letters.

Case, accents, spaces and hyphens don't count while matching; afterwards a match must begin and end where words do,
begin with a capital, and have no marks that the name does not have.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from ahocorasick_rs import AhoCorasick, MatchKind
from msgspec import Struct

from edition.text import fold

STRICT = 6
"""Names up to so many letters must have the marks of a known spelling, or none: "Huệ" is not "Huế"."""


class Letters:
    """A text's letters and digits, folded, each knowing where it stands."""

    def __init__(self, text: str) -> None:
        table = {c: _letter(c) for c in set(text)}
        if all(len(v) == 1 for c, v in table.items() if v):
            self.offsets: Sequence[int] = [i for i, c in enumerate(text) if table[c]]
            self.key = "".join([v for c in text if (v := table[c])])
        else:
            self.offsets = [i for i, c in enumerate(text) for _ in table[c]]
            self.key = "".join([table[c] for c in text])
        self.text = text


@cache
def _letter(character: str) -> str:
    return fold(character)


class Match(Struct, frozen=True):
    """A name found: where it stands, what it is the name of, and whether this spelling was known."""

    start: int
    end: int
    value: str
    known: bool


class Names:
    """Names and what they name. Where two match, the longer and then the earlier is taken."""

    def __init__(self, names: Mapping[str, Iterable[str]], variants: Mapping[str, Iterable[str]] | None = None) -> None:
        self.values: dict[str, str] = {}
        self.spellings: dict[str, set[str]] = {}
        for value, spellings in names.items():
            for spelling in spellings:
                key = fold(spelling)
                if key:
                    self.values.setdefault(key, value)
                    self.spellings.setdefault(key, set()).add(_marked(spelling))
        for value, keys in (variants or {}).items():
            for key in keys:
                self.values.setdefault(key, value)
        self.keys = sorted(self.values)
        self.automaton = AhoCorasick(self.keys, matchkind=MatchKind.Standard)

    def find(self, letters: Letters) -> list[Match]:
        """All names in a text, in order, not overlapping."""
        found = sorted(self._candidates(letters), key=lambda m: (m.start, -m.end))
        taken: list[Match] = []
        for match in found:
            if not taken or match.start >= taken[-1].end:
                taken.append(match)
        return taken

    def _candidates(self, letters: Letters) -> Iterator[Match]:
        text, offsets = letters.text, letters.offsets
        for number, a, b in self.automaton.find_matches_as_indexes(letters.key, overlapping=True):
            start, end = offsets[a], offsets[b - 1] + 1
            if (start and text[start - 1].isalnum() and not _lao(text[start - 1])) or (
                end < len(text) and text[end].isalnum() and not _lao(text[end])
            ):
                continue
            words = text[start:end]
            if not (words[0].isupper() or _lao(words[0])) or "\n" in words or _too_far(words):
                continue
            key = self.keys[number]
            marked, spellings = _marked(words), self.spellings.get(key, ())
            known = marked in spellings or any(_less_marked(marked, spelling) for spelling in spellings)
            plain = words.isascii()
            if not known and not plain and len(key) <= STRICT:
                continue
            yield Match(start, end, self.values[key], known or (plain and key in self.spellings))


def _lao(character: str) -> bool:
    return "\u0e80" <= character <= "\u0eff"


def _too_far(words: str) -> bool:
    """Whether no name is written so: with a comma, a full stop, a bracket, or a small letter after a space."""
    return (
        any(part[:1].islower() for part in words.split(" "))
        or any(not (c.isalnum() or c in " -–—'’ʼ." or unicodedata.category(c)[0] == "M") for c in words)
        or ". " in words[3:]
    )


def _marked(words: str) -> str:
    """A spelling with its marks, but without case and what stands between its letters."""
    return "".join(c for c in unicodedata.normalize("NFC", words).casefold() if c.isalnum() or _lao(c))


def _less_marked(words: str, spelling: str) -> bool:
    """Whether words are a spelling without its tones, as other languages write it: "Nghê An", "Đăk Lăk"."""
    if len(words) != len(spelling) or words.isascii() or any("\u1e00" <= c <= "\u1eff" for c in words):
        return False
    pairs = (map(_decomposed, pair) for pair in zip(words, spelling, strict=True))
    return all(one[0] == other[0] and set(one) <= set(other) for one, other in pairs)


def _decomposed(character: str) -> str:
    return unicodedata.normalize("NFD", character).translate(_BAR)


_BAR = str.maketrans({"đ": "d\u0335"})


def latin_variants(name: str, most: int = 200) -> set[str]:
    """The keys under which a Lao name may be met in Latin letters: x or s, y or i, ou or u, doubled letters or not."""
    key = fold(name)
    if not key.isascii():
        return set()
    found = {key}
    for one, other in (
        ("x", "s"),
        ("y", "i"),
        ("ou", "u"),
        ("kh", "k"),
        ("nh", "n"),
        ("ss", "s"),
        ("tt", "t"),
        ("nn", "n"),
        ("ph", "p"),
        ("mm", "m"),
        ("c", "k"),
        ("b", "p"),
    ):
        for known in list(found):
            found |= set(_replaced(known, one, other)) | set(_replaced(known, other, one) if one in "xyouc" else ())
        if len(found) > most:
            break
    return {key for key in found if len(key) >= 6}


def _replaced(key: str, one: str, other: str) -> Iterator[str]:
    at = key.find(one)
    while at >= 0:
        yield key[:at] + other + key[at + len(one) :]
        at = key.find(one, at + 1)
    yield key.replace(one, other)


def before(positions: Sequence[int], at: int) -> int:
    """How many of some sorted positions lie at or before a place."""
    return bisect_right(positions, at)
