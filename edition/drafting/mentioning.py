"""Mentions of agreements: a document named in a sentence, with its period, its parties, and how it stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from msgspec import Struct

from edition.drafting.concluding import clause, named
from edition.drafting.dates import Day, When
from edition.drafting.naming import Named, named_in
from edition.drafting.news import News
from edition.drafting.pairs import pair
from edition.drafting.parties import Party, Sentence, both_sides
from edition.drafting.periods import Period, periods
from edition.drafting.standing import known, standing

FAR, AHEAD, BESIDE = 150, 45, 14
SUBJECT = 25
"""So near to the beginning of a clause stands its subject."""


class Mention(Struct):
    """An agreement named in a sentence."""

    sentence: Sentence
    start: int
    end: int
    form: str
    period: Period | None
    status: str
    status_at: tuple[int, int]
    known: bool
    """Whether it is spoken of as known: "under the agreement", not "signed an agreement"."""
    anaphor: bool
    other: bool
    governed: bool
    signed: When | None
    parties: tuple[Party, ...]
    since: int
    until: int
    """Where its own words begin and end: at the mentions beside it, or with the sentence."""


def period_spans(sentences: Iterable[Sentence]) -> list[tuple[int, int]]:
    """Where periods stand: their years are no figures."""
    return [(p.start, p.end) for s in sentences for p in periods(s.text, s.start, s.end)]


def mentions(sentence: Sentence, language: str, news: News, last: str = "") -> list[Mention]:
    """The agreements that a sentence names; `last` is the form of the one named before, which "a new one" is, too."""
    near = periods(sentence.text, sentence.start, sentence.end)
    names = named_in(sentence, language, near, last)
    found = []
    for before, one, following in zip([None, *names], names, [*names[1:], None], strict=False):
        own = (before.end if before else sentence.start, following.start if following else sentence.end)
        period = _period(near, one, own, sentence.text)
        framed = None if period else _framed(sentence, one, near)
        near = [p for p in near if p is not period]
        mention = _mention(sentence, one, own, period or framed, language, news)
        if framed and mention.status in ("", "in-force"):
            mention.status = "reviewed"
        if mention.other and mention.status in ("", "in-force") and _FORMER.search(sentence.text, one.start, one.end):
            mention.status = "over"
        if not _no_ones(mention, own):
            found.append(mention)
    return found


def _mention(
    sentence: Sentence, one: Named, own: tuple[int, int], period: Period | None, language: str, news: News
) -> Mention:
    a, b = one.start, one.end
    stands = standing(sentence, a, b, own, language, period, news)
    return Mention(
        sentence,
        a,
        b,
        one.form,
        period,
        stands.status,
        stands.at,
        one.anaphor or known(sentence, a),
        one.anaphor,
        one.other,
        one.governed,
        stands.signed or _of_year(sentence, one, period),
        () if sentence.title else tuple(named(sentence, a, b, *own)),
        *own,
    )


def _of_year(sentence: Sentence, one: Named, period: Period | None) -> When | None:
    """The year by which a document goes: "the 2019 memorandum". A plan's is that for which it was made."""
    if one.form in ("plan", "proposals") or period:
        return None
    year = _OF_YEAR.search(sentence.text, max(sentence.start, one.start - AHEAD), one.start)
    return When(*year.span("y"), Day(int(year["y"]), 0, None)) if year else None


_OF_YEAR = re.compile(r"\b(?:the|an?|their|its)\s+(?P<y>(?:19|20)\d\d)\s+(?:[\w-]+\s+){0,2}$")


# Documents that are no one's in particular, firms', or other countries'


def _no_ones(mention: Mention, own: tuple[int, int]) -> bool:
    text, a = mention.sentence.text, mention.start
    before = text[max(mention.sentence.start, a - AHEAD) : a]
    if (
        _OF_ANY_YEAR.match(text, mention.end)
        or _BETWEEN_FIRMS.match(text, mention.end, own[1])
        or _PLEDGE.search(text, own[0], mention.end)
    ):
        return True
    start = clause(mention.sentence, a, mention.end)[0]
    if (
        not (mention.anaphor or mention.other)
        and mention.period is None
        and (_MANY.search(before) or _EACH.search(text, start, a))
    ):
        return True
    firms = _FIRMS.search(text, start, a)
    if firms and firms.start() - start < SUBJECT:
        return True
    elsewhere = firms or _ELSEWHERE.search(text, max(mention.sentence.start, start - AHEAD), a)
    return elsewhere is not None and not both_sides(mention.parties)


