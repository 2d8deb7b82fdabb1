"""What the pages of all entries have in common, whatever their kind."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from edition import urls
from edition.kinds.entry import Claim, Entry, Name
from edition.presenting.presenter import Presenter
from edition.presenting.views import Fact, Link, Rich
from edition.presenting.wording import shortened

LONGEST_DESCRIPTION = 200
CLASSIFIED = "Our classification, not the words of a source."


def entry_fields(presenter: Presenter, entry: Entry, index: str) -> dict[str, Any]:
    """The fields of an EntryView that follow from the entry alone; `index` is what its kind's index is called.

    To be given first: the summary stands above everything else, and its notes have the first numbers.
    """
    return {
        "title": entry.heading,
        "section": entry.kind,
        "crumbs": presenter.crumbs(Link(index, urls.index_of(entry.kind))),
        "summary": presenter.summary(entry),
        "editorial_note": entry.editorial_note,
        "permalink": presenter.permalink,
        "draft": entry.is_draft,
    }


def description(entry: Entry, otherwise: str) -> str:
    """What an entry's page is about: the beginning of its summary, or else a sentence."""
    words = next((claim.value.text for claim in entry.summary), otherwise)
    return shortened(words, LONGEST_DESCRIPTION)


def classification(id_: str, label: str, value: Rich, remark: str = CLASSIFIED) -> Fact:
    """A value that is ours: it has no evidence and says so."""
    return Fact(id_, label, value, remark=remark)


def spellings(presenter: Presenter, names: Iterable[Claim[Name]]) -> tuple[Fact, ...]:
    """The spellings that sources use, the preferred one first, each with its evidence."""
    found = []
    for number, claim in enumerate(names):
        name = claim.value
        label = "Also" if number else "Preferred"
        language = presenter.words("language", name.language)
        fact = Fact(claim.id, label, (name.value,), presenter.notes(claim), remark=f"So in a text in {language}.")
        found.append(fact)
    return tuple(found)
