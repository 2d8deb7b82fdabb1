"""Mentions of agreements: a form with the period and the verb of its sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from msgspec import Struct

from edition.drafting.concluding import clause, named
from edition.drafting.dates import Day, When
from edition.drafting.parties import Party, Sentence, acting, both_sides
from edition.drafting.periods import Period, periods
from edition.drafting.rules import rules
from edition.drafting.standing import News, standing

_ANAPHOR = re.compile(
    r"\b(?:That|This|The|the|this) (?:document|deal|pact)\b|(?<=[Tt]heo )(?:đó|văn bản này)|\b[Vv]ăn bản (?:này|"
    r"trên)\b|\b(?:[Ll]e|[Cc]e) (?:texte|document)\b|"
    r"\b[Ii]t(?= (?:(?:will|would|is to) be signed|is (?:also )?(?:valid|to (?:cover|run|last))|was (?:also )?(?:signed|concluded|initialled)|"
    r"(?:will )?(?:covers?|runs?|lasts?|expires?|replaces?|takes? effect|remains? (?:valid|in force))|"
    r"ran|expired|replaced)\b)|(?<=signed )it\b|(?<=renewed )it\b|"
    r"\b(?:Biên bản|Văn bản|Thỏa thuận|Kế hoạch|Chương trình)(?= (?:có (?:hiệu lực|giá trị|thời hạn)|được ký|kéo dài)\b)"
)
"""Words that stand for the document of which was spoken last."""
_SEVERAL = re.compile(r"s\b|\bmemoranda\b")
_AGAIN = re.compile(r"(?:,|\band|\bvà)\s+(?P<one>with|với)\b(?P<year>(?=[^.;]{0,50}?\b(?:in|năm)\s+(?:19|20)\d\d))?")
"""A further document of the same kind, of which only the partner is named: "with X in 2011 and with Y in 2016"."""
_ANOTHER = re.compile(
    r"\b(?:[Aa]n?|[Tt]he|[Aa]nother|[Ii]ts|[Tt]heir)\s+(?:(?:second|third|new|next|current|present|latest|previous|"
    r"earlier|first|separate|fresh|old|(?:19|20)\d\d\s*[-–]\s*(?:20)?\d\d)\s+)(?:and\s+\w+\s+)?one\b|"
    r"\b(?:[Aa]|[Ii]ts|[Tt]he|[Tt]heir)\s+successor\b(?! to\b)|"
    r"\banother(?: one\b|(?=,? (?:for|in|on|covering|valid|between|until|with|to)\b))|"
    r"\bthe one (?=that|which|signed|for)|(?<!the )\bone (?=between\b)|\bthat (?=(?:of|for) (?:19|20)\d\d)|"
    r"(?<=ký )(?:mới|lại|tiếp)(?= (?:cho )?(?:giai đoạn|nhiệm kỳ))"
)
_KNOWN = re.compile(
    r"\b(?:the|this|that|these|such|their|its|his|her|our|said|above-mentioned|existing)\s+(?:[\w’'-]+\s+){0,4}$",
    re.IGNORECASE,
)
_FRESH = re.compile(
    r"\b(?:an?|another|separate|two|three|four|several|own|own new|first)\s+(?:[\w’'-]+\s+){0,4}$|"
    r"\balso\s+(?:\w+\s+){0,3}$",
    re.IGNORECASE,
)
_KNOWN_VI = re.compile(
    r"\b(?:theo|thực hiện|triển khai|trong khuôn khổ|căn cứ|trên cơ sở|cụ thể hóa|nội dung|kết quả)"
    r"(?:\s+(?:tốt|nghiêm túc|có|hiệu quả|các|những|của|nội dung|nghiêm|bản|\d+ năm)){0,4}\s+$",
    re.IGNORECASE,
)
_KNOWN_BEHIND_VI = re.compile(r"(?:\s+\w+){0,1}?\s+(?:này|nêu trên|nói trên|trên đây|vừa ký|đã ký)\b")
_FRESH_VI = re.compile(r"\b(?:cũng|còn)\s+(?:đã\s+)?(?:ký|kí)(?:\s+kết)?\s+(?:\w+\s+){0,2}$|\bmột\s+$", re.IGNORECASE)
_NEAR = 150


class Mention(Struct):
    """An agreement named in a sentence."""

    sentence: Sentence
    start: int
    end: int
    form: str
    period: Period | None
    status: str
    status_at: tuple[int, int]
    manner: str
    """"known" as in "under the agreement", "fresh" as in "signed an agreement", or "" where the words leave it open."""
    anaphor: bool = False
    other: bool = False
    governed: bool = False
    signed: When | None = None
    parties: tuple[Party, ...] = ()
    until: int = 0
    """Where its own words end: at the next mention, or with the sentence."""


@cache
def _forms(language: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    data = rules("agreements")["forms"]
    key = language if language in ("en", "vi", "lo", "fr") else "en"
    return tuple(
        (form["form"], re.compile(form[key] if key == "lo" else rf"(?<![\w])(?:{form[key]})(?!\w)"))
        for form in data
        if key in form
    )


def _each(sentence: Sentence, b: int) -> list[tuple[int, int]]:
    """The partners of several documents, each with its year: "memoranda with X (2013), Y (2015) and Z (2018)"."""
    partners = [p for p in acting(sentence, b) if _ITS_YEAR.match(sentence.text, p.end)]
    if _SEPARATE.search(sentence.text, sentence.start, b) and (w := _WITH.match(sentence.text, b, sentence.end)):
        partners = acting(sentence, w.end())
    return [(p.start, p.end) for p in partners] if len(partners) > 1 else []


_SEPARATE = re.compile(r"\b(?:separate|respective|riêng)\s+(?:[\w-]+\s+){0,3}?[\w-]+$")
_WITH = re.compile(r"[^.;]{0,40}?\b(?:with|với)\s+")
_ITS_YEAR = re.compile(r"(?:\s+[Pp]rovinces?)?\s*(?:\(|,\s|\bin\s|\bnăm\s)\s*(?:in |năm )?(?:19|20)\d\d\b(?!\s*[-–])")


@cache
def _governed(language: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    data = rules("agreements")["governed"]
    key = language if language in ("vi", "fr") else "en"
    gap = r"(?:\s+(?!between|with|for|on|of|that|giữa|với|về|theo)[\w’'“\"-]+,?){0,6}?\s+[“\"]?"
    return tuple(
        (
            noun["form"],
            re.compile(
                rf"(?<!\w){data['verb'][key]}{gap}(?P<noun>{noun[key]})(?![\w-])|"
                rf"(?<!\w)(?P<passive>{noun[key]})(?=[^.;]{{0,60}}?\s{data['passive'][key]}\b)"
            ),
        )
        for noun in data["nouns"]
    )


def period_spans(sentences: Iterable[Sentence]) -> list[tuple[int, int]]:
    """Where periods stand: their years are no figures."""
    return [(p.start, p.end) for s in sentences for p in periods(s.text, s.start, s.end)]


def mentions(sentence: Sentence, language: str, news: News, last: str = "") -> list[Mention]:
    """The agreements that a sentence names; `last` is the form of the one named before, which "a new one" is, too."""
    text, start, end = sentence.text, sentence.start, sentence.end
    spans: list[tuple[int, int, str, bool]] = []
    others: set[int] = set()
    governed: set[int] = set()
    for form, pattern in _forms(language):
        for match in pattern.finditer(text, start, end):
            if not any(a < match.end() and match.start() < b for a, b, _, _ in spans) and _is_a_document(
                form, text, match, start, language
            ):
                spans.append((match.start(), match.end(), form, False))
    for form, pattern in _governed(language):
        for match in pattern.finditer(text, start, end):
            a, b = match.span("noun" if match["noun"] else "passive")
            if not any(x < b and a < y for x, y, _, _ in spans):
                spans.append((a, b, form, False))
                governed.add(a)
    spans.sort()
    if form := spans[0][2] if spans else last:
        ones = [m for m in _ANOTHER.finditer(text, start, end) if not any(a <= m.start() < b for a, b, _, _ in spans)]
        several = [s for s in spans if _SEVERAL.search(text[s[0] : s[1]])]
        again = [
            m.span("one")
            for m in _AGAIN.finditer(text, start, end)
            if any(s[0] < m.start() and (m["year"] is not None or s in several) for s in spans)
        ]
        listed = [span for s in several for span in _each(sentence, s[1])]
        if listed:
            spans = [s for s in spans if s not in several]
        found_ones = [(m.start(), m.end()) for m in ones] + again + listed
        spans += [(a, b, form, False) for a, b in found_ones]
        others = {a for a, _ in found_ones}
        if any(text[a:b] == "one " for a, b in found_ones):  # "two memoranda, one between … and one between …"
            spans = [s for s in spans if s[0] in others or not _SEVERAL.search(text[s[0] : s[1]])]
    spans = [(a, b, form, again or _ceremony(sentence, a, b)) for a, b, form, again in spans]
    for match in _ANAPHOR.finditer(text, start, end):
        if not any(a < match.end() and match.start() < b for a, b, _, _ in spans):
            spans.append((match.start(), match.end(), "agreement", True))
    spans.sort()
    spans = [span for number, span in enumerate(spans) if not (number and _is_about(text, spans[number - 1], span))]
    spans = [s for n, s in enumerate(spans) if n + 1 == len(spans) or not _COUNTED.search(text[max(start, s[0] - 24) : s[0]])]
    near = periods(text, start, end)
    spans = _each_period(text, spans, near)
    found: list[Mention] = []
    claimed: list[Period] = []
    for number, (a, b, form, anaphor) in enumerate(spans):
        least = spans[number - 1][1] if number else start
        most = spans[number + 1][0] if number + 1 < len(spans) else end
        period = _period([p for p in near if p not in claimed], a, b, least, most, text)
        claimed += [period] if period else []
        stands = standing(sentence, a, b, (least, most), language, period, news)
        status, at, signed = stands.status, stands.at, stands.signed
        if form == "twinning" and not status and text[a:b].lower().startswith("lễ"):
            status = "signed"
        before = text[max(start, a - 40) : a]
        if not anaphor and period is None and _MANY.search(before):
            continue
        manner = "known" if anaphor else _manner(text, start, a, b, end, language)
        if form not in ("plan", "proposals") and not signed and not period and (year := _OF_YEAR.search(before)):
            signed = When(
                a - len(before) + year.start("y"), a - len(before) + year.end("y"), Day(int(year["y"]), 0, None)
            )
        parties = named(sentence, a, b, *_own(spans, number, sentence), fresh=manner == "fresh")
        if _of_firms(sentence, a, b, most, parties):
            continue
        found.append(
            Mention(
                sentence,
                a,
                b,
                form,
                period,
                status,
                at,
                manner,
                anaphor,
                a in others,
                a in governed,
                signed,
                () if sentence.title else tuple(parties),
                most,
            )
        )
    return found


def _ceremony(sentence: Sentence, a: int, b: int) -> bool:
    """Whether a ceremony is that of which was told: "nhân lễ kết nghĩa, …"."""
    if not sentence.text[a:b].casefold().startswith("lễ"):
        return False
    return a == sentence.start or _AT.search(sentence.text, sentence.start, a) is not None


_AT = re.compile(r"\b(?:nhân|tại|dự|trong|sau|trước|kết thúc)\s+$", re.IGNORECASE)


def _each_period(
    text: str, spans: list[tuple[int, int, str, bool]], near: list[Period]
) -> list[tuple[int, int, str, bool]]:
    """The spans, with one for each period of several documents: "the agreements for 2011–2015 and 2016–2020"."""
    found = []
    for number, span in enumerate(spans):
        found.append(span)
        if not _SEVERAL.search(text[span[0] : span[1]]) and not text[: span[0]].endswith("các "):
            continue
        least, most = span[1], spans[number + 1][0] if number + 1 < len(spans) else len(text)
        own = [p for p in near if least <= p.start < most]
        for before, one in zip(own, own[1:], strict=False):
            if not _AND.fullmatch(text, before.end, one.start):
                break
            found.append((one.start, one.end, span[2], False))
    return found


_AND = re.compile(r"(?:\s+periods?)?(?:,|,?\s+(?:and|và))\s+(?:(?:for|of|the|giai đoạn)\s+)*")
_COUNTED = re.compile(
    r"\b(?:two|three|four|five|six|several|hai|ba|bốn|năm|sáu|0?[2-9])\s+(?:[\w-]+\s+){0,2}$", re.IGNORECASE
)
"""Several documents that the same sentence goes on to name one by one."""
_OF_YEAR = re.compile(r"\b(?:the|an?|their|its)\s+(?P<y>(?:19|20)\d\d)\s+(?:[\w-]+\s+){0,2}$")
_MANY = re.compile(
    r"\b(?:no|any|other|many|several|all|various|nhiều|các|(?:chưa|không) (?:ký|kí)(?: kết)?)\s+(?:[\w-]+\s+){0,2}$|"
    r"\b(?:businesses|enterprises|companies|firms|doanh nghiệp)\s+(?:[\w-]+\s+){0,4}$",
    re.IGNORECASE,
)
"""Documents that are no one's in particular, and those that firms signed."""
def _of_firms(sentence: Sentence, a: int, b: int, until: int, parties: Sequence[Party]) -> bool:
    """Whether firms signed the document, not the provinces that are named beside them."""
    if _OF_FIRMS.match(sentence.text, b, until):
        return True
    start = clause(sentence, a, b)[0]
    firms = _FIRMS.search(sentence.text, start, a)
    return firms is not None and (firms.start() - start < SUBJECT or not both_sides(parties))


