"""Sources: the archive, and a page for each article with its transcription and everything that rests on it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from msgspec import Struct

from edition import urls
from edition.corpus import Accession, Support
from edition.coverage import Coverage, Sentence, coverage
from edition.evidence import Passage
from edition.kinds.entry import Entry, Statement
from edition.kinds.sources import KIND, SourceEntry
from edition.presenting import long_lists, transcript
from edition.presenting.edition import Edition
from edition.presenting.entries import entry_fields
from edition.presenting.long_lists import Part
from edition.presenting.missing import missing
from edition.presenting.presenter import Presenter
from edition.presenting.search_facts import search_facts
from edition.presenting.transcript import Piece
from edition.presenting.views import EntryView, Fact, Link, Page, Plan, Row, Said, View
from edition.presenting.wording import Wording, shortened
from edition.relations import Told
from edition.transcription import Block

FOLDER = "sources"
INDEX = urls.index_of(FOLDER)
LONGEST_EXCERPT = 110
LONGEST_CLAIM = 170


class Silence(Struct, frozen=True):
    """A body sentence that supports no claim: its first words (none where they are not published), its length, why."""

    words: str
    characters: int
    reason: Said | None


class BlockView(Struct, frozen=True):
    """A block: its text in `pieces`, what of it supports nothing, and the entries that rest on it.

    Each entry comes with how many of its claims do. `reason` is why the block was set aside; `characters` its length.
    """

    anchor: str
    number: int
    label: str
    pieces: tuple[Piece, ...]
    claims: int
    entries: tuple[tuple[Link, int], ...]
    silences: tuple[Silence, ...]
    reason: Said | None
    characters: int


class EntryClaims(Struct, frozen=True):
    """An entry and those of its claims that rest on a passage: what each is, and a link to it by its value."""

    entry: Link
    kind: str
    claims: tuple[tuple[str, Link], ...]


class PassageView(Struct, frozen=True):
    """A quoted passage: its number and anchor in the list, its place in the transcription, what rests on it."""

    number: int
    anchor: str
    excerpt: str
    passage: str
    claims: int
    entries: tuple[EntryClaims, ...]


class SourceIndex(View, frozen=True, kw_only=True):
    """The archive, the latest first."""

    rows: tuple[Row, ...]


class SourceView(EntryView, frozen=True, kw_only=True):
    """One source: what it says about itself, how it was taken in, its text, and what rests on it."""

    supplied: bool
    side: str
    side_words: str
    language: str
    language_words: str
    display: str
    facts: tuple[Fact, ...]
    record: tuple[Fact, ...]
    coverage: tuple[Fact, ...]
    blocks: tuple[BlockView, ...]
    set_aside: tuple[BlockView, ...]
    passages: tuple[PassageView, ...]


def pages(edition: Edition) -> Iterator[Plan]:
    """The archive and the sources' pages."""
    accessions = [edition.corpus.accessions[entry.id] for entry in edition.corpus.of(SourceEntry)]
    for part in long_lists.parts(INDEX, len(accessions)):
        yield Plan(part.path, partial(_index, edition, part, accessions))
    for accession in accessions:
        yield Plan(urls.page_of(accession.entry), partial(_page, edition, accession))


def _index(edition: Edition, part: Part, accessions: Sequence[Accession]) -> Page:
    presenter = Presenter(edition, part.path)
    dated = [a for a in accessions if a.entry.published]
    undated = [a for a in accessions if not a.entry.published]
    dated.sort(key=lambda a: a.entry.published.value.sort_key if a.entry.published else (), reverse=True)
    view = SourceIndex(
        **long_lists.head(presenter, presenter.say("Sources"), part),
        description=presenter.say("The archive: the articles that this record rests on, each with its transcription."),
        section=FOLDER,
        rows=tuple(_row(presenter, a) for a in part.of((*dated, *undated))),
    )
    return Page(part.path, "sources.html", view)


def _row(presenter: Presenter, accession: Accession) -> Row:
    entry = accession.entry
    found = coverage(presenter.corpus, accession)
    who = (presenter.say("from {country}", country=presenter.words("country", entry.side)), _printed(entry))
    return Row(
        presenter.link(entry),
        presenter.year_words(entry.published.value if entry.published else None),
        presenter.say(", ").join(part for part in who if part),
        (_used(presenter, found),),
    )


