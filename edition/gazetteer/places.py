"""Places and their values, each with its certainty and sources; the gazetteer that finds them."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping
from functools import cached_property

from msgspec import Struct

from edition.problems import Location
from edition.text import fold

COUNTRIES = ("VN", "LA")
LANGUAGES = ("en", "vi", "lo")
PLACE_TYPES = ("province", "prefecture", "centrally-run-city")
CERTAINTIES = ("A", "B", "C")
"""A: seen in the named sources; B: well established, but known from one weak source or none; C: to be checked."""


class Attested(Struct, frozen=True, kw_only=True):
    """What a value of the gazetteer rests on: its `certainty` (one of CERTAINTIES) and the keys of its `sources`."""

    certainty: str
    sources: tuple[str, ...]


class Fact(Attested, frozen=True, kw_only=True):
    """A single value, such as a code."""

    value: str


class Name(Attested, frozen=True, kw_only=True):
    """A name in one of LANGUAGES; `en` stands for Latin letters without a Vietnamese reading, too."""

    value: str
    language: str


class Coordinates(Attested, frozen=True, kw_only=True):
    """A point in decimal degrees, north and east, on WGS 84."""

    latitude: float
    longitude: float


class Span(Struct, frozen=True):
    """The days on which something held, both included; None where it has no known beginning or end."""

    since: dt.date | None
    until: dt.date | None

    def includes(self, day: dt.date) -> bool:
        """Whether `day` is one of them."""
        return (self.since or dt.date.min) <= day <= (self.until or dt.date.max)


class Capital(Struct, frozen=True, kw_only=True):
    """A seat of government; the preferred `names` first of all, one a language."""

    span: Span
    names: tuple[Name, ...]
    aliases: tuple[Name, ...]
    coordinates: Coordinates
    note: str

    def name(self, language: str) -> Name | None:
        """The preferred name in a language."""
        return _in_language(self.names, language)


class Neighbour(Attested, frozen=True, kw_only=True):
    """A place across the frontier, by its id."""

    place: str
    span: Span
    location: Location


class Period(Attested, frozen=True, kw_only=True):
    """A time in which a place had the same bounds and standing; `predecessors` and `successor` are ids."""

    span: Span
    description: str
    legal: Fact | None
    predecessors: tuple[str, ...]
    successor: str
    location: Location

    @property
    def standing(self) -> str:
        """The description in short, as the end of a sentence has it: “the centrally-run city of Huế”."""
        words = self.description.partition(";")[0]
        return f"the {words}" if words[:1].islower() else words


class Succession(Struct, frozen=True):
    """The place (by its id) that took another's place, and the first day on which it did."""

    place: str
    since: dt.date


class Place(Struct, frozen=True, kw_only=True):
    """A province, or a city of the same rank. `capitals` and `periods` are in the order of time."""

    id: str
    country: str
    type: str
    iso: Fact
    names: tuple[Name, ...]
    aliases: tuple[Name, ...]
    capitals: tuple[Capital, ...]
    neighbours: tuple[Neighbour, ...]
    periods: tuple[Period, ...]
    wikidata: Fact | None
    note: str
    location: Location

    def name(self, language: str) -> Name | None:
        """The preferred name in a language."""
        return _in_language(self.names, language)

    @property
    def capital(self) -> Capital:
        """The capital that it has, or had last."""
        return self.capitals[-1]

    @property
    def coordinates(self) -> Coordinates:
        """The point that stands for it on a map: its capital's."""
        return self.capital.coordinates

    @property
    def predecessors(self) -> tuple[str, ...]:
        """Ids of the other places that it was formed from."""
        return tuple(dict.fromkeys(id_ for p in self.periods for id_ in p.predecessors if id_ != self.id))

    @property
    def succession(self) -> Succession | None:
        """What it became part of, if it is no more."""
        ended = (Succession(p.successor, next_day(p.span.until)) for p in self.periods if p.successor and p.span.until)
        return next(ended, None)


class Gazetteer(Struct, frozen=True, dict=True):
    """All places; `sources` and `certainties` explain the keys that values carry, `credits` are due where they show."""

    places: tuple[Place, ...]
    sources: Mapping[str, str]
    certainties: Mapping[str, str]
    credits: tuple[str, ...]
    notes: tuple[str, ...]

    @cached_property
    def _by_id(self) -> Mapping[str, Place]:
        return {place.id: place for place in self.places}

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of all places, in the order of the file."""
        return tuple(self._by_id)

    @cached_property
    def _by_name(self) -> Mapping[str, tuple[Place, ...]]:
        found: defaultdict[str, dict[str, Place]] = defaultdict(dict)
        for place in self.places:
            for name in (*place.names, *place.aliases):
                found[fold(name.value)][place.id] = place
        return {key: tuple(places.values()) for key, places in found.items()}

    def get(self, id_: str) -> Place | None:
        """The place with this id."""
        return self._by_id.get(id_)

    def find(self, name: str) -> tuple[Place, ...]:
        """The places that go by a name, in any language and spelling (see :func:`edition.text.fold`).

        More than one where the name is ambiguous, in the order of the file.
        """
        return self._by_name.get(fold(name), ())

    def successor(self, id_: str) -> Place | None:
        """The place that a place became part of; None if it still is, or isn't known."""
        place = self.get(id_)
        return self.get(place.succession.place) if place and place.succession else None

    def neighbours(self, id_: str, on: dt.date) -> tuple[Place, ...]:
        """The places across the frontier on a day, in the order of the file; none if the place isn't known."""
        place = self.get(id_)
        near = {n.place for n in place.neighbours if n.span.includes(on)} if place else set()
        return tuple(other for other in self.places if other.id in near)


def _in_language(names: tuple[Name, ...], language: str) -> Name | None:
    return next((name for name in names if name.language == language), None)


def next_day(day: dt.date) -> dt.date:
    """The day after."""
    return day + dt.timedelta(days=1)
