"""Unicode: one form to compare text in, keys to compare names by, and where words, syllables and sentences end.

The forms NFC, NFD, NFKC and NFKD are those of Unicode Standard Annex #15.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import accumulate, pairwise
from typing import TypeAlias

# --- One form for all text -------------------------------------------------------------------------------------


SPACE_BYTES = b"\t\n\v\f\r\x1c\x1d\x1e\x1f\xc2\xe2\xe3"
OGHAM_SPACE = "\u1680".encode()
"""What white space begins with in UTF-8, but for the space; the last begins as every second Vietnamese letter does."""


def normalise(text: str) -> str:
    """Return `text` in NFC, every run of white space as one space, none at the ends.

    White space is what `str.isspace` calls so, no-break spaces among it. U+200B ZERO WIDTH SPACE is not: it marks
    where Lao words end, and a passage with it is another passage.
    """
    return " ".join(unicodedata.normalize("NFC", text).split())


def normalise_with_offsets(text: str) -> tuple[str, Sequence[int]]:
    """Return `normalise(text)` and its offsets in `text`, one more than it has characters.

    What became the characters `a:b` of the result is `text[offsets[a]:offsets[b]]`: a composed character stands for
    its whole sequence, a space for its whole run of white space, and what is stripped at the ends belongs to none.
    A sequence whose marks NFC could only reorder, not compose, belongs as a whole to its first character, so that
    no slice that begins with a letter ever loses the letter's marks.
    """
    composed, offsets = _compose(text)
    if _is_spaced(composed):
        return composed, offsets
    words = [match.span() for match in re.finditer(r"\S+", composed)]
    result = " ".join(composed[start:end] for start, end in words)
    kept: list[int] = []
    for start, end in words:  # the end of a word is where its space begins; the last one's is where the text ends
        kept += offsets[start : end + 1]
    return result, tuple(kept) or (0,)


def _is_spaced(text: str) -> bool:
    """Whether every run of white space is one space, and none at the ends."""
    data = text.encode("utf-8", "surrogatepass")
    if any(map(data.__contains__, SPACE_BYTES)) or OGHAM_SPACE in data:
        return " ".join(text.split()) == text  # takes ten times as long
    return b"  " not in data and data[:1] != b" " and data[-1:] != b" "


def _compose(text: str) -> tuple[str, Sequence[int]]:
    if unicodedata.is_normalized("NFC", text):
        return text, range(len(text) + 1)
    parts: list[str] = []
    offsets: list[int] = []
    for start, end in _sequences(text):
        sequence = text[start:end]
        composed = unicodedata.normalize("NFC", sequence)
        parts.append(composed)
        offsets += range(start, end) if composed == sequence else [start, *[end] * (len(composed) - 1)]
    return "".join(parts), (*offsets, len(text))


def _sequences(text: str) -> Iterator[tuple[int, int]]:
    """Cut `text` where NFC can't join or reorder what stands on the two sides."""
    inner = (i for i in range(1, len(text)) if text[i - 1].isspace() or not _joins_what_precedes(text[i]))
    return pairwise([0, *inner, len(text)])


def _joins_what_precedes(character: str) -> bool:
    # All that composes with a character before it is a mark, but for Hangul's vowels and finals and a Kirat Rai vowel.
    return unicodedata.category(character)[0] == "M" or "\u1160" <= character <= "\u11ff" or character == "\U00016d67"


# --- Keys for names --------------------------------------------------------------------------------------------

# đ has no decomposition. ð (eth) is a look-alike that old Vietnamese text has in its place.
_WITHOUT_BAR = str.maketrans("đĐðÐ", "dDdD")
_LAO_TONES_AND_NIGGAHITA = re.compile("[\u0ec8-\u0ecb\u0ecd]{2,}")
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_NO_PART_OF_A_NAME = re.compile(r"[^\w\u0e80-\u0eff]|_")


def fold(text: str) -> str:
    """Return the key by which names are compared: two spellings of one name have the same.

    Case, accents, spaces, hyphens and punctuation don't count, nor does U+200B; đ and ð are d. In Lao, ຳ is
    ໍ + າ whichever way it was typed and in whichever order with the tone (NFC keeps them apart), ໜ is ຫນ, ຫຼ is ຫລ.
    Folding twice is the same as once. Text without any letter or digit folds to nothing.
    """
    plain = unicodedata.normalize("NFKC", text).translate(_WITHOUT_BAR).casefold()
    letters = _NO_PART_OF_A_NAME.sub("", unicodedata.normalize("NFKD", plain))
    key = unicodedata.normalize("NFKD", letters).replace("ຫຼ", "ຫລ")
    return _LAO_TONES_AND_NIGGAHITA.sub(lambda marks: "".join(sorted(marks[0])), key)


def slug(text: str) -> str:
    """Return `text` as a part of an address: ASCII, lower case, words joined by hyphens.

    An apostrophe joins what it stands between. Letters outside Latin are left out, so Lao alone gives an empty text,
    which is no slug.
    """
    latin = unicodedata.normalize("NFKD", text.translate(_WITHOUT_BAR))
    ascii_only = "".join(c for c in latin if c not in "'’ʼ" and not unicodedata.combining(c))
    return "-".join(re.findall(r"[a-z0-9]+", ascii_only.lower()))


