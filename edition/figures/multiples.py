"""Small multiples: the commitments of each pair of provinces by field of cooperation, counted by us."""

from __future__ import annotations

import itertools
from collections import Counter, defaultdict

from edition import urls
from edition.figures.geometry import percent
from edition.figures.views import Count, MultiplesFigure, Panel
from edition.kinds.fields import Field
from edition.presenting.pairing import pair_link
from edition.presenting.presenter import Presenter
from edition.presenting.views import Link

MOST_PANELS = 12


def multiples(presenter: Presenter) -> MultiplesFigure | None:
    """A panel for each pair with commitments, the fullest first; None where no commitment concerns a pair."""
    say, relations = presenter.say, presenter.relations
    pairs = {pair.ids: pair for pair in relations.pairs}
    counts: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    totals: Counter[tuple[str, str]] = Counter()
    alone = 0
    for told in relations.statements:
        if told.statement.type != "commitment":
            continue
        ids = [p.id for p in relations.concerns(told)]
        concerned = [two for two in itertools.permutations(ids, 2) if two in pairs]
        alone += not concerned
        for two in concerned:
            totals[two] += 1
            counts[two].update(dict.fromkeys((ref.id for ref in told.statement.fields), 1))
    if not totals:
        return None
    shown = sorted(totals, key=lambda two: (-totals[two], two))
    shown, rest = shown[:MOST_PANELS], shown[MOST_PANELS:]
    present = {id_ for two in shown for id_ in counts[two]}
    fields = presenter.by_name(field for field in presenter.corpus.of(Field) if field.id in present)
    most = max((number for two in shown for number in counts[two].values()), default=1)
    left_out = [
        presenter.count(
            "{n} more pair has as many commitments or fewer.",
            "{n} more pairs have as many commitments or fewer.",
            len(rest),
        )
        if rest
        else "",
        presenter.count(
            "{n} commitment concerns no pair of provinces and is not counted here.",
            "{n} commitments concern no pair of provinces and are not counted here.",
            alone,
        )
        if alone
        else "",
    ]
    return MultiplesFigure(
        id="commitments",
        title=say("What was promised, by pair and field"),
        description=say(
            "Counted by us: the commitments in the record that concern both provinces of a pair. One that falls in "
            "two fields counts in both, one of several pairs with each."
        ),
        left_out=" ".join(part for part in left_out if part),
        elsewhere=Link(say("All pairs of provinces"), urls.index_of(urls.PAIRS)) if rest else None,
        panels=tuple(
            Panel(
                pair_link(presenter, pairs[two]),
                presenter.count("{n} commitment", "{n} commitments", totals[two]),
                tuple(
                    Count(presenter.link(field), counts[two][field.id], percent(counts[two][field.id] / most))
                    for field in fields
                ),
            )
            for two in shown
        ),
    )
