"""What search knows of a page: one way for all kinds, so that every facet leads to all pages it should."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from edition.dates import Edtf
from edition.kinds.provinces import Province
from edition.presenting.chronology import years_of
from edition.presenting.presenter import Presenter
from edition.presenting.views import SearchFacts
from edition.relations import Told


def search_facts(
    presenter: Presenter,
    kind: str,
    *,
    sources: Iterable[str],
    told: Iterable[Told] = (),
    provinces: Iterable[Province] = (),
    sides: Iterable[str] = (),
    dates: Iterable[Edtf | None] = (),
    aliases: Iterable[str] = (),
    status: str = "",
) -> SearchFacts:
    """What search knows of a page.

    `sources` are the titles of those behind it; the fields are those of the statements `told` on it; the countries
    those of `sides` and of the provinces; the years all into which one of `dates` may fall.
    """
    known, found = tuple(dates), tuple(provinces)
    fields = {ref.id: presenter.name(presenter.corpus.entries[ref.id]) for one in told for ref in one.statement.fields}
    countries = {*sides, *(presenter.relations.side(province) for province in found)} - {""}
    by = presenter.language.sort_key
    return SearchFacts(
        kind=presenter.say_in("kind", kind),
        countries=tuple(sorted((presenter.words("country", side) for side in countries), key=by)),
        provinces=tuple(dict.fromkeys(presenter.name(province) for province in found)),
        fields=tuple(sorted(fields.values(), key=by)),
        years=years_of(known),
        status=status,
        sources=tuple(dict.fromkeys(sources)),
        date=max(map(_sort_key, filter(None, known)), default=""),
        aliases=tuple(dict.fromkeys(aliases)),
    )


def names_of(presenter: Presenter, provinces: Iterable[Province]) -> Iterator[str]:
    """Every spelling of provinces, in the sources and in the gazetteer."""
    for province in provinces:
        yield from (claim.value.value for claim in province.names)
        if place := presenter.relations.gazetteer_place(province):
            yield from (name.value for name in (*place.names, *place.aliases))


def _sort_key(date: Edtf) -> str:
    """The day, month or year that is stated, of a period its beginning; else a year that it may be, and ~."""
    beginning = date.text.partition("/")[0]
    if re.fullmatch(r"\d{4}(-\d\d){0,2}", beginning):
        return beginning
    return f"{date.earliest.year}~" if date.earliest else ""