def _printed(entry: SourceEntry) -> str:
    """The agency's mark and the byline as printed."""
    marks = (entry.agency and entry.agency.value, entry.byline and entry.byline.value)
    return ", ".join(mark for mark in marks if mark)


def _used(presenter: Presenter, found: Coverage) -> str:
    return presenter.count(
        "{n} claim; {accounted} of {sentences} sentences accounted for",
        "{n} claims; {accounted} of {sentences} sentences accounted for",
        found.claims,
        accounted=len(found.sentences) - len(found.open),
        sentences=len(found.sentences),
    )


def _page(edition: Edition, accession: Accession) -> Page:
    entry = accession.entry
    presenter = Presenter(edition, urls.page_of(entry))
    found = coverage(edition.corpus, accession)
    supports = edition.corpus.supports.get(entry.id, ())
    numbers = transcript.numbered(supports)
    blocks = tuple(_block(presenter, accession, b, supports, numbers, found) for b in accession.transcription.blocks)
    view = SourceView(
        **entry_fields(presenter, entry, presenter.say("Sources")),
        description=_description(presenter, entry),
        kicker=presenter.say_in("kind", KIND.one),
        supplied=entry.headline is None,
        side=entry.side,
        side_words=edition.words("country", entry.side),
        language=entry.language,
        language_words=edition.words("language", entry.language),
        display=entry.display,
        facts=_facts(presenter, entry),
        record=tuple(_record(presenter, accession)),
        coverage=tuple(_coverage(presenter, found)),
        blocks=tuple(b for b in blocks if not b.reason),
        set_aside=tuple(b for b in blocks if b.reason),
        passages=tuple(_passages(presenter, supports, numbers)),
        unknown=missing(presenter, entry),
        search=search_facts(
            presenter,
            KIND.one,
            sources=(presenter.name(entry),),
            told=_told(supports),
            sides=(entry.side,),
            dates=(entry.published.value,) if entry.published else (),
        ),
    )
    return presenter.page("source.html", view)


def _description(presenter: Presenter, entry: SourceEntry) -> str:
    language, country = presenter.words("language", entry.language), presenter.words("country", entry.side)
    when = presenter.year_words(entry.published.value if entry.published else None)
    return presenter.say(
        "{title}: an article in {language} from {country} ({when}), its transcription and every claim that rests "
        "on it.",
        title=presenter.name(entry),
        language=language,
        country=country,
        when=when,
    )


def _facts(presenter: Presenter, entry: SourceEntry) -> tuple[Fact, ...]:
    found = (
        presenter.printed_fact(entry.headline, presenter.say("Title")),
        presenter.date_fact(entry.published, presenter.say("Published")),
        presenter.printed_fact(entry.agency, presenter.say("Agency or paper")),
        presenter.printed_fact(entry.byline, presenter.say("Author")),
    )
    return tuple(fact for fact in found if fact)


def _record(presenter: Presenter, accession: Accession) -> Iterator[Fact]:
    entry, say = accession.entry, presenter.say
    country = presenter.words("country", entry.side)
    remark = say("Our classification, from what the article shows of its origin.")
    yield Fact("record-side", say("Side"), (country,), remark=remark)
    yield Fact("record-language", say("Language"), (presenter.words("language", entry.language),))
    if original := presenter.entry(entry.copy_of):
        remark = say("Copies of one text count as one source.")
        yield Fact("record-copy-of", say("Copy of"), (presenter.link(original),), remark=remark)
    remark = say("The article as it came, bytes untouched.")
    yield Fact("record-seed", say("Seed"), (f"seeds/{entry.seed}",), remark=remark)
    remark = say("Of the seed’s bytes. The build fails if it changes.")
    yield Fact("record-sha256", "SHA-256", (entry.sha256,), remark=remark)


def _coverage(presenter: Presenter, found: Coverage) -> Iterator[Fact]:
    say, number = presenter.say, presenter.language.number
    of_body = presenter.count("{n} in the body of the article", "{n} in the body of the article", len(found.sentences))
    yield Fact("coverage-sentences", say("Sentences"), (of_body,))
    yield Fact("coverage-supporting", say("Support a claim"), (number(found.supporting),))
    remark = say("Support no claim, for a stated reason.")
    yield Fact("coverage-set-aside", say("Set aside"), (number(found.set_aside),), remark=remark)
    remark = say("Support no claim, and nobody has said why.")
    yield Fact("coverage-open", say("Open"), (number(len(found.open)),), remark=remark)
    share, quoted = presenter.language.share(found.percentage), presenter.language.share(found.quoted_percentage)
    yield Fact("coverage-share", say("Accounted for"), (say("{share} of the sentences", share=share),))
    yield Fact("coverage-quoted", say("Quoted"), (say("{share} of the body’s characters", share=quoted),))
    yield Fact("coverage-claims", say("Claims"), (number(found.claims),), remark=say("In other entries than this one."))


