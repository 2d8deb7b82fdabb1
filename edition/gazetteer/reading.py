"""Reading the gazetteer."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TypedDict, TypeVar

from msgspec import Struct

from edition.dates import Form
from edition.gazetteer.checking import ADD_IT, GAZETTEER, check
from edition.gazetteer.places import (
    CERTAINTIES,
    COUNTRIES,
    LANGUAGES,
    PLACE_TYPES,
    Capital,
    Coordinates,
    Fact,
    Gazetteer,
    Name,
    Neighbour,
    Period,
    Place,
    Span,
)
from edition.problems import Location, Problem, did_you_mean
from edition.records import Fields, read_yaml
from edition.text import is_slug

T = TypeVar("T")


def read(path: Path, problems: list[Problem]) -> Gazetteer | None:
    """Read the gazetteer's file; None, with the reason in `problems`, if there is nothing to read.

    Problems name the file by its folder and its own name, as all of `content/` does.
    """
    name = f"{path.parent.name}/{path.name}"
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        hint = "an edition needs a gazetteer, in UTF-8; take the one of the last good edition"
        problems.append(Problem("no-gazetteer", Location(name), "The gazetteer is not there or can't be read.", hint))
        return None
    return read_text(text, name, problems)


def read_text(text: str, path: str, problems: list[Problem]) -> Gazetteer | None:
    """Read a gazetteer from YAML; `path` is where problems say it stands. None if it is no YAML that can be read.

    Ids that nothing has, and relations told by one side only, are problems of the code `gazetteer`.
    """
    for places in (False, True):  # where they stand matters only if something is wrong
        found: list[Problem] = []
        gazetteer = _read(text, path, found, places=places)
        if not found:
            break
    problems += found
    return gazetteer


def _read(text: str, path: str, problems: list[Problem], *, places: bool) -> Gazetteer | None:
    node = read_yaml(text, path, problems, places=places)
    if node is None:
        return None
    fields = Fields(node, problems, Location(path))
    meta = fields.one("meta", _read_meta) or _Meta({}, {}, (), ())
    of_both = fields.many("places", _PlaceReader(meta.sources).read)
    for key in ("meta", "places"):
        if not fields.has(key):
            fields.complain(key, "missing-key", f"{key!r} is missing.", "take it from the last good gazetteer")
    fields.close()
    gazetteer = Gazetteer(of_both, meta.sources, meta.certainties, meta.credits, meta.notes)
    problems += check(gazetteer)
    return gazetteer


class _Meta(Struct, frozen=True):
    sources: Mapping[str, str]
    certainties: Mapping[str, str]
    credits: tuple[str, ...]
    notes: tuple[str, ...]


def _read_meta(take: Fields) -> _Meta:
    take.text("compiled")
    return _Meta(
        sources=take.one("sources", _read_texts) or {},
        certainties=take.one("certainty", _read_texts) or {},
        credits=tuple(words for words, _ in take.texts("credits")),
        notes=tuple(words for words, _ in take.texts("notes")),
    )


def _read_texts(take: Fields) -> dict[str, str]:
    return {key: take.required(key) for key in take.names()}


class _Attestation(TypedDict):
    certainty: str
    sources: tuple[str, ...]


class _PlaceReader:
    """Reads places whose values rest on `sources`."""

    def __init__(self, sources: Mapping[str, str]) -> None:
        self.sources = sources

    def read(self, take: Fields) -> Place:
        id_ = take.required("id")
        if id_ and not is_slug(id_):
            take.complain(
                "id", "impossible-id", f"{id_!r} can't be an id.", "write ASCII, lower case, hyphens: dak-lak"
            )
        return Place(
            id=id_,
            country=take.choice("country", COUNTRIES),
            type=take.choice("type", PLACE_TYPES),
            iso=self.needed(take, "iso", self.fact, Fact(value="", certainty="C", sources=())),
            names=self.needed(take, "names", self.names, ()),
            aliases=take.many("aliases", self.alias),
            capitals=self.capitals(take),
            neighbours=take.many("neighbours", self.neighbour),
            periods=take.many("periods", self.period),
            wikidata=take.one("wikidata", self.fact),
            note=take.text("note"),
            location=take.location,
        )

    def needed(self, take: Fields, key: str, read: Callable[[Fields], T], empty: T) -> T:
        value = take.one(key, read)
        if not take.has(key):
            take.complain(key, "missing-key", f"{key!r} is missing.", f"add `{key}`, as the other places have it")
        return empty if value is None else value

    def names(self, take: Fields) -> tuple[Name, ...]:
        found = (take.one(language, partial(self.name, language=language)) for language in LANGUAGES)
        names = tuple(name for name in found if name)
        if not take.has("en"):
            take.complain("en", "missing-key", "The place has no name in English.", "add `en`, in Latin letters")
        return names

    def name(self, take: Fields, language: str) -> Name:
        return Name(value=take.required("value"), language=language, **self.attestation(take))

    def alias(self, take: Fields) -> Name:
        return self.name(take, take.choice("language", LANGUAGES))

    def fact(self, take: Fields) -> Fact:
        return Fact(value=take.required("value"), **self.attestation(take))

    def attestation(self, take: Fields) -> _Attestation:
        keys = take.texts("sources")
        if not keys:
            take.complain(
                "sources", GAZETTEER, "This value has no source.", "add `sources: [key]`; `own` if you just know it"
            )
        for key, where in keys:
            if key not in self.sources:
                message = f"There is no source {key!r} under `meta`."
                take.problems.append(Problem(GAZETTEER, where, message, did_you_mean(key, self.sources, ADD_IT)))
        return {"certainty": take.choice("certainty", CERTAINTIES), "sources": tuple(key for key, _ in keys)}

    def capitals(self, take: Fields) -> tuple[Capital, ...]:
        capitals = take.many("capitals", self.capital)
        if not capitals:
            take.complain(
                "capitals", "missing-key", "The place has no capital.", "add one: its point stands for the place"
            )
        return capitals

    def capital(self, take: Fields) -> Capital:
        nowhere = Coordinates(latitude=0, longitude=0, certainty="C", sources=())
        return Capital(
            span=_span(take),
            names=self.needed(take, "names", self.names, ()),
            aliases=take.many("aliases", self.alias),
            coordinates=self.needed(take, "coordinates", self.coordinates, nowhere),
            note=take.text("note"),
        )

    def coordinates(self, take: Fields) -> Coordinates:
        latitude, longitude = _degrees(take, "latitude", 90), _degrees(take, "longitude", 180)
        return Coordinates(latitude=latitude, longitude=longitude, **self.attestation(take))

    def neighbour(self, take: Fields) -> Neighbour:
        return Neighbour(
            place=take.required("place"), span=_span(take), location=take.location, **self.attestation(take)
        )

    def period(self, take: Fields) -> Period:
        return Period(
            span=_span(take),
            description=take.required("description"),
            legal=take.one("legal", self.fact),
            predecessors=tuple(id_ for id_, _ in take.texts("predecessors")),
            successor=take.text("successor"),
            location=take.location,
            **self.attestation(take),
        )


def _span(take: Fields) -> Span:
    span = Span(_day(take, "from"), _day(take, "until"))
    if span.since and span.until and span.until < span.since:
        take.complain("until", GAZETTEER, "This ends before it begins.", "`from` is the first day, `until` the last")
    return span


def _day(take: Fields, key: str) -> dt.date | None:
    date = take.date(key)
    if date is None:
        return None
    if date.form is not Form.DATE or date.earliest is None or date.earliest != date.latest:
        take.complain(key, GAZETTEER, f"“{date}” is no day.", "write year, month and day, as 2025-07-01")
        return None
    return date.earliest


def _degrees(take: Fields, key: str, most: int) -> float:
    value = take.required(key)
    if re.fullmatch(r"-?[0-9]{1,3}(\.[0-9]+)?", value) and abs(float(value)) <= most:
        return float(value)
    if value:
        take.complain(key, GAZETTEER, f"“{value}” is no {key}.", f"write decimal degrees, from -{most} to {most}")
    return 0.0
