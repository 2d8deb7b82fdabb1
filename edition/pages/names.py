"""A–Z: every entry, and every spelling that a source or the gazetteer has, pointing to the preferred form."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from edition import urls
from edition.gazetteer import Name as GazetteerName
from edition.kinds.entry import Entry
from edition.kinds.organisations import Organisation
from edition.kinds.people import Person
from edition.kinds.places import Place
from edition.kinds.provinces import Province
from edition.presenting.edition import Edition
from edition.presenting.presenter import Presenter
from edition.presenting.views import Link, Page, View
from edition.presenting.wording import Wording
from edition.text import VietnameseKey, vietnamese_key

LANGUAGE_OF_SIDE = {"VN": "vi", "LA": "lo"}
LAO = "ລາວ"
DIGITS = "0–9"
OTHERS = "…"
ANCHORS = {
    "Ă": "a-breve", "Â": "a-circumflex", "Đ": "d-stroke", "Ê": "e-circumflex", "Ô": "o-circumflex", "Ơ": "o-horn",
    "Ư": "u-horn", LAO: "lao", DIGITS: "digits", OTHERS: "others",
}  # fmt: skip
ETH = str.maketrans("ðÐ\u0189", "đĐĐ")
TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")


@dataclass(frozen=True, slots=True)
class Term:
    """A line of the index: a spelling, in its language, and the entry it leads to.

    `variant` is whether the entry goes by another name; `kind` what it is about; `origins` who spells it so.
    """

    text: str
    language: str
    target: Link
    variant: bool
    kind: str
    origins: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Letter:
    """The terms under a letter of the Vietnamese alphabet, whose order keeps that of the English one."""

    text: str
    anchor: str
    terms: tuple[Term, ...]


@dataclass(frozen=True, kw_only=True)
class NamesView(View):
    """The index, by letter."""

    letters: tuple[Letter, ...]
    entries: int
    variants: int
    certainties: tuple[tuple[str, str], ...]


def pages(edition: Edition) -> Iterator[Page]:
    """The index of names."""
    presenter = Presenter(edition, urls.NAMES)
    wording = Wording(edition)
    entries = [entry for _, entry in sorted(edition.corpus.entries.items())]
    terms = [term for entry in entries for term in _terms(presenter, wording, entry)]
    view = NamesView(
        title="A–Z of names",
        description="Every entry of the record, and every spelling in the sources and the gazetteer.",
        crumbs=presenter.crumbs(),
        letters=tuple(_letters(terms)),
        entries=len(entries),
        variants=sum(term.variant for term in terms),
        certainties=tuple((code, edition.words("certainty", code)) for code in ("A", "B", "C")),
    )
    yield Page(urls.NAMES, "names.html", view)


def _terms(presenter: Presenter, wording: Wording, entry: Entry) -> Iterator[Term]:
    kind, link = wording.kind(entry), presenter.link(entry)
    title = entry.heading
    yield Term(title, "", link, False, kind, ())
    for (text, language), origins in _spellings(presenter, entry).items():
        if text != title:
            yield Term(text, language, link, True, kind, tuple(dict.fromkeys(origins)))


def _spellings(presenter: Presenter, entry: Entry) -> dict[tuple[str, str], list[str]]:
    """The spellings of a name with their language, and where each is found."""
    found: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    languages: dict[str, str] = {}
    for language, text, origin in (*_attested(entry), *_in_gazetteer(presenter, entry)):
        found[text, languages.setdefault(text, language)].append(origin)
    return found


def _attested(entry: Entry) -> Iterator[tuple[str, str, str]]:
    if isinstance(entry, Person | Organisation | Province | Place):
        for claim in entry.names:
            yield claim.value.language, claim.value.value, "in a source"


def _in_gazetteer(presenter: Presenter, entry: Entry) -> Iterator[tuple[str, str, str]]:
    place = presenter.relations.gazetteer_place(entry)
    names: tuple[GazetteerName, ...] = (*place.names, *place.aliases) if place else ()
    for name in names:
        yield name.language, name.value, f"gazetteer, {name.certainty}"


def _letters(terms: list[Term]) -> Iterator[Letter]:
    by_letter: defaultdict[str, list[Term]] = defaultdict(list)
    for term in sorted(terms, key=lambda t: (_key(t.text), t.target.text, t.kind)):
        by_letter[letter_of(term.text)].append(term)
    for letter, under in by_letter.items():
        yield Letter(letter, "letter-" + ANCHORS.get(letter, letter.lower()), tuple(under))


def letter_of(text: str) -> str:
    """The letter under which a name stands: its first, without its tone; all of Lao is under one heading."""
    first = _bare(text)[:1]
    if "\u0e80" <= first <= "\u0eff":
        return LAO
    if first.isdecimal():
        return DIGITS
    letter = "".join(c for c in unicodedata.normalize("NFD", first) if c not in TONES)
    composed = unicodedata.normalize("NFC", letter).upper()
    if composed in ANCHORS:
        return composed
    plain = unicodedata.normalize("NFD", composed)[:1]
    return plain if plain.isascii() and plain.isalpha() else OTHERS


def _key(text: str) -> VietnameseKey:
    return vietnamese_key(_bare(text))


def _bare(text: str) -> str:
    """The text without the quotation marks and brackets that it begins with; Đ for its look-alike, the letter eth."""
    return text.lstrip(" \"'“‘«„([").translate(ETH)
