"""The benchmark of the converter: what a perfect, an empty and a wrong reading score."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from benchmarks.conversion import __main__ as command
from benchmarks.conversion import check, labels, report, seeds, stress
from benchmarks.conversion.labels import Article
from benchmarks.conversion.scores import total
from benchmarks.conversion.scoring import score
from tests.benchmarks.readings import perfect

ARTICLE = """\
Home | Politics
Sekong, Quảng Nam sign memorandum
21/8/2024
(VNA) – The People’s Committee of Quảng Nam and the Women’s Union of Sekong Province signed a memorandum for 2024–2026.
Chairman of the provincial People’s Committee Lê Văn Tám gave over 1.5 billion VND and eight (08) computers.
See more
Laos, Thailand talk
"""
INDEX = """\
"01":
  language: en
  scope: in
  title: Sekong, Quảng Nam sign memorandum
  agency: VNA
  byline: null
  published: 2024-08-21
  event: null
  blocks:
    - {label: navigation, begins: Home}
    - {label: title, begins: Sekong}
    - {label: date, begins: 21/8/2024}
    - {label: agency, begins: (VNA)}
    - {label: body, begins: The People}
    - {label: teaser, begins: See more}
  provinces: [quang-nam, sekong]
  organisations:
    - {name: People’s Committee of Quảng Nam, province: quang-nam, side: VN}
    - {name: Women’s Union of Sekong Province, province: sekong, side: LA}
  persons:
    - {name: Lê Văn Tám, office: Chairman of the provincial People’s Committee}
  agreements:
    - form: memorandum
      parties: [People’s Committee of Quảng Nam, Women’s Union of Sekong Province]
      status: signed
      period: 2024/2026
  figures:
    - {number: 1500000000, qualifier: over, unit: VND}
    - {number: 8, unit: computers}
