"""Claims in words: what any claim says, in a label and a value, wherever claims of all kinds stand in one list."""

from __future__ import annotations

from typing import Any

from edition.corpus import Corpus
from edition.dates import Edtf
from edition.dates import words as date_words
from edition.kinds import KINDS
from edition.kinds.agreements import Descent
from edition.kinds.entry import Claim, Entry, Name, Party, Ref, Statement, Summary
from edition.kinds.events import Act
from edition.kinds.people import Office
from edition.languages import Words

CODED = {"form": "form", "standing": "standing", "type": "event"}
"""The claims whose value is a code, by their label, and the group of words for it."""

KIND_WORDS = {kind.folder: kind.one for kind in KINDS}


class Wording:
    """Puts the claims of one corpus into the words of one language."""

    def __init__(self, corpus: Corpus, words: Words) -> None:
        self.corpus, self.words = corpus, words

    def kind(self, entry: Entry) -> str:
        """What kind of thing an entry is about: a province, an agreement, a person."""
        return KIND_WORDS[entry.kind]

    def label(self, claim: Claim[Any]) -> str:
        """What the claim is: a request, a party, the period, an office."""
        match claim.value:
            case Statement(type=type_):
                return self.words("statement", type_)
            case Descent(relation=relation):
                return self.words("relation", relation)
            case Act(act=act):
                return self.words("act", act)
            case Party(role=role):
                return self.words("role", role)
            case _:
                return claim.label

    def value(self, claim: Claim[Any]) -> str:
        """What the claim says: the sentence of a statement, the name of a party, a date in words."""
        match claim.value:
            case Statement(text=text) | Summary(text=text):
                return text
            case Descent(agreement=ref) | Act(agreement=ref) | (Ref() as ref):
                return self._title(ref)
            case Party(ref=None, as_written=words):
                return f"“{words}”"
            case Party(ref=ref):
                return self._title(ref)
            case Edtf() as date:
                return date_words(date)
            case Name(value=name):
                return name
            case Office():
                return claim.as_written
            case str(code) if claim.label in CODED:
                return self.words(CODED[claim.label], code)
            case value:
                return str(value or "")

    def _title(self, ref: Ref | None) -> str:
        return self.corpus.entries[ref.id].title if ref else ""


def shortened(words: str, most: int) -> str:
    """The words, cut behind a whole word if there are more than `most` characters."""
    return words if len(words) <= most else words[:most].rsplit(" ", 1)[0].rstrip(" ,;:–—") + " …"
