"""The words that names and offices are made of, and which of them tell one from the other."""

from __future__ import annotations

import re
from functools import cache

from msgspec import Struct

from edition.drafting.rules import LOWER, UPPER, rules
from edition.text import fold

_DATA = rules("people")


def _word_set(name: str) -> frozenset[str]:
    return frozenset(word for line in _DATA[name] for word in line)


VOCABULARY_VI = frozenset(word for line in _DATA["vocabulary"] for word in line)
_VOCABULARY_EN = frozenset(word for line in _DATA["vocabulary"][:-1] for word in line)
_FAMILY_NAMES = frozenset(word.casefold() for word in rules("places")["family_names"])
_FAMILY = frozenset(fold(word) for word in _FAMILY_NAMES)
ADDRESS = frozenset(("Anh", "Chị", "Cô", "Thầy", "Em", "Bác", "Cụ", "Ông", "Bà"))
HONORIFIC = re.compile(rf"(?:{_DATA['honorific']})(?=\s)")
_TOKEN = re.compile(
    rf"[{UPPER}][{LOWER}]+(?:-[{UPPER}][{LOWER}]+)+(?!\w)|[^\W\d_](?:[\w’'ʼ]|\.(?=\w)|-(?=[{LOWER}]))*|\d+|[^\w\s]"
)
CONNECTORS_EN = _word_set("connectors_en")
STOP_VI = _word_set("stop_vi")
FIRST_SYLLABLES = _word_set("first_syllables")
SECOND_SYLLABLES = _word_set("second_syllables")
NAME_TOO = _word_set("name_too")
VERBS_VI = _word_set("verbs_vi")


def is_family(word: str) -> bool:
    """Whether a word is a Vietnamese family name; one with marks must have the name's own."""
    return word.casefold() in _FAMILY_NAMES or (word.isascii() and fold(word) in _FAMILY)


def is_vocabulary(word: Word, language: str) -> bool:
    """Whether offices are made of this word."""
    known = VOCABULARY_VI if language == "vi" else _VOCABULARY_EN
    return word.plain in known or word.text in known


@cache
def office_pattern(language: str) -> re.Pattern[str]:
    """How offices begin."""
    flags = re.IGNORECASE
    return re.compile(rf"(?<!\w)(?:{_DATA['office_vi'] if language == 'vi' else _DATA['office_en']})(?![\w-])", flags)


class Word(Struct, frozen=True):
    """A word of the text, and where it stands."""

    start: int
    end: int
    text: str

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital."""
        return self.text[0].isupper()

    @property
    def plain(self) -> str:
        """The word without a full stop or an English genitive."""
        return self.text.rstrip(".").removesuffix("'s").removesuffix("’s")


def words_of(text: str, start: int, end: int) -> list[Word]:
    """The words and signs of a stretch of text."""
    return [Word(m.start(), m.end(), m[0]) for m in _TOKEN.finditer(text, start, end)]
