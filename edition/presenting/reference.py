"""Reference data: what the gazetteer knows of a place, each value with its certainty and what it rests on.

Never a claim about cooperation; pages show it apart and say what it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from edition.gazetteer import places as gazetteer
from edition.kinds.provinces import Province
from edition.presenting.presenter import Presenter
from edition.presenting.views import Link, Rich, Said


@dataclass(frozen=True, slots=True)
class Word:
    """A word in a language that may not be the page's; `language_words` names it."""

    text: str
    language: str
    language_words: str = ""


@dataclass(frozen=True, slots=True)
class Reference:
    """A value of the gazetteer: its certainty, and the keys of what it rests on."""

    label: str
    value: Rich
    words: tuple[Word, ...]
    certainty: str
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Explained:
    """A key or code, and what it means."""

    key: str
    words: str


def names(presenter: Presenter, place: gazetteer.Place) -> tuple[Reference, ...]:
    """The names of a place, the preferred ones first."""
    return tuple(
        Reference(
            presenter.words("language", name.language),
            (),
            (Word(name.value, name.language),),
            name.certainty,
            name.sources,
        )
        for name in (*place.names, *place.aliases)
    )


def data(presenter: Presenter, place: gazetteer.Place) -> tuple[Reference, ...]:
    """Everything else the gazetteer knows of a place."""
    return (
        _single("ISO 3166-2 code", place.iso),
        *(row for capital in place.capitals for row in _seat(presenter, capital)),
        *_neighbours(presenter, place),
        *_history(presenter, place),
        *((_single("Wikidata", place.wikidata),) if place.wikidata else ()),
    )


def _single(label: str, fact: gazetteer.Fact) -> Reference:
    return Reference(label, (fact.value,), (), fact.certainty, fact.sources)


def _seat(presenter: Presenter, capital: gazetteer.Capital) -> Iterator[Reference]:
    label = _labelled(presenter, "Seat", capital.span)
    for name in (*capital.names, *capital.aliases):
        language = presenter.words("language", name.language)
        word = Word(name.value, name.language)
        yield Reference(f"{label} ({language})", (), (word,), name.certainty, name.sources)
    point = capital.coordinates
    where = f"{point.latitude:.3f}° N, {point.longitude:.3f}° E"
    value = (f"{where}. {capital.note}" if capital.note else where,)
    yield Reference("Point on the map", value, (), point.certainty, point.sources)


def _neighbours(presenter: Presenter, place: gazetteer.Place) -> Iterator[Reference]:
    """The neighbours it has on the edition's day, then those it had; where a frontier is new it says since when."""
    today = presenter.corpus.config.as_of
    if not any(n.span.includes(today) for n in place.neighbours):
        yield Reference("Neighbours across the frontier", ("none in the gazetteer",), (), "", ())
    for neighbour in sorted(place.neighbours, key=lambda n: not n.span.includes(today)):
        other = presenter.corpus.gazetteer.get(neighbour.place)
        if other and neighbour.span.includes(today):
            value: Rich = (*place_name(presenter, other), _span(presenter, neighbour.span))
            yield Reference("Neighbour now", value, (), neighbour.certainty, neighbour.sources)
        elif other:
            label = "Neighbour" + _span(presenter, neighbour.span).replace(",", "")
            yield Reference(label, place_name(presenter, other), (), neighbour.certainty, neighbour.sources)


def _history(presenter: Presenter, place: gazetteer.Place) -> Iterator[Reference]:
    for period in place.periods:
        label = _labelled(presenter, "Standing", period.span)
        value: list[str | Link | Said] = [period.description]
        others = [p for id_ in period.predecessors if (p := presenter.corpus.gazetteer.get(id_)) and p != place]
        if others:
            value += ["; predecessor besides itself: ", *presenter.listing([place_name(presenter, p) for p in others])]
        if successor := presenter.corpus.gazetteer.get(period.successor):
            value += ["; successor: ", *place_name(presenter, successor)]
        if period.legal:
            value.append(f"; {period.legal.value} (certainty {period.legal.certainty})")
        yield Reference(label, tuple(value), (), period.certainty, period.sources)


def place_name(presenter: Presenter, place: gazetteer.Place) -> Rich:
    """A place of the gazetteer: a link where the edition has a page for it, else its name."""
    for province in presenter.corpus.of(Province):
        if province.gazetteer == place.id:
            return (presenter.link(province),)
    return (presenter.place_name(place),)


def _labelled(presenter: Presenter, label: str, span: gazetteer.Span) -> str:
    return label + _span(presenter, span)


def _span(presenter: Presenter, span: gazetteer.Span) -> str:
    """The time something held, to be set behind it: “, until 30 June 2025”; nothing where it always did."""
    since = f", since {presenter.day(span.since)}" if span.since else ""
    until = f", until {presenter.day(span.until)}" if span.until else ""
    return since + until


def certainties(presenter: Presenter) -> tuple[Explained, ...]:
    """What the letters of certainty mean."""
    return tuple(Explained(code, presenter.words("certainty", code)) for code in gazetteer.CERTAINTIES)


def explained(presenter: Presenter, references: Iterable[Reference]) -> tuple[Explained, ...]:
    """What the keys stand for, in the order of their first use."""
    keys = dict.fromkeys(key for reference in references for key in reference.keys)
    sources = presenter.corpus.gazetteer.sources
    return tuple(Explained(key, sources.get(key, key)) for key in keys)
