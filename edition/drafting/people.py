"""Persons with their offices: "Vice Governor of Houaphanh Bounthan Sengdara", "ông Võ Minh Trí, Chủ tịch UBND tỉnh"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from edition.drafting import announced
from edition.drafting.places import Mention
from edition.drafting.wording import (
    ADDRESS,
    CONNECTORS_EN,
    FIRST_SYLLABLES,
    HONORIFIC,
    NAME_TOO,
    SECOND_SYLLABLES,
    STOP_VI,
    VERBS_VI,
    VOCABULARY_VI,
    Word,
    is_family,
    is_vocabulary,
    office_pattern,
    words_of,
)

_STOP_EN = re.compile(
    r"^(?:said|told|noted|stressed|emphasi[sz]ed|expressed|highlighted|affirmed|thanked|hoped|added|proposed|"
    r"suggested|who|which|at|on|has|had|was|were|is|are|as|also|led|paid|received|hosted|attended|chaired|signed|"
    r"visited|spoke|speaks|speaking|from|during|with|by|after|while|when|where|will|would|called|asked|agreed|"
    r"shared|informed|reported|presented|handed|congratulated|briefed|met|welcomed|introduced|appreciated|praised|"
    r"pledged|wished|requested|recommended|urged|underlined|underscored|recalled|reiterated|confirmed|believed|"
    r"voiced|spoke|took|held|and)$"
)
_LONGEST = 340


class Person(Struct, frozen=True):
    """A person: where name and office stand (`office` None if the text has none)."""

    name: tuple[int, int]
    office: tuple[int, int] | None


def people(text: str, start: int, end: int, mentions: Sequence[Mention], language: str) -> list[Person]:
    """All persons with an office, or called Mr, ông and so on, in a stretch of the article."""
    if language in ("lo", "fr"):
        return [Person(name, office) for name, office in announced.people(text, start, end, language)]
    inside = [m for m in mentions if start <= m.start < end]
    found: list[Person] = []
    used: list[tuple[int, int]] = []
    pattern = office_pattern(language)
    after = start
    for match in pattern.finditer(text, start, end):
        if match.start() < after:
            continue
        before = _before_office(text, start, match.start(), match.end(), end, inside, language)
        if before and any(before.name[0] < b and a < before.name[1] for a, b in used):
            before = None
        begins = _begin(text, start, match.start(), inside)
        person = before or _after_office(text, begins, match.end(), end, inside, language)
        if person and not any(person.name[0] < b and a < person.name[1] for a, b in used):
            found.append(person)
            used.append(person.name)
            after = max(
                person.name[1]
                if person.office and person.name[0] > person.office[0]
                else (person.office or person.name)[1],
                after,
            )
    for name in _honoured(text, start, end, inside, language):
        if not any(name[0] < b and a < name[1] for a, b in used):
            found.append(Person(name, None))
            used.append(name)
    return sorted(found, key=lambda p: p.name)


_ACRONYM = re.compile(r"(?:\b[A-ZĐ]{2,8}(?:['’]s)?|\b[Pp]rovincial|\bParty|\b[Cc]ity)\s+$")


def _begin(text: str, start: int, at: int, inside: Sequence[Mention]) -> int:
    """Where an office begins of which a part stands before its first word: "VWU President", "Sekong Governor"."""
    while match := _ACRONYM.search(text, max(start, at - 24), at):
        at = match.start()
    owner = next(
        (m for m in inside if m.end <= at <= m.end + 3 and re.fullmatch(r"(?:['’]s)?\s+", text[m.end : at])), None
    )
    return owner.start if owner and owner.what in ("province", "city") else at


def _after_office(text: str, a: int, b: int, end: int, inside: Sequence[Mention], language: str) -> Person | None:
    """An office, then the name: the run of capitals behind the last word that offices or places are made of."""
    words = words_of(text, b, min(end, b + _LONGEST))
    places = {p: m for m in inside for p in (m.start,)}
    i, last = 0, -1
    pattern = office_pattern(language)
    while i < len(words):
        word = words[i]
        if word.start in places:
            mention = places[word.start]
            while i < len(words) and words[i].start < mention.end:
                i += 1
            last = i - 1
            continue
        if office := pattern.match(text, word.start):
            while i < len(words) and words[i].start < office.end():
                i += 1
            last = i - 1
            continue
        honour = HONORIFIC.match(text, word.start)
        if (
            honour
            and not (language == "vi" and word.capital and word.text in ("Bà", "M"))
            and not _of_an_office(words, i)
        ):
            if i and words[i - 1].text in ("và", "and", "cùng"):
                return None  # the next person
            stop = honour.end()
            while i < len(words) and words[i].start < stop:
                i += 1
            if i < len(words) and words[i].text == ".":
                i += 1
            name = _name(words, i, inside, language)
            return Person(name, (a, _trim(text, a, word.start))) if name else None
        if word.text in (",", ";"):
            following = words[i + 1] if i + 1 < len(words) else None
            if following and (
                pattern.match(text, following.start)
                or (word.text == "," and is_vocabulary(following, language))
                or (language == "vi" and following.text in ("kiêm", "Thể", "Du"))
            ):
                last = i
                i += 1
                continue
            if following and word.text == "," and HONORIFIC.match(text, following.start):
                i += 1
                continue
            return None
        if word.text in ("-", "–", "&", "/", ":") and i + 1 < len(words) and words[i + 1].text[0].isalpha():
            if word.text == ":" and language != "vi":
                return None
            last = i
            i += 1
            continue
        if not word.text[0].isalpha():
            return None
        if word.capital:
            run = i
            while (
                run < len(words)
                and words[run].text[0].isalpha()
                and words[run].capital
                and words[run].start not in places
                and not pattern.match(text, words[run].start)
            ):
                run += 1
            vocabulary = [j for j in range(i, run) if is_vocabulary(words[j], language)]
            if language == "vi":
                begins = _vietnamese_begin(words, i, run, vocabulary)
            else:
                begins = vocabulary[-1] + 1 if vocabulary else i
            lower_next = run < len(words) and words[run].text[0].isalpha() and not words[run].capital
            goes_on = lower_next and language == "vi" and _goes_on(words, run)
            goes_on = goes_on or (
                lower_next
                and language != "vi"
                and words[run].text in ("of", "and", "for")
                and run + 1 < len(words)
                and (is_vocabulary(words[run + 1], language) or words[run + 1].text == "the")
                and begins >= run
            )
            name = _name(words[:run], begins, inside, language) if begins < run and not goes_on else None
            if name:
                return Person(name, (a, _trim(text, a, words[begins].start)))
            last = run - 1
            i = max(run, i + 1)
            continue
        if language == "vi":
            if word.text in STOP_VI or i - last > 9:
                return None
        elif word.text.lower() not in CONNECTORS_EN or (
            _STOP_EN.match(word.text) and word.text not in ("and", "from", "at", "on")
        ):
            return None
        i += 1
    return None


def _of_an_office(words: list[Word], i: int) -> bool:
    """Whether "General", "Senior" belongs to what follows, as in "General Hospital"."""
    return i + 1 < len(words) and words[i].text in _RANKS and is_vocabulary(words[i + 1], "en")


_AT = re.compile(r"(?:lecturer|teacher|professor|student|doctor)s?$")
_RANKS = frozenset(("General", "Senior", "Major", "Captain"))


def _goes_on(words: list[Word], run: int) -> bool:
    """In Vietnamese, whether the small word behind capitals belongs to the last of them: "Giáo dục"."""
    return words[run].text in SECOND_SYLLABLES and words[run - 1].text in FIRST_SYLLABLES


def _vietnamese_begin(words: list[Word], i: int, run: int, vocabulary: list[int]) -> int:
    for j in range(i, run):
        following = words[j + 1] if j + 1 < run else None
        if (
            is_family(words[j].text)
            and run - j in (2, 3, 4, 5)
            and not (
                following
                and words[j].text in ("Công", "Văn", "Thanh", "An")
                and following.text in ("Thương", "Hóa", "Niên", "Ninh")
            )
        ) and (words[j].text not in VOCABULARY_VI or all(w.text not in VOCABULARY_VI for w in words[j + 1 : run])):
            return j
    return vocabulary[-1] + 1 if vocabulary else i


def _name(words: list[Word], i: int, inside: Sequence[Mention], language: str) -> tuple[int, int] | None:
    """The run of two to six capitals that begins with a word, if it may be a name."""
    starts = {m.start for m in inside if m.country == "VN" and m.known}
    taken: list[Word] = []
    for word in words[i : i + 7]:
        if not (word.text[0].isalpha() and word.capital) or (
            is_vocabulary(word, language) and (word.text not in NAME_TOO or len(taken) < 1)
        ):
            break
        if taken and word.start - taken[-1].end > 1:
            break
        taken.append(word)
        if word.text.endswith(("'s", "’s")) or (word.text.endswith(".") and len(word.text) > 2):
            break
    if not 2 <= len(taken) <= 6 or (taken[0].start in starts and len(taken) < 3):
        return None
    first, last = taken[0], taken[-1]
    stop = last.end - (2 if last.text.endswith(("'s", "’s")) else 1 if last.text.endswith((".", "’", "'")) else 0)
    return first.start, stop


def _before_office(
    text: str, start: int, a: int, b: int, end: int, inside: Sequence[Mention], language: str
) -> Person | None:
    """A name, a comma (or a bracket, or a dash), and then the office."""
    gap = re.search(
        r"[,(–-]\s*(?:(?:who\s+)?(?:is|was)?\s*(?:now|currently|also)?\s*(?:the\s+|an?\s+)?|hiện là\s+|"
        r"nay là\s+|là\s+)?$|,\s*(?:MA|MSc|PhD|Dr|Prof)\.?,\s*$",
        text[max(start, a - 40) : a],
    )
    if gap is None:
        return None
    stop = max(start, a - 40) + gap.start()
    before = [w for w in words_of(text, max(start, stop - 60), stop) if w.end <= stop]
    taken: list[Word] = []
    for word in reversed(before):
        if (
            not (word.text[0].isalpha() and word.capital)
            or (taken and taken[-1].start - word.end > 1)
            or len(taken) == 6
        ):
            break
        if HONORIFIC.match(text, word.start) and HONORIFIC.match(text, word.start).end() <= word.end + 1:  # type: ignore[union-attr]
            break
        taken.append(word)
    taken.reverse()
    if len(taken) > 2 and taken[0].text in ADDRESS:
        taken = taken[1:]
    while (
        taken
        and (
            is_vocabulary(taken[0], language)
            or taken[0].text in ("Speaking", "Meanwhile", "Also", "Đoàn", "Tại", "Theo")
        )
        and not is_family(taken[0].text)
    ):
        taken = taken[1:]
    for j, word in enumerate(taken):
        if (
            is_family(word.text)
            and len(taken) - j >= 2
            and (taken[:j] and all(is_vocabulary(w, language) for w in taken[:j]))
        ):
            taken = taken[j:]
            break
    if not 2 <= len(taken) <= 6 or any(m.start <= taken[0].start and taken[-1].end <= m.end for m in inside):
        return None
    if sum(is_vocabulary(w, language) and w.text not in NAME_TOO for w in taken) > 0:
        return None
    office_end = _office_end(text, a, b, end, inside, language)
    return Person((taken[0].start, taken[-1].end), (a, office_end))


def _office_end(text: str, a: int, b: int, end: int, inside: Sequence[Mention], language: str) -> int:
    """Where an office behind a name ends: at a comma without a further office, a verb, the sentence's end."""
    words = words_of(text, b, min(end, b + 220))
    pattern = office_pattern(language)
    last = b
    places = {m.start: m for m in inside}
    i = 0
    while i < len(words):
        word = words[i]
        if word.start in places:
            last = places[word.start].end
            while i < len(words) and words[i].start < last:
                i += 1
            continue
        if word.text in (".", ";", ":", ")", "(", "”", '"', "“"):
            break
        if word.text == ",":
            following = words[i + 1] if i + 1 < len(words) else None
            if following and HONORIFIC.match(text, following.start):
                break  # the next person
            if (
                following
                and (
                    pattern.match(text, following.start)
                    or (is_vocabulary(following, language) and following.text != "The")
                )
                and not _person_follows(text, following.start, end, inside, language)
            ):
                i += 1
                continue
            break
        if language == "vi":
            if word.text in VERBS_VI:
                break
        elif word.text == "at" and i == 0 and _AT.search(text, a, b):
            pass  # "a lecturer at the University of …"
        elif _STOP_EN.match(word.text) and not (
            word.text == "and"
            and i + 1 < len(words)
            and (
                pattern.match(text, words[i + 1].start)
                or words[i + 1].capital
                or words[i + 1].text in ("head", "member")
            )
            and not _person_follows(text, words[i + 1].start, end, inside, language)
        ):
            break
        last = word.end - (1 if word.text.endswith(".") else 0)
        i += 1
    return last


