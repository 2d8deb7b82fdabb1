"""When a reading's item is the one that a label means."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from pathlib import Path
from typing import Any

from benchmarks.conversion.labels import Label, accepted, optional
from benchmarks.conversion.texts import likeness, meaning, name_key, plain, unit_words, words
from edition import gazetteer
from edition.problems import Problem

Reading = Mapping[str, Any]
SAME_NAME = 0.81
"""Above the likeness of "Women's Union" and "Women's Union of Sekong"."""
SAME_OFFICE = 2 / 3
SAME_UNIT = 0.5
SPARE_WORDS = 3
GAZETTEER = Path("content/gazetteer.yaml")
GENERAL = re.compile(
    r"people s committees?|uy ban nhan dan|administrations?|authorit|chinh quyen|government|comite populaire|"
    r"autorites|administration|ອົງການປົກຄອງ|ຄະນະກຳມະການປະຊາຊົນ|ຄະນະກໍາມະການປະຊາຊົນ"
)
"""Bodies that stand for their province when it makes an agreement."""


@dataclass(frozen=True, slots=True)
class Pairing:
    """Pairs of label and reading, what no reading matches, and what matches no label."""

    pairs: tuple[tuple[Label, Reading], ...]
    missed: tuple[Label, ...]
    wrong: tuple[Reading, ...]

    @property
    def required(self) -> tuple[tuple[Label, Reading], ...]:
        """The pairs whose label is not optional."""
        return tuple((gold, read) for gold, read in self.pairs if not optional(gold))


def pair(gold: Sequence[Label], read: Sequence[Reading], fit: Callable[[Label, Reading], float]) -> Pairing:
    """Pair labels and readings, the best fits first; a fit of 0 is none. Labels that are not optional go first."""
    fits = sorted(
        ((fit(g, r), not optional(g), -i, -j) for i, g in enumerate(gold) for j, r in enumerate(read)), reverse=True
    )
    free_gold, free_read = dict(enumerate(gold)), dict(enumerate(read))
    pairs: list[tuple[int, Label, Reading]] = []
    for value, _, i, j in fits:
        if value > 0 and -i in free_gold and -j in free_read:
            pairs.append((-i, free_gold.pop(-i), free_read.pop(-j)))
    return Pairing(
        tuple((g, r) for _, g, r in sorted(pairs, key=lambda p: p[0])),
        tuple(g for g in free_gold.values() if not optional(g)),
        tuple(free_read.values()),
    )


# --- Provinces, organisations, persons ---------------------------------------------------------------------------


def fit_province(gold: Label, read: Reading) -> float:
    """The same id, or, for a province the gazetteer lacks, the same name."""
    ids = {str(i) for i in accepted(gold.get("id"))}
    if read.get("id") in ids:
        return 1
    slugs = {"-".join(words(name)) for name in spellings(read)}
    return float(not read.get("id") and bool(ids & slugs))


def spellings(item: Reading) -> tuple[str, ...]:
    """All the names an item of a reading goes by."""
    names = [item.get("name"), *(item.get("names") or ())]
    return tuple(dict.fromkeys(str(n["value"] if isinstance(n, Mapping) else n) for n in names if n))


def fit_organisation(gold: Label, read: Reading) -> float:
    """The likeness of the most alike names, if the provinces do not contradict each other; 0 if too little."""
    return same_organisation(
        [str(n) for n in accepted(gold.get("name"))],
        [p for p in accepted(gold.get("province")) if p] if "province" in gold else None,
        spellings(read),
        read.get("province"),
    )


def same_organisation(
    names: Sequence[str], provinces: Sequence[str] | None, read_names: Sequence[str], read_province: str | None
) -> float:
    """How alike two organisations' names are, 0 to 1; `provinces` are those that are right, None if all are."""
    if provinces is not None and read_province and read_province not in provinces:
        return 0
    known = {p for p in (*(provinces or ()), read_province) if p}
    own = frozenset().union(*(province_words(p) for p in known)) if known else frozenset()
    best = max((likeness(_own_words(a, own), _own_words(b, own)) for a in names for b in read_names), default=0.0)
    agrees = 0.001 if provinces and read_province else 0
    return best + agrees if best > SAME_NAME else 0


