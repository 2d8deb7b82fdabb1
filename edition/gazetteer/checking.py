"""What must hold between the places of the gazetteer."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from edition.gazetteer.places import Gazetteer, Place, Span, Succession, next_day
from edition.problems import Problem, did_you_mean

GAZETTEER = "gazetteer"
"""The code of problems in what places say of one another, or rest on."""

ADD_IT = "add it, or correct the word"


def check(gazetteer: Gazetteer) -> Iterator[Problem]:
    """Ids and codes are used once, neighbours agree, successors and predecessors meet."""
    ids: set[str] = set()
    codes: set[str] = set()
    for place in gazetteer.places:
        for what, value, seen in (("id", place.id, ids), ("code", place.iso.value, codes)):
            if value in seen:
                message = f"The {what} {value!r} stands here for the second time."
                yield Problem(GAZETTEER, place.location, message, "keep one of the two places, or correct one")
            seen.add(value)
        yield from _check_neighbours(place, gazetteer)
        yield from _check_periods(place, gazetteer)


def _check_neighbours(place: Place, gazetteer: Gazetteer) -> Iterator[Problem]:
    seen: set[tuple[str, Span]] = set()
    for neighbour in place.neighbours:
        other = gazetteer.get(neighbour.place)
        message = hint = ""
        if other is None:
            message, hint = (
                f"There is no place {neighbour.place!r}.",
                did_you_mean(neighbour.place, gazetteer.ids, ADD_IT),
            )
        elif other.country == place.country:
            message = f"{other.id} lies in the same country, not across the frontier."
            hint = "take it out: only neighbours across the frontier are listed"
        elif (other.id, neighbour.span) in seen:
            message, hint = f"{other.id} is listed twice.", "keep one"
        elif not any(n.place == place.id and n.span == neighbour.span for n in other.neighbours):
            message = f"{place.id} has {other.id} as its neighbour, but not the other way round with the same days."
            hint = f"make the neighbours of {other.id} agree"
        if message:
            yield Problem(GAZETTEER, neighbour.location, message, hint)
        seen.add((neighbour.place, neighbour.span))


def _check_periods(place: Place, gazetteer: Gazetteer) -> Iterator[Problem]:
    for period in place.periods:
        named = (*period.predecessors, *filter(None, [period.successor]))
        unknown = [id_ for id_ in named if gazetteer.get(id_) is None]
        for id_ in unknown:
            yield Problem(
                GAZETTEER,
                period.location,
                f"There is no place {id_!r}.",
                did_you_mean(id_, gazetteer.ids, ADD_IT),
            )
        if unknown:
            continue
        if period.successor and not _formed_from(gazetteer, period.successor, place.id, period.span.until):
            message = f"{period.successor} has no period that begins the day after with {place.id} as a predecessor."
            hint = f"give this period its last day as `until`, and {period.successor} the period that follows"
            yield Problem(GAZETTEER, period.location, message, hint)
        for id_ in period.predecessors:
            if id_ != place.id and not _ended_in(gazetteer, id_, place.id, period.span.since):
                message = f"{id_} does not say that {place.id} succeeded it on this day."
                hint = f"give {id_} a period with `successor: {place.id}` that ends the day before"
                yield Problem(GAZETTEER, period.location, message, hint)


def _formed_from(gazetteer: Gazetteer, id_: str, predecessor: str, until: dt.date | None) -> bool:
    place = gazetteer.get(id_)
    if place is None or until is None:
        return False
    return any(predecessor in p.predecessors and p.span.since == next_day(until) for p in place.periods)


def _ended_in(gazetteer: Gazetteer, id_: str, successor: str, since: dt.date | None) -> bool:
    place = gazetteer.get(id_)
    return bool(place and since and place.succession == Succession(successor, since))
