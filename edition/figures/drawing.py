"""A map at one time: whose ground is whose, which lines are drawn, which names stand beside them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from edition.figures.callouts import Named, callouts
from edition.figures.frame import Frame, arc_between, ground, seat
from edition.figures.outlines import Outlines
from edition.figures.ties import Tie, legible, weight
from edition.figures.views import Arc, MapState, Territory
from edition.gazetteer import Place
from edition.kinds.provinces import Province
from edition.presenting.presenter import Presenter
from edition.presenting.speaking import in_words
from edition.presenting.views import Link

REORGANISED = dt.date(2025, 7, 1)
"""The day on which Vietnamese provinces were merged."""
LAST_BEFORE = REORGANISED - dt.timedelta(days=1)
MARGIN = 68.0
"""Room for names on the right."""
MOST_ARCS = 24
"""The most lines that can be told apart."""
FIRST, LAST = (float("-inf"),), (float("inf"),)
"""Ranks of names for which there must be room, and of those that come last."""


class Drawing(Struct, frozen=True):
    """A map on a `day`, in a frame."""

    presenter: Presenter
    shape: Outlines
    frame: Frame
    day: dt.date

    @property
    def since(self) -> bool:
        """Whether provinces were merged by then."""
        return self.day >= REORGANISED

    @property
    def width(self) -> float:
        """The width of the whole drawing."""
        return self.frame.left + self.frame.width + MARGIN

    def place(self, province: Province) -> Place:
        """What the gazetteer knows of a province; those it doesn't know are left out before anything is drawn."""
        place = self.presenter.relations.gazetteer_place(province)
        assert place is not None  # noqa: S101
        return place

    def is_former(self, place: Place) -> bool:
        """Whether a place is no more."""
        return bool(place.succession and place.succession.since <= self.day)

    # Names

    def named(self, province: Province, found: Iterable[Tie]) -> Named:
        """A province with its partners; one that is no more is called so."""
        presenter, place = self.presenter, self.place(province)
        own = sorted((tie for tie in found if province.id in tie.pair.ids), key=by_rank)
        partners = in_words(presenter.listing([(presenter.name(tie.other(province)),) for tie in own]))
        whole = presenter.name(province)
        if self.is_former(place):
            whole = presenter.say("formerly {province}", province=whole)
        name = presenter.say("{province}, with {partners}", province=whole, partners=partners) if partners else whole
        role = "former" if self.is_former(place) else "entry"
        rank = (*(own[0].rank if own else LAST), province.id)
        return self._named(presenter.link(province), name, role, place, rank)

    def here(self, province: Province) -> Named:
        """A province that the map is about; on its own page it leads nowhere."""
        link = self.presenter.link(province)
        link = replace(link, path="") if link.path == self.presenter.path else link
        return self._named(link, link.text, "here", self.place(province), FIRST)

    def neighbour(self, place: Place) -> Named:
        """A neighbour that is no partner; it leads to its page if it has one."""
        entry = next((p for p in self.presenter.corpus.of(Province) if p.gazetteer == place.id), None)
        said = self.presenter.place(place)
        link = self.presenter.link(entry) if entry else Link(said.text, "", place.country, said.language)
        name = self.presenter.say("{province}, a neighbour across the frontier", province=link.text)
        return self._named(link, name, "neighbour", place, (*LAST, place.id))

    def _named(self, link: Link, name: str, role: str, place: Place, rank: tuple[object, ...]) -> Named:
        return Named(link, name, role, place.country, self.frame.place(seat(place, self.day)), rank)

    # The whole

    def state(
        self,
        found: Iterable[Tie],
        named: Sequence[Named],
        role: str,
        provinces: Iterable[Province],
        here: Iterable[str] = (),
    ) -> tuple[MapState, int]:
        """The map, and how many names it has no room for; `provinces` are tinted, those of `here` more so."""
        earth = ground(self.shape, self.frame, {iso: self._unit(iso) for iso in self.shape.provinces})
        names, left_out = callouts(named, self.width, self.frame.top, self.frame.top + self.frame.height)
        lines = legible(sorted(found, key=by_rank), lambda tie: tie.documents, MOST_ARCS)
        most = max((tie.documents for tie in lines.drawn), default=0)
        say, day = self.presenter.say, self.presenter.day(REORGANISED)
        return MapState(
            id="since" if self.since else "before",
            heading=say("Since {day}", day=day) if self.since else say("Before {day}", day=day),
            land=earth.land,
            borders=earth.borders,
            frontier=earth.frontier,
            former=earth.former,
            territories=self._territories(provinces, role, frozenset(here)),
            arcs=tuple(self._arc(tie, 0 if lines.faint else weight(tie.documents, most)) for tie in lines.drawn),
            callouts=names,
        ), left_out

    def _unit(self, iso: str) -> str:
        """The province that a province's ground belongs to at this time."""
        return self.shape.successors.get(iso, iso) if self.since else iso

    def _territories(self, provinces: Iterable[Province], role: str, here: frozenset[str]) -> tuple[Territory, ...]:
        """The ground of provinces; what two share is the province that holds it now, not the one merged into it."""
        grounds: dict[str, Territory] = {}
        for province in provinces:
            place = self.place(province)
            unit = self._unit(place.iso.value)
            parts = self.shape.with_merged(unit) if self.since else (unit,)
            path = self.frame.path(self.shape.rings(parts), closed=True)
            if path and not (unit in grounds and self.is_former(place)):
                tint = "here" if province.id in here else role
                grounds[unit] = Territory(self.presenter.link(province), tint, path)
        return tuple(territory for _, territory in sorted(grounds.items()))

    def _arc(self, tie: Tie, broad: int) -> Arc:
        ends = (seat(self.place(province), self.day) for province in (tie.pair.vietnamese, tie.pair.lao))
        return Arc(arc_between(self.frame, *ends), tie.kind, broad)


def by_rank(tie: Tie) -> tuple[int, int, int, str]:
    """A key that puts the strongest ties first."""
    return tie.rank
