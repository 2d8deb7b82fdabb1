"""How an agreement stands where it is mentioned: signed now, in force, reviewed, over, planned; and since when.

The verb that governs the mention says it, or else the nearest. What stands in the scope of a proposal, a wish or a plan
is still to come. A signing is the article's news unless its words set it in another time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from edition.drafting.dates import When
from edition.drafting.news import LEAD, News
from edition.drafting.parties import TITLE, Sentence
from edition.drafting.periods import Period
from edition.drafting.rules import rules
from edition.drafting.signing import signed_on

FAR, NEAR, NEXT, GAP = 260, 80, 45, 70
HEAD = 3
"""So many sentences of the body tell what is new, of which "đã ký" says that it was done."""


class Standing(Struct, frozen=True):
    """How a document stands, the words that say so, and when it was signed, where they say that."""

    status: str
    at: tuple[int, int]
    signed: When | None = None


@cache
def _verbs(language: str) -> dict[str, re.Pattern[str]]:
    data = rules("agreements")["signs"]
    key = language if language in ("en", "vi", "lo", "fr") else "en"
    found = {}
    for status, words in data.items():
        if key in words:
            bound = "" if key == "lo" or status == "planned-behind" else r"(?<!\w)"
            found[status] = re.compile(f"{bound}(?:{words[key]})", re.IGNORECASE)
    return found


def known(sentence: Sentence, a: int) -> bool:
    """Whether a document is spoken of as known: "under the agreement", "theo bản ghi nhớ", not "signed a plan"."""
    return _KNOWN.search(sentence.text, max(sentence.start, a - NEAR), a) is not None


_KNOWN = re.compile(
    r"\b(?:the|this|that|these|such|their|its|his|her|our|said|existing)\s+(?:(?!an? )[\w’'-]+\s+){0,4}$|"
    r"\b(?:theo|trong khuôn khổ|thực hiện|trên cơ sở|gia hạn)\s+(?:\w+\s+dung\s+)?(?:các\s+)?$",
    re.IGNORECASE,
)


def standing(
    sentence: Sentence, a: int, b: int, own: tuple[int, int], language: str, period: Period | None, news: News
) -> Standing:
    """How the document named at `a` to `b` stands, `own` being where its own words begin and end; "" if none say so."""
    signed = signed_on(sentence, a, b, own[1], period)
    if signed and signed.year and news.issued and signed.year > news.issued.year:
        return Standing("planned", (signed.start, signed.end))
    if then := _THEN_SIGNED.match(sentence.text, b, own[1]):
        return Standing("signed", (b, then.end()), signed)
    if lately := _SIGNED_LATELY.match(sentence.text, b, own[1]):
        return Standing("signed", lately.span(), signed)
    if newly := _NEWLY.search(sentence.text, max(sentence.start, a - NEAR), a):
        return Standing("signed", newly.span(), signed)
    if to_come := _to_come(sentence, a, b, own[1], language):
        again = _AGAIN_BEHIND.search(sentence.text, sentence.start, to_come[1]) and known(sentence, a)
        return Standing("in-force" if again else "planned", to_come, signed)
    if just := _JUST.match(sentence.text, min(b + 1, sentence.end)):
        return Standing("signed", just.span(), signed)
    status, at = _nearest(sentence, a, b, own[0], language)
    if status in ("signed", "reviewed") and at[0] < a and _unreal(sentence, at, language):
        again = _AGAIN.fullmatch(sentence.text, *at) and known(sentence, a)
        return Standing("planned" if status == "signed" and not again else "in-force", at, signed)
    past = signed and _PAST.search(sentence.text, max(sentence.start, signed.start - NEAR), a)
    if signed and not past and news.told(signed) and (news.stamped or status == "signed"):
        return Standing("signed", (signed.start, signed.end), signed)
    if status == "signed" and news.later(sentence.text, max(at[1], b), own[1]):
        return Standing("planned", at, signed)
    if status == "signed" and not _now(sentence, a, b, at, period, signed, news):
        status = "in-force"
    if status in ("", "in-force") and _NEXT.search(sentence.text, max(sentence.start, a - len("the next ")), b):
        status, at = "planned", (a, b)
    return Standing(status, at, signed)


def _to_come(sentence: Sentence, a: int, b: int, until: int, language: str) -> tuple[int, int] | None:
    """The words that say that a document is still to be signed."""
    verbs = _verbs(language)
    behind = verbs["planned-behind"].match(sentence.text, b, until) if "planned-behind" in verbs else None
    if behind and not (
        language == "vi" and until < sentence.end and _OBJECT.fullmatch(sentence.text, behind.end(), until)
    ):
        return a, behind.end()
    for match in verbs["planned"].finditer(sentence.text, sentence.start, a):
        gap = sentence.text[match.end() : a]
        held = match[0].casefold().startswith("to ") and _HELD.search(sentence.text, sentence.start, match.start())
        if len(gap) < GAP and not _BREAKS.search(gap) and not held:
            return match.span()
    return None


_THEN_SIGNED = re.compile(
    r"[^.;]{0,60}?\b(?:và|rồi)\s+(?:(?:đã|cùng|tiến hành|tổ chức|lễ)\s+)*(?:ký kết|ký)(?=[,.;]|\s+(?:ngay|ngày|tại|vào|"
    r"sau|trong)\b)|"
    r"[^.;]{0,60}?\band (?:then )?signed it\b"
)
"""A draft that was signed at once: "thống nhất dự thảo bản ghi nhớ và tiến hành ký kết"."""
_SIGNED_LATELY = re.compile(r" (?:which was |was )?signed(?: here)? (?:on [A-Z][a-z]+day|yesterday|today|this week)\b")
_NEWLY = re.compile(r"\b(?:newly|just|recently)[ -](?:signed|inked|concluded)\s+(?:\w+\s+){0,2}$")
_OBJECT = re.compile(r"\s+(?:kết\s+)?(?:[^\s,.;]+\s+){0,2}")
"""Behind a verb that governs the next document, not the one before: "đánh giá kế hoạch A, thống nhất sẽ ký B"."""
_BREAKS = re.compile(
    r"[.;]|\b(?:after|before|which|under|and (?:signed|reviewed)|đã|thay cho|thay thế|replac\w+|"
    r"so that|when|while|because)\b"
)


_HELD = re.compile(r"\b(?:held|met|gathered|convened|organi[sz]ed|hosted|came|travelled|arrived)\b")
"""They met to sign, and so they did."""


_AGAIN = re.compile(r"renew\w*|extend\w*|gia hạn", re.IGNORECASE)
_AGAIN_BEHIND = re.compile(r"\b(?:renew|extend|renewed|extended|gia hạn)$", re.IGNORECASE)
"""What is to be renewed is in force until then."""


def _unreal(sentence: Sentence, verb: tuple[int, int], language: str) -> bool:
    """Whether a verb is only of what is wished for or to come: in the scope of such words, or without any tense."""
    text, start = sentence.text, sentence.start
    held = _HELD.search(text, start, verb[0]) is not None
    if language == "en" and not (sentence.title or sentence.caption) and _BARE.fullmatch(text, *verb):
        modal = _MODAL.search(text, start, verb[0])
        return not held and modal is not None and _SUBJECT_OF_BARE.search(text, start, verb[0]) is None
    words = [*_unreal_words(language).finditer(text, start, verb[0])]
    return bool(words) and _DONE_SINCE.search(text, words[-1].end(), verb[1]) is None


@cache
def _unreal_words(language: str) -> re.Pattern[str]:
    data = rules("agreements")["unreal"]
    return re.compile(rf"(?<!\w)(?:{data[language]})(?!\w)" if language in data else r"(?!)", re.IGNORECASE)


_BARE = re.compile(r"sign|conclude|renew|extend|ink|seal|review|assess|evaluate|sum up|summari[sz]e")
_MODAL = re.compile(
    r"\b(?:to|will|would|shall|should|can|could|may|might|must|agree\w*|plan\w*|propos\w*|suggest\w*|hope\w*|that|let|"
    r"ask\w*|request\w*|urge\w*)\b"
)
"""Without any of these it is what a picture shows: "The directors of X and Y sign the agreement"."""
_SUBJECT_OF_BARE = re.compile(r"\b(?:every|each)\b|\b(?:annually|yearly|regularly|often)\s+$", re.IGNORECASE)
"""Only what is done again and again is told in the present."""
_DONE_SINCE = re.compile(
    r"[.;]|\bđã\b|\bvừa\b|,\s+(?:(?:hai|ba|các|đại diện|lãnh đạo|đồng thời)\s[^,]*?)?(?:tiến hành )?(?:ký|kí)|"
    r"\band (?:signed|inked|concluded|renewed|reviewed|summed|assessed)|\b(?:before|after|having|was|were|had|has|"
    r"have)\b|"
    r"\b(?:signed|inked|concluded|renewed|reviewed)$"
)
"""What stands between ends the scope: another clause, or a verb that tells what was done."""


def _nearest(sentence: Sentence, a: int, b: int, least: int, language: str) -> tuple[str, tuple[int, int]]:
    """The verb nearest to a mention: one before it goes before one behind, a review before a signing.

    A verb that governs the mention before, which ends at `least`, counts where the mention has none of its own.
    """
    text = sentence.text
    found = [
        (_distance(sentence, status, match, a, b), status, match.span())
        for status, pattern in _verbs(language).items()
        if status in _WEIGHT
        for match in _around(pattern, sentence, a, b)
    ]
    governed = [at for _, status, at in found if status == "signed" and at[1] <= a and _GAP.fullmatch(text, at[1], a)]
    if _SUBJECT.search(text, max(sentence.start, a - NEXT), a):
        found = [f for f in found if f[2][0] >= b]
    elif governed:  # "signed the plan, as they looked back on five years"
        found = [f for f in found if f[1] != "reviewed" or f[2][0] < b]
    found = [f for f in found if f[2] in governed or f[2][0] >= b or not _OF_MUCH_ELSE.fullmatch(text, *f[2])]
    if any(least <= at[0] < a for distance, _, at in found if distance is not None):
        found = [f for f in found if f[2][0] >= least]
    joined = [at[0] for _, status, at in found if status == "signed" and _joined(sentence, at[0]) and at[0] < a]
    if joined:
        found = [f for f in found if f[2][0] >= max(joined)]
    if any(status == "reviewed" and at[0] >= b for _, status, at in found):
        found = [f for f in found if not _CARRIED_OUT.match(sentence.text, f[2][0])]
    distance, status, at = min((f for f in found if f[0] is not None), default=(FAR + 1, "", (a, b)))
    return (status, at) if distance is not None and distance <= FAR else ("", (a, b))


_GAP = re.compile(r"(?:\s+of)?(?:\s+(?!(?:on|of|with|by|for|to|in|and|about|với|về|cùng|và|cho)\s)[^\s,.;:]+){0,6}\s*")
"""What stands between a verb and the document that it governs: articles, numbers and adjectives."""
_SUBJECT = re.compile(
    r"\b(?:when|while|because|as|if|until|before|after|that|rằng)\s+(?:(?:the|this|that|their|its|our)\s+)?"
    r"(?:(?:current|existing|present|previous|old|new|[\w]+[’'])\s+)?$"
)
"""The document is the subject of a subordinate clause: "when it runs out", "before the current plan expires"."""
_OF_MUCH_ELSE = re.compile(
    r"exchanged|reached|settled|adopted|approved|seal(?:ed)?|conclusion|concluded?|trao", re.IGNORECASE
)
"""Verbs that say a signing only where they govern the document: views are exchanged, and talks concluded, too."""


def _joined(sentence: Sentence, at: int) -> bool:
    """Whether a verb is the second of two: "to sum up five years of work and to sign an agreement"."""
    before = (sentence.text, max(sentence.start, at - len(" and to ")), at)
    listed = sentence.text.startswith(("ký", "kí"), at) and _COMMA.search(*before)
    return bool(listed) or _AND.search(*before) is not None


_COMMA = re.compile(r",\s+$")
"""Vietnamese sets no "và" between what was done: "tổng kết 15 năm kết nghĩa, ký kết giao ước"."""


_AND = re.compile(r"\b(?:and(?: to)?|và)\s+$")
_CARRIED_OUT = re.compile(r"thực hiện|triển khai|implement", re.IGNORECASE)
"""What was carried out, and is then reviewed: "Sau 5 năm thực hiện thỏa thuận, hai bên tổng kết"."""


def _around(pattern: re.Pattern[str], sentence: Sentence, a: int, b: int) -> Iterator[re.Match[str]]:
    yield from pattern.finditer(sentence.text, sentence.start, a)
    yield from pattern.finditer(sentence.text, b, sentence.end)


_WEIGHT = {"signed": 0, "reviewed": -45, "over": -40, "in-force": 8}
_BEHIND = 12


def _distance(sentence: Sentence, status: str, verb: re.Match[str], a: int, b: int) -> int | None:
    text, before = sentence.text, verb.end() <= a
    distance = a - verb.end() if before else verb.start() - b + _BEHIND
    if before and (_WAS.search(text, sentence.start, verb.start()) or _BEEN.match(verb[0])):
        return None  # what was done was done with something else
    if status == "signed":
        if _NOT_NOW.search(text, max(sentence.start, verb.start() - 20), verb.start()):
            return None
        passive = _PASSIVE.search(text, max(b, verb.start() - GAP), verb.start())
        if not before and not passive and distance > 25 and not _WHICH.match(text, b, verb.start()):
            return None
    return distance + _WEIGHT[status]


_WAS = re.compile(r"\b(?:was|were|been|being)(?: \w+ly)?\s+$")
_BEEN = re.compile(r"\w+ been\b")
_NOT_NOW = re.compile(
    r"\b(?:prior to|before|after|since)\s+(?:the\s+)?$|\b(?:sau|qua|trong|hơn)\s+(?:[\w-]+\s+){1,2}năm\s+$",
    re.IGNORECASE,
)
_WHICH = re.compile(rf"[^,.;]{{0,60}},?\s(?:which|that|mà|do)\s(?:[^.;]|{TITLE})*$")
_PASSIVE = re.compile(r"(?:(?:was|were|been)(?: \w+ly)?|just|also|được(?: [^\s,.;]+){0,6})\s+$")


def _now(
    sentence: Sentence,
    a: int,
    b: int,
    verb: tuple[int, int],
    period: Period | None,
    signed: When | None,
    news: News,
) -> bool:
    """Whether a signing is the article's news, not something it looks back on."""
    if sentence.title or sentence.caption:
        return True
    text = sentence.text
    if _JUST.search(text, max(sentence.start, verb[0] - 16), verb[1]):
        return True
    if _GOES_ON.match(text, verb[1], sentence.end):
        return False
    if signed and news.another(signed, sentence):
        return False
    if period and news.issued and period.years[0] < news.issued.year - 1 and not (signed and news.told(signed)):
        return False  # what began years ago was signed then
    if _PAST.search(text, max(sentence.start, verb[0] - NEAR), min(sentence.end, verb[1] + len(" so far"))):
        return False
    if sentence.number >= LEAD and _HAVE.search(text, max(sentence.start, verb[0] - NEXT), verb[1]):
        return False
    if _AGO.match(text, verb[1], sentence.end):
        return False
    done = sentence.number > HEAD and _DONE.search(text, max(sentence.start, verb[0] - 4), verb[1])
    begins_now = period is not None and news.issued is not None and period.years[0] >= news.issued.year
    if done and not begins_now and not _OCCASION.search(text, sentence.start, sentence.end):
        return False
    return not (verb[0] >= b and _THAT.match(text, b, verb[1]) and not _LATELY.match(text, verb[1]))


