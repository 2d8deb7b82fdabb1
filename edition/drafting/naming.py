"""Where a sentence names documents: by a form ("memorandum", "kế hoạch hợp tác"), by another word that a verb of

signing governs, by "a new one", and by what stands for the document told of last.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from msgspec import Struct

from edition.drafting.parties import Sentence, acting, held
from edition.drafting.periods import Period
from edition.drafting.rules import rules


class Named(Struct, frozen=True):
    """Where a document is named, and the form that the words give it."""

    start: int
    end: int
    form: str
    anaphor: bool = False
    """Whether the words stand for the document told of last."""
    other: bool = False
    """Whether they stand for a further one of the same form."""
    governed: bool = False
    """Whether they are a document's only because a verb of signing governs them."""

    def words(self, sentence: Sentence) -> str:
        """The words that name it."""
        return sentence.text[self.start : self.end]


def named_in(sentence: Sentence, language: str, near: Sequence[Period], last: str) -> list[Named]:
    """The documents that a sentence names, in order; `last` is the form of the one told of before it."""
    found = sorted(_by_form(sentence, language, last), key=lambda n: n.start)
    if form := found[0].form if found else last:
        found = _with_others(sentence, found, form)
    for match in _ANAPHOR.finditer(sentence.text, sentence.start, sentence.end):
        if not _overlaps(match.span(), found):
            found.append(Named(*match.span(), "agreement", anaphor=True))
    found.sort(key=lambda n: n.start)
    found = [
        n for before, n in zip([None, *found], found, strict=False) if not (before and _is_about(sentence, before, n))
    ]
    found = [n for n in found if n is found[-1] or not _counted(sentence, n)]
    found = [
        n
        for n, following in zip(found, [*found[1:], None], strict=False)
        if not (following and _COMPOUND.fullmatch(sentence.text, n.end, following.start))
    ]
    return list(_each_period(sentence, found, near))


def _by_form(sentence: Sentence, language: str, last: str) -> list[Named]:
    found: list[Named] = []
    text, start, end = sentence.text, sentence.start, sentence.end
    for form, pattern in _forms(language):
        for match in pattern.finditer(text, start, end):
            if not _overlaps(match.span(), found) and _is_a_document(form, text, match, start, language):
                similar = _SIMILAR.search(text, max(start, match.start() - len("similar ")), match.end()) is not None
                again = (
                    (last in ("", "twinning") and _ceremony(sentence, *match.span()))
                    or _FIRST.search(text, start, match.start()) is not None
                    or _OF_THIS.match(text, match.end()) is not None
                )
                found.append(Named(*match.span(), form, again, similar))
    for form, pattern in _governed(language):
        for match in pattern.finditer(text, start, end):
            span = match.span("noun" if match["noun"] else "passive")
            if _PROMISE.match(text, span[0]):
                continue
            of_another = match["noun"] and any(match.start() < n.start < span[0] for n in found)
            if not of_another and not _overlaps(span, found):  # "ký biên bản ghi nhớ trao đổi chương trình"
                found.append(Named(*span, form, governed=True))
    return found


_PROMISE = re.compile(r"(?:commitments?|pledges?) to (?!the )")
"""What one only says: "renewed their commitment to work together"."""
_SIMILAR = re.compile(r"\bsimilar\b|\btương tự\b")


def _overlaps(span: tuple[int, int], found: Sequence[Named]) -> bool:
    return any(n.start < span[1] and span[0] < n.end for n in found)


