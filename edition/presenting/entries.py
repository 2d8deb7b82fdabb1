"""What the pages of all entries have in common, whatever their kind."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from edition import urls
from edition.kinds.entry import Claim, Entry, Name
from edition.languages.language import message
from edition.presenting.presenter import Presenter
from edition.presenting.summary import summary
from edition.presenting.views import Fact, Link, Rich
from edition.presenting.wording import shortened
from edition.prose import plain

LONGEST_DESCRIPTION = 200
FROM = {"VN": message("From Viet Nam"), "LA": message("From Laos")}
"""Headings for what comes from each side."""


def entry_fields(presenter: Presenter, entry: Entry, index: str, way: Sequence[Link] = ()) -> dict[str, Any]:
    """The fields of an EntryView that follow from the entry alone; `index` is what its kind's index is called.

    `way` leads to the entry from home; without it the index does. To be given first: the summary stands above
    everything else, and its notes have the first numbers.
    """
    return {
        "title": presenter.name(entry),
        "title_language": presenter.title(entry).language,
        "section": entry.kind,
        "crumbs": presenter.crumbs(*(way or (Link(index, urls.index_of(entry.kind)),))),
        "summary": summary(presenter, entry),
        "editorial_note": presenter.translated(entry, "editorial_note", entry.editorial_note)
        if entry.editorial_note
        else None,
        "permalink": presenter.permalink,
        "draft": entry.is_draft,
    }


def description(presenter: Presenter, entry: Entry, otherwise: str) -> str:
    """What an entry's page is about: the beginning of its summary, or else a sentence."""
    said = (presenter.translated(entry, claim.id, claim.value.text) for claim in entry.summary)
    words = next((plain(one.text) for one in said if not one.language), otherwise)
    return shortened(words, LONGEST_DESCRIPTION)


def classification(presenter: Presenter, id_: str, label: str, value: Rich, remark: str = "") -> Fact:
    """A value that is ours: it has no evidence and says so."""
    return Fact(id_, label, value, remark=remark or presenter.say("Our classification, not the words of a source."))


def spellings(presenter: Presenter, names: Iterable[Claim[Name]]) -> tuple[Fact, ...]:
    """The spellings that sources use, the preferred one first, each with its evidence."""
    found = []
    for number, claim in enumerate(names):
        name = claim.value
        label = presenter.say("Also") if number else presenter.say("Preferred")
        language = presenter.words("language", name.language)
        remark = presenter.say("So in a text in {language}.", language=language)
        value = (presenter.quoted(claim, name.value),)
        fact = Fact(claim.id, label, value, presenter.notes(claim), remark=remark)
        found.append(fact)
    return tuple(found)