SUBJECT = 25
_OF_FIRMS = re.compile(r"[^.;,]{0,40}?\b(?:between|giữa)\s+(?:[\w-]+\s+){0,3}?(?:firms|companies|enterprises|businesses|doanh nghiệp)\b")
_FIRMS = re.compile(r"\b(?:firms|companies|enterprises|businesses|doanh nghiệp)\b")


def _own(spans: list[tuple[int, int, str, bool]], number: int, sentence: Sentence) -> tuple[int, int]:
    """Where the words of a mention begin and end: behind the one before, before the next."""
    least = spans[number - 1][1] if number else sentence.start
    most = spans[number + 1][0] if number + 1 < len(spans) else sentence.end
    return least, most


def _manner(text: str, start: int, a: int, b: int, end: int, language: str) -> str:
    before = text[max(start, a - 60) : a]
    if language == "vi":
        if _FRESH_VI.search(before):
            return "fresh"
        return "known" if _KNOWN_VI.search(before) or _KNOWN_BEHIND_VI.match(text, b, end) else ""
    known, fresh = _KNOWN.search(before), _FRESH.search(before)
    if known and fresh:
        return "known" if known.start() > fresh.start() else "fresh"
    return "known" if known else "fresh" if fresh else ""


def _is_about(text: str, before: tuple[int, int, str, bool], span: tuple[int, int, str, bool]) -> bool:
    """Whether a twinning is what the document named just before is about, no document of its own."""
    return span[2] == "twinning" and before[2] != "twinning" and _ABOUT.fullmatch(text, before[1], span[0]) is not None


