"""Reference data: what the gazetteer knows of a place, each value with its certainty and what it rests on.

Never a claim about cooperation; pages show it apart and say what it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from edition.gazetteer import places as gazetteer
from edition.kinds.provinces import Province
from edition.languages.language import message
from edition.presenting.presenter import Presenter
from edition.presenting.views import Rich, Said


class Word(Struct, frozen=True):
    """A word in a language that may not be the page's; `language_words` names it."""

    text: str
    language: str
    language_words: str = ""


class Reference(Struct, frozen=True):
    """A value of the gazetteer: its certainty, and the keys of what it rests on."""

    label: str
    value: Rich
    words: tuple[Word, ...]
    certainty: str
    keys: tuple[str, ...]


class Explained(Struct, frozen=True):
    """A key or code, and what it means; `language` is that of the words where it is not the page's."""

    key: str
    words: str
    language: str = ""


class Timed(Struct, frozen=True):
    """A message in four forms: for what always held, and for what held since or until a day, or both."""

    always: str
    since: str
    until: str
    between: str

    def form(self, span: gazetteer.Span) -> str:
        """The form that goes with a time."""
        if span.since and span.until:
            return self.between
        return self.since if span.since else self.until if span.until else self.always


SEAT = Timed(
    message("Seat ({language})"),
    message("Seat, since {since} ({language})"),
    message("Seat, until {until} ({language})"),
    message("Seat, since {since}, until {until} ({language})"),
)
STANDING = Timed(
    message("Standing"),
    message("Standing, since {since}"),
    message("Standing, until {until}"),
    message("Standing, since {since}, until {until}"),
)
NEIGHBOUR_NOW = Timed(
    "{province}",
    message("{province}, since {since}"),
    message("{province}, until {until}"),
    message("{province}, since {since}, until {until}"),
)
NEIGHBOUR_THEN = Timed(
    message("Neighbour"),
    message("Neighbour since {since}"),
    message("Neighbour until {until}"),
    message("Neighbour since {since} until {until}"),
)


def names(presenter: Presenter, place: gazetteer.Place) -> tuple[Reference, ...]:
    """The names of a place by language, the preferred one of each first."""
    ordered = sorted((*place.names, *place.aliases), key=lambda name: gazetteer.LANGUAGES.index(name.language))
    return tuple(
        Reference(
            presenter.words("language", name.language),
            (),
            (Word(name.value, name.language),),
            name.certainty,
            name.sources,
        )
        for name in ordered
    )


def data(presenter: Presenter, place: gazetteer.Place) -> tuple[Reference, ...]:
    """Everything else the gazetteer knows of a place."""
    return (
        _single(presenter.say("ISO 3166-2 code"), place.iso),
        *(row for capital in place.capitals for row in _seat(presenter, capital)),
        *_neighbours(presenter, place),
        *_history(presenter, place),
        *((_single("Wikidata", place.wikidata),) if place.wikidata else ()),
    )


def _single(label: str, fact: gazetteer.Fact) -> Reference:
    return Reference(label, (fact.value,), (), fact.certainty, fact.sources)


def _seat(presenter: Presenter, capital: gazetteer.Capital) -> Iterator[Reference]:
    for name in (*capital.names, *capital.aliases):
        language = presenter.words("language", name.language)
        label = presenter.say(SEAT.form(capital.span), language=language, **_days(presenter, capital.span))
        yield Reference(label, (), (Word(name.value, name.language),), name.certainty, name.sources)
    yield point_on_the_map(presenter, capital)


def point_on_the_map(presenter: Presenter, capital: gazetteer.Capital) -> Reference:
    """Where a seat lies, in decimal degrees."""
    point = capital.coordinates
    degrees = {"latitude": point.latitude, "longitude": point.longitude}
    numbers = {name: presenter.language.number(round(value, 3)) for name, value in degrees.items()}
    where: Rich = (presenter.say("{latitude}° N, {longitude}° E", **numbers),)
    if capital.note:
        where = presenter.rich("{point}. {note}", point=where, note=note(presenter, capital.note))
    return Reference(presenter.say("Point on the map"), where, (), point.certainty, point.sources)


def note(presenter: Presenter, words: str) -> Said:
    """A note of the gazetteer, in the page's language if it is translated."""
    return presenter.phrase("note of the gazetteer", words)


def _neighbours(presenter: Presenter, place: gazetteer.Place) -> Iterator[Reference]:
    """The neighbours it has on the edition's day, then those it had; where a frontier is new it says since when."""
    today = presenter.corpus.config.as_of
    if not any(n.span.includes(today) for n in place.neighbours):
        label = presenter.say("Neighbours across the frontier")
        yield Reference(label, (presenter.say("none in the gazetteer"),), (), "", ())
    for neighbour in sorted(place.neighbours, key=lambda n: not n.span.includes(today)):
        other, days = presenter.corpus.gazetteer.get(neighbour.place), _days(presenter, neighbour.span)
        if other is None:
            continue
        name = place_name(presenter, other)
        if neighbour.span.includes(today):
            label, form = presenter.say("Neighbour now"), NEIGHBOUR_NOW.form(neighbour.span)
            value = presenter.rich(form, province=name, **days)
        else:
            label, value = presenter.say(NEIGHBOUR_THEN.form(neighbour.span), **days), name
        yield Reference(label, value, (), neighbour.certainty, neighbour.sources)


def _history(presenter: Presenter, place: gazetteer.Place) -> Iterator[Reference]:
    """What the place was in each of its periods; each message takes in what the one before it said."""
    for period in place.periods:
        label = presenter.say(STANDING.form(period.span), **_days(presenter, period.span))
        value: Rich = (presenter.phrase("standing of a province", period.description),)
        others = [p for id_ in period.predecessors if (p := presenter.corpus.gazetteer.get(id_)) and p != place]
        if others:
            names = presenter.listing([place_name(presenter, p) for p in others])
            value = presenter.rich(
                "{standing}; predecessor besides itself: {provinces}", standing=value, provinces=names
            )
        if successor := presenter.corpus.gazetteer.get(period.successor):
            name = place_name(presenter, successor)
            value = presenter.rich("{standing}; successor: {province}", standing=value, province=name)
        if legal := period.legal:
            law = {"resolution": legal.value, "certainty": legal.certainty}
            value = presenter.rich("{standing}; {resolution} (certainty {certainty})", standing=value, **law)
        yield Reference(label, value, (), period.certainty, period.sources)


def place_name(presenter: Presenter, place: gazetteer.Place) -> Rich:
    """A place of the gazetteer: a link where the edition has a page for it, else its name."""
    for province in presenter.corpus.of(Province):
        if province.gazetteer == place.id:
            return (presenter.link(province),)
    return (presenter.place(place),)


def _days(presenter: Presenter, span: gazetteer.Span) -> dict[str, str]:
    days = {"since": span.since, "until": span.until}
    return {name: presenter.day(day) for name, day in days.items() if day}


def certainties(presenter: Presenter) -> tuple[Explained, ...]:
    """What the letters of certainty mean."""
    return tuple(Explained(code, presenter.words("certainty", code)) for code in gazetteer.CERTAINTIES)


def explained(presenter: Presenter, references: Iterable[Reference]) -> tuple[Explained, ...]:
    """What the keys stand for, in the order of their first use."""
    keys = dict.fromkeys(key for reference in references for key in reference.keys)
    sources = presenter.corpus.gazetteer.sources
    language = "" if presenter.edition.is_original else presenter.corpus.config.language
    return tuple(Explained(key, sources.get(key, key), language) for key in keys)
