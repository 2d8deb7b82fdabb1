"""One article's reading against its labels."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from benchmarks.conversion import matching
from benchmarks.conversion.labels import KEPT, UNSCORED, Article, Label, accepted, items, optional
from benchmarks.conversion.matching import Pairing, Reading, pair, same_date, same_mark, same_text, value_of
from benchmarks.conversion.scores import Sheet
from benchmarks.conversion.texts import align, canonical, likeness, meaning, mend

CRASHED = "crashed"
"""The key of a reading that stands for a crash: even what is not there to be found counts as not answered."""
LISTS = ("provinces", "organisations", "persons", "agreements", "figures")


def score(article: Article, reading: Reading | None) -> Sheet:
    """The scores of an article; a reading of None stands for a crash, by which everything is missed."""
    sheet = Sheet()
    if reading is None or reading.get("error"):
        sheet.count("crashes" if reading is None else "unreadable")
        sheet.note("no reading", article.name, (reading or {}).get("error") or "crash")
    read: Reading = {CRASHED: True} if reading is None else reading
    _blocks(sheet, article, read)
    if reading is not None:
        _evidence(sheet, read)
    labels = article.labels
    for key, same in (("title", same_text), ("agency", same_mark), ("byline", same_mark)):
        if key in labels:
            _single(sheet, key, labels[key], read, same)
    _date(sheet, labels, read, "published")
    if "language" in labels:
        sheet.answer("language", read.get("language") in accepted(labels["language"]))
    _scope(sheet, article, read)
    if article.out_of_scope:
        return sheet
    _date(sheet, labels, read, "event")
    _simple(sheet, labels, read, "provinces", matching.fit_province)
    _simple(sheet, labels, read, "organisations", matching.fit_organisation)
    _persons(sheet, labels, read)
    _agreements(sheet, labels, read)
    _figures(sheet, labels, read)
    return sheet


# --- Blocks ------------------------------------------------------------------------------------------------------


def _blocks(sheet: Sheet, article: Article, read: Reading) -> None:
    text = str(read.get("text") or "")
    characters, marks = _read_marks(text, read.get("blocks") or ())
    gold = article.characters
    if characters != gold and mend(text) != text:
        # The reading left mojibake as it is: its characters are compared one for one as far as they go.
        sheet.count("mojibake left")
    partners = align(gold, characters)
    labels_read: list[str | None] = [None] * len(gold)
    for at, partner in enumerate(partners):
        if partner is not None and marks[at] is not None:
            labels_read[partner] = marks[at]
    lost = sum(label is None for label in labels_read)
    if lost:
        sheet.count("lost characters", lost)
        sheet.note("lost characters", lost, "".join(c for c, m in zip(gold, labels_read, strict=True) if m is None))
    if not article.marks:
        return
    surplus = [m for m, partner in zip(marks, partners, strict=True) if partner is None and m in KEPT]
    listed = "blocks" not in article.labels or article.labels["blocks"] is None
    if not listed:
        _characters(sheet, "kept", article, labels_read, KEPT, len(surplus))
    ignore = KEPT - {"body"} if listed else frozenset()
    _characters(sheet, "body", article, labels_read, frozenset({"body"}), surplus.count("body"), ignore)


def _read_marks(text: str, blocks: Sequence[Reading]) -> tuple[str, list[str | None]]:
    by_offset: list[str | None] = [None] * len(text)
    for block in blocks:
        start, end = int(block.get("start", 0)), min(int(block.get("end", 0)), len(text))
        by_offset[start:end] = [str(block.get("label"))] * max(0, end - start)
    found = canonical(text)
    return found.characters, [by_offset[offset] for offset in found.offsets]


def _characters(
    sheet: Sheet,
    name: str,
    article: Article,
    labels_read: Sequence[str | None],
    wanted: frozenset[str],
    surplus: int,
    ignored: frozenset[str] = frozenset(),
) -> None:
    found = wrong = missed = 0
    runs: dict[tuple[str, str], str] = {}
    for character, gold, read in zip(article.characters, article.marks, labels_read, strict=True):
        if gold == UNSCORED:
            continue
        right, is_read = gold in wanted, read in wanted
        found += right and is_read
        missed += right and not is_read
        wrong += is_read and not right and read not in ignored
        if right != is_read and read not in ignored:
            runs[gold, str(read)] = runs.get((gold, str(read)), "") + character
    sheet.score(f"{name} characters").add(found, wrong + surplus, missed)
    if wrong + missed + surplus > 0.01 * max(found, 1):
        for (gold, read), words in runs.items():
            sheet.note(f"{name}: {gold} read as {read}", f"{len(words)} characters", words)


def _evidence(sheet: Sheet, read: Reading) -> None:
    text = str(read.get("text") or "")
    kept = [(int(b["start"]), int(b["end"])) for b in read.get("blocks") or () if b.get("label") in KEPT]
    for where, value in _values(read, ""):
        start, end = value.get("start"), value.get("end")
        if not isinstance(start, int) or not isinstance(end, int) or text[start:end] != value["quote"]:
            sheet.count("quotations that are not exact")
            sheet.note("quotation", value["quote"], f"{where} at {start}–{end}")
        elif not where.startswith(".scope") and not any(a <= start and end <= b for a, b in kept):
            sheet.count("quotations outside kept blocks")
            sheet.note("quotation outside kept blocks", value["quote"], where)


def _values(value: Any, where: str) -> list[tuple[str, Mapping[str, Any]]]:
    if isinstance(value, Mapping):
        own = [(where, value)] if isinstance(value.get("quote"), str) else []
        return own + [pair_ for key, part in value.items() for pair_ in _values(part, f"{where}.{key}")]
    if isinstance(value, (list, tuple)):
        return [pair_ for part in value for pair_ in _values(part, where)]
    return []


# --- Single values -----------------------------------------------------------------------------------------------


def _date(sheet: Sheet, labels: Label, read: Reading, key: str) -> None:
    if key in labels:
        _single(sheet, key, labels[key], read, same_date)
        sheet.answer("dates", bool(sheet.exact[key][-1]))


def _single(sheet: Sheet, key: str, gold: Any, read: Reading, same: Callable[[Any, str | None], bool]) -> None:
    found = value_of(read.get(key))
    right = same(gold, found) and CRASHED not in read
    sheet.answer(key, right)
    if right:
        sheet.score(key).add(found=found is not None)
        return
    sheet.score(key).add(wrong=found is not None, missed=None not in accepted(gold))
    sheet.note(key, " or ".join(map(str, accepted(gold))), found)


def _scope(sheet: Sheet, article: Article, read: Reading) -> None:
    if "scope" not in article.labels:
        return
    right = accepted(article.labels["scope"])
    scope: Any = read.get("scope")
    found = value_of(scope) or "unknown"
    reason = str(scope.get("reason") or "") if isinstance(scope, Mapping) else ""
    sheet.answer("scope", found in right)
    if found not in right:
        sheet.note("scope", "/".join(map(str, right)), f"{found} {reason}")
    if article.out_of_scope:
        refused = found == "out"
        sheet.score("refusals").add(found=refused, missed=not refused)
        if any(read.get(key) for key in LISTS):
            sheet.count("drafted though out of scope")
    elif "out" not in right:
        sheet.score("refusals").add(wrong=found == "out")


# --- Lists -------------------------------------------------------------------------------------------------------


def _tally(sheet: Sheet, name: str, pairing: Pairing) -> None:
    sheet.score(name).add(len(pairing.required), len(pairing.wrong), len(pairing.missed))
    for gold in pairing.missed:
        sheet.note(f"{name} missed", _said(gold), None)
    for read in pairing.wrong:
        sheet.note(f"{name} wrong", None, _said(read))


def _said(item: Mapping[str, Any]) -> str:
    if "parties" in item:
        parties = [matching.value_of(p) or p for p in item.get("parties") or ()]
        shown = [
            (p.get("organisation") or p.get("name") or p.get("province") or p.get("party"))
            if isinstance(p, Mapping)
            else p
            for p in parties
        ]
        rest = {k: value_of(item.get(k)) if isinstance(item.get(k), Mapping) else item.get(k) for k in _AGREEMENT}
        return f"{rest} {shown}"
    keys = ("id", "number", "qualifier", "unit", "name", "office", "province")
    return ", ".join(f"{_alternatives(item[k])}" for k in keys if item.get(k) is not None)


_AGREEMENT = ("form", "status", "period", "signed")


def _alternatives(value: Any) -> str:
    return " | ".join(map(str, accepted(value)))


def _simple(sheet: Sheet, labels: Label, read: Reading, key: str, fit: Callable[[Label, Reading], float]) -> None:
    if key in labels:
        _tally(sheet, key, pair(items(labels, key), read.get(key) or (), fit))


def _persons(sheet: Sheet, labels: Label, read: Reading) -> None:
    if "persons" not in labels:
        return
    pairing = pair(items(labels, "persons"), read.get("persons") or (), matching.fit_person)
    _tally(sheet, "persons", pairing)
    right = [p for p in pairing.required if matching.same_office(*p)]
    off = len(pairing.required) - len(right)
    sheet.score("persons with office").add(len(right), len(pairing.wrong) + off, len(pairing.missed) + off)
    for gold, found in pairing.required:
        if not matching.same_office(gold, found):
            sheet.note("office", f"{_said(gold)}", found.get("office"))


def _agreements(sheet: Sheet, labels: Label, read: Reading) -> None:
    if "agreements" not in labels:
        return
    organisations = items(labels, "organisations")
    gold, found = items(labels, "agreements"), tuple(read.get("agreements") or ())
    pairing = pair(gold, found, lambda g, r: matching.fit_agreement(g, r, organisations))
    _tally(sheet, "agreements", pairing)
    right = 0
    for label, reading in pairing.required:
        parties = matching.compare_parties(label, reading, organisations)
        sheet.score("agreements: parties").add(parties.found, parties.wrong, parties.missed)
        period = "period" not in label or same_date(label["period"], value_of(reading.get("period")))
        right += parties.same and period
        if not (parties.same and period):
            sheet.note("agreement, parties or period", _said(label), _said(reading))
        for key in ("form", "status", "period", "signed"):
            if key in label:
                _within(sheet, f"agreements: {key}", label[key], value_of(reading.get(key)), same_date)
        if "place" in label:
            _within(sheet, "agreements: place", label["place"], value_of(reading.get("place")), _same_place)
    for label in pairing.missed:
        count = sum(not (isinstance(p, Mapping) and optional(p)) for p in label.get("parties") or ())
        sheet.score("agreements: parties").add(missed=count)
        for key in ("form", "status", "period", "signed", "place"):
            sheet.score(f"agreements: {key}").add(missed=key in label and None not in accepted(label[key]))
    for reading in pairing.wrong:
        sheet.score("agreements: parties").add(wrong=len(reading.get("parties") or ()))
        for key in ("form", "status", "period", "signed", "place"):
            sheet.score(f"agreements: {key}").add(wrong=value_of(reading.get(key)) is not None)
    off = len(pairing.required) - right
    sheet.score("agreements: parties and period").add(right, len(pairing.wrong) + off, len(pairing.missed) + off)


def _within(sheet: Sheet, name: str, gold: Any, read: str | None, same: Callable[[Any, str | None], bool]) -> None:
    right = same(gold, read)
    if right:
        sheet.score(name).add(found=read is not None)
        return
    sheet.score(name).add(wrong=read is not None, missed=None not in accepted(gold))
    sheet.note(name, " or ".join(map(str, accepted(gold))), read)


def _same_place(gold: Any, read: str | None) -> bool:
    if read is None:
        return None in accepted(gold)
    names = {"city", "town", "pho", "thanh", "district", "huyen", "thi", "xa"}
    from_read = meaning(read, names)
    return any(right is not None and from_read == meaning(str(right), names) for right in accepted(gold))


def _figures(sheet: Sheet, labels: Label, read: Reading) -> None:
    if "figures" not in labels:
        return
    pairing = pair(items(labels, "figures"), read.get("figures") or (), matching.fit_figure)
    _tally(sheet, "figures", pairing)
    for gold, found in pairing.required:
        qualifiers = {str(q or "exactly") for q in accepted(gold.get("qualifier"))}
        sheet.answer("figures: qualifier", str(found.get("qualifier") or "exactly") in qualifiers)
        if "time" in gold:
            sheet.answer("figures: time", same_date(gold["time"], value_of(found.get("time"))))
        if gold.get("scope"):
            words = meaning(str(gold["scope"]))
            overlap = likeness(words, meaning(str(found.get("scope") or "")) & words)
            sheet.answer("figures: scope", overlap >= 0.5)
