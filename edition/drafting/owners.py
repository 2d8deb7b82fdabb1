"""Whose a body is that an article names without its province: "the provincial People's Committee", "Đại đội 534"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from edition.drafting.blocks import Piece
from edition.drafting.places import Mention

CLOSE = 40
"""So near before "the provincial …", a province is the one that is meant."""


NUMBERS = {"hai": 2, "ba": 3, "bốn": 4, "năm": 5, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}


class Context:
    """Where provinces are named in the article, to conclude whose "the provincial …" is."""

    def __init__(self, mentions: Sequence[Mention], side: str) -> None:
        self.mentions = [m for m in mentions if m.what in ("province", "city", "district")]
        self.side = side
        self.countries = {m.id: m.country for m in mentions}
        self.companies: dict[str, str] = {}
        self.own = ""
        """The paper's own province, where the text names none of its country."""
        self.groups: dict[str, dict[str, Mention]] = {}
        self.named: dict[tuple[int, str], str] = {}
        """By kind and province, the body of which the article gave the name."""
        count: dict[str, int] = {}
        for mention in self.mentions:
            count[mention.id] = count.get(mention.id, 0) + 1
        self.main = {
            country: max((m.id for m in self.mentions if m.country == country), key=lambda i: count[i], default="")
            for country in ("VN", "LA")
        }

    def speaks_for(self, paper: str, aside: Sequence[Mention]) -> None:
        """Let the paper's own province be meant where none of its country is named; `aside` stand around the text."""
        if self.main[self.side]:
            return
        around = {m.id for m in aside if m.country == self.side and m.what in ("province", "city")}
        own = paper or (around.pop() if len(around) == 1 else "")
        if own:
            self.main[self.side] = own
            self.countries.setdefault(own, self.side)
            self.own = own

    def only(self, side: str) -> str:
        """The one province of a side that is named, if no other is."""
        named = {m.id for m in self.mentions if m.country == side}
        return named.pop() if len(named) == 1 else self.own if side == self.side and not named else ""

    def owners_of(self, key: str, number: str, *, lao: bool) -> list[Mention]:
        """The provinces whose bodies "the unions of the three provinces" means: those said before, if so many were."""
        group = [m for m in self.groups.get(key, {}).values() if not lao or m.country == "LA"]
        count = int(number) if number.isdigit() else NUMBERS.get(number, 0)
        return group if len(group) > 1 and count in (0, len(group)) else []

    def implied(self, at: int, sentence: int, side: str) -> str:
        """The province that "the provincial …" at a place means: named in its sentence, or the side's main one."""
        near = [m for m in self.mentions if sentence <= m.start < at and (not side or m.country == side)]
        if len({m.country for m in near}) == 2 and self.main[self.side] and at - near[-1].end > CLOSE:
            return next((m.id for m in reversed(near) if m.country == self.side), self.main[self.side])
        if near:
            return next((m.id for m in reversed(near) if m.what != "district"), near[-1].id)
        if side:
            return self.main[side]
        earlier = [m for m in self.mentions if m.start < at]
        wanted = self.main.get(self.side) or (earlier[-1].id if earlier else "")
        return wanted or self.main["VN"] or self.main["LA"]


def ours(text: str, pieces: Sequence[Piece], context: Context) -> Iterator[Mention]:
    """Where a paper speaks of its own province: "giữa tỉnh ta và tỉnh X"."""
    own = context.main[context.side]
    for piece in pieces if own else ():
        for match in OURS.finditer(text, piece.start, piece.end):
            yield Mention(*match.span(), own, context.side, "province")


OURS = re.compile(r"\b(?:tỉnh (?:ta|nhà)|our province)\b")
