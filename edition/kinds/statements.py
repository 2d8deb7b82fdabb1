"""Reading statements: who undertakes, asks, does or judges what, for whom, with which figures."""

from __future__ import annotations

import re

from edition.kinds.entry import SIDES, Figure, Party, Ref, Statement, Time
from edition.nodes import place
from edition.problems import Problem
from edition.records import Fields

ANYBODY = ("provinces", "organisations", "people", "places")
STATEMENT_TYPES = ("commitment", "plan", "request", "wish", "difficulty", "activity", "assessment")
QUALIFIERS = ("exactly", "over", "under", "about", "at-least", "at-most")


def read_statement(take: Fields) -> Statement:
    """Read a statement's own keys; its id and evidence are read by the entry's reader."""
    return Statement(
        type=take.choice("type", STATEMENT_TYPES),
        text=take.required("text"),
        by=_people(take, "by"),
        to=_people(take, "to"),
        for_=_people(take, "for"),
        fields=tuple([Ref(value, ("fields",), where) for value, where in take.texts("fields")]),
        figures=take.many("figures", _figure),
    )


def read_party(take: Fields, roles: tuple[str, ...]) -> Party:
    """Read a party given by its keys `party` (an id) or `as_written`, `side`, `role` (the first of `roles` if none)."""
    id_, as_written = take.text("party"), take.text("as_written")
    if not id_ and not as_written:
        take.complain(
            "party", "missing-key", "Nobody is named.", "give `party` an id, or `as_written` the source's words"
        )
    side = take.choice("side", SIDES, default="")
    role = take.choice("role", roles, default=roles[0])
    return Party(Ref(id_, ANYBODY, take.where("party")) if id_ else None, as_written, side, role, take.location)


def _people(take: Fields, key: str) -> tuple[Party, ...]:
    """A list whose items are ids, or mappings for those the source does not name."""
    node = take.take(key)
    if node is None:
        return ()
    found = []
    for item in node if isinstance(node, list) else (node,):
        where = place(item, take.location)
        if isinstance(item, str):
            found.append(Party(Ref(item.strip(), ANYBODY, where), "", "", "", where))
        elif isinstance(item, dict):
            inner = Fields(item, take.problems, where)
            found.append(read_party(inner, ("",)))
            inner.close()
        else:
            message = f"An item of {key!r} is a list."
            take.problems.append(Problem("wrong-type", where, message, "write ids, or {as_written: …, side: …}"))
    return tuple(found)


def _figure(take: Fields) -> Figure:
    return Figure(
        value=_number(take),
        qualifier=take.choice("qualifier", QUALIFIERS, default="exactly"),
        as_written=take.required("as_written"),
        unit=take.required("unit"),
        per=take.text("per"),
        scope=take.text("scope"),
        time=take.one(
            "time", lambda inner: Time(inner.date("value"), inner.text("as_written"), inner.text("inferred"))
        ),
        location=take.location,
    )


def _number(take: Fields) -> float:
    value = take.required("value")
    if re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", value):
        return float(value)
    if value:
        hint = "write digits, with a point for decimals and no separators: 1500000 or 2.5"
        take.complain("value", "impossible-number", f"{value!r} is no plain number.", hint)
    return 0.0
