"""`data/claims.csv`: a row for each claim and each quotation that supports it, for spreadsheets and statistics.

UTF-8 with a byte order mark, without which Excel reads Vietnamese and Lao as gibberish; other readers of CSV skip it.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from typing import Any

from edition import urls
from edition.artifact import Artifact
from edition.dates import Edtf
from edition.evidence import Quotation
from edition.kinds.entry import Claim, Entry, Statement
from edition.pages.data import CLAIM_COLUMNS, CLAIMS
from edition.presenting.edition import Edition
from edition.presenting.wording import Wording


def artifacts(edition: Edition, listed: Sequence[str]) -> Iterator[Artifact]:
    """The one file. Entries come by id, claims and quotations as the entry declares them."""
    import csv  # takes long to import, and most edits need no export

    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(name for name, _ in CLAIM_COLUMNS)
    for _, entry in sorted(edition.corpus.entries.items()):
        for claim in entry.claims():
            for quotation in claim.evidence:
                writer.writerow(_row(edition, entry, claim, quotation))
    yield Artifact(CLAIMS, out.getvalue().encode("utf-8-sig"))


def _row(edition: Edition, entry: Entry, claim: Claim[Any], quotation: Quotation) -> tuple[str | int, ...]:
    corpus = edition.corpus
    wording = Wording(edition)
    passage = corpus.passages[quotation]
    source = corpus.accessions[quotation.source].source
    return (
        entry.id,
        entry.kind,
        entry.title,
        claim.id,
        wording.label(claim),
        wording.value(entry, claim),
        claim.value.text if isinstance(claim.value, Edtf) else "",
        claim.value.type if isinstance(claim.value, Statement) else "",
        claim.as_written,
        claim.inferred,
        corpus.words(passage),
        quotation.source,
        source.seed,
        source.sha256,
        passage.block,
        passage.start,
        passage.end,
        urls.absolute(corpus.config.base_url, f"{urls.page_of(entry)}#{claim.id}"),
    )
