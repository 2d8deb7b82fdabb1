"""Which language a text is in: English, Vietnamese, Lao or French."""

from __future__ import annotations

import re

_LAO = re.compile("[\u0e81-\u0edf]")
_VIETNAMESE = re.compile("[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]", re.IGNORECASE)
_VIETNAMESE_WORDS = re.compile(
    r"\b(?:và|của|các|là|trong|tỉnh|được|cho|với|những|đã|tại|va|cua|cac|tinh|duoc|tai)\b", re.IGNORECASE
)
_ENGLISH = re.compile(r"\b(?:the|of|and|to|in|for|on|with|was|by|is|that)\b", re.IGNORECASE)
_FRENCH = re.compile(r"\b(?:le|la|les|des|du|de|et|une|dans|pour|avec|sur|aux|au|par|est|été)\b", re.IGNORECASE)
_SAMPLE = 8_000
VIETNAMESE_SHARE = 0.06
"""Above this share of letters only Vietnamese has, a text is Vietnamese; English with Vietnamese names stays below."""


def language(text: str) -> str:
    """The language of a text; English where nothing tells."""
    text = text[:_SAMPLE]
    letters = sum(c.isalpha() for c in text) or 1
    lao = len(_LAO.findall(text))
    if lao * 3 > letters:
        return "lo"
    english, french, vietnamese = (len(p.findall(text)) for p in (_ENGLISH, _FRENCH, _VIETNAMESE_WORDS))
    if len(_VIETNAMESE.findall(text)) > VIETNAMESE_SHARE * letters and english * 2 < len(text.split()) * 0.25:
        return "vi"
    if french > english * 1.5 and french > vietnamese:
        return "fr"
    return "vi" if vietnamese > english and vietnamese > 3 else "en"
