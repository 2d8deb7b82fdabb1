"""What is said of a province, in short.

What concerns a partner, too, stands on the page of the pair: here it is counted by field, with the way to it, and only
the latest commitments are given in full. What concerns no partner has no other such place and stands here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from msgspec import Struct

from edition.kinds.provinces import Province
from edition.presenting.chronology import latest_first
from edition.presenting.pairing import counted, field_links, other, pair_link
from edition.presenting.presenter import Presenter
from edition.presenting.views import Group, Link, StatementView
from edition.relations import Pair, Told

LATEST = 6
"""So many commitments are given in full, and so many statements that concern no partner stand open."""


class FieldLine(Struct, frozen=True):
    """A field of cooperation, or none of our vocabulary: the ways to what is said in it, each with its number."""

    field: Link | None
    ways: tuple[Link, ...]


class Digest(Struct, frozen=True):
    """The latest commitments, out of how many; all statements by field; those that concern no partner, by field.

    `folded` is whether these are too many to stand open; `jumps` lead to the fields where there are no others.
    """

    latest: tuple[StatementView, ...]
    commitments: int
    fields: tuple[FieldLine, ...]
    alone: tuple[Group, ...]
    folded: bool
    jumps: tuple[Link, ...]


def digest(presenter: Presenter, province: Province, told: Sequence[Told], pairs: Sequence[Pair]) -> Digest:
    """What is said of a province: `told` are the statements that concern it, `pairs` those it is in."""
    by_partner = {other(pair, province).id: pair for pair in pairs}
    partners = [[p.id for p in presenter.relations.concerned(one) if p.id in by_partner] for one in told]
    commitments = [
        one for one, others in zip(told, partners, strict=True) if others and one.statement.type == "commitment"
    ]
    latest = tuple(presenter.statement(one) for one in _latest(commitments)[:LATEST])
    alone = presenter.by_field(one for one, others in zip(told, partners, strict=True) if not others)
    lines = _lines(presenter, province, told, partners, by_partner) if any(partners) else ()
    folded = sum(len(group.items) for group in alone) > LATEST
    jumps = () if lines or folded else field_links(presenter, alone)
    return Digest(latest, len(commitments), lines, alone, folded, jumps)


def _latest(told: Sequence[Told]) -> list[Told]:
    """Statements, those of the latest entry first."""
    entries = latest_first({one.entry.id: one.entry for one in told}.values())
    order = {entry.id: place for place, entry in enumerate(entries)}
    return sorted(told, key=lambda one: order[one.entry.id])


def _lines(
    presenter: Presenter,
    province: Province,
    told: Sequence[Told],
    partners: Sequence[Sequence[str]],
    by_partner: dict[str, Pair],
) -> tuple[FieldLine, ...]:
    entries = presenter.corpus.entries
    numbers: Counter[tuple[str, str]] = Counter()
    for one, others in zip(told, partners, strict=True):
        field = next((ref.id for ref in one.statement.fields), "")
        numbers.update((field, other) for other in others or [province.id])
    ordered = [entry.id for entry in presenter.by_name(entries[id_] for id_ in by_partner)]
    fields = [entry.id for entry in presenter.by_name(entries[id_] for id_, _ in dict.fromkeys(numbers) if id_)]

    def way(field: str, whom: str) -> Link:
        anchor, number = f"#field-{field or 'none'}-heading", numbers[field, whom]
        if whom == province.id:
            return Link(counted(presenter, presenter.say("no partner named"), number), presenter.path + anchor)
        words, side = counted(presenter, presenter.name(entries[whom]), number), presenter.relations.side(entries[whom])
        return Link(words, pair_link(presenter, by_partner[whom]).path + anchor, side)

    return tuple(
        FieldLine(
            presenter.link(entries[field]) if field else None,
            tuple(way(field, whom) for whom in (*ordered, province.id) if numbers[field, whom]),
        )
        for field in (*dict.fromkeys(fields), "")
        if any(id_ == field for id_, _ in numbers)
    )
