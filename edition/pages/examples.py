"""Examples of every component, for those who change templates and styles: built on request only, listed nowhere.

What stands here is invented and says so; tests look at this page instead of hunting for entries that happen to have
an inferred date or a disputed figure.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from markupsafe import Markup

from edition import urls
from edition.figures import examples as figures
from edition.figures import maps
from edition.figures.views import MapFigure, MultiplesFigure, NetworkFigure, TimelineFigure
from edition.pages.provinces import Column, ProvinceLine
from edition.presenting.digest import Digest, FieldLine
from edition.presenting.edition import Edition
from edition.presenting.neighbours import Neighbours
from edition.presenting.offices import OfficeView
from edition.presenting.presenter import Presenter
from edition.presenting.reference import Explained, Reference, Word
from edition.presenting.transcript import GAP, MARK, REFERENCE, SILENT, TEXT, Piece
from edition.presenting.views import (
    Attestation,
    Cited,
    Fact,
    FigureView,
    Group,
    Link,
    Note,
    Page,
    Plan,
    Quoted,
    Rich,
    Row,
    RowGroup,
    Said,
    StatementView,
    View,
)
from edition.presenting.voices import Voice

VIETNAMESE = Link("Ủy ban nhân dân tỉnh Đắk Lắk", urls.HOME, "VN", "vi")
LAO = Link("ແຂວງຫຼວງພະບາງ", urls.HOME, "LA", "lo")
DRAFT = Link("An entry nobody has accepted", urls.HOME, draft=True)
SOURCE = Link("[An article that has lost its title]", urls.index_of("sources"), "VN")
FIELD = Link("Education", urls.index_of("fields"))

SHORT = Note(1, "Both sides agreed to go on.", "en", SOURCE)
VIETNAMESE_NOTE = Note(2, "Hai bên đã ký kết biên bản ghi nhớ hợp tác giai đoạn 2025–2030.", "vi", SOURCE)
LAO_NOTE = Note(3, "ສອງຝ່າຍໄດ້ເຊັນບົດບັນທຶກ", "lo", SOURCE)
AGAIN = Note(1, "Both sides agreed to go on.", "en", SOURCE, brief=True)
INFERRED = Said("The article names no year.")
NOTES = (SHORT, VIETNAMESE_NOTE, LAO_NOTE)
FIGURE = FigureView(
    "more than 1,500 students", Said("from both provinces"), "2025", Quoted("trên 1.500", "vi"), INFERRED
)


class ExamplesView(View, frozen=True, kw_only=True):
    """A value of each kind that components show."""

    prose: Markup
    facts: tuple[Fact, ...]
    offices: tuple[OfficeView, ...]
    groups: tuple[Group, ...]
    fields: tuple[Link, ...]
    voices: tuple[Voice, ...]
    rows: tuple[Row, ...]
    row_groups: tuple[RowGroup, ...]
    unknown: tuple[str, ...]
    gaps: tuple[Rich, ...]
    references: tuple[Reference, ...]
    explained: tuple[Explained, ...]
    pieces: tuple[Piece, ...]
    links: tuple[Link, ...]
    attestation: Attestation
    columns: tuple[Column, ...]
    digest: Digest
    figure: FigureView
    neighbours: Neighbours
    map: MapFigure | None
    timelines: tuple[TimelineFigure, ...]
    network: NetworkFigure
    multiples: MultiplesFigure


def pages(edition: Edition) -> Iterator[Plan]:
    """The page of examples."""
    yield Plan(urls.EXAMPLES, partial(_page, edition))


def _page(edition: Edition) -> Page:
    presenter = Presenter(edition, urls.EXAMPLES)
    statements = tuple(_statements())
    view = ExamplesView(
        title="Examples of the components",
        description="Every component of the pages with invented contents, for those who change them.",
        crumbs=presenter.crumbs(Link("Method", urls.METHOD)),
        draft=True,
        notes=NOTES,
        evidence=(Cited(SOURCE, "Invented, no date of publication", f"{presenter.permalink}#nowhere", NOTES),),
        prose=Markup(
            '<p>A paragraph of our own words, which two quotations prove. <a class="cite" href="#n1" '
            'aria-label="Evidence 1">1</a><a class="cite" href="#n2" aria-label="Evidence 2">2</a> It goes on after '
            "them, so that one sees whether they move its line.</p>"
        ),
        facts=tuple(_facts()),
        offices=(
            OfficeView("office-1", "6 June 2025", VIETNAMESE, Said("chairman"), (LAO,), FIELD, (SHORT,), None),
            OfficeView("office-2", "date not known", LAO, Said("governor"), (), None, (LAO_NOTE,), INFERRED),
            OfficeView("office-3", "2025", LAO, Said("governor"), (), None, (AGAIN,), None, Quoted("ເຈົ້າແຂວງ", "lo")),
        ),
        groups=(Group("commitment", ("Commitments",), statements[:2]), Group("request", (FIELD,), statements[2:])),
        fields=(Link("Commitments (2)", f"{urls.EXAMPLES}#commitment-heading"), DRAFT),
        voices=(Voice("told-by", "What it said", (Group("by-plan", ("Plans",), (_statement("said", "plan"),)),)),),
        rows=tuple(_rows()),
        row_groups=(RowGroup("group", ("In ", LAO), tuple(_rows())[:1]),),
        parts_of_list=(Link("1–500", urls.EXAMPLES), Link("501–612", urls.HOME)),
        unknown=("Who signed for each side.", "What became of it."),
        map=maps.overview(presenter, both=True),
        timelines=figures.timelines(DRAFT, Link("signed 6 June 2025", urls.HOME)),
        network=figures.network(VIETNAMESE, LAO),
        multiples=figures.multiples(LAO, FIELD),
        gaps=(("The period is not known of ", DRAFT, "."),),
        references=(
            Reference("Lao", (), (Word("ຫຼວງພະບາງ", "lo"), Word("ຫລວງພະບາງ", "lo")), "A", ("k1",)),
            Reference("Neighbour now", (VIETNAMESE, ", since 1 July 2025"), (), "C", ("k1", "k2")),
        ),
        explained=(Explained("k1", "A law gazette, invented"), Explained("k2", "An atlas, invented")),
        pieces=(
            Piece(TEXT, "The two provinces "),
            Piece(MARK, anchor="q1-9", pieces=(Piece(TEXT, "signed a memorandum"),)),
            Piece(REFERENCE, anchor="n1", number=1),
            Piece(TEXT, ". "),
            Piece(SILENT, pieces=(Piece(TEXT, "The weather was fine."),)),
            Piece(GAP, number=1234),
        ),
        links=(VIETNAMESE, LAO, DRAFT),
        attestation=Attestation(3, (SOURCE,), ("VN",), "attested from the Vietnamese side only; no Lao source yet"),
        columns=(
            Column("VN", "Viet Nam", (ProvinceLine(VIETNAMESE, (), (LAO,), "2 agreements", "It was merged."),)),
            Column("LA", "Laos", ()),
        ),
        digest=Digest(
            latest=(_statement("latest", "commitment"),),
            commitments=2,
            fields=(FieldLine(FIELD, (LAO,)), FieldLine(None, (VIETNAMESE,))),
            alone=(),
            folded=False,
            jumps=(),
        ),
        figure=FIGURE,
        neighbours=Neighbours(next(_rows()), None, "Its year is not known."),
    )
    return Page(urls.EXAMPLES, "examples.html", view)


def _facts() -> Iterator[Fact]:
    yield Fact("plain", "form", ("memorandum of understanding",), (SHORT,))
    yield Fact(
        "written", "party", (VIETNAMESE,), (VIETNAMESE_NOTE, AGAIN), as_written=Quoted("UBND tỉnh Đắk Lắk", "vi")
    )
    yield Fact("inferred", "signed on", ("6 June 2025",), (AGAIN,), Quoted("June 6"), INFERRED)
    yield Fact("ours", "type", ("signing",), remark="Our classification, not the words of a source.")
    other = Fact("another", "period", ("2024–2026",), (LAO_NOTE,))
    yield Fact("disputed", "period", ("2025–2030",), (SHORT,), others=(other,))


def _statements() -> Iterator[StatementView]:
    yield _statement("first", "commitment", by=(VIETNAMESE, " and ", LAO), notes=(SHORT,))
    yield _statement("figures", "commitment", figures=(FIGURE,), notes=(AGAIN, VIETNAMESE_NOTE, LAO_NOTE))
    yield _statement("hard", "difficulty", by=("“the two sides”",), inferred=INFERRED, notes=(AGAIN,))


def _statement(
    id_: str,
    type_: str,
    by: Rich = (),
    figures: tuple[FigureView, ...] = (),
    inferred: Said | None = None,
    notes: tuple[Note, ...] = (),
) -> StatementView:
    text = "Both sides agreed to go on teaching one another’s languages, and to see once a year how far they have come."
    return StatementView(
        id=id_,
        permalink=f"{urls.EXAMPLES}#{id_}",
        type=type_,
        label=type_.capitalize(),
        text=Said(text),
        by=by,
        to=(LAO,),
        for_=("“younger generations”",),
        fields=(FIELD,),
        figures=figures,
        notes=notes,
        inferred=inferred,
        entry=DRAFT,
    )


def _rows() -> Iterator[Row]:
    parties: Rich = (VIETNAMESE, " and ", LAO)
    for number, status in enumerate(("not-begun", "in-period", "period-over", "unknown", "proposed", "disputed")):
        title = Link(f"An agreement whose status is “{status}”", urls.index_of("agreements"))
        yield Row(title, f"{2020 + number}–2030", "memorandum of understanding", parties, status, status)
    yield Row(DRAFT, "2024, 2025 or 2026", "meeting", (LAO,), mark="inferred")