_MANY = re.compile(
    r"\b(?:no|any|other|many|several|all|various|nhiều|các|(?:chưa|không) (?:ký|kí)(?: kết)?)\s+(?:[\w-]+\s+){0,2}$|"
    r"\b(?:businesses|enterprises|companies|firms|doanh nghiệp)\s+(?:[\w-]+\s+){0,4}$",
    re.IGNORECASE,
)
_EACH = re.compile(r"\b(?:[Ee]ach|[Ee]very) \w+[^;]{0,120}?\bsign\b|\b(?:[Hh]ằng|[Mm]ỗi) năm\b[^;]{0,90}?\bký\b")
_FIRMS = re.compile(r"\b(?:firms|companies|enterprises|businesses|doanh nghiệp)\b")
_BETWEEN_FIRMS = re.compile(rf"[^.;,]{{0,40}}?\b(?:between|giữa)\s+(?:[\w-]+\s+){{0,3}}?{_FIRMS.pattern}")
_OF_ANY_YEAR = re.compile(r" (?:hàng|hằng|từng|mỗi) năm\b")
_PLEDGE = re.compile(
    r"\b(?:households|families|residents|villagers|people|người dân|bà con|nhân dân|hộ dân|hộ gia đình|các hộ)\b"
    r"[^.;]{0,60}?\b(?:sign\w*|ký|kí)\s+(?:[\w-]+\s+){0,2}?(?:pledges?|commitments?|(?:bản )?cam kết)$"
)
"""What those who live somewhere promise."""
_ELSEWHERE = re.compile(r"\b(?:Cambodia|China|Chinese|Thailand|Thai(?= )|Campuchia|Trung Quốc|Thái Lan)\b(?! Nguy| B)")


def _period(near: Sequence[Period], one: Named, own: tuple[int, int], text: str) -> Period | None:
    """The period of a document: within its name, right before it, or behind it with nothing else between."""
    if inside := next((p for p in near if one.start <= p.start and p.end <= one.end), None):
        return inside
    ahead = next((p for p in reversed(near) if own[0] <= p.start and p.end <= one.start <= p.end + AHEAD), None)
    if ahead:
        gap = text[ahead.end : one.start]
        if (len(gap) <= BESIDE or _NOUNS.fullmatch(gap)) and not _JOINED.search(gap):
            return ahead
    behind = next((p for p in near if one.end <= p.start <= min(own[1], one.end + FAR)), None)
    if behind and _BY_IT.search(text, own[0], one.start) and _DONE_THEN.search(text, one.end, behind.start):
        return None  # "theo bản ghi nhớ, từ năm 2025 đến năm 2027 …": when what it provides is to be done
    if behind is None or "." in text[one.end : behind.start].replace("TP.", ""):
        return None
    topic = _TOPIC.search(text, one.end, behind.start)
    if topic and topic.end() == behind.start and _OF_WHOM.fullmatch(text, one.end, topic.start()):
        return behind
    return None if _SOMETHING_ELSE.search(text, one.end, behind.start) else behind


_TOPIC = re.compile(
    r" (?:về|on) (?:(?!ký|kí|signed|đã|sẽ|will|which|that|trong đó|theo)[^\s.;]+ ){2,20}?"
    r"(?:(?:trong )?giai đoạn |(?:in|for|during) (?:the )?(?:period )?)\Z"
)
_OF_WHOM = re.compile(r"(?: (?:giữa|between) [^.;]{3,160}?)?")
"""What a document is about, and then for when: "về hỗ trợ kỹ thuật, đào tạo lái xe trong giai đoạn 2024-2026"."""
_FORMER = re.compile(r"predecessor|forerunner|previous|earlier|old")


def _framed(sentence: Sentence, one: Named, near: Sequence[Period]) -> Period | None:
    """The time with which a sentence begins, in which a document was carried out: "In 2021-2025, X carried out …"."""
    starts = [sentence.start, *[m.end() for m in _SAID.finditer(sentence.text, sentence.start, one.start)]]
    frame = next((f for a in starts if (f := _FRAME.match(sentence.text, a, one.start))), None)
    if frame is None:
        return None
    if not (
        _CARRIED_OUT.search(sentence.text, frame.end(), min(sentence.end, one.end + AHEAD))
        or _UNDER_IT.fullmatch(sentence.text, frame.end(), one.start)
    ):
        return None
    if frame["y"]:
        yearly = one.form == "plan" or _YEARLY.match(sentence.text, one.start)
        return Period(*frame.span("y"), frame["y"]) if yearly else None
    return next((p for p in near if frame.start() <= p.start < frame.end()), None)


