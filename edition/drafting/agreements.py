"""Agreements: the cooperation documents an article speaks of, each once, however often it is mentioned.

A mention is a form ("memorandum", "kế hoạch hợp tác") with the period and the verb of its sentence. Mentions of one
period are one agreement; one without a period belongs to the last that it may mean.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from edition.drafting.concluding import parties_of
from edition.drafting.mentioning import Mention, mentions
from edition.drafting.parties import Party, Sentence
from edition.drafting.periods import Period

_BEFORE = frozenset(("in-force", "reviewed", "over"))
STATUSES = ("planned", "signed", "reviewed", "over", "in-force")
_SEPARATE = re.compile(r"\b(?:separate|own|another|new|next|further|riêng|mới|khác|tiếp theo)\b")


_WEAK = re.compile(
    r"(?:pact|deal|accord|protocol|contract|arrangement|document|minute|joint statement|letter of intent|hợp đồng\b.*|"
    r"(?:các )?(?:nội dung )?hợp tác|văn kiện.*|tuyên bố chung)s?",
    re.IGNORECASE,
)
"""Words that name much else, too: they are a document only if it is signed."""


@dataclass(slots=True)
class Document:
    """An agreement put together from its mentions."""

    form: str
    mentions: list[Mention]
    period: Period | None = None
    parties: tuple[Party, ...] = ()
    status: str = "in-force"
    status_at: tuple[int, int] = (0, 0)
    renews: Document | None = field(default=None, repr=False)

    @property
    def first(self) -> Mention:
        """The first mention."""
        return self.mentions[0]

    @property
    def signing(self) -> Mention | None:
        """The mention that reports the signing."""
        return next((m for m in self.mentions if m.status == "signed" and not m.sentence.title), None) or next(
            (m for m in self.mentions if m.status == "signed"), None
        )


def documents(sentences: Sequence[Sentence], language: str) -> list[Document]:
    """The agreements of an article, from its sentences in order."""
    found: list[Document] = []
    last: Document | None = None
    for sentence in sentences:
        for mention in mentions(sentence, language, last.form if last else ""):
            possible = [d for d in found if _compatible(mention, d)]
            document = _belongs(mention, possible, last if last in possible else None)
            if document is None:
                if mention.anaphor or not _worth(mention, language):
                    continue
                document = Document(mention.form, [mention], mention.period)
                found.append(document)
            else:
                document.mentions.append(mention)
                if mention.period and not document.period:
                    document.period = mention.period
                if (
                    document.form == "agreement"
                    and mention.form not in ("agreement", "twinning")
                    and mention.period == document.period
                ):
                    document.form = mention.form
            last = document
    kept = [d for d in found if not _empty(d, found)]
    for document in kept:
        _settle(document, sentences, language, kept)
    _lineage(kept)
    return kept


def _compatible(mention: Mention, document: Document) -> bool:
    """Whether a mention may mean a document: their parties, where both are named, are of the same provinces."""
    if mention.other and any(m.sentence is mention.sentence for m in document.mentions):
        return False
    statuses = {m.status for m in document.mentions}
    before = mention.signed and (mention.signed.first.day is None or mention.signed.year)
    if before and mention.status in _BEFORE and "signed" in statuses and not mention.anaphor:
        return False  # "the minutes signed in November last year" are not those signed now
    named = next((m.parties for m in document.mentions if m.parties), ())
    if not (mention.parties and named):
        return True
    ours, theirs = {p.province or p.side for p in mention.parties}, {p.province or p.side for p in named}
    return ours <= theirs or theirs <= ours


def _belongs(mention: Mention, found: list[Document], last: Document | None) -> Document | None:
    if mention.anaphor:
        return (
            last
            if last and (not mention.period or not last.period or last.period.edtf == mention.period.edtf)
            else None
        )
    if mention.period:
        for document in found:
            if (
                document.period
                and document.period.edtf == mention.period.edtf
                and (
                    document.form == mention.form
                    or "agreement" in (document.form, mention.form)
                    or mention.form == "twinning"
                )
            ):
                return document
        if mention.other:
            return None
        if (
            mention.definite
            and mention.form == "agreement"
            and last
            and last.period is None
            and last.form == "twinning"
        ):
            return last
        for document in reversed(found):
            if (
                document.period is None
                and document.form == mention.form
                and (
                    {mention.status, document.first.status} <= {"reviewed", "over", "in-force"}
                    or mention.status == document.first.status
                    or document.first.sentence.title
                )
            ):
                return document
        return None
    if mention.other:
        return None
    same = [d for d in found if d.form == mention.form]
    if mention.status == "planned" and not mention.definite:
        signed = [d for d in same if d.period and "signed" in {m.status for m in d.mentions}]
        if len(signed) == 1 and not _SEPARATE.search(
            mention.sentence.text, mention.start - 25 if mention.start > 25 else 0, mention.end + 15
        ):
            return signed[0]
        return next((d for d in same if d.first.status == "planned"), None)
    if mention.form == "agreement" and mention.definite and found:
        return same[-1] if same else last
    if same:
        signed = [d for d in same if mention.status == "signed" and d.first.status == "signed"]
        if mention.status == "reviewed" and all(d.first.status in ("signed", "planned") and d.period for d in same):
            return None
        return (
            (signed or same)[-1]
            if len(same) == 1 or mention.definite or signed or mention.sentence.caption
            else same[0]
        )
    if (
        mention.form in ("agreement", "twinning")
        and found
        and (mention.definite or mention.status in ("signed", ""))
        and last
    ):
        return last
    return None


def _worth(mention: Mention, language: str) -> bool:
    """Whether a mention may stand for a document of its own: it has a period, or a verb says how it stands."""
    if mention.period:
        return True
    if mention.form == "plan" and language != "vi" and mention.status not in ("signed", "reviewed", "planned"):
        return False
    words = mention.sentence.text[mention.start : mention.end]
    if _WEAK.fullmatch(words) and mention.status not in ("signed", "planned"):
        return False
    if mention.status in ("", "in-force") and (
        mention.form in ("plan", "proposals") or words.rstrip().endswith(("s", "documents"))
    ):
        return False
    return bool(mention.status)


def _empty(document: Document, found: list[Document]) -> bool:
    """A title's agreement without period, beside the very agreement with one."""
    if document.period or not all(m.sentence.title for m in document.mentions):
        return False
    return any(d is not document for d in found)


