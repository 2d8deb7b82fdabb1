"""What search knows of a page: one way for all kinds, so that every facet leads to all pages it should."""

from __future__ import annotations

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
    fields = {ref.id: presenter.corpus.entries[ref.id].title for one in told for ref in one.statement.fields}
    countries = {*sides, *(presenter.relations.side(province) for province in found)} - {""}
    days = [day for date in known if date and (day := date.earliest)]
    return SearchFacts(
        kind=kind,
        countries=tuple(sorted(presenter.words("country", side) for side in countries)),
        provinces=tuple(dict.fromkeys(province.title for province in found)),
        fields=tuple(sorted(fields.values())),
        years=years_of(known),
        status=status,
        sources=tuple(dict.fromkeys(sources)),
        date=max(days).isoformat() if days else "",
        aliases=tuple(dict.fromkeys(aliases)),
    )


def names_of(presenter: Presenter, provinces: Iterable[Province]) -> Iterator[str]:
    """Every spelling of provinces, in the sources and in the gazetteer."""
    for province in provinces:
        yield from (claim.value.value for claim in province.names)
        if place := presenter.relations.gazetteer_place(province):
            yield from (name.value for name in (*place.names, *place.aliases))