_FRAME = re.compile(
    r"(?:(?:In|During|Over|For|(?:Trong )?(?:giai đoạn|các năm))\s+(?:the\s+)?(?:period\s+)?(?:of\s+|from\s+)?"
    r"20\d\d\s*(?:[-–]|to)\s*20\d\d(?:\s+period)?|(?:In|(?:Trong )?năm)\s+(?P<y>20\d\d)),\s",
    re.IGNORECASE,
)
_SAID = re.compile(r"\b(?:cho biết|cho hay|khẳng định|nhấn mạnh|đánh giá|nhận định|rằng|that|said)[,:]?\s+")
_CARRIED_OUT = re.compile(r"\b(?:carr\w+ out|implement\w*|fulfil\w*|complet\w+|thực hiện|triển khai|hoàn thành)\b")
_UNDER_IT = re.compile(
    r"(?:under|according to|within|theo|trên cơ sở)\s+(?:the|their|its|các)?\s*(?:[\w-]+\s+){0,2}", re.IGNORECASE
)
_YEARLY = re.compile(r"minutes|biên bản (?:hội đàm|làm việc)", re.IGNORECASE)


_DONE_THEN = re.compile(r",[^,]{0,20}$")
_BY_IT = re.compile(r"\b(?:under|according to|theo)\s+(?:(?:the|this|nội dung)\s+)?$", re.IGNORECASE)
_NOUNS = re.compile(r"\s*(?:period\s*)?[\w\s-]{0,30}")
_JOINED = re.compile(r"\b(?:and|và)\b|[,)]")
_SOMETHING_ELSE = re.compile(
    r"\b(?:trong đó|tăng|so với|compared|while|since|during|trong giai đoạn|reviewed|instead of|followed by|"
    r"replac\w+|succeed\w+|"
    r"after the(?! initial))\b|\b(?:and|và)\s+(?:set|discuss\w*|agree\w*|sign\w*|adopt\w*|outlin\w*|map\w*|draw\w*|"
    r"plan\w*|đề ra|"
    r"bàn|thống nhất|triển khai|xây dựng|ký|thảo luận|xác định)\b"
)


# Mentions that may stand for a document


def worth(mention: Mention, language: str) -> bool:
    """Whether a mention may stand for a document: by its period, a verb that says how it stands, or its parties."""
    if mention.period:
        return True
    words = mention.sentence.text[mention.start : mention.end]
    start, end = clause(mention.sentence, mention.start, mention.end)
    if mention.form == "twinning" and pair(mention.sentence, start, end):
        return True
    if _RELATION.search(words) and mention.status not in ("signed", "planned") and not mention.signed:
        return BOUND.match(mention.sentence.text, mention.end, mention.until) is not None  # a relation, not a document
    concluded = mention.status in ("signed", "planned") or mention.signed is not None or mention.governed
    if _WEAK.fullmatch(words) and not concluded and not both_sides(mention.parties):
        return False
    several = (
        mention.form != "twinning" and words.rstrip().endswith(("s", "documents")) and not words.startswith("minutes")
    )
    bound = both_sides(mention.parties) or BOUND.match(mention.sentence.text, mention.end, mention.until) is not None
    if several and mention.status == "planned" and mention.form != "proposals":
        return False  # plans that others may make one day
    if several and mention.status in ("", "in-force"):
        return False
    if concluded or bound:
        return True
    if mention.form in ("plan", "proposals"):
        ours = _JOINT.search(words) or OLD.search(words)
        return mention.status == "reviewed" or (mention.known and ours is not None)
    return bool(mention.status) or mention.known


_RELATION = re.compile(r"relation|\bties\b|quan hệ", re.IGNORECASE)
_JOINT = re.compile(r"cooperation|joint|coordination|hợp tác|phối hợp", re.IGNORECASE)
BOUND = re.compile(r"[^.,;:]{0,50}?\b(?:between|giữa|entre)\s|\s+(?:[\w’'-]+\s+){0,6}?(?:with|với|avec)\s")
_WEAK = re.compile(
    r"(?:contract|arrangement|document|minute|(?:joint )?(?:statement|communiqué|declaration))s?|hợp đồng\b.*|"
    r"(?:các )?(?:nội dung )?hợp tác|văn kiện.*|tuyên bố chung",
    re.IGNORECASE,
)
"""Words that name much else, too: they are a document only if it is signed."""
OLD = re.compile(r"\b(?:current|existing|present|previous|earlier|old|former|last|hiện hành|hiện có|cũ|trước đó)\b")