def is_slug(text: str) -> bool:
    """Say whether `text` may be an id: words of ASCII lower-case letters and digits, joined by single hyphens."""
    return _SLUG.fullmatch(text) is not None


# --- Vietnamese order ------------------------------------------------------------------------------------------

VietnameseKey: TypeAlias = tuple[tuple[int, ...], tuple[int, ...], tuple[bool, ...], str]

_ALPHABET = {letter: place for place, letter in enumerate("aăâbcdđeêfghijklmnoôơpqrstuưvwxyz", start=20)}
_TONES = {mark: place for place, mark in enumerate("\u0300\u0309\u0303\u0301\u0323", start=1)}  # huyền … nặng
_ETH = str.maketrans("ðÐ", "đĐ")
_AFTER_THE_ALPHABET = 1000


def vietnamese_key(text: str) -> VietnameseKey:
    """Return a key that sorts as a Vietnamese dictionary does (and as CLDR's collation for `vi`).

    Letters first, in the order a ă â b c d đ e ê …; only between texts that agree in them, the tones: none, huyền,
    hỏi, ngã, sắc, nặng; then capitals after small letters. Spaces come before marks, marks before digits, digits before
    letters, other alphabets last.
    """
    composed = unicodedata.normalize("NFC", text).translate(_ETH)
    if not composed:
        return (), (), (), ""
    letters, tones, capitals = zip(*map(_weight, composed), strict=True)
    return letters, tones, capitals, composed


@cache
def _weight(character: str) -> tuple[int, int, bool]:
    """The letter, the tone, and whether it is a capital."""
    decomposed = unicodedata.normalize("NFD", character)
    bare = unicodedata.normalize("NFC", "".join(c for c in decomposed if c not in _TONES))
    return _place(bare.lower()), max(_TONES.get(c, 0) for c in decomposed), bare != bare.lower()


def _place(letter: str) -> int:
    if letter in _ALPHABET:
        return _ALPHABET[letter]
    if letter.isspace():
        return 0
    if letter.isdecimal():
        return 2 + unicodedata.decimal(letter)
    if not letter.isalnum():
        return 1
    base = unicodedata.normalize("NFD", letter)[0]  # é is e with a tone, but ü is none of the letters
    return _ALPHABET.get(base, _AFTER_THE_ALPHABET + ord(letter[0]))


# --- Lao syllables ---------------------------------------------------------------------------------------------

_MARK = "[\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ece]"  # vowels above and below, tones, the lower ຼ
_VOWEL = "[\u0eb0-\u0ebd\u0ec8-\u0ece]"  # what shows that the consonant before it begins a syllable
_FINAL = f"[ກງຍດນບມວລຣ](?!{_VOWEL})"
_CONSONANT = "[\u0e81-\u0eae\u0edc-\u0edf]"
_ONSET = f"(?:ຫ(?=[ງຍນມລຣວ])|{_CONSONANT}(?=ວ{_VOWEL}))?{_CONSONANT}"  # with the silent ຫ, or a pair such as ກວ
LAO_SYLLABLE = "".join(
    (
        f"(?:ເ{_ONSET}[\u0eb6\u0eb7][\u0ec8-\u0ecb]?ອ(?!{_VOWEL})",  # the vowels ເ◌ຶອ and ເ◌ືອ, or:
        f"|[\u0ec0-\u0ec4]?{_ONSET}{_MARK}*",  # a vowel written first, the consonant, vowel and tone on it;
        f"(?:(?:\u0ebd|[ວອ](?={_FINAL})){_MARK}*)?",  # ຽ, or ວ and ອ as vowels before a final;
        f"[\u0eb0\u0eb2\u0eb3]?{_MARK}*)",  # a vowel written behind; and then
        f"(?:{_FINAL}(?![ວອ]{_MARK}*{_FINAL}))?",  # a final,
        "\u0ec6?\u0eaf?",  # the signs for "again" and "and so on";
        "|[\u0e80-\u0eff]",  # what fits no rule stands alone
    )
)
"""One Lao syllable, as a regular expression that Python and JavaScript read alike.

A rule of spelling, without a dictionary: it may cut a loan word or a Pali word wrongly, but always in the same place.
"""
_LAO_PIECE = f"{LAO_SYLLABLE}|[^\u0e80-\u0eff]+"  # compiled when first used: it takes long


def lao_syllables(text: str) -> list[str]:
    """Cut Lao, which has no spaces between words, into syllables; what stands between Lao letters stays whole.

    The pieces joined again are `text`.
    """
    return re.findall(_LAO_PIECE, text)


# --- Sentences -------------------------------------------------------------------------------------------------

_END = r"""(?x)(?P<mark> [.?!…][.?!…]* )   # not [.?!…]+, before which Python would try each character at length
    (?: [ \u00a0\u202f]? » | ["'”’)\]] )*   # French puts a space before its closing quote
    (?P<gap> \s+ )
    (?= (?P<next> \S ) )"""
