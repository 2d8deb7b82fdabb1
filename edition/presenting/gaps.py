"""What is missing: computed, said plainly, and an invitation to bring sources."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from edition.dates import Edtf
from edition.kinds.agreements import Agreement
from edition.kinds.entry import SIDES
from edition.kinds.provinces import Province
from edition.languages.language import message
from edition.presenting.missing import OWN_LANGUAGE
from edition.presenting.pairing import is_proposal, other
from edition.presenting.presenter import Presenter
from edition.presenting.reference import place_name
from edition.presenting.views import Attestation, Rich

NO_SOURCE = {
    "VN": message("No Vietnamese source speaks of {province} yet."),
    "LA": message("No Lao source speaks of {province} yet."),
}
NO_SOURCE_OF_BOTH = {
    "VN": message("No Vietnamese source speaks of the two together yet."),
    "LA": message("No Lao source speaks of the two together yet."),
}
NO_PARTNER = {
    "VN": message("No source yet names a Lao province that {province} cooperates with."),
    "LA": message("No source yet names a Vietnamese province that {province} cooperates with."),
}
NO_OWN_NAME = {
    "vi": message("No source yet gives the name in Vietnamese spelling; the one shown is the gazetteer’s."),
    "lo": message("No source yet gives the name in Lao script; the one shown is the gazetteer’s."),
}


def source_gaps(presenter: Presenter, attestation: Attestation, province: str = "") -> Iterator[Rich]:
    """Which side's sources on a province, or else on a pair, are wanting; whether a page hangs on one source alone."""
    sentences = NO_SOURCE if province else NO_SOURCE_OF_BOTH
    for side in SIDES:
        if side not in attestation.sides:
            yield (presenter.say(sentences[side], province=province),)
    if len(attestation.sources) == 1:
        yield (presenter.say("All that stands here rests on a single source."),)


def agreement_gaps(presenter: Presenter, agreements: Sequence[Agreement]) -> Iterator[Rich]:
    """Agreements whose day of signing is not known, or whose period."""
    made = [a for a in agreements if not is_proposal(a)]
    without_day = [a for a in made if not (a.signed and _is_day(a.signed.value))]
    without_period = [a for a in agreements if a.period is None]
    for missing, sentence in (
        (without_day, message("The day of signing is not known of {agreements}.")),
        (without_period, message("The period is not known of {agreements}.")),
    ):
        if missing:
            yield presenter.rich(sentence, agreements=presenter.listing([(presenter.link(a),) for a in missing]))


def _is_day(date: Edtf) -> bool:
    return date.earliest is not None and date.earliest == date.latest


def province_gaps(
    presenter: Presenter,
    province: Province,
    agreements: Sequence[Agreement],
    attestation: Attestation,
    *,
    holders: int,
) -> Iterator[Rich]:
    """What the record lacks on a province, of which it names so many holders of offices."""
    relations, name = presenter.relations, presenter.name(province)
    side = relations.side(province)
    yield from source_gaps(presenter, attestation, name)
    if side and not any(province.id in pair.ids for pair in relations.pairs):
        yield (presenter.say(NO_PARTNER[side], province=name),)
    yield from agreement_gaps(presenter, agreements)
    if not agreements:
        yield (presenter.say("No source yet names an agreement of {province}.", province=name),)
    if not holders:
        yield (presenter.say("No source yet names a person who holds an office in {province}.", province=name),)
    own = OWN_LANGUAGE.get(side, "")
    place = relations.gazetteer_place(province)
    known = place.name(own) if place else None
    if known and not any(own == n.value.language or known.value == n.value.value for n in province.names):
        yield (presenter.say(NO_OWN_NAME[own]),)
    yield from _silent_neighbours(presenter, province)


def _silent_neighbours(presenter: Presenter, province: Province) -> Iterator[Rich]:
    place = presenter.relations.gazetteer_place(province)
    if place is None:
        return
    partners = {other(pair, province).gazetteer for pair in presenter.relations.pairs if province.id in pair.ids}
    today = presenter.corpus.config.as_of
    silent = [p for p in presenter.corpus.gazetteer.neighbours(place.id, today) if p.id not in partners]
    if silent:
        names = presenter.listing([place_name(presenter, p) for p in silent])
        yield presenter.rich(
            "{province} shares a frontier with {neighbours}, but no source yet tells of their cooperation.",
            province=presenter.name(province),
            neighbours=names,
        )
