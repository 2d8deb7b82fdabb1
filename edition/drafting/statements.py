"""Statements: what a sentence undertakes, asks, hopes, reports; its fields of cooperation; who and for whom."""

from __future__ import annotations

import re
from functools import cache

from msgspec import Struct
from msgspec.structs import replace

from edition.drafting.parties import Party, Sentence, in_sentence
from edition.drafting.rules import lower, rules

LONGEST, MOST_FIELDS = 900, 5
ACTIVITY = "activity"
_TO = re.compile(
    r"\b(?:asked|requested|called on|urged|proposed (?:that )?|suggested (?:that )?|đề nghị|yêu cầu|"
    r"kiến nghị)\s+(?:the\s+)?(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)
_FOR = re.compile(
    r"\b(?:for|help|support\w*|assist\w*|to help|provid\w+|with|cho|giúp|hỗ trợ|tặng|gave|"
    r"presented)\s+(?:the\s+)?(?:\w+\s+){0,4}$",
    re.IGNORECASE,
)
_ON = re.compile(r"To (?:[a-z]+ ){3}")
_RESOLVED = re.compile(
    r"\b(?:resolv\w+|remov\w+|overc[oa]m\w+|address\w*|clear\w*|tháo gỡ|giải quyết|khắc phục)\s+(?:[\w’'-]+\s+){0,4}$",
    re.IGNORECASE,
)


class Said(Struct, frozen=True):
    """What a sentence says: its type, fields, and parties by the part they play."""

    type: str
    fields: tuple[str, ...]
    by: tuple[Party, ...]
    to: tuple[Party, ...]
    for_: tuple[Party, ...]


@cache
def _types(language: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    key = "vi" if language == "vi" else "en"
    return tuple((t["type"], re.compile(rf"\b(?:{lower(t[key])})")) for t in rules("statements")["types"])


@cache
def _fields(language: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    key = "vi" if language == "vi" else "en"
    return tuple((name, re.compile(rf"\b(?:{lower(f[key])})\b")) for name, f in rules("statements")["fields"].items())


def _told_fields(words: str, language: str) -> tuple[str, ...]:
    """The fields whose words come first, in their order; `words` in small letters."""
    found = [(match.start(), name) for name, pattern in _fields(language) if (match := pattern.search(words))]
    return tuple(name for _, name in sorted(found)[:MOST_FIELDS])


def _verb(type_: str, pattern: re.Pattern[str], words: str) -> int | None:
    """Where the first verb of a type stands; a difficulty that is to be resolved is none that is told."""
    found = (match.start() for match in pattern.finditer(words))
    return next((at for at in found if type_ != "difficulty" or not _RESOLVED.search(words[:at])), None)


def continued(sentence: Sentence, before: Said | None) -> Said | None:
    """What a sentence asks that only goes on with a request ("To train a team of officials.")."""
    if before is None or before.type != "request" or not _ON.match(sentence.text, sentence.start, sentence.end):
        return None
    return replace(before, fields=_told_fields(lower(sentence.text[sentence.start : sentence.end]), "en"))


def said(sentence: Sentence, language: str) -> Said | None:
    """What a sentence of the body says; None if no verb tells."""
    words = lower(sentence.text[sentence.start : min(sentence.end, sentence.start + LONGEST)])
    tried = [(type_, at) for type_, pattern in _types(language) if (at := _verb(type_, pattern, words)) is not None]
    told = [one for one in tried if one[0] != ACTIVITY] or tried
    if not told and not any(c.isdigit() for c in words):
        return None
    found = min(told, key=lambda one: one[1], default=(ACTIVITY, 0))  # a number is said of something, whatever the verb
    verb = sentence.start + found[1]
    parties = in_sentence(sentence)
    to = tuple(
        p
        for p in parties
        if found[0] == "request" and _TO.search(sentence.text[max(sentence.start, p.start - 50) : p.start])
    )
    for_ = tuple(
        p
        for p in parties
        if p not in to and p.start > verb and _FOR.search(sentence.text[max(sentence.start, p.start - 50) : p.start])
    )
    by = tuple(p for p in parties if p not in to and p not in for_ and p.end <= verb + 1)
    return Said(found[0], _told_fields(words, language), by, to, for_)
