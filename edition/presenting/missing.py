"""What no source says of an entry: what its kind would lead a reader to look for, and what its editor has listed."""

from __future__ import annotations

from collections.abc import Iterator

from edition.kinds.agreements import Agreement
from edition.kinds.entry import Entry
from edition.kinds.events import Event
from edition.kinds.organisations import Organisation
from edition.kinds.people import Person
from edition.kinds.sources import SourceEntry
from edition.languages.language import message
from edition.presenting import offices
from edition.presenting.presenter import Presenter
from edition.presenting.views import Said
from edition.presenting.voices import speaks

OWN_LANGUAGE = {"VN": "vi", "LA": "lo"}
NAME_IN = {"vi": message("Its name in Vietnamese."), "lo": message("Its name in Lao.")}
SPELT_IN = {
    "vi": message("How the name is spelt in a Vietnamese text."),
    "lo": message("How the name is written in Lao script."),
}


def missing(presenter: Presenter, entry: Entry) -> tuple[str | Said, ...]:
    """What no source says of an entry, each in a sentence; for a source, what it does not say of itself."""
    listed = tuple(
        presenter.translated(entry, f"unknown-{number}", sentence)
        for number, sentence in enumerate(getattr(entry, "unknown", ()), 1)
    )
    return (*(presenter.say(sentence) for sentence in _looked_for(presenter, entry)), *listed)


def _looked_for(presenter: Presenter, entry: Entry) -> Iterator[str]:
    match entry:
        case Agreement():
            yield from _of_agreement(entry)
        case Event():
            yield from _of_event(entry)
        case Organisation():
            yield from _of_organisation(presenter, entry)
        case Person():
            yield from _of_person(presenter, entry)
        case SourceEntry():
            yield from _of_source(entry)


def _of_agreement(agreement: Agreement) -> Iterator[str]:
    if agreement.period is None:
        yield message("The period it holds for.")
    if agreement.signed is None:
        yield message("The day on which it was signed, if it was.")
    if agreement.place is None:
        yield message("Where it was signed, if it was.")


def _of_event(event: Event) -> Iterator[str]:
    if event.date is None:
        yield message("When it took place.")
    if event.place is None:
        yield message("Where it took place.")


def _of_organisation(presenter: Presenter, organisation: Organisation) -> Iterator[str]:
    if not offices.held_at(presenter, organisation):
        yield message("Who holds an office in it.")
    own = OWN_LANGUAGE[organisation.side]
    if own not in {claim.value.language for claim in organisation.names}:
        yield NAME_IN[own]


def _of_person(presenter: Presenter, person: Person) -> Iterator[str]:
    if not person.offices:
        yield message("Which office the person held.")
    if not speaks(presenter, person):
        yield message("What the person said.")
    own = OWN_LANGUAGE[person.side]
    if own not in {claim.value.language for claim in person.names}:
        yield SPELT_IN[own]


def _of_source(source: SourceEntry) -> Iterator[str]:
    if source.headline is None:
        yield message("The title under which it was published.")
    if source.published is None:
        yield message("The day on which it was published.")
    if source.agency is None:
        yield message("The agency or paper that published it.")
    if source.byline is None:
        yield message("Who wrote it.")
