"""Folding for search: text in which Pagefind finds what readers type, and which can be turned back for display.

Pagefind compares words without case and accents, by NFD. That leaves two gaps: đ has no decomposition, and Lao is
written without spaces between words. So đ becomes ḏ (whose NFD is d), and a space is put between Lao syllables; a
space that the text itself has between Lao letters is marked by a WORD JOINER on its own. The scripts fold what a
reader types in the same way, and unfold what they show: `assets/js/search-text.js`.
"""

from __future__ import annotations

import re

from edition.text import lao_syllables, normalise

JOINER = "\u2060"
STAND_INS = {"đ": "\u1e0f", "Đ": "\u1e0e"}

_LAO = "\u0e80-\u0eff"
_OURS = re.compile(f"[{JOINER}{''.join(STAND_INS.values())}]")
_FOLD = str.maketrans(STAND_INS)
_UNFOLD = str.maketrans({stand_in: letter for letter, stand_in in STAND_INS.items()})
_LAO_RUN = re.compile(f"[{_LAO}]+")
_SPACE_IN_LAO = re.compile(f"(?<=[{_LAO}]) (?=[{_LAO}])")
_ADDED_SPACE = re.compile(f"(?<=[{_LAO}]) (?=[{_LAO}])")


def reserved(text: str) -> str:
    """The characters of `text` that folding needs for itself; text that has any can't be folded without loss."""
    return "".join(sorted(set(_OURS.findall(normalise(text)))))


def fold(text: str) -> str:
    """Return `text` as it is indexed; `unfold` gives back `normalise(text)`, if `text` has nothing reserved."""
    plain = normalise(text).translate(_FOLD)
    if not _LAO_RUN.search(plain):
        return plain
    marked = _SPACE_IN_LAO.sub(f" {JOINER} ", plain)
    return _LAO_RUN.sub(lambda run: " ".join(lao_syllables(run[0])), marked)


def unfold(text: str) -> str:
    """Return folded text as it was, in the form of :func:`edition.text.normalise`."""
    return _ADDED_SPACE.sub("", text).replace(f" {JOINER} ", " ").translate(_UNFOLD)