def _settle(document: Document, sentences: Sequence[Sentence], language: str, found: list[Document]) -> None:
    order: tuple[str, ...] = ("signed", "reviewed", "over", "planned", "in-force")
    statuses = {m.status: m.status_at for m in reversed(document.mentions) if m.status}
    if "planned" in statuses and "signed" in statuses and document.first.status == "planned":
        order = ("planned", *order)
    if "over" in statuses and "signed" not in statuses:
        order = ("over", *order)
    for status in order:
        if status in statuses:
            document.status, document.status_at = status, statuses[status]
            break
    else:
        document.status_at = (document.first.start, document.first.end)
    ranked = sorted(
        document.mentions, key=lambda m: (m.sentence.title or m.sentence.caption, m.status != document.status)
    )
    for mention in ranked:
        document.parties = parties_of(mention.sentence, mention.start, mention.end, sentences)
        if len(document.parties) >= 2:
            return
    others = [d for d in found if d is not document and len(d.parties) >= 2]
    if len(document.parties) < 2 and others:
        document.parties = others[0].parties


def _lineage(found: list[Document]) -> None:
    for document in found:
        years = document.period.years if document.period else ()
        for other in found:
            before = other.period.years if other.period else ()
            if (
                other is not document
                and len(years) == 2
                and len(before) == 2
                and before[0] < years[0]
                and before[1] in (years[0], years[0] - 1)
            ) and {p.province for p in document.parties} == {p.province for p in other.parties}:
                document.renews = other
                if other.status == "in-force" and all(m.status == "" for m in other.mentions):
                    other.status = "over"
