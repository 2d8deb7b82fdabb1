"""What is missing: computed, said plainly, and an invitation to bring sources."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from edition.dates import Edtf
from edition.kinds.agreements import Agreement
from edition.kinds.entry import SIDES
from edition.presenting.pairing import is_proposal
from edition.presenting.presenter import Presenter, listing
from edition.presenting.views import Attestation, Rich

ADJECTIVES = {"VN": "Vietnamese", "LA": "Lao"}


def source_gaps(subject: str, attestation: Attestation) -> Iterator[Rich]:
    """Which side's sources are wanting, and whether a page hangs on one source alone."""
    for side in SIDES:
        if side not in attestation.sides:
            yield (f"No {ADJECTIVES[side]} source speaks of {subject} yet.",)
    if len(attestation.sources) == 1:
        yield ("All that stands here rests on a single source.",)


def agreement_gaps(presenter: Presenter, agreements: Sequence[Agreement]) -> Iterator[Rich]:
    """Agreements whose day of signing is not known, or whose period."""
    made = [a for a in agreements if not is_proposal(a)]
    without_day = [a for a in made if not (a.signed and _is_day(a.signed.value))]
    without_period = [a for a in agreements if a.period is None]
    for missing, sentence in (
        (without_day, "The day of signing is not known of "),
        (without_period, "The period is not known of "),
    ):
        if missing:
            yield (sentence, *listing([(presenter.link(a),) for a in missing]), ".")


def _is_day(date: Edtf) -> bool:
    return date.earliest is not None and date.earliest == date.latest