_PAST = re.compile(
    r"\bsince\s+(?:the|they|its|their|both|it)\b(?![^.;]{0,40},)|"
    r"\bhad\s+(?:\w+\s+)?(?:signed|inked|concluded)\b|\b(?:since (?:then|(?:19|20)\d\d)|previously|last year|years ago|"
    r"so far|to date|at th(?:e|at) time|khi đó|lúc đó|từ khi|trước đó|trước đây|từng|năm ngoái|năm trước|lâu nay)\b",
    re.IGNORECASE,
)
_HAVE = re.compile(r"\b(?:have|has)\s+(?:\w+\s+)?(?:signed|inked|concluded)$", re.IGNORECASE)
"""What they have signed is the news in an article's lead, and further below what was signed at any time."""
_AGO = re.compile(r"[^.,;]{0,40}?\b(?:ago|last year|trước đây|cách đây)\b")
_NEXT = re.compile(r"\b(?:[Tt]he|[Tt]heir|[Ii]ts) next\b")
_JUST = re.compile(r"\b(?:just|newly|recently|vừa(?: được)?|mới)\s+(?:signed|inked|concluded|ký|kí)", re.IGNORECASE)
_DONE = re.compile(r"\bđã\s+(?:ký|kí)")
"""Told of what is new in the head of an article, or where it says on which occasion; else of what is long done."""
_OCCASION = re.compile(
    r"\b(?:dịp|cũng|cùng ngày|chứng kiến|tại (?:buổi|lễ|hội|chương trình|cuộc)|kết thúc|sau (?:hội|buổi|cuộc|khi)|"
    r"ngày \d)",
    re.IGNORECASE,
)
_THAT = re.compile(r"\s+(?:[^\s,.;]+\s+){0,6}?(?:(?<!to )that|which|mà|do)\s[^,.;]*$")
_LATELY = re.compile(r"\s+(?:last week|this week|yesterday|today|on [A-Z]\w+day|hôm qua|hôm nay|sáng nay|tuần qua)")
_GOES_ON = re.compile(
    r"[^;]*?\b(?:(?:đang|tiếp tục|and (?:are|is))\s+(?:được\s+)?(?:triển khai|thực hiện|implement\w*|carry\w*|"
    r"effectively)|effectively (?:implement|carry)\w*)",
    re.IGNORECASE,
)
