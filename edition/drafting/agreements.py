"""Agreements: the cooperation documents an article speaks of, each once, however often it is mentioned.

A mention is a form ("memorandum", "kế hoạch hợp tác") with the period and the verb of its sentence. Mentions of one
period are one agreement; one without a period belongs to the last that it may mean.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from edition.drafting.called import by_name
from edition.drafting.concluding import counterparts
from edition.drafting.dates import When
from edition.drafting.mentioning import Mention, mentions
from edition.drafting.news import News
from edition.drafting.parties import Party, Sentence, both_sides
from edition.drafting.periods import Period, periods
from edition.drafting.referring import CALLED, GUESSED, parties_of
from edition.drafting.terms import term

_IN_A_LIST = re.compile(
    r"(?:The|A) (?:first|second|third|fourth|fifth|last|other|final)\b|(?:Văn bản|Văn kiện) thứ|"
    r"Thứ (?:nhất|hai|ba|tư)\b"
)
"""How a sentence begins that tells of one of several documents."""
_OLD = re.compile(r"\b(?:current|existing|present|previous|earlier|old|former|last|hiện hành|hiện có|cũ|trước đó)\b")


_AGAIN = re.compile(r"\b(?:renew|extend|prolong|gia hạn)", re.IGNORECASE)
_WEAK = re.compile(
    r"(?:contract|arrangement|document|minute|(?:joint )?(?:statement|communiqué|declaration))s?|hợp đồng\b.*|"
    r"(?:các )?(?:nội dung )?hợp tác|văn kiện.*|tuyên bố chung",
    re.IGNORECASE,
)
"""Words that name much else, too: they are a document only if it is signed."""


_DOCUMENT = re.compile(r"documents?|papers|văn bản|văn kiện|biên bản|documento?s?", re.IGNORECASE)
"""Words that may mean any document."""


class Document(Struct):
    """An agreement put together from its mentions."""

    form: str
    mentions: list[Mention]
    period: Period | None = None
    parties: tuple[Party, ...] = ()
    sure: int = GUESSED
    """How sure its parties are."""
    provincial: bool = False
    """Whether its words are of "the two provinces"."""
    status: str = "in-force"
    status_at: tuple[int, int] = (0, 0)
    renews: Document | None = None
    like: Document | None = None
    """That of which it is a further one: "a new one", "its successor"."""

    def add(self, mention: Mention) -> None:
        """Take a mention in: the first period counts, and the form that says most."""
        self.mentions.append(mention)
        self.period = self.period or mention.period
        if self.form == "agreement" and not mention.anaphor and mention.form != "twinning":
            self.form = mention.form

    def runs(self, news: News) -> Period | None:
        """The period of a document of which the words say how long it runs, from the year of its signing on."""
        told = next((m.signed.year for m in self.mentions if m.signed and m.signed.year), None)
        signed = told or (news.issued.year if news.issued and self.status == "signed" else 0)
        year = news.issued.year if news.issued else 0
        terms = (
            term(m.sentence.text, m.end, m.sentence.end if m.anaphor else m.until, year)
            or (term(m.sentence.text, m.since, m.start) if m.known else None)
            for m in self.mentions
            if m.status != "over" or m.status_at[0] > m.start  # what is replaced does not run until then
        )
        return next((p for t in terms if t and (p := t.period(signed))), None)

    @property
    def first(self) -> Mention:
        """The first mention."""
        return self.mentions[0]

    @property
    def signing(self) -> Mention | None:
        """The mention that reports the signing: the one that dates it, one of the body, if there is any."""
        told = [m for m in self.mentions if m.status == "signed"]
        return next((m for m in told if m.signed), told[0] if told else None)


def documents(sentences: Sequence[Sentence], language: str, stamps: Sequence[When] = ()) -> list[Document]:
    """The agreements of an article, from its sentences in order; `stamps` are the dates that it bears."""
    found: list[Document] = []
    last: Document | None = None
    news = News.of(sentences, stamps)
    for sentence in sentences:
        if sentence.title or sentence.caption:
            continue
        for mention in mentions(sentence, language, news, last.form if last else ""):
            if not mention.status and last and _IN_A_LIST.match(sentence.text, sentence.start, mention.start):
                mention.status = last.mentions[-1].status
            document = _meant(mention, [d for d in found if _agree(mention, d)], last)
            if document is None:
                if mention.anaphor or not _worth(mention, language):
                    continue
                document = Document(mention.form, [], mention.period, like=last if mention.other else None)
                found.append(document)
            document.add(mention)
            last = document
    for sentence in sentences:
        for mention in mentions(sentence, language, news) if sentence.title or sentence.caption else ():
            _head(mention, found, language)
    kept = found
    for document in kept:
        _settle(document, sentences)
        document.period = document.period or document.runs(news) or _said_next(document, sentences)
    for document in kept:
        _as_beside(document, kept)
    kept = [d for d in kept if both_sides(d.parties) or d.period or d.form in ("proposals", "high-level-agreement")]
    _lineage(kept)
    return kept


def _head(mention: Mention, found: list[Document], language: str) -> None:
    """Take in what a title or caption says, which is told below, too, and in more words."""
    likely = [
        d
        for d in found
        if not (mention.period and d.period and mention.period.edtf != d.period.edtf)
        and _in_time(mention, d)
        and _minutes(mention) == any(map(_minutes, d.mentions))
        and all(_same_parties(mention, m) for m in d.mentions)
    ]
    best = max(
        likely,
        key=lambda d: (
            bool(mention.period and d.period),
            mention.status in {m.status for m in d.mentions},
            mention.form == d.form,
            d.first.status in ("signed", "planned"),
        ),
        default=None,
    )
    if best and (mention.form == best.form or _generic(mention, best) or not mention.period or best.period):
        best.add(mention)
    elif mention.period or (not found and _worth(mention, language)):
        found.append(Document(mention.form, [mention], mention.period))


def _meant(mention: Mention, possible: list[Document], last: Document | None) -> Document | None:
    """The document that a mention means, of those that it agrees with."""
    if mention.anaphor:
        return last if last in possible else None
    if mention.other:
        return next((d for d in possible if mention.period and d.period), None)
    if mention.status in ("signed", "planned") and not mention.known:
        possible = [d for d in possible if _same_news(mention, d)]
    alike = [d for d in possible if _kind(mention) and _kind(mention) in map(_kind, d.mentions)]
    alike = alike or [d for d in possible if d.form == mention.form] or possible
    dated = [d for d in alike if mention.period and d.period]
    return dated[-1] if dated else max(alike, key=lambda d: d.mentions[-1].start, default=None)


def _same_news(mention: Mention, document: Document) -> bool:
    """Whether a mention tells again what was told of a document: papers say it in title, caption, lead, and below."""
    if mention.form != document.form and not _generic(mention, document):
        return False
    if mention.period and document.period:
        return True
    before = {m.status for m in document.mentions}
    return mention.status in before or before == {""}


def _agree(mention: Mention, document: Document) -> bool:
    """Whether nothing that is said of a mention and of a document differs."""
    others = document.mentions
    if _CONTRAST.match(mention.sentence.text, mention.sentence.start, mention.start):
        return False
    beside = [m for m in others if m.sentence is mention.sentence]
    if beside and _REPLACED.search(mention.sentence.text, beside[-1].end, mention.start):
        return False
    if beside and not mention.anaphor and mention.other:
        return False
    if not mention.anaphor and _minutes(mention) != any(map(_minutes, others)):
        return False
    if mention.form != document.form and not _generic(mention, document):
        return False
    if not mention.anaphor and not _in_time(mention, document):
        return False
    if mention.period and document.period and mention.period.edtf != document.period.edtf:
        return False
    if _kind(mention) and any(_kind(m) not in ("", _kind(mention)) for m in others):
        return False
    years = {m.signed.year for m in others if m.signed and m.signed.year}
    if mention.signed and mention.signed.year and years and mention.signed.year not in years:
        return False
    return _stand_alike(mention, document) and all(_same_parties(mention, m) for m in others if m.parties)


_REPLACED = re.compile(
    r"\b(?:thay (?:thế|cho)|tiếp nối|kế tục|replac\w+|succeed\w*|supersed\w*|in place of)\b[^,;]{0,20}$"
)
_CONTRAST = re.compile(r"(?:Còn|Riêng)\s+$")


def _in_time(mention: Mention, document: Document) -> bool:
    """Whether the years fit: nobody signs in 2005 for 2011–2015."""
    signed = {m.signed.year for m in (mention, *document.mentions) if m.signed and m.signed.year}
    begins = {p.years[0] for p in (mention.period, document.period) if p}
    return all(-2 <= year - first <= 1 for year in signed if year for first in begins)


def _kind(mention: Mention) -> str:
    """The word that tells what kind of agreement is meant, where it is no word for all of them."""
    found = _KIND.search(mention.sentence.text, mention.start, mention.end)
    return found[0].casefold() if found else ""


_KIND = re.compile(
    r"quy chế|cam kết|hợp đồng|giao ước|nghị quyết|regulation|contract|letter of intent|charter", re.IGNORECASE
)
_MINUTES = re.compile(r"minutes|biên bản (?:hội đàm|làm việc)", re.IGNORECASE)


def _minutes(mention: Mention) -> bool:
    return _MINUTES.match(mention.sentence.text, mention.start) is not None


def _generic(mention: Mention, document: Document) -> bool:
    """Whether a word such as "agreement" may mean a memorandum or a twinning spoken of before."""
    if _DOCUMENT.fullmatch(mention.sentence.text[mention.start : mention.end]):
        return True
    text = mention.sentence.text
    if _kind(mention) and _kind(mention) in {_kind(m) for m in document.mentions}:
        return True
    named = {p.key for p in mention.parties}
    same = not named or named in [{p.key for p in m.parties} for m in document.mentions]
    bare = mention.known and same and not _BOUND.match(text, mention.end, mention.until)
    return mention.form in ("agreement", "twinning") and (mention.anaphor or bare)


def _stand_alike(mention: Mention, document: Document) -> bool:
    """Whether a mention and a document may be at the same stage: what is signed now was not reviewed today."""
    before = {m.status for m in document.mentions} - {""}
    described = mention.sentence.text[max(mention.sentence.start, mention.start - 25) : mention.end + 8]
    if before and before <= {"signed", "planned"} and _OLD.search(described):
        return False
    if mention.status == "signed":
        return "signed" in before or not before & {"reviewed", "over", "planned"}
    if mention.status == "planned":
        known = not before and document.first.known
        words = mention.sentence
        again = not mention.period and not mention.parties and _AGAIN.search(words.text, words.start, words.end)
        return (before <= {"planned"} and not known) or bool(again)
    then = mention.signed is not None and (mention.signed.first.day is None or mention.status == "in-force")
    looks_back = mention.status in ("reviewed", "over") or (then and not mention.anaphor)
    return not (looks_back and ("signed" in before or before == {"planned"}))


def _same_parties(one: Mention, other: Mention) -> bool:
    """Whether two mentions name parties that may be the same."""
    if not (one.parties and other.parties):
        return True
    ours, theirs = {p.key for p in one.parties}, {p.key for p in other.parties}
    if ours <= theirs or theirs <= ours:
        return True
    ours_at, theirs_at = {p[0] for p in ours}, {p[0] for p in theirs}
    if not (ours_at <= theirs_at or theirs_at <= ours_at):
        return False
    special, specials = {p for p in ours if p[1]}, {p for p in theirs if p[1]}
    if special and specials:
        return False
    if specials and both_sides(one.parties):
        return one.sentence.caption
    return one.known or other.sentence.caption or not (special or specials)


def _worth(mention: Mention, language: str) -> bool:
    """Whether a mention may stand for a document: by its period, a verb that says how it stands, or its parties."""
    if mention.period:
        return True
    words = mention.sentence.text[mention.start : mention.end]
    if _RELATION.search(words) and mention.status not in ("signed", "planned") and not mention.signed:
        return _BOUND.match(mention.sentence.text, mention.end, mention.until) is not None  # a relation, not a document
    concluded = mention.status in ("signed", "planned") or mention.signed is not None or mention.governed
    if _WEAK.fullmatch(words) and not concluded and not both_sides(mention.parties):
        return False
    several = (
        mention.form != "twinning" and words.rstrip().endswith(("s", "documents")) and not words.startswith("minutes")
    )
    bound = both_sides(mention.parties) or _BOUND.match(mention.sentence.text, mention.end, mention.until) is not None
    if several and mention.status == "planned" and mention.form != "proposals":
        return False  # plans that others may make one day
    if several and mention.status in ("", "in-force"):
        return False
    if concluded or bound:
        return True
    if mention.form in ("plan", "proposals"):
        ours = _JOINT.search(words) or _OLD.search(words)
        return mention.status == "reviewed" or (mention.known and ours is not None)
    return bool(mention.status) or mention.known


_RELATION = re.compile(r"relation|\bties\b|quan hệ", re.IGNORECASE)
_JOINT = re.compile(r"cooperation|joint|coordination|hợp tác|phối hợp", re.IGNORECASE)
_BOUND = re.compile(r"[^.,;:]{0,50}?\b(?:between|giữa|entre)\s|\s+(?:[\w’'-]+\s+){0,6}?(?:with|với|avec)\s")


def _settle(document: Document, sentences: Sequence[Sentence]) -> None:
    order: tuple[str, ...] = ("signed", "reviewed", "over", "planned", "in-force")
    told = {m.status for m in document.mentions if not m.sentence.title}
    counted = [m for m in document.mentions if not (m.sentence.title and told - {"", "in-force"})]
    statuses = {m.status: m.status_at for m in reversed(counted) if m.status}
    pictured = any(m.sentence.caption and m.status == "signed" for m in document.mentions)
    if "planned" in statuses and "signed" in statuses and document.first.status == "planned" and not pictured:
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
        document.mentions,
        key=lambda m: (
            not both_sides(m.parties),
            m.sentence.title or m.sentence.caption,
            m.status != document.status,
            -len({p.side for p in m.parties}),
        ),
    )
    own = [p for m in document.mentions for p in m.parties]
    if document.like and document.like.parties and not both_sides(own):
        sides = {p.side for p in own}
        document.parties = tuple(counterparts([*own, *[p for p in document.like.parties if p.side not in sides]]))
        return
    meant = [parties_of(m.sentence, (m.start, m.end, m.until), m.parties, sentences) for m in ranked]
    best = max(meant, key=lambda m: (both_sides(m.parties), m.sure, len(m.parties) > 0))
    document.parties, document.sure = tuple(by_name(p, sentences) for p in best.parties), best.sure
    document.provincial = any(m.provinces for m in meant)


def _as_beside(document: Document, found: Sequence[Document]) -> None:
    """Give a document of whose parties too little is said those of another.

    Of the one told in the same breath ("to sum up this and sign that with X"), or of all others, if they are of the
    same bodies all.
    """
    others = [d for d in found if d is not document and d.sure > GUESSED and both_sides(d.parties)]
    own = {p.key for m in document.mentions for p in m.parties}
    told = [m.sentence for m in document.mentions]
    for other in others if own and document.sure < CALLED else ():
        joined = any(m.sentence is s for m in other.mentions for s in told)
        if joined and other.sure > document.sure and own < {p.key for p in other.parties}:
            document.parties = other.parties
            return
    bodies = {frozenset(p.key for p in d.parties) for d in others}
    if len(bodies) != 1 or document.sure != GUESSED or document.provincial:
        return
    if both_sides([p for p in others[0].parties if p.special]) and not any(p.special for p in document.parties):
        document.parties = others[0].parties


def _said_next(document: Document, sentences: Sequence[Sentence]) -> Period | None:
    """The period with which one of the next sentences of the paragraph begins: "For five years from 2024, …"."""
    signing = document.signing
    if signing is None or document.status != "signed":
        return None
    at = next((n for n, s in enumerate(sentences) if s is signing.sentence), len(sentences))
    for sentence in sentences[at + 1 : at + 3]:
        if "\n" in sentence.text[signing.sentence.end : sentence.start]:
            break
        for period in periods(sentence.text, sentence.start, sentence.end):
            if period.start == sentence.start and period.inferred:
                return period
    return None


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
                if (
                    document.status != "planned"
                    and other.status == "in-force"
                    and not any(m.status for m in other.mentions)
                ):
                    other.status = "over"