def _person_follows(text: str, at: int, end: int, inside: Sequence[Mention], language: str) -> bool:
    match = office_pattern(language).match(text, at)
    if match is None:
        words = words_of(text, at, min(end, at + 60))
        return (
            language != "vi"
            and _name(words, 0, inside, language) is not None
            and not any(is_vocabulary(w, language) for w in words[:3])
        )
    return _after_office(text, at, match.end(), end, inside, language) is not None


def _honoured(text: str, start: int, end: int, inside: Sequence[Mention], language: str) -> Iterator[tuple[int, int]]:
    for match in re.finditer(rf"(?<!\w){HONORIFIC.pattern}\s+", text[start:end]):
        words = words_of(text, start + match.end(), min(end, start + match.end() + 70))
        name = _name(words, 0, inside, language) if words else None
        if name:
            yield name


def _trim(text: str, start: int, end: int) -> int:
    """The end of an office without the comma, colon, dash or honorific behind it."""
    words = text[start:end].rstrip(" ,:-–—(")
    while honour := re.search(rf"\s+{HONORIFIC.pattern.removesuffix('(?=' + chr(92) + 's)')}$", words):
        words = words[: honour.start()].rstrip(" ,:-–")
    words = re.sub(r"\s+(?:là|the|and|và)$", "", words)
    return start + len(words)
