"""Text as the benchmark compares it: characters that count, words that mean the same."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from edition.text import normalise_with_offsets

WRONG_CODECS = ("windows-1252", "windows-1258", "latin-1")
_TOKEN = re.compile(r"[A-Za-z0-9]+|[^A-Za-z0-9]")
_BAR = str.maketrans("đĐðÐ", "dDdD")

STOPWORDS = frozenset(
    {
        *("the", "a", "an", "of", "and", "province", "provincial", "provinces", "s", "for", "in", "at", "to"),
        *("tinh", "thanh", "pho", "va", "cua", "de", "la", "le", "les", "du", "des", "et", "l", "d"),
    }
)
"""Words that make no difference between two names of an organisation or office."""

HONORIFICS = frozenset(
    {
        *("mr", "mrs", "ms", "miss", "dr", "prof", "sir", "madame", "comrade", "m", "mme", "thao", "nang", "than"),
        *("senior", "lieutenant", "colonel", "major", "general", "captain", "ong", "ba", "dong", "chi", "tien", "si"),
        *("giao", "su", "thac", "dai", "ta", "thuong", "trung", "thieu", "uy", "tuong"),
    }
)

ABBREVIATIONS = {
    "ubnd": "uy ban nhan dan",
    "hdnd": "hoi dong nhan dan",
    "lhpn": "lien hiep phu nu",
    "bdbp": "bo doi bien phong",
    "mttq": "mat tran to quoc",
    "ubmttq": "uy ban mat tran to quoc",
    "chqs": "chi huy quan su",
    "bchqs": "bo chi huy quan su",
    "bch": "bo chi huy",
    "ctubnd": "chu tich uy ban nhan dan",
    "chdcnd": "cong hoa dan chu nhan dan",
    "gddt": "giao duc va dao tao",
}

UNITS = {
    "$": "usd",
    "us": "usd",
    "dollars": "usd",
    "vnd": "dong",
    "₫": "dong",
    "percent": "%",
    "cent": "%",
    "kilometre": "km",
    "kilometer": "km",
    "hectare": "ha",
    "ton": "tonne",
    "tons": "tonne",
    "metre": "m",
    "meter": "m",
}
UNIT_NOISE = frozenset({"per", "phan", "tram", "do", "la", "my"})


@dataclass(frozen=True, slots=True)
class Canonical:
    """The characters of a text that count, and where each stands in it.

    NFC, without white space and without format characters (byte order marks, zero-width and bidi marks).
    """

    characters: str
    offsets: tuple[int, ...]


def canonical(text: str) -> Canonical:
    """The characters of `text` that count."""
    normal, offsets = normalise_with_offsets(text)
    counted = [i for i, c in enumerate(normal) if counts(c)]
    return Canonical("".join(normal[i] for i in counted), tuple(offsets[i] for i in counted))


def counts(character: str) -> bool:
    """Whether a character is neither white space nor a control or format character."""
    return not character.isspace() and unicodedata.category(character) not in ("Cf", "Cc")


def mend(text: str, codec: str = "windows-1252") -> str:
    """Undo mojibake: UTF-8 that was read with `codec`. Lines in which that makes no sense stay as they are."""
    return "".join(_mended(line, codec) for line in text.splitlines(keepends=True))


def _mended(line: str, codec: str) -> str:
    try:
        return b"".join(_byte(c, codec) for c in line).decode("utf-8")
    except (UnicodeDecodeError, UnicodeEncodeError):
        return line


def _byte(character: str, codec: str) -> bytes:
    try:
        return character.encode(codec)
    except UnicodeEncodeError:
        return character.encode("latin-1")  # the five bytes that the Windows code pages leave undefined


def align(gold: str, read: str) -> list[int | None]:
    """For every character of `read` the index of its counterpart in `gold`; None where it has none."""
    if gold == read:
        return list(range(len(gold)))
    gold_tokens, read_tokens = _tokens(gold), _tokens(read)
    matcher = SequenceMatcher(None, [gold[a:b] for a, b in gold_tokens], [read[a:b] for a, b in read_tokens], False)
    partners: list[int | None] = [None] * len(read)
    for _, i1, i2, j1, j2 in matcher.get_opcodes():
        if i1 == i2 or j1 == j2:
            continue
        gold_start, gold_end = gold_tokens[i1][0], gold_tokens[i2 - 1][1]
        read_start, read_end = read_tokens[j1][0], read_tokens[j2 - 1][1]
        for at in range(read_start, read_end):
            partners[at] = gold_start + (at - read_start) * (gold_end - gold_start) // (read_end - read_start)
    return partners


def _tokens(text: str) -> Sequence[tuple[int, int]]:
    return [match.span() for match in _TOKEN.finditer(text)]


def plain(text: str) -> str:
    """Text for exact comparison: mended, NFC, one kind of quotation mark and dash, white space folded."""
    same = unicodedata.normalize("NFC", mend(text)).replace("’", "'").replace("‘", "'")
    same = re.sub("[“”]", '"', same)
    same = re.sub("[‐‑‒–—]", "-", same)
    return " ".join("".join(c for c in same if c.isspace() or counts(c)).split())


@lru_cache(maxsize=20_000)
def words(text: str) -> tuple[str, ...]:
    """Words without case and accents, abbreviations written out."""
    decomposed = unicodedata.normalize("NFKD", plain(text).translate(_BAR).casefold())
    # Latin marks go, Lao vowels and tones stay: they are part of the word.
    bare = "".join(c for c in decomposed if not "\u0300" <= c <= "\u036f")
    return tuple(_written_out(bare))


def _written_out(text: str) -> Iterator[str]:
    for match in re.finditer(r"[^\W_\u0e80-\u0eff]+|[\u0e80-\u0eff]+|[%$€₫]", text):
        yield from ABBREVIATIONS.get(match[0], match[0]).split()


def meaning(text: str, without: Collection[str] = ()) -> frozenset[str]:
    """The words of a name that tell it from others."""
    return frozenset(w for w in words(text) if w not in STOPWORDS and w not in without)


def name_key(text: str) -> str:
    """A person's name for comparison: without case, accents, spaces and titles."""
    parts = list(words(text))
    while len(parts) > 1 and parts[0] in HONORIFICS:
        parts.pop(0)
    return "".join(parts)


def unit_words(text: str) -> frozenset[str]:
    """The words of a unit, plurals as singulars, currencies and measures by one name."""
    return frozenset(_unit_word(w) for w in words(text) if w not in STOPWORDS and w not in UNIT_NOISE)


def _unit_word(word: str) -> str:
    single = word[:-1] if word.endswith("s") and len(word) > 3 and word.isascii() else word
    return UNITS.get(word, UNITS.get(single, single))


def likeness(one: Collection[str], other: Collection[str]) -> float:
    """F1 of two sets of words."""
    common = len(set(one) & set(other))
    total = len(set(one)) + len(set(other))
    return 2 * common / total if total else 1.0