def _own_words(name: str, province: Collection[str]) -> frozenset[str]:
    """The words of a name that are not its province's; all of them where none is left: "Công an" of Sê Kông."""
    return meaning(name, province) or meaning(name)


@lru_cache
def province_words(id_: str) -> frozenset[str]:
    """All words of a province's names, and its id's."""
    place = _places().get(id_)
    names = [] if place is None else [name.value for name in (*place.names, *place.aliases)]
    return frozenset(w for name in (*names, id_.replace("-", " ")) for w in words(name)) | {"laos", "lao", "lào"}


@lru_cache
def _places() -> Mapping[str, gazetteer.Place]:
    if not GAZETTEER.is_file():
        return {}
    problems: list[Problem] = []
    found = gazetteer.read_text(GAZETTEER.read_text(encoding="utf-8"), GAZETTEER.as_posix(), problems)
    return {place.id: place for place in found.places} if found else {}


def fit_person(gold: Label, read: Reading) -> float:
    """The same name, titles aside."""
    names = {name_key(str(n)) for n in accepted(gold.get("name"))}
    return float(any(name_key(n) in names for n in spellings(read)))


def same_office(gold: Label, read: Reading) -> bool:
    """Whether the office is the same, by two thirds of its words; without a label every office is."""
    if "office" not in gold:
        return True
    office = _plain_value(read.get("office"))
    return any(
        office is None if right is None else office is not None and _office_likeness(str(right), office) >= SAME_OFFICE
        for right in accepted(gold["office"])
    )


def _office_likeness(one: str, other: str) -> float:
    return likeness(meaning(one), meaning(other))


def _plain_value(value: Any) -> str | None:
    if isinstance(value, (list, tuple)):
        return ", ".join(v for v in map(_plain_value, value) if v) or None
    if isinstance(value, Mapping):
        value = value.get("value") or value.get("quote")
    return str(value) if value else None


# --- Values ------------------------------------------------------------------------------------------------------


def value_of(read: Any) -> str | None:
    """The value of a reading's value, which may be null."""
    found = read.get("value") if isinstance(read, Mapping) else read
    return str(found) if found not in (None, "") else None


def same_date(gold: Any, read: str | None) -> bool:
    """Whether a date is one of those that are right; `2024/2024` is `2024`."""
    return _date(read) in {_date(None if right is None else str(right)) for right in accepted(gold)}


def _date(text: str | None) -> str | None:
    if not text:
        return None
    first, _, last = text.strip().partition("/")
    return first if first == last or not last else f"{first}/{last}"


def same_text(gold: Any, read: str | None) -> bool:
    """Whether a text is one of those that are right, quotation marks, dashes and white space aside."""
    return (plain(read) if read else None) in {None if right is None else plain(str(right)) for right in accepted(gold)}


def same_mark(gold: Any, read: str | None) -> bool:
    """Whether an agency's mark or a byline is right, with up to three words around it."""
    if read is None:
        return None in accepted(gold)
    found = f" {' '.join(words(read))} "
    return any(
        right is not None
        and f" {' '.join(words(str(right)))} " in found
        and len(words(read)) <= len(words(str(right))) + SPARE_WORDS
        for right in accepted(gold)
    )


def fit_figure(gold: Label, read: Reading) -> float:
    """The same number, of a unit that is the same by half of its words."""
    if _number(gold.get("number")) != _number(read.get("number")) or _number(gold.get("number")) is None:
        return 0
    units = [str(u) for u in accepted(gold.get("unit")) if u]
    if not units:
        return 1
    best = max(likeness(unit_words(u), unit_words(str(read.get("unit") or ""))) for u in units)
    return 1 + best if best >= SAME_UNIT else 0


def _number(value: Any) -> Decimal | None:
    try:
        return Decimal(str(value)).normalize() if value is not None else None
    except InvalidOperation:
        return None


