"""What is missing: computed, said plainly, and an invitation to bring sources."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from edition.dates import Edtf
from edition.kinds.agreements import Agreement
from edition.kinds.entry import SIDES
from edition.languages.language import message
from edition.presenting.pairing import is_proposal
from edition.presenting.presenter import Presenter
from edition.presenting.views import Attestation, Rich

NO_SOURCE = {
    "VN": message("No Vietnamese source speaks of {province} yet."),
    "LA": message("No Lao source speaks of {province} yet."),
}
NO_SOURCE_OF_BOTH = {
    "VN": message("No Vietnamese source speaks of the two together yet."),
    "LA": message("No Lao source speaks of the two together yet."),
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