_OPENING = "\"'“‘«„(["
_ABBREVIATION = r"""(?x)
    (?: Mr | Mrs | Ms | Messrs | Dr | Prof | Assoc | St | Gen | Col | Lt | Gov | Mme | e\.g | i\.e | vs
      | TP | Tp | TX | Th\.?S | PGS | GS | TS | BS | KS
      | (?: [A-ZÀ-ÖØ-ÞĂĐĨŨƠƯ] \. )* [A-ZÀ-ÖØ-ÞĂĐĨŨƠƯ]  # initials: J., U.S.
    ) \."""
_SMALL_ABBREVIATIONS = ("e", "i", "v")
"""How those of them begin that have no capital."""
_ABBREVIATION_BEFORE_A_NUMBER = re.compile(
    r"(?:Nos?|no|nos|Art|art|Vol|vol|pp?|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)\."
)
_LIST_NUMBER = re.compile(r"[(\[]?(?:\d{1,3}|[a-z])\.")


def sentences(text: str) -> tuple[tuple[int, int], ...]:
    """Return where the sentences of a paragraph in English, French or Vietnamese stand, as slices of it.

    The slices hold all of `text` but white space between and around them. A sentence ends with . ? ! or …, and closing
    quotes or brackets behind it, if white space and then a capital, a digit or an opening quote or bracket follow;
    but not with the full stop of an abbreviation (Mr., TP., PGS., U.S., an initial, No. before a number) or of a
    list's number. Lao, which has no capitals, is left whole.
    """
    spans = []
    start = len(text) - len(text.lstrip())
    for match in re.finditer(_END, text):
        if _begins_a_sentence(match["next"]) and not _is_abbreviated(text[start : match.end("mark")], match["next"]):
            spans.append((start, match.start("gap")))
            start = match.end("gap")
    end = len(text.rstrip())
    return (*spans, (start, end)) if start < end else tuple(spans)


def _begins_a_sentence(character: str) -> bool:
    return character.isupper() or character.istitle() or character.isdigit() or character in _OPENING


def _is_abbreviated(sentence: str, next_character: str) -> bool:
    if _LIST_NUMBER.fullmatch(sentence):
        return True
    word = sentence.rsplit(None, 1)[-1].lstrip(_OPENING)
    if next_character.isdigit() and _ABBREVIATION_BEFORE_A_NUMBER.fullmatch(word):
        return True
    may_be_one = word[:1].isupper() or word[:1] in _SMALL_ABBREVIATIONS
    return may_be_one and re.fullmatch(_ABBREVIATION, word) is not None


# --- Hints -----------------------------------------------------------------------------------------------------

_LONGEST_NEEDLE = 400


def similar_passage(needle: str, haystack: str) -> str:
    """Return the passage of `haystack` that most resembles `needle`, or nothing if none does.

    For hints in messages only, never to find evidence. The passage is normalised. The time taken grows with the length
    of `haystack` and no faster: of a long needle only the first 400 characters are looked for.
    """
    from difflib import SequenceMatcher  # takes long to import, and most builds have no hint to give

    needle, haystack = normalise(needle)[:_LONGEST_NEEDLE], normalise(haystack)
    wanted, found = _skeleton(needle), _skeleton(haystack)
    size = min(3, len(wanted), len(found))
    around = _densest_window(wanted, found, size) if size else None
    if around is None:
        return ""
    margin = len(wanted) // 4 + 8
    first, last = max(0, around - margin), around + len(wanted) + margin
    blocks = SequenceMatcher(None, found[first:last], wanted, autojunk=False).get_matching_blocks()
    alike = [(first + block.a, first + block.a + block.size) for block in blocks if block.size >= size]
    return _whole_words(haystack, alike[0][0], alike[-1][1])


def _skeleton(text: str) -> str:
    """The letters without case and accents, one for each character of `text`."""
    return "".join(unicodedata.normalize("NFKD", c.translate(_WITHOUT_BAR).casefold())[:1] or c for c in text)


def _densest_window(wanted: str, found: str, size: int) -> int | None:
    """Where in `found` the most runs of `size` characters of `wanted` stand together, the rare ones weighing more."""
    runs = [found[i : i + size] for i in range(len(found) - size + 1)]
    known = {wanted[i : i + size] for i in range(len(wanted) - size + 1)}
    count = Counter(runs)
    sums = list(accumulate((1 / count[run] if run in known else 0.0 for run in runs), initial=0.0))
    width = min(len(wanted) - size + 1, len(runs))
    best = max(range(len(runs) - width + 1), key=lambda start: sums[start + width] - sums[start])
    return best if known.intersection(runs[best : best + width]) else None


def _whole_words(text: str, start: int, end: int) -> str:
    passage = text[start:end]
    before = "" if passage.startswith(" ") else text[:start].rpartition(" ")[2]
    after = "" if passage.endswith(" ") else text[end:].partition(" ")[0]
    return (before + passage + after).strip()
