from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edition.dates import PeriodStatus, parse, status
from edition.languages.language import in_english

day = dt.date.fromisoformat

GOOD = [
    "2025",
    "2025-06",
    "2025-06-06",
    "2025?",
    "2025~",
    "2025-06%",
    "2025-06-06?",
    "202X",
    "20XX",
    "2025-XX",
    "2025-06-XX",
    "2025-XX-XX",
    "XXXX-05-08",
    "XXXX-05",
    "XXXX-02-29",
    "2024-02-29",
    "2024/2026",
    "2025-06/2025",
    "2024~/2026?",
    "2002/..",
    "../2024",
    "XXXX-05-08/XXXX-05-10",
    "[2024..2026]",
    "[2024,2026]",
    "[2025-06-06,2025-07]",
]


@pytest.mark.parametrize("text", GOOD)
def test_a_date_is_kept_as_it_was_written(text: str) -> None:
    assert parse(text).text == str(parse(text)) == text


@pytest.mark.parametrize(
    "text, message",
    [
        ("2025-02-30", "no day 30 in February 2025, which has 28 days"),
        ("2023-02-29", "no day 29 in February 2023"),
        ("XXXX-02-30", "no day 30 in February, which has 29 days"),
        ("2025-06-00", "no day 00 in June 2025"),
        ("2025-13", "no month 13"),
        ("2025-00", "no month 00"),
        ("0000", "no year 0000"),
        ("2026/2024", "ends before it begins"),
        ("2025-06-08/2025-06-06", "ends before it begins"),
        ("[2026..2024]", "ends before it begins"),
        ("XXXX-05-10/XXXX-05-08", "ends before it begins"),
        ("2025/XXXX-05", "the year at one end only"),
        ("[2025-05,XXXX-06]", "the year in one place only"),
        ("2024/2025/2026", "more than two ends"),
        ("[2024..2025..2026]", "more than two ends"),
        ("2024/", "lacks an end"),
        ("/2024", "lacks an end"),
        ("[..2024]", "lacks a date"),
        ("[2024,]", "lacks a date"),
        ("../..", "says nothing"),
        ("XXXX", "says nothing"),
        ("[2024]", "one date only"),
        ("[]", "one date only"),
        ("[2024,2024]", "a date twice"),
        ("[2024..2025-06]", "mixes"),
        ("202X-05", "not its year"),
        ("2025-XX-08", "leaves the month out"),
        ("XXXX-XX-08", "leaves the month out"),
        ("", "no date that can be read"),
        ("6 June 2025", "write it as"),
        ("2025-6-6", "no date that can be read"),
        ("06/06/2025", "more than two ends"),
        ("2025–2030", "no date that can be read"),
        ("2025-06-06T10:00", "no date that can be read"),
        ("2025-21", "no month 21"),
        ("Y20250", "no date that can be read"),
        ("-0005", "no date that can be read"),
        ("٢٠٢٥", "no date that can be read"),
        (" 2025", "no date that can be read"),
        ("2025\n", "no date that can be read"),
        ("?2025", "no date that can be read"),
        ("[2024, 2026]", "“ 2026” is no date"),
    ],
)
def test_what_is_no_date_is_refused_with_the_reason(text: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        parse(text)


@given(st.text(st.sampled_from("0123456789X-/.[],?~%")))
def test_any_text_is_read_or_refused_but_never_breaks(text: str) -> None:
    try:
        date = parse(text)
    except ValueError:
        return
    assert in_english({}).date(date)
    assert status(date, day("2026-11-22"))
    if date.earliest and date.latest:
        assert date.earliest <= date.latest


@pytest.mark.parametrize(
    "text, earliest, latest",
    [
        ("2025-06-06", "2025-06-06", "2025-06-06"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2025~", "2025-01-01", "2025-12-31"),
        ("2025-06-XX", "2025-06-01", "2025-06-30"),
        ("2025-XX-XX", "2025-01-01", "2025-12-31"),
        ("202X", "2020-01-01", "2029-12-31"),
        ("20XX", "2000-01-01", "2099-12-31"),
        ("000X", "0001-01-01", "0009-12-31"),
        ("2024/2026-06", "2024-01-01", "2026-06-30"),
        ("2025-06/2025", "2025-06-01", "2025-12-31"),
        ("2025/2025-06", "2025-01-01", "2025-06-30"),
        ("2002/..", "2002-01-01", None),
        ("../2024", None, "2024-12-31"),
        ("[2026,2024]", "2024-01-01", "2026-12-31"),
        ("[2024..2026]", "2024-01-01", "2026-12-31"),
        ("XXXX-05-08", None, None),
    ],
)
def test_a_date_lies_between_the_first_and_the_last_day_it_can_mean(
    text: str, earliest: str | None, latest: str | None
) -> None:
    date = parse(text)
    assert (date.earliest, date.latest) == (earliest and day(earliest), latest and day(latest))


@pytest.mark.parametrize(
    "text, years",
    [
        ("2025-06-06", (2025,)),
        ("2025/2030", (2025, 2030)),
        ("2025-06/2025-07", (2025,)),
        ("2002/..", (2002,)),
        ("[2024..2026]", (2024, 2026)),
        ("XXXX-05-08", ()),
        ("202X", ()),
    ],
)
def test_only_years_written_in_full_are_its_years(text: str, years: tuple[int, ...]) -> None:
    assert parse(text).years == years


def test_marks_on_any_part_hold_for_the_whole() -> None:
    assert parse("2024/2026?").uncertain
    assert not parse("2024/2026?").approximate
    assert parse("2024~/2026").approximate
    assert parse("2025%").uncertain
    assert parse("2025%").approximate


def test_an_interval_is_a_period_and_a_year_is_not() -> None:
    assert parse("2002/..").is_period
    assert not parse("2025").is_period
    assert not parse("[2024..2026]").is_period


def test_a_decade_has_a_year_and_a_bare_day_has_none() -> None:
    assert parse("202X").has_year
    assert not parse("XXXX-05-08").has_year


def test_dates_sort_by_first_day_then_last_and_those_without_year_last_by_month_and_day() -> None:
    ordered = [
        "../2024",
        "2002/..",
        "202X",
        "2024-05-01",
        "2024-05",
        "2025-01-01",
        "2025",
        "[2025..2027]",
        "2025/2030",
        "2025/..",
        "2025-06-06",
        "XXXX-02-29",
        "XXXX-05",
        "XXXX-05-08",
        "XXXX-12-01",
    ]
    assert [date.text for date in sorted(map(parse, ordered[::-1]), key=lambda date: date.sort_key)] == ordered


def test_dates_that_mean_the_same_days_still_have_one_order() -> None:
    keys = [parse(text).sort_key for text in ("2025", "2025~", "2025?", "2025-XX", "2025/2025")]
    assert len(set(keys)) == len(keys)


@pytest.mark.parametrize(
    "text, said",
    [
        ("2025-06-06", "6 June 2025"),
        ("2025-06", "June 2025"),
        ("2025", "2025"),
        ("2025~", "about 2025"),
        ("2025?", "2025 (uncertain)"),
        ("2025-06-06%", "about 6 June 2025 (uncertain)"),
        ("202X", "2020s"),
        ("20XX", "2000–2099"),
        ("2025-XX", "2025, month not stated"),
        ("2025-06-XX", "June 2025, day not stated"),
        ("XXXX-05-08", "8 May, year not stated"),
        ("XXXX-05", "May, year not stated"),
        ("2025/2030", "2025–2030"),
        ("2025/2025", "2025"),
        ("2025-05/2025-06", "May–June 2025"),
        ("2024-05/2025-06", "May 2024 – June 2025"),
        ("2025-06-06/2025-06-08", "6–8 June 2025"),
        ("2025-05-30/2025-06-02", "30 May – 2 June 2025"),
        ("2024-12-30/2025-01-02", "30 December 2024 – 2 January 2025"),
        ("2025/2026-06", "2025 – June 2026"),
        ("2025-06/2025", "June 2025 – 2025"),
        ("XXXX-05-08/XXXX-05-10", "8–10 May, year not stated"),
        ("2024~/2026?", "from about 2024 to 2026 (uncertain)"),
        ("2002/..", "since 2002"),
        ("../2024", "until 2024"),
        ("../2024-06-01~", "until about 1 June 2024"),
        ("[2024..2026]", "2024, 2025 or 2026"),
        ("[2024..2025]", "2024 or 2025"),
        ("[2024,2026]", "2024 or 2026"),
        ("[1990..2020]", "between 1990 and 2020"),
        ("[2025-06-01..2025-06-05]", "between 1 June 2025 and 5 June 2025"),
        ("[XXXX-05-08,XXXX-05-09]", "8 May or 9 May, year not stated"),
    ],
)
def test_a_date_is_said_in_english(text: str, said: str) -> None:
    assert in_english({}).date(parse(text)) == said


@pytest.mark.parametrize(
    "text, as_of, wanted",
    [
        ("2025/2030", "2024-12-31", PeriodStatus.NOT_YET_BEGUN),
        ("2025/2030", "2025-01-01", PeriodStatus.IN_PERIOD),
        ("2025/2030", "2030-12-31", PeriodStatus.IN_PERIOD),
        ("2025/2030", "2031-01-01", PeriodStatus.PERIOD_OVER),
        ("2025", "2025-06-06", PeriodStatus.IN_PERIOD),
        ("2002/..", "2001-12-31", PeriodStatus.NOT_YET_BEGUN),
        ("2002/..", "2026-11-22", PeriodStatus.IN_PERIOD),
        ("../2024", "1990-01-01", PeriodStatus.IN_PERIOD),
        ("../2024", "2025-01-01", PeriodStatus.PERIOD_OVER),
        ("2024~/2026", "2027-01-01", PeriodStatus.PERIOD_OVER),
        ("2024~/2026", "2025-01-01", PeriodStatus.UNKNOWN),
        ("2024/2026?", "2023-01-01", PeriodStatus.NOT_YET_BEGUN),
        ("2024/2026?", "2040-01-01", PeriodStatus.UNKNOWN),
        ("202X/2035", "2025-01-01", PeriodStatus.UNKNOWN),
        ("202X/2035", "2030-01-01", PeriodStatus.IN_PERIOD),
        ("2020/2025-XX", "2025-06-01", PeriodStatus.UNKNOWN),
        ("[2024,2026]", "2023-12-31", PeriodStatus.NOT_YET_BEGUN),
        ("[2024,2026]", "2025-06-01", PeriodStatus.UNKNOWN),
        ("[2024..2026]", "2027-01-01", PeriodStatus.PERIOD_OVER),
        ("XXXX-05-08", "2026-11-22", PeriodStatus.UNKNOWN),
    ],
)
def test_the_status_of_a_period_is_told_only_where_it_is_certain(text: str, as_of: str, wanted: PeriodStatus) -> None:
    assert status(parse(text), day(as_of)) is wanted


def test_without_a_period_the_status_is_unknown() -> None:
    assert status(None, day("2026-11-22")) == "unknown"