"""
OUT = '"01":\n  scope: out\n  title: Sekong, Quảng Nam sign memorandum\n'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "01.txt").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "index.yaml").write_text(INDEX, encoding="utf-8")
    return tmp_path


@pytest.fixture
def article(folder: Path) -> Article:
    return labels.read(folder)[0]


@pytest.fixture
def out_of_scope(folder: Path, article: Article) -> Article:
    (folder / "index.yaml").write_text(OUT, encoding="utf-8")
    return labels.read(folder)[0]


def test_a_perfect_reading_scores_one_everywhere(article: Article) -> None:
    sheet = score(article, perfect(article))
    assert {name: s.f1 for name, s in sheet.scores.items() if s.f1 < 1} == {}
    assert all(all(answers) for answers in sheet.exact.values())
    assert sheet.counts == {}
    assert sheet.notes == []


def test_an_empty_reading_finds_nothing_and_loses_the_text(article: Article) -> None:
    sheet = score(article, {})
    found = {name for name, s in sheet.scores.items() if s.found and name != "refusals"}
    assert found == set()
    assert sheet.scores["body characters"].f1 == 0
    assert sheet.counts["lost characters"] == len(article.characters)


def test_a_crash_is_counted_and_misses_everything(article: Article) -> None:
    sheet = score(article, None)
    assert sheet.counts["crashes"] == 1
    assert sheet.scores["figures"].missed == 2
    assert sheet.scores["agreements: parties and period"].missed == 1


def test_wrong_values_are_both_wrong_and_missed(article: Article) -> None:
    reading = perfect(article)
    reading["published"]["value"] = "2024-08-22"
    reading["provinces"][0]["id"] = "quang-ngai"
    reading["figures"][1]["number"] = 80
    reading["agreements"][0]["period"]["value"] = "2024/2025"
    reading["persons"][0]["office"] = "Secretary of the Party Committee"
    sheet = score(article, reading)
    for name in ("published", "agreements: period", "persons with office", "agreements: parties and period"):
        assert (sheet.scores[name].found, sheet.scores[name].wrong, sheet.scores[name].missed) == (0, 1, 1), name
    for name in ("provinces", "figures"):
        assert (sheet.scores[name].found, sheet.scores[name].wrong, sheet.scores[name].missed) == (1, 1, 1), name
    assert sheet.scores["persons"].f1 == 1


def test_a_teaser_kept_costs_precision_and_a_sentence_set_aside_costs_recall(article: Article) -> None:
    reading = perfect(article)
    reading["blocks"][-1]["label"] = "body"
    assert score(article, reading).scores["body characters"].precision < 1
    assert score(article, reading).scores["body characters"].recall == 1
    reading = perfect(article)
    reading["blocks"][4]["label"] = "teaser"
    assert score(article, reading).scores["kept characters"].recall < 1


def test_text_in_no_block_is_lost(article: Article) -> None:
    reading = perfect(article)
    reading["blocks"].pop(0)
    assert score(article, reading).counts["lost characters"] == len("Home|Politics")


def test_a_quotation_that_is_not_in_the_text_is_counted(article: Article) -> None:
    reading = perfect(article)
    reading["title"]["quote"] = "Sekong and Quảng Nam"
    assert score(article, reading).counts["quotations that are not exact"] == 1


def test_an_article_out_of_scope_must_be_refused_and_nothing_drafted(out_of_scope: Article, article: Article) -> None:
    refused = {**perfect(article), "scope": {"value": "out", "reason": "…"}}
    sheet = score(out_of_scope, refused)
    assert sheet.scores["refusals"].f1 == 1
    assert sheet.counts["drafted though out of scope"] == 1
    assert score(out_of_scope, perfect(article)).scores["refusals"].missed == 1


def test_an_article_in_scope_that_is_refused_is_a_wrong_refusal(article: Article) -> None:
    sheet = score(article, {**perfect(article), "scope": {"value": "out", "reason": "…"}})
    assert sheet.scores["refusals"].wrong == 1


@pytest.mark.parametrize(
    "spelling", ["Quảng Nam Provincial People's Committee", "UBND tỉnh Quảng Nam", "the provincial People’s Committee"]
)
def test_spellings_of_an_organisation_are_one(article: Article, spelling: str) -> None:
    reading = perfect(article)
    if spelling.startswith("UBND"):
        article.labels["organisations"][0]["name"] = "Ủy ban nhân dân tỉnh Quảng Nam"
    reading["organisations"][0]["name"] = spelling
    assert score(article, reading).scores["organisations"].f1 == 1


def test_a_union_is_not_its_province_but_a_peoples_committee_stands_for_it(article: Article) -> None:
    reading = perfect(article)
    reading["agreements"][0]["parties"][0]["organisation"] = None
    assert score(article, reading).scores["agreements: parties and period"].f1 == 1
    reading["agreements"][0]["parties"][1]["organisation"] = None
    assert score(article, reading).scores["agreements: parties and period"].f1 == 0


def test_optional_items_may_be_there_or_not(article: Article) -> None:
    article.labels["provinces"].append({"id": "hue", "optional": "true"})
    reading = perfect(article)
    assert score(article, reading).scores["provinces"].f1 == 1
    reading["provinces"].append({**reading["provinces"][0], "id": "hue"})
    assert score(article, reading).scores["provinces"].f1 == 1


def test_an_agreement_is_found_by_parties_that_may_be_lacking(article: Article) -> None:
    reading = perfect(article)
    reading["agreements"][0]["period"] = None
    label = article.labels["agreements"][0]
    label["period"] = None
    label["parties"] = [{"party": party, "optional": "true"} for party in label["parties"]]
    assert score(article, reading).scores["agreements"].f1 == 1


def test_keys_without_a_label_are_not_scored(folder: Path) -> None:
    (folder / "index.yaml").write_text("1: {provinces: [sekong, quang-nam]}", encoding="utf-8")
    article = labels.read(folder)[0]
    reading: dict[str, Any] = {"provinces": [{"id": "sekong"}, {"id": "quang-nam"}], "persons": [{"name": "X"}]}
    assert set(score(article, reading).scores) == {"provinces"}


def test_a_body_given_as_texts_is_scored_without_the_other_kept_blocks(folder: Path) -> None:
    body = ARTICLE.splitlines()[3].removeprefix("(VNA) – ")
    index = json.dumps({"01": {"body": [body, ARTICLE.splitlines()[4]]}}, ensure_ascii=False)
    article = labels.read(folder)[0]
    reading = perfect(article)
    (folder / "index.yaml").write_text(index, encoding="utf-8")
    sheet = score(labels.read(folder)[0], reading)
    assert sheet.scores["body characters"].f1 == 1
    assert "kept characters" not in sheet.scores


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16"])
def test_byte_order_marks_say_how_an_article_is_read(folder: Path, article: Article, codec: str) -> None:
    (folder / "01.txt").write_bytes(ARTICLE.encode(codec))
    assert score(labels.read(folder)[0], perfect(article)).counts == {}


def test_mojibake_may_be_mended_or_left(folder: Path, article: Article) -> None:
    spoilt = "".join(_spoilt(byte) for byte in ARTICLE.encode())
    (folder / "01.txt").write_text(spoilt, encoding="utf-8")
    (folder / "index.yaml").write_text(INDEX.replace("  scope", "  mojibake: windows-1252\n  scope"), encoding="utf-8")
    labelled = labels.read(folder)[0]
    assert labelled.text == ARTICLE
    left = {**perfect(article), "text": spoilt, "blocks": [{"label": "body", "start": 0, "end": len(spoilt)}]}
    sheet = score(labelled, left)
    assert "lost characters" not in sheet.counts
    assert sheet.counts["mojibake left"] == 1


def _spoilt(byte: int) -> str:
    try:
        return bytes([byte]).decode("windows-1252")
    except UnicodeDecodeError:
        return chr(byte)


def test_scores_of_articles_add_up(article: Article) -> None:
    whole = total([score(article, perfect(article)), score(article, None)])
    assert (whole.scores["figures"].precision, whole.scores["figures"].recall) == (1, 0.5)
    assert whole.counts["crashes"] == 1


def test_check_finds_labels_that_are_not_in_the_file(folder: Path) -> None:
    assert list(check.check(folder)) == []
    (folder / "index.yaml").write_text(INDEX.replace("Lê Văn Tám", "Lê Văn Bảy"), encoding="utf-8")
    assert list(check.check(folder)) == ["01.txt: person: 'Lê Văn Bảy' does not stand in the file"]


def test_a_block_that_is_not_in_the_file_is_refused(folder: Path) -> None:
    (folder / "index.yaml").write_text(INDEX.replace("begins: See more", "begins: See less"), encoding="utf-8")
    with pytest.raises(labels.WrongLabels, match="no block begins with 'See less'"):
        labels.read(folder)


def test_the_command_asks_the_converter_and_prints_a_table_or_json(
    folder: Path, article: Article, capsys: pytest.CaptureFixture[str]
) -> None:
    build = folder / "build.py"
    build.write_text(f"print({json.dumps([perfect(article)])!r})", encoding="utf-8")
    assert command.main([str(folder), "--build", str(build), "--json"]) == 0
    printed = json.loads(capsys.readouterr().out)
    assert printed["scores"]["figures"]["f1"] == 1
    assert printed["failures"]["crashes"] == 0
    assert command.main([str(folder), "--build", str(build), "--verbose"]) == 0
    assert "01.txt: all right" in capsys.readouterr().out


def test_a_converter_that_crashes_is_reported(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    build = folder / "build.py"
    build.write_text("raise SystemExit('it broke')", encoding="utf-8")
    assert command.main([str(folder), "--build", str(build)]) == 0
    printed = capsys.readouterr().out
    assert "! 01.txt: it broke" in printed
    assert command.main([str(folder / "nowhere")]) == 2


def test_every_score_of_the_table_has_numbers_in_the_json(article: Article) -> None:
    sheet = score(article, perfect(article))
    numbers = report.as_json(["01.txt"], [sheet], 1.0, [])
    assert set(numbers["scores"]) == set(sheet.scores)
    assert numbers["per_article"]["01.txt"]["notes"] == []


def test_drafts_of_the_seeds_are_paired_with_entries_under_other_ids() -> None:
    curated: dict[str, list[dict[str, Any]]] = {
        "organisations": [{"id": "qn-pc", "title": "x", "names": [{"value": "People’s Committee of Quảng Nam"}]}],
        "agreements": [{"id": "a", "parties": [{"party": "qn-pc"}], "period": {"value": "2024/2026"}}],
        "people": [{"id": "p", "names": [{"value": "Lê Văn Tám"}]}, {"id": "q", "names": [{"value": "Vũ Ba"}]}],
    }
    drafts: dict[str, list[dict[str, Any]]] = {
        "organisations": [{"id": "o-1", "title": "x", "names": [{"value": "Quảng Nam People’s Committee"}]}],
        "agreements": [{"id": "b", "parties": [{"party": "o-1"}], "period": {"value": "2024/2026"}}],
        "people": [{"id": "le-van-tam", "names": [{"value": "Le Van Tam"}]}],
    }
    rows = seeds.compared(curated, drafts).rows
    assert (rows["people"].found, rows["people"].missed) == (1, 1)
    assert (rows["agreements"].found, rows["agreements: parties"].found) == (1, 1)
    assert rows["organisations"].found == 1


def test_a_draft_statement_finds_the_entries_statements_that_quote_words_of_its_sentence() -> None:
    whole, other = "Lan asked for grants and hoped for trade.", "They met in the town hall."

    def event(id_: str, **said: tuple[str, str]) -> dict[str, list[dict[str, Any]]]:
        statements = [{"id": key, "type": type_, "evidence": key} for key, (type_, _) in said.items()]
        return {
            "events": [
                {"id": id_, "statements": statements, "quotations": {k: {"exact": e} for k, (_, e) in said.items()}}
            ]
        }

    curated = event(
        "e", grants=("request", "asked for grants"), trade=("wish", "hoped for trade"), rain=("wish", "for more rain")
    )
    rows = seeds.compared(curated, event("d", one=("request", whole), two=("activity", other))).rows
    assert (rows["statements"].found, rows["statements"].missed, rows["statements"].wrong) == (2, 1, 1)
    assert (rows["statements: type"].found, rows["statements: type"].missed) == (1, 1)


def test_the_published_schema_is_json() -> None:
    schema = Path(command.__file__).with_name("reading.schema.json")
    assert json.loads(schema.read_text(encoding="utf-8"))["type"] == "array"


def test_hostile_files_that_crash_or_lose_text_are_named(tmp_path: Path) -> None:
    build = tmp_path / "build.py"
    build.write_text(
        "import json, pathlib, sys\n"
        "texts = [pathlib.Path(f).read_bytes().decode('utf-8') for f in sys.argv[3:]]\n"
        "blocks = lambda t: [{'label': 'body', 'start': 0, 'end': len(t) - ('USD' in t)}]\n"
        "print(json.dumps([{'text': t, 'blocks': blocks(t)} for t in texts]))\n",
        encoding="utf-8",
    )
    failures = dict(stress.failures(tmp_path, build))
    assert failures["random bytes"].startswith("crash: UnicodeDecodeError")
    assert failures["numbers"] == "1 characters are in no block"
    assert "white space" not in failures
