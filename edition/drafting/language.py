"""Which language a text is in: English, Vietnamese, Lao or French."""

from __future__ import annotations

import re

_WORDS = re.compile(r"\w+")
_LAO = frozenset(map(chr, range(0x0E81, 0x0EE0)))
_VIETNAMESE = frozenset("ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ")
_VIETNAMESE_WORDS = frozenset(
    [
        "và",
        "của",
        "các",
        "là",
        "trong",
        "tỉnh",
        "được",
        "cho",
        "với",
        "những",
        "đã",
        "tại",
        "va",
        "cua",
        "cac",
        "tinh",
        "duoc",
        "tai",
    ]
)
_ENGLISH = frozenset(["the", "of", "and", "to", "in", "for", "on", "with", "was", "by", "is", "that"])
_FRENCH = frozenset(
    ["le", "la", "les", "des", "du", "de", "et", "une", "dans", "pour", "avec", "sur", "aux", "au", "par", "est", "été"]
)
_SAMPLE = 8_000
VIETNAMESE_SHARE = 0.06
"""Above this share of letters only Vietnamese has, a text is Vietnamese; English with Vietnamese names stays below."""


def language(text: str) -> str:
    """The language of a text; English where nothing tells."""
    text = text[:_SAMPLE].casefold()
    letters = sum(map(str.isalpha, text)) or 1
    if sum(map(_LAO.__contains__, text)) * 3 > letters:
        return "lo"
    words = _WORDS.findall(text)
    english, french, vietnamese = (
        sum(map(known.__contains__, words)) for known in (_ENGLISH, _FRENCH, _VIETNAMESE_WORDS)
    )
    marked = sum(map(_VIETNAMESE.__contains__, text))
    if marked > VIETNAMESE_SHARE * letters and english * 2 < len(text.split()) * 0.25:
        return "vi"
    if french > english * 1.5 and french > vietnamese:
        return "fr"
    return "vi" if vietnamese > english and vietnamese > 3 else "en"
