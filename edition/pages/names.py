"""A–Z: every entry, and every spelling that a source or the gazetteer has, pointing to the preferred form.

One page while it can be looked through; a page for each letter where there are more names than that.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from functools import partial

from msgspec import Struct
from msgspec.structs import replace

from edition import urls
from edition.gazetteer import Name as GazetteerName
from edition.kinds.entry import Entry
from edition.kinds.fields import Field
from edition.kinds.organisations import Organisation
from edition.kinds.people import Person
from edition.kinds.places import Place
from edition.kinds.provinces import Province
from edition.presenting.edition import Edition
from edition.presenting.presenter import Presenter
from edition.presenting.reference import Explained, certainties
from edition.presenting.views import Link, Page, Plan, View
from edition.presenting.wording import Wording

FOLDER = "names"
MOST_ON_A_PAGE = 800
"""More names than these are too many to look through on one page."""

DIGITS = "0–9"
OTHERS = "…"
ANCHORS = {
    "Ă": "a-breve", "Â": "a-circumflex", "Đ": "d-stroke", "Ê": "e-circumflex", "Ô": "o-circumflex", "Ơ": "o-horn",
    "Ư": "u-horn", DIGITS: "digits", OTHERS: "others",
}  # fmt: skip
ETH = str.maketrans("ðÐ\u0189", "đĐĐ")
TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
LAO_ALPHABET = "ກຂຄງຈສຊຍດຕຖທນບປຜຝພຟມຢຣລວຫອຮ"
"""The consonants in the order of Lao dictionaries, which look a word up by the consonant it begins with."""
_LAO_ANCHOR = "lao-{:x}"
_WRITTEN_BEFORE = re.compile("^[\u0ec0-\u0ec4]")
"""A Lao vowel that is written before the consonant after which it is spoken."""


class Term(Struct, frozen=True):
    """A line of the index: a spelling, in its language, and the entry it leads to.

    `variant` is whether the entry goes by another name; `kind` what it is about; `origins` who spells it so.
    """

    text: str
    language: str
    target: Link
    variant: bool
    kind: str
    origins: tuple[str, ...]


class Letter(Struct, frozen=True):
    """The terms under a letter of the Vietnamese alphabet, whose order keeps that of the English, or of the Lao one."""

    link: Link
    anchor: str
    terms: tuple[Term, ...]

    @property
    def is_lao(self) -> bool:
        """Whether it is a Lao letter."""
        return self.anchor.startswith("letter-lao-")


class Script(Struct, frozen=True):
    """The letters of a script that names begin with."""

    id: str
    heading: str
    letters: tuple[Letter, ...]


class NamesView(View, frozen=True, kw_only=True):
    """The index, or one letter of it. `scripts` are all its letters; `shown` those whose names stand on the page."""

    entries: int
    variants: int
    scripts: tuple[Script, ...]
    shown: tuple[Script, ...]
    certainties: tuple[Explained, ...]


def pages(edition: Edition) -> Iterator[Plan]:
    """The index of names; of many names, a page for each letter, too."""
    presenter, wording = Presenter(edition, urls.NAMES), Wording(edition)
    entries = [entry for _, entry in sorted(edition.corpus.entries.items())]
    terms = [term for entry in entries for term in _terms(presenter, wording, entry)]
    apart = len(terms) > MOST_ON_A_PAGE
    scripts = _scripts(presenter, terms, apart)
    view = NamesView(
        title=presenter.say("A–Z of names"),
        description=presenter.say("Every entry of the record, and every spelling in the sources and the gazetteer."),
        crumbs=presenter.crumbs(),
        entries=len(entries),
        variants=sum(term.variant for term in terms),
        scripts=scripts,
        shown=() if apart else scripts,
        certainties=certainties(presenter),
    )
    yield Plan(urls.NAMES, partial(Page, urls.NAMES, "names.html", view))
    for letter in (letter for script in scripts for letter in script.letters if apart):
        yield Plan(letter.link.path, partial(_page_of, presenter, view, letter))


def _page_of(presenter: Presenter, index: NamesView, letter: Letter) -> Page:
    """The page of one letter."""
    script = next(script for script in index.scripts if letter in script.letters)
    view = replace(
        index,
        title=presenter.say("Names: {letter}", letter=letter.link.text),
        crumbs=presenter.crumbs(Link(index.title, urls.NAMES)),
        shown=(replace(script, letters=(letter,)),),
    )
    return Page(letter.link.path, "names.html", view)


def _terms(presenter: Presenter, wording: Wording, entry: Entry) -> Iterator[Term]:
    kind, link = wording.kind(entry), presenter.link(entry)
    yield Term(link.text, link.language, link, False, kind, ())
    for (text, language), origins in _spellings(presenter, entry).items():
        if text != link.text:
            yield Term(text, language, link, True, kind, tuple(dict.fromkeys(origins)))


def _spellings(presenter: Presenter, entry: Entry) -> dict[tuple[str, str], list[str]]:
    """The spellings of a name with their language, and where each is found."""
    found: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    languages: dict[str, str] = {}
    for language, text, origin in (
        *_attested(presenter, entry),
        *_in_gazetteer(presenter, entry),
        *_ours(presenter, entry),
    ):
        found[text, languages.setdefault(text, language)].append(origin)
    return found


def _attested(presenter: Presenter, entry: Entry) -> Iterator[tuple[str, str, str]]:
    if isinstance(entry, Person | Organisation | Province | Place):
        for claim in entry.names:
            yield claim.value.language, claim.value.value, presenter.say("in a source")


def _in_gazetteer(presenter: Presenter, entry: Entry) -> Iterator[tuple[str, str, str]]:
    place = presenter.relations.gazetteer_place(entry)
    names: tuple[GazetteerName, ...] = (*place.names, *place.aliases) if place else ()
    for name in names:
        yield name.language, name.value, presenter.say("gazetteer, {certainty}", certainty=name.certainty)


def _ours(presenter: Presenter, entry: Entry) -> Iterator[tuple[str, str, str]]:
    """What we call it in the languages of the site."""
    if not isinstance(entry, Organisation | Place | Field):
        return
    config = presenter.corpus.config
    yield config.language, entry.heading, presenter.say("our name for it")
    for language in config.translations:
        if translation := entry.translation(language, "title"):
            yield language, translation.text, presenter.say("our name for it")


def _scripts(presenter: Presenter, terms: list[Term], apart: bool) -> tuple[Script, ...]:
    """The letters by script, that of the page's language first."""
    by_letter: defaultdict[str, list[Term]] = defaultdict(list)
    for term in terms:
        by_letter[letter_of(term.text)].append(term)
    sort_key = presenter.language.sort_key

    def in_order(term: Term) -> tuple[object, ...]:
        return sort_key(_bare(term.text)), sort_key(term.target.text), term.kind

    letters = [
        _letter(letter, tuple(sorted(by_letter[letter], key=in_order)), apart)
        for letter in sorted(by_letter, key=lambda letter: (LAO_ALPHABET.find(letter), sort_key(letter)))
    ]
    scripts = (
        Script("latin", presenter.say("Latin letters"), tuple(one for one in letters if not one.is_lao)),
        Script("lao", presenter.say("Lao letters"), tuple(one for one in letters if one.is_lao)),
    )
    lao_first = presenter.language.code == "lo"
    return tuple(script for script in (scripts[::-1] if lao_first else scripts) if script.letters)


