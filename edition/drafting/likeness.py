"""Likeness: events of the edition that an article seems to tell, too, and the figures in which the two differ."""

from __future__ import annotations

import re

from edition.dates import Edtf
from edition.dates import parse as parse_date
from edition.drafting.matching import Known
from edition.drafting.reading import FigureRead, Likeness, Reading
from edition.kinds.entry import Figure
from edition.kinds.events import Event
from edition.kinds.people import Person
from edition.text import fold

SAME_UNIT = 0.5
LONGEST_EVENT = 7


def likeness(reading: Reading, known: Known) -> tuple[Likeness, ...]:
    """The events that the article may tell, the likeliest first."""
    if reading.scope == "out":
        return ()
    found = []
    for entry in known.entries.values():
        if isinstance(entry, Event):
            points, reasons = _compare(reading, entry, known)
            if points >= 3:
                found.append(
                    (points, Likeness(entry.id, tuple(reasons), tuple(_conflicts(reading, entry)), points >= 4))
                )
    return tuple(like for _, like in sorted(found, key=lambda pair: (-pair[0], pair[1].event)))


def _compare(reading: Reading, event: Event, known: Known) -> tuple[int, list[str]]:
    points, reasons = 0, []
    dates = _same_day(reading, event)
    if dates == "other":
        return 0, []
    if dates == "same" and reading.event:
        points += 2
        reasons.append(f"the day is the same ({reading.event.value})")
    refs = {c.value.ref.id for c in event.participants if c.value.ref}
    refs |= {p.ref.id for c in event.statements for p in (*c.value.by, *c.value.to, *c.value.for_) if p.ref}
    provinces = {known.province_of(ref) for ref in refs} - {""}
    own = {p.id for p in reading.provinces}
    countries = {p.country for p in reading.provinces if p.id in provinces}
    if countries == {"VN", "LA"}:
        points += 2
        reasons.append("provinces of both sides are the same: " + ", ".join(sorted(own & provinces)))
    people = {
        e.id: [c.value.value for c in e.names]
        for e in known.entries.values()
        if isinstance(e, Person) and _was_there(e, event)
    }
    both = [p.name for p in reading.people if any(fold(p.name) == fold(n) for names in people.values() for n in names)]
    if both:
        points += 1 + (len(both) > 1)
        reasons.append("the same persons: " + ", ".join(both))
    agreements = {c.value.agreement.id for c in event.agreements if c.value.agreement}
    if any(a.entry in agreements for a in reading.agreements if a.entry):
        points += 1
        reasons.append("the same agreement")
    return (points, reasons) if dates == "same" or both else (min(points, 2), reasons)


def _was_there(person: Person, event: Event) -> bool:
    return any(c.value.event and c.value.event.id == event.id for c in person.offices) or any(
        c.value.ref and c.value.ref.id == person.id for c in event.participants
    )


def _same_day(reading: Reading, event: Event) -> str:
    """Whether the days are the "same", "other", or "" (not known)."""
    if reading.event is None or event.date is None:
        return ""
    try:
        own = parse_date(reading.event.value)
    except ValueError:
        return ""
    theirs: Edtf = event.date.value
    if own.earliest and own.latest and theirs.earliest and theirs.latest:
        if (own.latest - own.earliest).days > LONGEST_EVENT or (theirs.latest - theirs.earliest).days > LONGEST_EVENT:
            return "" if own.earliest <= theirs.latest and theirs.earliest <= own.latest else "other"
        return "same" if own.earliest <= theirs.latest and theirs.earliest <= own.latest else "other"
    a, b = re.findall(r"-(\d\d-\d\d)\b", own.text), re.findall(r"-(\d\d-\d\d)\b", theirs.text)
    if a and b:
        return "same" if a[0] == b[0] else "other"
    return ""


def _conflicts(reading: Reading, event: Event) -> list[str]:
    """Figures of the same thing that differ."""
    theirs = [figure for claim in event.statements for figure in claim.value.figures]
    found = []
    for figure in reading.figures:
        alike = [other for other in theirs if _of_the_same(figure, other)]
        if alike and all(other.value != figure.number for other in alike):
            found.append(f"“{reading.quote(figure.words)}” here, “{alike[0].as_written}” ({alike[0].unit}) there")
    return found


def _of_the_same(one: FigureRead, other: Figure) -> bool:
    own = {fold(w) for w in one.unit.split()}
    theirs = {fold(w) for w in other.unit.split()}
    if not own or not theirs:
        return False
    same = len(own & theirs) / max(len(own), len(theirs)) >= SAME_UNIT
    money = {"vnd", "usd", "dong", "kip"}
    if own & money or theirs & money:
        scope = {fold(w) for w in one.scope.split() if len(w) > 3}
        return same and bool(scope & {fold(w) for w in other.scope.split() if len(w) > 3})
    return same