def _block(
    presenter: Presenter,
    accession: Accession,
    block: Block,
    supports: Sequence[Support],
    numbers: dict[Passage, int],
    found: Coverage,
) -> BlockView:
    silent = [s for s in found.sentences if s.block == block and not s.supports]
    ranges = transcript.shown(accession, block, numbers)
    visible = [(s.start, s.end) for s in silent if _lies_in(s, ranges)]
    here = _once(s for s in supports if s.passage.block == block.number)
    return BlockView(
        anchor=block.anchor,
        number=block.number,
        label=presenter.words("block", block.label),
        pieces=transcript.pieces(accession.transcription, block, numbers, visible, ranges),
        claims=len(here),
        entries=_entries(presenter, here),
        silences=tuple(_silence(presenter, accession, s, _lies_in(s, ranges)) for s in silent),
        reason=presenter.phrase("set aside", block.reason) if not block.kept else None,
        characters=block.end - block.start,
    )


def _lies_in(sentence: Sentence, ranges: Sequence[tuple[int, int]]) -> bool:
    return any(start <= sentence.start and sentence.end <= end for start, end in ranges)


def _silence(presenter: Presenter, accession: Accession, sentence: Sentence, visible: bool) -> Silence:
    words = accession.transcription.text[sentence.start : sentence.end] if visible else ""
    return Silence(shortened(words, 60), sentence.end - sentence.start, _reason(presenter, sentence))


def _reason(presenter: Presenter, sentence: Sentence) -> Said | None:
    return presenter.phrase("set aside", sentence.reason) if sentence.reason else None


def _once(supports: Iterator[Support]) -> tuple[Support, ...]:
    """The supports, each claim once."""
    return tuple({(s.entry.id, s.claim.id): s for s in supports}.values())


def _entries(presenter: Presenter, supports: Sequence[Support]) -> tuple[tuple[Link, int], ...]:
    counts: dict[str, int] = {}
    firsts: dict[str, Support] = {}
    for support in supports:
        counts[support.entry.id] = counts.get(support.entry.id, 0) + 1
        firsts.setdefault(support.entry.id, support)
    links = ((_link(presenter, s.entry, s.claim.id), counts[id_]) for id_, s in firsts.items())
    return tuple(sorted(links, key=lambda pair: (-pair[1], pair[0].text)))


def _link(presenter: Presenter, entry: Entry, anchor: str = "") -> Link:
    return presenter.link(
        entry, presenter.say("this article’s description") if urls.page_of(entry) == presenter.path else "", anchor
    )


def _passages(presenter: Presenter, supports: Sequence[Support], numbers: dict[Passage, int]) -> Iterator[PassageView]:
    for passage, number in numbers.items():
        entries = tuple(_claims(presenter, [s for s in supports if s.passage == passage]))
        yield PassageView(
            number=number,
            anchor=transcript.listed(passage.anchor),
            excerpt=shortened(presenter.corpus.words(passage), LONGEST_EXCERPT),
            passage=f"{presenter.path}#{passage.anchor}",
            claims=sum(len(entry.claims) for entry in entries),
            entries=entries,
        )


def _claims(presenter: Presenter, supports: Sequence[Support]) -> Iterator[EntryClaims]:
    wording = Wording(presenter.edition)
    by_entry: dict[str, list[Support]] = {}
    for support in _once(iter(supports)):
        by_entry.setdefault(support.entry.id, []).append(support)
    for items in by_entry.values():
        entry = items[0].entry
        claims = (
            (
                wording.label(s.claim),
                presenter.link(entry, shortened(wording.value(entry, s.claim), LONGEST_CLAIM), s.claim.id),
            )
            for s in items
        )
        yield EntryClaims(_link(presenter, entry), wording.kind(entry), tuple(claims))


def _told(supports: Sequence[Support]) -> Iterator[Told]:
    """The statements that rest on a source, by the entries they stand in."""
    found = {(support.entry.id, support.at): support for support in supports}
    for _, support in sorted(found.items()):
        if isinstance(support.claim.value, Statement):
            yield Told(support.entry, support.claim)
