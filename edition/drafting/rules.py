"""The converter's rules and word lists: YAML files in `data/`, which editors may extend."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import yaml

from edition.text import fold

UPPER = "A-ZÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ"
LOWER = UPPER.lower()
"""The letters of Vietnamese, for a character class; in the YAML files `<U>` stands for the capitals."""
DATA = Path(__file__).parent / "data"


@cache
def rules(name: str) -> Any:
    """The contents of `data/<name>.yaml`; every scalar is text, as in records."""
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    return yaml.load((DATA / f"{name}.yaml").read_text(encoding="utf-8").replace("<U>", UPPER), Loader=loader)  # noqa: S506 - builds text only


@lru_cache(maxsize=65_536)
def key(word: str) -> str:
    """:func:`edition.text.fold`, remembered: the same words come again and again."""
    return fold(word)


def words(lists: Iterable[Any]) -> frozenset[str]:
    """All words of lists of lists, as keys for comparison."""
    return frozenset(fold(word) for part in lists for word in (part if isinstance(part, list) else [part]))


def either(alternatives: Iterable[str]) -> str:
    """A regular expression for one of some words, the longest first, in which a space stands for white space."""
    ordered = sorted(set(alternatives), key=lambda word: (-len(word), word))
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", r"[ ]+").replace("'", "['’‘]") for word in ordered) + ")"


def lower(text: str) -> str:
    """A text in small letters, letter for letter, so that what stands in it stands where it stood.

    A pattern is found in it several times as fast as one that compares each letter in both cases.
    """
    return text.replace("İ", "i").lower()  # the one letter of which `lower` makes two