_ABOUT = re.compile(r"\s+(?:on|about|of|for|to|về|việc)(?:\s+[\w-]+){0,4}\s*")


def _is_a_document(form: str, text: str, match: re.Match[str], start: int, language: str) -> bool:
    after, before = text[match.end() : match.end() + 160], text[max(start, match.start() - 45) : match.start()]
    if form == "twinning":
        if language == "vi":
            return bool(_TWINNED_VI.search(before) or _TWINNED_BEHIND_VI.match(after)) or (
                match[0].lower().startswith(("lễ", "biên bản", "thỏa thuận", "giao ước"))
            )
        return not re.match(r"\s+villages?|\s+(?:schools?|communes?|hamlets?|pairs?)", after) and "pairs" not in before
    if form != "agreement":
        return True
    if _NATIONAL.match(after):
        return False
    if language == "vi" and re.fullmatch(r"[Tt]h[oỏ][aả]? thuận", match[0]):
        return not _VERB_VI.search(before) or bool(_NOUN_BEHIND_VI.match(after))
    if language == "en" and match[0].lower() in ("agreement", "agreements", "deal", "deals", "accord", "accords"):
        spoken = _SPOKEN.search(before) or _SPOKEN_BEHIND.match(after)
        if match[0].lower().startswith("deal") and re.match(r"\s+with\b", after):
            return _WITH_WHOM.match(after) is not None
        return not spoken or bool(re.search(r"\b(?:19|20)\d\d\s*[-–]", after))
    return True