def _letter(letter: str, terms: tuple[Term, ...], apart: bool) -> Letter:
    is_lao = letter in LAO_ALPHABET
    anchor = "letter-" + (_LAO_ANCHOR.format(ord(letter)) if is_lao else ANCHORS.get(letter, letter.lower()))
    path = urls.page_at(FOLDER, anchor) if apart else f"{urls.NAMES}#{anchor}"
    return Letter(Link(letter, path, language="lo" if is_lao else ""), anchor, terms)


def letter_of(text: str) -> str:
    """The letter under which a name stands: its first, without its tone; of a Lao name the first consonant."""
    bare = _bare(text)
    first = bare[:1]
    if "\u0e80" <= first <= "\u0eff":
        consonant = unicodedata.normalize("NFKD", _WRITTEN_BEFORE.sub("", bare))[:1]
        return consonant if consonant and consonant in LAO_ALPHABET else OTHERS
    if first.isdecimal():
        return DIGITS
    letter = "".join(c for c in unicodedata.normalize("NFD", first) if c not in TONES)
    composed = unicodedata.normalize("NFC", letter).upper()
    if composed in ANCHORS:
        return composed
    plain = unicodedata.normalize("NFD", composed)[:1]
    return plain if plain.isascii() and plain.isalpha() else OTHERS


def _bare(text: str) -> str:
    """The text without the quotation marks and brackets that it begins with; Đ for its look-alike, the letter eth."""
    return text.lstrip(" \"'“‘«„([").translate(ETH)
