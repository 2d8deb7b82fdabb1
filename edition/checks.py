"""What must hold across entries, beyond what reading and linking them has shown.

A check takes the corpus and yields problems. CHECKS lists them all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from edition.corpus import Corpus, without_drafts
from edition.coverage import coverage, percentage
from edition.kinds.agreements import Agreement
from edition.kinds.cooperations import Cooperation
from edition.kinds.entry import Entry, Ref
from edition.kinds.events import Event
from edition.kinds.fields import Field
from edition.kinds.organisations import Organisation
from edition.kinds.places import Place
from edition.kinds.provinces import Province
from edition.kinds.sources import SourceEntry
from edition.problems import Location, Problem, did_you_mean

Check = Callable[[Corpus], Iterator[Problem]]


def quotations_are_used(corpus: Corpus) -> Iterator[Problem]:
    """A quotation that supports nothing is a claim somebody forgot to write."""
    for entry in corpus.own:
        used = {quotation.key for claim in entry.claims() for quotation in claim.evidence}
        for quotation in entry.quotations:
            if quotation.key not in used:
                message = f"The quotation {quotation.key!r} supports no claim."
                hint = "name it under a claim's `evidence`, or take it out"
                yield Problem("unused-quotation", quotation.location, message, hint)


def places_are_in_the_gazetteer(corpus: Corpus) -> Iterator[Problem]:
    """Provinces and places take their names and codes from the gazetteer."""
    for entry in corpus.own:
        if isinstance(entry, Province | Place) and entry.gazetteer and corpus.gazetteer.get(entry.gazetteer) is None:
            message = f"The gazetteer has no place {entry.gazetteer!r}."
            hint = did_you_mean(entry.gazetteer, corpus.gazetteer.ids, "use an id of content/gazetteer.yaml")
            yield Problem("unknown-place", entry.where("gazetteer"), message, hint)


def periods_are_intervals(corpus: Corpus) -> Iterator[Problem]:
    """A period has a beginning and an end, known or open."""
    for entry in corpus.own:
        if isinstance(entry, Agreement | Cooperation) and entry.period and not entry.period.value.is_period:
            message = f"{entry.period.value.text!r} is a day or a year, no period."
            yield Problem("not-a-period", entry.period.location, message, "write beginning/end: 2025/2030, or 2002/..")


def nothing_descends_from_itself(corpus: Corpus) -> Iterator[Problem]:
    """Lineage, belonging and breadth have no circles."""
    for entry in corpus.own:
        for ref in _above(entry):
            if _reaches(ref.id, entry.id, corpus.entries):
                message = f"{entry.id!r} comes, by way of {ref.id!r}, back to itself."
                yield Problem("circle", ref.location, message, "take out one of the references")


def sources_are_accounted_for(corpus: Corpus) -> Iterator[Problem]:
    """A source's body sentences support a claim or are set aside with a reason, all but a few per cent of them."""
    accepted = without_drafts(corpus)
    for entry in accepted.own:
        if not isinstance(entry, SourceEntry) or entry.id not in accepted.accessions:
            continue
        accession = accepted.accessions[entry.id]
        if percentage(accepted, accession) < corpus.config.least_coverage:
            found = coverage(accepted, accession)
            for sentence in found.open:
                words = accession.transcription.text[sentence.start : sentence.end]
                share = f"{found.percentage:.0f} % are accounted for"
                message = f"This sentence of {entry.id} supports no claim ({share}): “{words}”"
                hint = "curate it, or list it in the source's `uncited` with a reason"
                yield Problem(
                    "sentence-not-accounted-for",
                    _in_seed(accession.entry, accession.source.text, sentence.start),
                    message,
                    hint,
                )


def changes_are_of_the_edition(corpus: Corpus) -> Iterator[Problem]:
    """What the edition tells its readers has happened by its day."""
    for change in corpus.changes:
        if change.date > corpus.config.as_of:
            message = f"This change is of {change.date}, but the edition is as of {corpus.config.as_of}."
            hint = "correct the change’s date, or bring `as_of` in content/edition.yaml up to date"
            yield Problem("later-than-the-edition", change.location, message, hint)


CHECKS: tuple[Check, ...] = (
    quotations_are_used,
    places_are_in_the_gazetteer,
    periods_are_intervals,
    nothing_descends_from_itself,
    sources_are_accounted_for,
    changes_are_of_the_edition,
)


def check(corpus: Corpus) -> Iterator[Problem]:
    """Run every check."""
    for one in CHECKS:
        yield from one(corpus)


def _above(entry: Entry) -> tuple[Ref, ...]:
    match entry:
        case Agreement():
            found: tuple[Ref | None, ...] = tuple(claim.value.agreement for claim in entry.lineage)
        case Event() | Organisation():
            found = (entry.part_of,)
        case Field():
            found = (entry.broader,)
        case SourceEntry():
            found = (entry.copy_of,)
        case _:
            found = ()
    return tuple(ref for ref in found if ref)


def _reaches(start: str, goal: str, entries: Mapping[str, Entry]) -> bool:
    seen: set[str] = set()
    waiting = [start]
    while waiting:
        id_ = waiting.pop()
        if id_ == goal:
            return True
        if id_ not in seen and id_ in entries:
            seen.add(id_)
            waiting += [ref.id for ref in _above(entries[id_])]
    return False


def _in_seed(entry: SourceEntry, text: str, start: int) -> Location:
    return Location.behind(f"seeds/{entry.seed}", text[:start])
