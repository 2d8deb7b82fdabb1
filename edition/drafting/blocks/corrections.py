"""Paragraphs that correct the article, and often repeat what was wrong."""

from __future__ import annotations

import re

from edition.drafting.rules import either, rules

_BEGINS = re.compile(rf"[\W_]*(?:{either(rules('pages')['correction'])})\b", re.IGNORECASE)


def is_correction(words: str) -> bool:
    """Whether a paragraph corrects the article."""
    return _BEGINS.match(words) is not None
