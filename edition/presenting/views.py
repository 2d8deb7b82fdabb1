"""What templates see: plain frozen values, with links as paths and every quotation in the seed's own characters."""

from __future__ import annotations

from collections.abc import Callable

from markupsafe import Markup
from msgspec import Struct

FIRST_WORDS = 5
NO_PROSE = Markup("")


class Link(Struct, frozen=True):
    """A link to a page of the site: `path` (with its anchor, if any) relative to the site's root.

    `side` is "VN", "LA" or "", for the country's colour; `language` that of `text` where it is not the page's.
    """

    text: str
    path: str
    side: str = ""
    language: str = ""
    draft: bool = False


class Said(Struct, frozen=True):
    """Words of ours that stand in another language than the page's (`language`), because nobody has translated them."""

    text: str
    language: str = ""

    def __str__(self) -> str:
        return self.text


class Quoted(Struct, frozen=True):
    """Words of a source in the midst of ours; `language` is theirs where it is not the page's."""

    text: str
    language: str = ""

    @property
    def is_quoted(self) -> bool:
        """Tells it from words of ours."""
        return True

    def __str__(self) -> str:
        return self.text


Rich = tuple[str | Link | Said | Quoted, ...]
"""Words with links among them."""


class Note(Struct, frozen=True):
    """A quotation on a page: its number there, the seed's words, and the passage on its source's page.

    `brief` asks the margin for the first words only, where the whole stood in it before.
    """

    number: int
    words: str
    language: str
    source: Link
    brief: bool = False

    @property
    def first_words(self) -> str:
        """The words the quotation begins with."""
        words = self.words.split()
        return " ".join(words[:FIRST_WORDS]) + ("\u00a0…" if len(words) > FIRST_WORDS else "")

    @property
    def anchor(self) -> str:
        """Its anchor in the page's list of evidence."""
        return f"n{self.number}"


class Cited(Struct, frozen=True):
    """A source that a page rests on, and the notes that quote it.

    `about` says who published it and when; `address` is its public address, for paper.
    """

    link: Link
    about: str
    address: str
    notes: tuple[Note, ...]


class Fact(Struct, frozen=True):
    """A labelled value with its evidence; `inferred` says how it was concluded, `remark` what must be known to read it.

    `others` are other values of the same thing, from sources that disagree.
    """

    id: str
    label: str
    value: Rich
    notes: tuple[Note, ...] = ()
    as_written: Quoted | None = None
    inferred: Said | None = None
    remark: str = ""
    others: tuple[Fact, ...] = ()


class FigureView(Struct, frozen=True):
    """A figure as a phrase, "more than 150 students": what it counts, when, and how its time was concluded."""

    words: str
    scope: Said
    time: str
    as_written: Quoted
    inferred: Said | None = None


class StatementView(Struct, frozen=True):
    """A statement with everything that belongs to it. `entry` links to where it stands, on other pages than its own."""

    id: str
    permalink: str
    type: str
    label: str
    text: Said
    by: Rich
    to: Rich
    for_: Rich
    fields: tuple[Link, ...]
    figures: tuple[FigureView, ...]
    notes: tuple[Note, ...]
    inferred: Said | None
    entry: Link | None


class Group(Struct, frozen=True):
    """Things under a heading; `id` is the heading's anchor."""

    id: str
    heading: Rich
    items: tuple[StatementView, ...]


class Row(Struct, frozen=True):
    """A line in a list of entries: the entry, when, what it is, whom it concerns, what stands beside it.

    `mark` says of the date that it is not as a source gives it.
    """

    link: Link
    when: str = ""
    kind: str = ""
    about: Rich = ()
    status: str = ""
    status_words: str = ""
    mark: str = ""


class RowGroup(Struct, frozen=True):
    """Rows under a heading, whose anchor is `id`."""

    id: str
    heading: Rich
    rows: tuple[Row, ...]


class SearchFacts(Struct, frozen=True):
    """What search knows of a page: the kind of thing it shows, facets, a key to sort by date, other names."""

    kind: str
    countries: tuple[str, ...] = ()
    provinces: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    years: tuple[str, ...] = ()
    status: str = ""
    sources: tuple[str, ...] = ()
    date: str = ""
    aliases: tuple[str, ...] = ()


class Attestation(Struct, frozen=True):
    """How well a page is attested: its claims, and the independent sources behind them by side."""

    claims: int
    sources: tuple[Link, ...]
    sides: tuple[str, ...]
    words: str

    @property
    def titles(self) -> tuple[str, ...]:
        """The titles of the sources."""
        return tuple(source.text for source in self.sources)


class View(Struct, frozen=True, kw_only=True):
    """What every page has. `section` is the entry of the main menu it belongs under; `crumbs` lead to it from home.

    `title_language` is that of the title where it is not the page's; `evidence` holds the page's notes by source. A
    list that is too long for one page goes on in `parts_of_list`.
    """

    title: str
    description: str
    title_language: str = ""
    section: str = ""
    crumbs: tuple[Link, ...] = ()
    search: SearchFacts | None = None
    notes: tuple[Note, ...] = ()
    evidence: tuple[Cited, ...] = ()
    draft: bool = False
    parts_of_list: tuple[Link, ...] = ()


class EntryView(View, frozen=True, kw_only=True):
    """What the pages of all entries have: a line above the title, prose, and what they close with.

    `unknown` lists what no source says. A page without an attestation shows none.
    """

    kicker: str
    permalink: str
    summary: Markup = NO_PROSE
    unknown: tuple[str | Said, ...] = ()
    editorial_note: Said | None = None
    attestation: Attestation | None = None


class Page(Struct, frozen=True):
    """A page to be rendered: its path relative to the site, its template, what the template sees."""

    path: str
    template: str
    view: View


class Plan(Struct, frozen=True):
    """A page that can be made: its path, and how."""

    path: str
    make: Callable[[], Page]
