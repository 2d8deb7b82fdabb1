"""The network of parties: Vietnamese left, Lao right, a line for what two of them made together."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from msgspec import Struct

from edition import urls
from edition.figures.geometry import num
from edition.figures.ties import Legible, left_out_words, legible, weight
from edition.figures.views import Arc, NetworkFigure, Node, Table
from edition.kinds.agreements import FOLDER, Agreement
from edition.kinds.cooperations import Cooperation
from edition.kinds.entry import Entry, Party
from edition.presenting.pairing import is_proposal
from edition.presenting.presenter import Presenter
from edition.presenting.speaking import in_words
from edition.presenting.views import Link

MOST_NODES = 24
"""The most parties a side of the figure has; beyond it they are drawn together by province, then the least left out."""
MOST_LINES = 60
MOST_ROWS = 60
SWEEPS = 8
PARTIES = ("signatory", "partner")
"""The roles of those between whom a document or a cooperation stands; advisers and the like are no parties."""

Edge = tuple[str, str]
Edges = dict[Edge, tuple[Agreement | Cooperation, ...]]


class _Graph(Struct, frozen=True):
    """Edges by the ids of their ends, and who stands on each side, in the order in which they are drawn."""

    edges: Edges
    left: tuple[str, ...]
    right: tuple[str, ...]


def network(presenter: Presenter) -> NetworkFigure | None:
    """The parties of all agreements and cooperations; None where no two named parties stand together."""
    say = presenter.say
    edges, unnamed = _edges(presenter, lambda entry: entry)
    grouped = max((len({e[side] for e in edges}) for side in (0, 1)), default=0) > MOST_NODES
    if grouped:
        edges, unnamed = _edges(presenter, lambda entry: next(iter(presenter.relations.provinces(entry)), entry))
    if not edges:
        return None
    kept = _heaviest(edges)
    lines = legible(kept, lambda edge: len(kept[edge]), MOST_LINES)
    graph = _graph(kept, lines.drawn, _names(presenter, kept))
    missing = {id_ for edge in edges for id_ in edge} - {*graph.left, *graph.right}
    words = [
        left_out_words(presenter, lines),
        presenter.count(
            "{n} party with few documents has no room here.",
            "{n} parties with few documents have no room here.",
            len(missing),
        )
        if missing
        else "",
        presenter.count(
            "{n} document is not drawn: its sources name no party, or one side alone.",
            "{n} documents are not drawn: their sources name no party, or one side alone.",
            unnamed,
        )
        if unnamed
        else "",
    ]
    text = (
        say("Each line stands for what two sides made together; bodies of one province are drawn as one.")
        if grouped
        else say("Each line stands for what two parties made together, under the names by which sources call them.")
    )
    return NetworkFigure(
        id="network",
        title=say("Who made agreements with whom"),
        description=text,
        legend=_legend(presenter, kept),
        left_out=" ".join(part for part in words if part),
        table=_table(presenter, edges) if len(edges) <= MOST_ROWS else None,
        table_title=say("The network as a table"),
        elsewhere=Link(say("All agreements, with their parties"), urls.index_of(FOLDER))
        if len(edges) > MOST_ROWS
        else None,
        heads=(presenter.words("country", "VN"), presenter.words("country", "LA")),
        left=_nodes(presenter, graph, 0),
        right=_nodes(presenter, graph, 1),
        arcs=tuple(_arcs(graph, lines)),
    )


# --- Edges -----------------------------------------------------------------------------------------------------


def _edges(presenter: Presenter, node: Callable[[Entry], Entry]) -> tuple[Edges, int]:
    """What stands between two nodes, and the number of documents between none."""
    found: defaultdict[Edge, list[Agreement | Cooperation]] = defaultdict(list)
    unnamed = 0
    documents: tuple[Agreement | Cooperation, ...] = (
        *presenter.corpus.of(Agreement),
        *presenter.corpus.of(Cooperation),
    )
    for document in documents:
        parties = [claim.value for claim in document.parties if claim.value.role in PARTIES]
        sides = [_named(presenter, parties, side, node) for side in ("VN", "LA")]
        if not all(sides):
            unnamed += 1
        for edge in itertools.product(*sides):
            found[edge[0], edge[1]].append(document)
    return {edge: tuple(shared) for edge, shared in sorted(found.items())}, unnamed


def _named(presenter: Presenter, parties: Iterable[Party], side: str, node: Callable[[Entry], Entry]) -> list[str]:
    entries = (presenter.entry(p.ref) for p in parties if presenter.relations.party_side(p) == side)
    return list(dict.fromkeys(node(entry).id for entry in entries if entry))


def _heaviest(edges: Edges) -> Edges:
    """The edges between the MOST_NODES of each side that share in most documents."""
    keep = []
    for side in (0, 1):
        counts: defaultdict[str, int] = defaultdict(int)
        for edge, documents in edges.items():
            counts[edge[side]] += len(documents)
        keep.append(set(sorted(counts, key=lambda id_: (-counts[id_], id_))[:MOST_NODES]))
    return {edge: documents for edge, documents in edges.items() if edge[0] in keep[0] and edge[1] in keep[1]}


# --- Order -----------------------------------------------------------------------------------------------------


def _graph(edges: Edges, drawn: Sequence[Edge], names: Mapping[str, int]) -> _Graph:
    """All ends of edges; those of lines that are drawn first, in their order."""
    left, right = (
        (*side, *sorted({edge[n] for edge in edges} - {*side}, key=lambda id_: names[id_]))
        for n, side in enumerate(ordered(drawn, names))
    )
    return _Graph(edges, left, right)


def ordered(edges: Sequence[Edge], names: Mapping[str, int]) -> tuple[list[str], list[str]]:
    """The ends of edges in an order in which few cross: each side in turn by the mean place of its neighbours.

    That is the barycentre method; `names` orders those whose means are the same. The best of all sweeps is kept.
    """
    sides = [sorted({edge[side] for edge in edges}, key=lambda id_: names[id_]) for side in (0, 1)]
    best = list(sides)
    for sweep in range(SWEEPS):
        moving = 1 - sweep % 2
        place = {id_: n for n, id_ in enumerate(sides[1 - moving])}
        near: defaultdict[str, list[int]] = defaultdict(list)
        for edge in edges:
            near[edge[moving]].append(place[edge[1 - moving]])
        mean = {id_: sum(places) / len(places) for id_, places in near.items()}
        sides[moving] = sorted(mean, key=lambda id_: (mean[id_], names[id_]))
        if crossings(edges, *sides) < crossings(edges, *best):
            best = list(sides)
    return best[0], best[1]


def crossings(edges: Iterable[Edge], left: Sequence[str], right: Sequence[str]) -> int:
    """How many pairs of lines cross."""
    at_left, at_right = ({id_: n for n, id_ in enumerate(side)} for side in (left, right))
    places = sorted((at_left[a], at_right[b]) for a, b in edges)
    return sum(1 for one, other in itertools.combinations(places, 2) if one[0] < other[0] and one[1] > other[1])


def _names(presenter: Presenter, edges: Edges) -> dict[str, int]:
    entries = (presenter.corpus.entries[id_] for id_ in sorted({id_ for edge in edges for id_ in edge}))
    return {entry.id: n for n, entry in enumerate(presenter.by_name(entries))}


# --- Views -----------------------------------------------------------------------------------------------------


def _nodes(presenter: Presenter, graph: _Graph, side: int) -> tuple[Node, ...]:
    entries = presenter.corpus.entries
    others = graph.right if side == 0 else graph.left
    found = []
    for id_ in (graph.left, graph.right)[side]:
        joined = {edge[1 - side] for edge in graph.edges if edge[side] == id_}
        names = in_words(presenter.listing([(presenter.name(entries[o]),) for o in others if o in joined]))
        found.append(Node(presenter.link(entries[id_]), presenter.say("with {parties}", parties=names)))
    return tuple(found)


def _arcs(graph: _Graph, lines: Legible[Edge]) -> Iterable[Arc]:
    most = max(len(graph.edges[edge]) for edge in lines.drawn)
    for a, b in lines.drawn:
        documents = graph.edges[a, b]
        y1 = 100 * (graph.left.index(a) + 0.5) / len(graph.left)
        y2 = 100 * (graph.right.index(b) + 0.5) / len(graph.right)
        path = f"M0 {num(y1)}C45 {num(y1)} 55 {num(y2)} 100 {num(y2)}"
        yield Arc(path, _kind(documents), 0 if lines.faint else weight(len(documents), most))


def _kind(documents: Iterable[Agreement | Cooperation]) -> str:
    return "document" if any(isinstance(d, Agreement) and not is_proposal(d) for d in documents) else "undocumented"


def _legend(presenter: Presenter, edges: Edges) -> tuple[tuple[str, str], ...]:
    words = {
        "document": presenter.say("an agreement; the broader the line, the more"),
        "undocumented": presenter.say("cooperation without a document"),
    }
    kinds = {_kind(documents) for documents in edges.values()}
    return tuple((f"arc arc-{kind}", text) for kind, text in words.items() if kind in kinds)


def _table(presenter: Presenter, edges: Edges) -> Table:
    say, entries = presenter.say, presenter.corpus.entries
    rows = tuple(
        (
            (presenter.link(entries[a]),),
            (presenter.link(entries[b]),),
            presenter.listing([(presenter.link(d),) for d in documents]),
        )
        for (a, b), documents in edges.items()
    )
    return Table((say("Vietnamese party"), say("Lao party"), say("What they made")), rows)
