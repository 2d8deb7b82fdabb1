"""Documents put together from their mentions, and which of those told before a mention means."""

from __future__ import annotations

import re

from msgspec import Struct

from edition.drafting.mentioning import BOUND, OLD, Mention
from edition.drafting.news import News
from edition.drafting.parties import Party, both_sides
from edition.drafting.periods import Period
from edition.drafting.referring import GUESSED
from edition.drafting.terms import term


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
        in_year = next((m.signed.year for m in self.mentions if m.signed and m.signed.year), None)
        signed = in_year or (news.issued.year if news.issued and self.status == "signed" else 0)
        year = news.issued.year if news.issued else 0
        terms = (
            term(m.sentence.text, m.end, m.sentence.end if m.anaphor else m.until, year)
            or (term(m.sentence.text, m.since, m.start) if m.known else None)
            for m in self.mentions
            if m.status != "over" or m.status_at[0] > m.start  # what is replaced does not run until then
        )
        told = sorted(filter(None, terms), key=lambda t: not (t.begins and t.until))  # both years go before a length
        return next((p for t in told if (p := t.period(signed))), None)

    @property
    def told(self) -> set[str]:
        """All that its mentions say of how it stands."""
        return {m.status for m in self.mentions} - {""}

    @property
    def first(self) -> Mention:
        """The first mention."""
        return self.mentions[0]

    @property
    def signing(self) -> Mention | None:
        """The mention that reports the signing: the one that dates it, one of the body, if there is any."""
        told = [m for m in self.mentions if m.status == "signed"]
        return next((m for m in told if m.signed), told[0] if told else None)


def meant(mention: Mention, possible: list[Document], last: Document | None) -> Document | None:
    """The document that a mention means, of those that it agrees with."""
    if mention.anaphor:
        return last if last in possible else None
    if mention.other and _IN_FORCE.match(mention.sentence.text, mention.start):
        return next((d for d in reversed(possible) if d is not last and d.period and d.told <= {"in-force"}), None)
    if mention.other:
        return next((d for d in possible if mention.period and d.period), None)
    if mention.status in ("signed", "planned") and not mention.known:
        possible = [d for d in possible if _same_news(mention, d)]
    if _NEW.search(mention.sentence.text, mention.since, mention.start):
        possible = [d for d in possible if {m.status for m in d.mentions} & {"signed", "planned"}] or possible
    alike = [d for d in possible if _kind(mention) and _kind(mention) in map(_kind, d.mentions)]
    alike = alike or [d for d in possible if d.form == mention.form] or possible
    dated = [d for d in alike if mention.period and d.period]
    return dated[-1] if dated else max(alike, key=lambda d: d.mentions[-1].start, default=None)


_IN_FORCE = re.compile(r"the (?:current|present|existing) one\b", re.IGNORECASE)
_NEW = re.compile(r"\b(?:new|newly|latest)\s+(?:[\w-]+\s+){0,2}$")


def _same_news(mention: Mention, document: Document) -> bool:
    """Whether a mention tells again what was told of a document: papers say it in title, caption, lead, and below."""
    if mention.form != document.form and not generic(mention, document):
        return False
    if mention.period and document.period:
        return True
    before = {m.status for m in document.mentions}
    return mention.status in before or before == {""}


def agrees(mention: Mention, document: Document) -> bool:
    """Whether nothing that is said of a mention and of a document differs."""
    others = document.mentions
    if _CONTRAST.match(mention.sentence.text, mention.sentence.start, mention.start):
        return False
    beside = [m for m in others if m.sentence is mention.sentence]
    if beside and _REPLACED.search(mention.sentence.text, beside[-1].end, mention.start):
        return False
    if beside and not mention.anaphor and (mention.other or any(m.anaphor for m in beside)):
        return False
    if not mention.anaphor and minutes(mention) != any(map(minutes, others)):
        return False
    told_generally = all(_DOCUMENT.fullmatch(m.sentence.text[m.start : m.end]) for m in others)
    if mention.form != document.form and not generic(mention, document) and not told_generally:
        return False
    if not mention.anaphor and not in_time(mention, document):
        return False
    if mention.period and document.period and mention.period.edtf != document.period.edtf:
        return False
    if _kind(mention) and any(_kind(m) not in ("", _kind(mention)) for m in others):
        return False
    years = {m.signed.year for m in others if m.signed and m.signed.year}
    if mention.signed and mention.signed.year and years and mention.signed.year not in years:
        return False
    return _stand_alike(mention, document) and all(same_parties(mention, m) for m in others if m.parties)


_REPLACED = re.compile(
    r"\b(?:thay (?:thế|cho)|tiếp nối|kế tục|replac\w+|succeed\w*|supersed\w*|in place of)\b[^,;]{0,20}$"
)
_CONTRAST = re.compile(r"(?:Còn|Riêng)\s+$")


def in_time(mention: Mention, document: Document) -> bool:
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


def minutes(mention: Mention) -> bool:
    """Whether minutes of a meeting are meant, which are no agreement told of otherwise."""
    return _MINUTES.match(mention.sentence.text, mention.start) is not None


def generic(mention: Mention, document: Document) -> bool:
    """Whether a word such as "agreement" may mean a memorandum or a twinning spoken of before."""
    if _DOCUMENT.fullmatch(mention.sentence.text[mention.start : mention.end]):
        return True
    text = mention.sentence.text
    if _kind(mention) and _kind(mention) in {_kind(m) for m in document.mentions}:
        return True
    named = {p.key for p in mention.parties}
    same = not named or named in [{p.key for p in m.parties} for m in document.mentions]
    bare = mention.known and same and not BOUND.match(text, mention.end, mention.until)
    return mention.form in ("agreement", "twinning") and (mention.anaphor or bare)


def _stand_alike(mention: Mention, document: Document) -> bool:
    """Whether a mention and a document may be at the same stage: what is signed now was not reviewed today."""
    before = {m.status for m in document.mentions} - {""}
    described = mention.sentence.text[max(mention.sentence.start, mention.start - 25) : mention.end + 8]
    if before and before <= {"signed", "planned"} and OLD.search(described):
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


def same_parties(one: Mention, other: Mention) -> bool:
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


_AGAIN = re.compile(r"\b(?:renew|extend|prolong|gia hạn)", re.IGNORECASE)
_DOCUMENT = re.compile(
    r"(?:cooperation )?documents?|papers|(?:văn bản|văn kiện)(?: hợp tác)?|biên bản|documento?s?", re.IGNORECASE
)
"""Words that may mean any document."""