_TWINNED_VI = re.compile(r"(?:ký|lễ|Lễ|biên bản|thỏa thuận)\s*(?:kết\s*)?$")
_TWINNED_BEHIND_VI = re.compile(r"\s+(?:với|từ năm|từ tháng|năm|vào năm)\b")
_NATIONAL = re.compile(
    r"[^.;,]{0,60}?\b(?:(?:two|both) (?:countries|governments|[Ss]tates|nations|Parties)|(?:hai|2) (?:nước|"
    r"[Cc]hính phủ|Đảng)|"
    r"Vietnam(?:ese)? and Lao|Laos? and Vietnam|Việt Nam (?:và|-) Lào)\b"
)
"""An agreement of the two States is none of their provinces'."""
_VERB_VI = re.compile(r"\b(?:bên|tỉnh|sở|đã|cùng|sẽ|cũng|tự|nhau|đơn vị)\s+$")
_NOUN_BEHIND_VI = re.compile(
    r"\s+(?:hợp tác|giai đoạn|khung|này|nêu trên|nói trên|giữa|với|ký|đã ký|được ký|có hiệu lực)\b"
)
_SPOKEN = re.compile(
    r"\b(?:in|(?:reach|struck|strike|came to|come to)\w*(?: an?| the)?|peace|Geneva|Paris|(?:free )?trade|great|"
    r"good|to|"
    r"can|must|own|of)\s+$"
)
_WITH_WHOM = re.compile(r"\s+with\s+(?:the\s+)?(?:[\w-]+\s+){0,3}?[A-ZĐ]")
_SPOKEN_BEHIND = re.compile(
    r"\s+(?:came|was (?:reached|made)|were (?:reached|made)|that(?! [^.;]{0,120}?\b(?:signed|concluded|inked|reached)\b)|with (?:the )?(?:issue|problem|crime))\b"
)
"""What was only said: "reached an agreement", "the agreement came at a meeting", "deal with crime"."""