# --- Agreements --------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Party:
    """A party to an agreement: a province, or an organisation by its names; `province` is None if it has none."""

    province: str | None
    names: tuple[str, ...]
    optional: bool = False

    @property
    def general(self) -> bool:
        """Whether it stands for its province: the province itself, its people's committee, its administration."""
        return not self.names or any(GENERAL.search(" ".join(words(name))) for name in self.names)


def gold_party(item: Any, organisations: Sequence[Label]) -> tuple[Party, ...]:
    """A party as labelled, once for each answer that is right."""
    may_lack = isinstance(item, Mapping) and optional(item)
    value = item.get("party") if isinstance(item, Mapping) else item
    found: list[Party] = []
    for right in accepted(value):
        name = str(right)
        if re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name):
            found.append(Party(name, (), may_lack))
            continue
        known = [o for o in organisations if name in [str(n) for n in accepted(o.get("name"))]]
        provinces = {p for o in known for p in accepted(o.get("province"))}
        names = tuple(str(n) for o in known for n in accepted(o.get("name"))) or (name,)
        found.append(Party(provinces.pop() if len(provinces) == 1 else None, names, may_lack))
    return tuple(found)


def read_party(item: Reading) -> Party:
    """A party as read."""
    organisation = item.get("organisation")
    province = item.get("province")
    if organisation or not province:
        return Party(province, tuple(dict.fromkeys(str(n) for n in (organisation, item.get("name")) if n)))
    return Party(province, ())


def fit_party(gold: Sequence[Party], read: Party) -> float:
    """Whether a party is one of those that are right: 1 if quite the same, less if alike."""
    return max((_fit_party(one, read) for one in gold), default=0)


def _fit_party(gold: Party, read: Party) -> float:
    if gold.province and gold.general and read.general:
        if read.province:
            return float(gold.province == read.province)
        names = {w for name in read.names for w in words(name)}
        return float(
            set(gold.province.split("-")) <= names or bool(names & province_words(gold.province) - {"lao", "laos"})
        )
    if not gold.names or not read.names:
        return 0
    return same_organisation(gold.names, [gold.province] if gold.province else None, read.names, read.province)


@dataclass(frozen=True, slots=True)
class Parties:
    """The parties of an agreement compared."""

    found: int
    wrong: int
    missed: int
    met: int
    """How many were found, those among them that may be lacking, too."""

    @property
    def same(self) -> bool:
        """Whether all are right and none is missing."""
        return not self.wrong and not self.missed


def compare_parties(gold: Label, read: Reading, organisations: Sequence[Label]) -> Parties:
    """Pair the parties of two agreements."""
    golds = [{"n": i, "party": g, "optional": g[0].optional} for i, g in enumerate(_gold_parties(gold, organisations))]
    reads = [{"party": p} for p in dict.fromkeys(read_party(item) for item in read.get("parties") or ())]
    pairing = pair(golds, reads, lambda g, r: fit_party(g["party"], r["party"]))
    return Parties(len(pairing.required), len(pairing.wrong), len(pairing.missed), len(pairing.pairs))


def _gold_parties(gold: Label, organisations: Sequence[Label]) -> list[tuple[Party, ...]]:
    return [gold_party(item, organisations) for item in gold.get("parties") or ()]


def fit_agreement(gold: Label, read: Reading, organisations: Sequence[Label]) -> float:
    """How much of two agreements is the same; 0 if they share neither a party nor a period."""
    parties = compare_parties(gold, read, organisations)
    period = "period" in gold and same_date(gold["period"], value_of(read.get("period")))
    stated = period and value_of(read.get("period")) is not None
    if not parties.met and not stated:
        return 0
    share = 2 * parties.found / max(1, 2 * parties.found + parties.wrong + parties.missed)
    rest = sum(
        key in gold and value_of(read.get(key)) in [None if v is None else str(v) for v in accepted(gold[key])]
        for key in ("form", "status", "signed")
    )
    return 0.1 + 2 * share + 2 * stated + 0.5 * period + 0.4 * rest
