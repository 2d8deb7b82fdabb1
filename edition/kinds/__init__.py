"""The kinds of entry. A new kind is a file here and a line in KINDS."""

from edition.kinds import (
    agreements,
    cooperations,
    events,
    fields,
    organisations,
    people,
    places,
    provinces,
    sources,
)
from edition.kinds.kind import Kind

KINDS: tuple[Kind, ...] = (
    provinces.KIND,
    agreements.KIND,
    cooperations.KIND,
    events.KIND,
    people.KIND,
    organisations.KIND,
    places.KIND,
    fields.KIND,
    sources.KIND,
)