def _period(near: list[Period], a: int, b: int, least: int, most: int, text: str) -> Period | None:
    behind = [
        p for p in near if b <= p.start <= min(most, b + _NEAR) and "." not in text[b : p.start].replace("TP.", "")
    ]
    ahead = [p for p in near if least <= p.start and p.end <= a and a - p.end <= 45]
    inside = [p for p in near if a <= p.start and p.end <= b]
    if inside:
        return inside[0]
    if (
        ahead
        and (a - ahead[-1].end <= 14 or re.fullmatch(r"\s*(?:period\s*)?[\w\s-]{0,30}", text[ahead[-1].end : a]))
        and not re.search(r"\b(?:and|và|,)\b", text[ahead[-1].end : a])
    ):
        return ahead[-1]
    for period in behind:
        if not re.search(
            r"\b(?:trong đó|tăng|so với|compared|while|since|during|trong giai đoạn|reviewed|instead of|replac\w+|"
            r"succeed\w+|after the)\b|\b(?:and|và)\s+(?:set|discuss\w*|agree\w*|sign\w*|adopt\w*|outlin\w*|map\w*|"
            r"draw\w*|plan\w*|đề ra|bàn|thống nhất|triển khai|xây dựng|ký|thảo luận|xác định)\b",
            text[b : period.start],
        ):
            return period
        break
    return None