@cache
def _forms(language: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    data = rules("agreements")["forms"]
    key = language if language in ("en", "vi", "lo", "fr") else "en"
    return tuple(
        (form["form"], re.compile(form[key] if key == "lo" else rf"(?<![\w])(?:{form[key]})(?!\w)"))
        for form in data
        if key in form
    )


@cache
def _governed(language: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    data = rules("agreements")["governed"]
    key = language if language in ("vi", "fr") else "en"
    gap = r"(?:\s+(?!between|with|for|on|of|that|giữa|với|về|theo)[\w’'“\"-]+,?){0,6}?\s+[“\"]?"
    with_whom = r"(?:\s+(?:with|với)\s+[^.;]{3,140}?(?=\s+(?:an?|one|một|bản|chương trình|kế hoạch|quy chế)\s))?"
    return tuple(
        (
            noun["form"],
            re.compile(
                rf"(?<!\w){data['verb'][key]}{with_whom}{gap}(?P<noun>{noun[key]})(?![\w-])|"
                rf"(?<!\w)(?P<passive>{noun[key]})(?![\w-])(?=[^.;]{{0,90}}?\s(?:{data['passive'][key]})\b)"
            ),
        )
        for noun in data["nouns"]
    )


# What stands for a document


_ANAPHOR = re.compile(
    r"\b(?:That|This|The|the|this) (?:document|deal|pact)\b(?! (?:signed|concluded|reached))|"
    r"\bThe (?:regulation|contract|arrangement|charter|record|convention|paper|text|draft|deed|act)\b(?! (?:signed|"
    r"concluded))|"
    r"\bIts(?= (?:term|validity|duration)\b)|"
    r"\b[Ii]t(?= (?:(?:will|would|could|should|can|may|might|is to) be signed|supersedes|is (?:also )?(?:valid|"
    r"to (?:cover|run|last))|"
    r"was (?:also )?(?:signed|concluded|initialled)|ran|expired|replaced|"
    r"(?:will )?(?:renews?|covers?|runs?|lasts?|expires?|replaces?|takes? effect|remains? (?:valid|in force)))\b)|"
    r"(?<=signed )it\b|(?<=[Ss]igning )it\b|(?<=renewed )it\b|"
    r"(?<=[Tt]heo )đó|\b(?:[Bb]iên bản|[Vv]ăn bản|[Vv]ăn kiện|[Vv]ăn bản ký kết|"
    r"[Kk]ế hoạch|[Cc]hương trình|[Tt]hỏa thuận)(?= (?:này|trên|nói trên|nêu trên)\b)|"
    r"\b(?:Biên bản|Văn bản|Thỏa thuận|Kế hoạch|Chương trình|Quy chế|Hợp đồng)"
    r"(?= (?:chỉ|gồm|nêu|quy định|sẽ|đã|đề ra|tập trung|nhấn mạnh|ghi|có|được|kéo dài)\b)|"
    r"(?<=[,;] )(?:biên bản|văn bản|thỏa thuận)(?= (?:đã|sẽ|có hiệu lực|hết)\b)|"
    r"\b(?:[Ll]e|[Cc]e) (?:texte|document)\b"
)


def _ceremony(sentence: Sentence, a: int, b: int) -> bool:
    """Whether a ceremony is that of which was told: "nhân lễ kết nghĩa, …"."""
    if not sentence.text[a:b].casefold().startswith("lễ"):
        return False
    return a == sentence.start or _AT.search(sentence.text, sentence.start, a) is not None


_FIRST = re.compile(
    r"\bđầu tiên\b[^.;]{0,50}?\bcó (?:một )?$|\b(?:the|their) first (?:\w+ ){0,3}to have an? (?:\w+ )?$"
)
"""What is said of a document told of before: that it is the first one that the two have."""
_OF_THIS = re.compile(
    r" (?:on|about) (?:this|that|it)(?: matter)?\b(?! \w+ship)|(?: về)? (?:việc|nội dung|vấn đề) này\b"
)
_AT = re.compile(r"\b(?:nhân|tại|dự|trong|sau|trước|kết thúc)\s+$", re.IGNORECASE)


# Several documents


_SEVERAL = re.compile(r"(?<!inute)s\b|\bmemoranda\b|\bthose\b")


def _with_others(sentence: Sentence, found: Sequence[Named], form: str) -> list[Named]:
    """The documents named, and the further ones of which only what differs is: the partner, the year, "a new one"."""
    text = sentence.text
    several = [n for n in found if _SEVERAL.search(n.words(sentence))]
    ones = [m.span() for m in _ANOTHER.finditer(text, sentence.start, sentence.end) if not _overlaps(m.span(), found)]
    if several:  # "two memoranda, one between … and one on …"
        ones += [m.span() for m in _ONE.finditer(text, several[0].end, sentence.end) if m.span() not in ones]
    again = [
        m.span("one")
        for m in _AGAIN.finditer(text, sentence.start, sentence.end)
        if any(n.start < m.start() and (m["year"] is not None or n in several) for n in found)
        and any(
            p.start < m.end() + CLOSE for p in (*acting(sentence, m.end()), *held(sentence, m.end(), m.end() + CLOSE))
        )
    ]
    listed = {n: _each_partner(sentence, n) for n in found}
    one_and_one = any(text[a:b] == "one " for a, b in ones)
    kept = [n for n in found if not (listed[n] or (one_and_one and n in several))]
    partners = [span for spans in listed.values() for span in spans]
    further = [*ones, *(partners or again)]
    return [*kept, *[Named(a, b, _form_before(found, a, form), other=True) for a, b in further]]


CLOSE = 60
"""So near behind "with" stands the partner's name, or the person's who heads it."""


def _form_before(found: Sequence[Named], at: int, form: str) -> str:
    return next((n.form for n in reversed(found) if n.end <= at), form)


_ANOTHER = re.compile(
    r"(?<!hold )(?<!host )\b(?:[Aa]n?|[Tt]he|[Aa]nother|[Ii]ts|[Tt]heir)\s+(?:(?:second|third|new|next|"
    r"current|present|latest|previous|"
    r"earlier|first|separate|fresh|old|(?:19|20)\d\d\s*[-–]\s*(?:20)?\d\d)\s+)(?:and\s+\w+\s+)?one\b|"
    r"\b(?:[Aa]|[Ii]ts|[Tt]he|[Tt]heir)\s+(?:successor|renewal|predecessor|forerunner)\b(?! (?:to|of)\b)|"
    r"(?<!one )\banother(?: one\b|(?=,? (?:for|in|on|covering|valid|between|until|with|to)\b))|"
    r"\b[Tt]he one (?=that|which|signed|for)|(?<!the )\bone (?=between\b)|(?<=followed by )one\b|"
    r"(?:(?<=draw up )|(?<=sign )|(?<=conclude )|(?<=adopt ))one (?=(?:for|covering|on|from)\b)|"
    r"\b(?:that|those) (?=(?:of|for) (?:19|20)\d\d|(?:signed|concluded) by |with [A-ZĐ])|"
    r"(?<=ký )(?:mới|lại|tiếp)(?= (?:cho )?(?:giai đoạn|nhiệm kỳ))"
)
_ONE = re.compile(r"(?<!the )\bone (?=(?:on|with|for|about|covering)\b)")
_AGAIN = re.compile(
    r"(?:,|\band|\bvà)\s+(?P<one>with|với)\b"
    r"(?P<year>(?=[^.;]{0,140}?\b(?:in|năm|for|giai đoạn|nhiệm kỳ)\s+(?:the period\s+)?(?:from\s+)?(?:19|20)\d\d))?"
)
"""A further document of the same kind, of which only the partner is named: "with X in 2011 and with Y in 2016"."""


def _each_partner(sentence: Sentence, one: Named) -> list[tuple[int, int]]:
    """The partners of several documents: "memoranda with X (2013) and Y (2015)", "two minutes with X and Y"."""
    partners = [p for p in acting(sentence, one.end) if _ITS_YEAR.match(sentence.text, p.end)]
    count = _SEPARATE.search(sentence.text, sentence.start, one.end)
    if count and (w := _WITH.match(sentence.text, one.end, sentence.end)):
        listed = acting(sentence, w.end())
        number = NUMBERS.get((count["n"] or "").casefold(), len(listed))
        partners = listed if number == len(listed) else partners
    return [(p.start, p.end) for p in partners] if len(partners) > 1 else []


_SEPARATE = re.compile(
    r"\b(?:(?P<n>two|three|four|hai|ba|bốn|[2-4])|separate|respective|riêng)\s+(?:[\w-]+\s+){0,3}?[\w-]+(?: \w+){0,2}$",
    re.IGNORECASE,
)
NUMBERS = {"two": 2, "three": 3, "four": 4, "hai": 2, "ba": 3, "bốn": 4, "2": 2, "3": 3, "4": 4}
_WITH = re.compile(r"[^.;]{0,40}?\b(?:with|với)\s+")
_ITS_YEAR = re.compile(r"(?:\s+[Pp]rovinces?)?\s*(?:\(|,\s|\bin\s|\bnăm\s)\s*(?:in |năm )?(?:19|20)\d\d\b(?!\s*[-–])")


def _each_period(sentence: Sentence, found: Sequence[Named], near: Sequence[Period]) -> Iterator[Named]:
    """The documents, one for each period of several: "the agreements for 2011–2015 and 2016–2020"."""
    for one, following in zip(found, [*found[1:], None], strict=False):
        yield one
        if not _SEVERAL.search(one.words(sentence)) and not sentence.text.endswith("các ", 0, one.start):
            continue
        most = following.start if following else sentence.end
        own = [p for p in near if one.end <= p.start < most]
        for before, period in pairwise(own):
            if not _AND.fullmatch(sentence.text, before.end, period.start):
                break
            yield Named(period.start, period.end, one.form)


_AND = re.compile(r"(?:\s+periods?)?(?:,|,?\s+(?:and|và))\s+(?:(?:for|of|the|giai đoạn)\s+)*")


def _counted(sentence: Sentence, one: Named) -> bool:
    """Whether documents are only counted, which the same sentence goes on to name one by one."""
    before = sentence.text[max(sentence.start, one.start - len("several new cooperation ")) : one.start]
    return _COUNT.search(before) is not None


_COUNT = re.compile(
    r"\b(?:two|three|four|five|six|several|0?[2-9])\s+(?:[\w-]+(?<!s)(?<!ed)\s+){0,2}$|"
    r"\b(?:hai|ba|bốn|năm|sáu|0?[2-9])\s+$",
    re.IGNORECASE,
)


# What is no document


def _is_about(sentence: Sentence, before: Named, one: Named) -> bool:
    """Whether a twinning and the document named beside it are one: what it is about, or what made them twins."""
    if before.form == "twinning" and one.form == "agreement":
        return _BY.fullmatch(sentence.text, before.end, one.start) is not None
    if one.form != "twinning" or before.form == "twinning":
        return False
    return _ABOUT.fullmatch(sentence.text, before.end, one.start) is not None


_COMPOUND = re.compile(r" (?:(?!on|of|for|to|in|and|or|with|by|the|an?)[a-z]+ )?(?!\()")
"""What stands between the parts of one name: "a contract farming agreement"."""
_ABOUT = re.compile(r"\s+(?:on|about|of|for|to|về|việc)(?:\s+[\w-]+){0,4}\s*")
_BY = re.compile(
    r"(?: (?:in|since) (?:19|20)\d\d)?,? (?:when|by|through|under)(?: (?:they|the two \w+|both sides))?"
    r"(?: (?:signed|signing|concluded|an?|the|of))+ "
)
BEFORE, AFTER = 45, 160


def _is_a_document(form: str, text: str, match: re.Match[str], start: int, language: str) -> bool:
    after, before = text[match.end() : match.end() + AFTER], text[max(start, match.start() - BEFORE) : match.start()]
    words = match[0].casefold()
    if _OF_MINISTRIES.match(after):
        return False
    if form == "twinning":
        if language == "vi":
            named = words.startswith(("lễ", "biên bản", "thỏa thuận", "giao ước", "hiệp định"))
            return named or bool(_TWINNED_VI.search(before) or _TWINNED_BEHIND_VI.match(after))
        return "pairs" not in before and not _TWINNED_SOME.match(after)
    if form != "agreement":
        return True
    if _OF_STATES.match(after) or before.endswith("legal "):
        return False
    if language == "vi" and words in ("thỏa thuận", "thoả thuận"):
        return not _VERB_VI.search(before) or bool(_NOUN_BEHIND_VI.match(after))
    if language == "en" and words in ("deal", "deals") and after.startswith(" with"):
        return _WITH_WHOM.match(after) is not None
    if language == "en" and words in ("agreement", "agreements", "deal", "deals", "accord", "accords"):
        spoken = _SPOKEN.search(before) or _SPOKEN_BEHIND.match(after)
        return not spoken or bool(_PERIOD.search(after))
    return True


_TWINNED_VI = re.compile(r"(?:ký|thực hiện|lễ|Lễ|biên bản|thỏa thuận)\s*(?:kết\s*)?$")
_TWINNED_BEHIND_VI = re.compile(r"\s+(?:với(?! \d)|giữa (?=thôn |bản [A-ZĐ]|cụm |xã )|từ năm|từ tháng|năm|vào năm)\b")
_TWINNED_SOME = re.compile(r" (?:stations|villages|communes|posts|districts|schools)\b")
_OF_STATES = re.compile(
    r"[^.;,]{0,60}?\b(?:(?:two|both) (?:countries|governments|[Ss]tates|nations|Parties)|(?:hai|2) (?:nước|"
    r"[Cc]hính phủ|Đảng)|Vietnam(?:ese)? and Lao|Laos? and Vietnam|Việt Nam (?:và|-) Lào)\b"
)
_OF_MINISTRIES = re.compile(
    r"[^.;,]{0,40}?\b(?:between|giữa|of|của)\s+(?:the\s+)?(?:two\s+)?"
    r"(?:Bộ (?!Chỉ huy|CHQS)|[Mm]inistr|[Gg]overnments\b|Chính phủ)"
)
_VERB_VI = re.compile(r"\b(?:bên|tỉnh|sở|đã|cùng|sẽ|cũng|tự|nhau|đơn vị)\s+$")
_NOUN_BEHIND_VI = re.compile(
    r"\s+(?:hợp tác|giai đoạn|khung|này|nêu trên|nói trên|giữa|với|ký|đã ký|được ký|có hiệu lực)\b"
)
_SPOKEN = re.compile(
    r"\b(?:in|(?:reach|struck|strike|came to|come to)\w*(?: an?| the)?|peace|Geneva|Paris|(?:free )?trade|great|good|"
    r"to|can|must|own|of)\s+$"
)
_SPOKEN_BEHIND = re.compile(
    r"\s+(?:came|was (?:reached|made)|were (?:reached|made)|with (?:the )?(?:issue|problem|crime)|"
    r"that(?! [^.;]{0,120}?\b(?:signed|concluded|inked|reached)\b))\b"
)
"""What was only said: "reached an agreement", "the agreement came at a meeting", "deal with crime"."""
_WITH_WHOM = re.compile(r"\s+with\s+(?:the\s+)?(?:[\w-]+\s+){0,3}?[A-ZĐ]")
_PERIOD = re.compile(r"\b(?:19|20)\d\d\s*[-–]")
