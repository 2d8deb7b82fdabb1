"""Claims in words: what any claim says, in a label and a value, wherever claims of all kinds stand in one list."""

from __future__ import annotations

from typing import Any

from edition.dates import Edtf
from edition.kinds import KINDS
from edition.kinds.agreements import Descent
from edition.kinds.entry import Claim, Entry, Name, Party, Ref, Statement, Summary
from edition.kinds.events import Act
from edition.kinds.people import Office
from edition.presenting.speaking import Speaker
from edition.prose import plain

CODED = {"form": "form", "standing": "standing", "type": "event"}
"""The claims whose value is a code, by their label, and the group of words for it."""

KIND_WORDS = {kind.folder: kind.one for kind in KINDS}


class Wording(Speaker):
    """Puts the claims of an edition into words."""

    def kind(self, entry: Entry) -> str:
        """What kind of thing an entry is about: a province, an agreement, a person."""
        return self.say_in("kind", KIND_WORDS[entry.kind])

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
                return self.words("claim", claim.label)

    def value(self, entry: Entry, claim: Claim[Any]) -> str:
        """What a claim of an entry says: the sentence of a statement, the name of a party, a date in words."""
        match claim.value:
            case Statement(text=text):
                return self.translated(entry, claim.id, text).text
            case Summary(text=text):
                return plain(self.translated(entry, claim.id, text).text)
            case Descent(agreement=ref) | Act(agreement=ref) | (Ref() as ref):
                return self._title(ref)
            case Party(ref=None, as_written=words):
                return self.say("“{words}”", words=words)
            case Party(ref=ref):
                return self._title(ref)
            case Edtf() as date:
                return self.date(date)
            case Name(value=name):
                return name
            case Office():
                return self.phrase("office", claim.as_written).text
            case str(code) if claim.label in CODED:
                return self.words(CODED[claim.label], code)
            case value:
                return str(value or "")

    def _title(self, ref: Ref | None) -> str:
        return self.name(self.corpus.entries[ref.id]) if ref else ""


def shortened(words: str, most: int) -> str:
    """The words, cut behind a whole word if there are more than `most` characters."""
    return words if len(words) <= most else words[:most].rsplit(" ", 1)[0].rstrip(" ,;:–—") + " …"
