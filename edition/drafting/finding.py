"""Organisations, by the heads of their names: "People's Committee", "Sở Ngoại vụ"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from msgspec import Struct
from msgspec.structs import replace

from edition.drafting.organisations import Found, Head, Kind, named_by
from edition.drafting.owners import Context
from edition.drafting.places import Mention
from edition.drafting.rules import lower, rules
from edition.drafting.sides import both

_LOCAL = re.compile(r"\b(?:local|relevant|competent|two|both)\s+$")


class _Row(Struct, frozen=True):
    """A row of heads: which kind of body they name, and a pattern for each language that has one."""

    kind: Kind
    any_case: bool
    """Whether its English words are looked for in small letters."""
    patterns: dict[str, re.Pattern[str]]

    def spans(self, text: str, small: str, start: int, end: int, language: str) -> list[tuple[int, int]]:
        """Where they stand in a stretch of the text; `small` is the stretch in small letters."""
        pattern = self.patterns.get(language, self.patterns["en"])
        if self.any_case and pattern is self.patterns["en"]:
            return [(start + match.start(), start + match.end()) for match in pattern.finditer(small)]
        return [match.span() for match in pattern.finditer(text, start, end)]


@cache
def _rows() -> tuple[_Row, ...]:
    data = rules("organisations")
    topic, topic_vi = data["topics_en"], data["topics_vi"]
    many = rf"{topic}(?:(?:,\s+(?:and\s+)?|\s+and\s+|\s+&\s+|\s+){topic}){{0,7}}"
    compiled = []
    for head in data["heads"]:
        en = head["en"].replace("{topic}", many)
        vi = head["vi"].replace("{topicvi}", topic_vi).replace("{namevi}", data["name_vi"])
        words = {"en": lower(en) if "any_case" in head else en, "vi": vi, "fr": head.get("fr", "(?!)")}
        patterns = {language: re.compile(rf"(?<![\w])(?:{said})(?!\w)") for language, said in words.items()}
        patterns["lo"] = re.compile(head.get("lo", "(?!)"))  # Lao writes its words together
        kind = Kind(head["type"], head.get("side", ""), "national" in head)
        compiled.append(_Row(kind, "any_case" in head, patterns))
    return tuple(compiled)


def organisations(
    text: str, start: int, end: int, here: Sequence[Mention], context: Context, language: str
) -> list[Found]:
    """All organisations named in a stretch of the article; `here` are the places named in it."""
    found: list[Found] = []
    small = lower(text[start:end])
    for number, row in enumerate(_rows()):
        alike: list[Found] = []
        for a, b in row.spans(text, small, start, end, language):
            if text[a - 1 : a] == "(" and text[b : b + 1] == ")":
                continue  # the abbreviation of the name before
            if _LOCAL.search(text[max(start, a - 12) : a]) and not both(text, (start, end), (a, b), language):
                continue
            alike += named_by(Head(text, (start, end), (a, b), row.kind, here, context, language))
        found += _of_one_kind(text, (start, end), alike, number, context, language)
    found.sort(key=lambda f: (f.head[0], -(f.head[1])))
    taken: list[Found] = []
    for one in found:
        if any(
            one.head[0] < t.head[1] and t.head[0] < one.head[1] and (one.head != t.head or one.type != t.type)
            for t in taken[-6:]
        ):
            continue
        taken.append(one)
    return taken


def _of_one_kind(
    text: str, bounds: tuple[int, int], found: Sequence[Found], number: int, context: Context, language: str
) -> Iterator[Found]:
    """Bodies that one row of heads names: "Công an hai tỉnh" are those of which the article gave the name before."""
    for one in found:
        if one.type in ("armed-forces", "mass-organisation") and one.province:
            key = context.named.get((number, one.province), one.key)
            if not one.implied:
                context.named.setdefault((number, one.province), one.key)
            elif both(text, bounds, one.head, language):
                yield replace(one, key=key)
                continue
        yield one
