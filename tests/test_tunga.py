"""What comes to very much: refused in a sentence, or read, in little time and little memory. See ``tunga``."""

import sys
import time

import mutationer
import pytest
import tunga
from fientligt import faults_in
from matning import measured, slowness

from rapport import limits
from rapport.apart import Apart
from rapport.errors import InputError
from rapport.figures.read_csv import read_csv
from rapport.figures.tables import Tables
from rapport.limits import Budget, Limit, TooMuchError
from rapport.prose.blocks import Text, normalise
from rapport.store.yaml import parse
from rapport.word.controls import ticked_boxes
from rapport.word.notes import Notes
from rapport.word.ns import el, whole
from rapport.word.package import reading
from rapport.word.read import WordReader
from rapport.workflow.hjalp import topic
from rapport.workflow.rakna import count_file

CASES = {name: (files, command) for name, files, command in tunga.cases()}
LIMITS = {name: value for name, value in vars(limits).items() if isinstance(value, Limit)}


@pytest.mark.skipif(sys.platform == "win32", reason="tid och minne mäts inte så i Windows")
@pytest.mark.parametrize("name", CASES)
def test_it_takes_little_time_and_memory_and_says_why_it_is_not_read(tmp_path, name):
    files, command = CASES[name]
    code, seconds, megabytes, said = measured(tunga.prepare(tmp_path, files), command)
    assert code in (0, 1, 2), said
    # Twice, for what the yardstick does not see of the others that work beside it: what hangs takes many times as long.
    assert seconds <= 2 * tunga.SECONDS or seconds <= 2 * tunga.SECONDS * slowness()
    assert megabytes <= tunga.MEGABYTES
    assert "Traceback" not in said
    assert not faults_in(said)
    assert said.strip()


def test_a_budget_is_spent_to_its_last_and_no_further():
    budget, limit = Budget(), Limit(1_000, "stycken")
    budget.spend(limit, 999)
    budget.spend(limit)
    with pytest.raises(TooMuchError, match="Filen har fler än 1 000 stycken och läses inte"):
        budget.spend(limit)


def took(work):
    started = time.process_time()
    work()
    return time.process_time() - started


def reader_of(tmp_path, raw):
    file = tmp_path / "a.docx"
    file.write_bytes(raw)
    with reading(file) as parts:
        return WordReader(parts)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("numrering", "99 999 punkter i en numrerad lista"),
        ("bokstäver", "99 999 punkter i en numrerad lista"),
        ("fotnot", "1 000 000 tecken i fotnoter"),
        ("breda celler", "50 000 celler"),
        ("fält", "100 fält i varandra"),
        ("kodning", "teckenkodningen UTF-7"),
    ],
)
def test_a_document_that_comes_to_too_much_is_named_with_what_it_is(tmp_path, name, words):
    file = tmp_path / "a.docx"
    file.write_bytes(tunga.DOCUMENTS[name]())
    with pytest.raises(InputError) as refused:
        count_file(file)
    assert str(refused.value).startswith(str(file))
    assert words in str(refused.value)


@pytest.mark.parametrize("pattern", ["%1" * 400, "%1.%2.%3" * 100])
def test_a_label_is_no_longer_than_any_in_use(tmp_path, pattern):
    reader = reader_of(tmp_path, tunga.listed(tunga.number_item(3_888, "upperRoman", pattern)))
    with pytest.raises(TooMuchError, match="1 000 tecken framför en punkt"):
        reader.blocks(reader.body)


@pytest.mark.parametrize(("value", "number"), [("7", 7), ("²", None), ("9" * 5_000, None), ("-1", None), ("", None)])
def test_a_number_in_a_document_is_a_number_or_none(value, number):
    assert whole(value) == number


def test_what_a_style_inherits_is_found_once(tmp_path):
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="s{n}"><w:basedOn w:val="s{n + 1}"/></w:style>' for n in range(9_000)
    )
    styles += '<w:style w:type="paragraph" w:styleId="s9000"><w:rPr><w:b/></w:rPr></w:style>'
    reader = reader_of(tmp_path, tunga.document(tunga.TEXT, styles=styles))
    assert took(lambda: [reader.styles.is_on(f"s{n}", "w:b") for n in range(9_001)]) < 2
    assert all(reader.styles.is_on(f"s{n}", "w:b") for n in (0, 4_000, 9_000))
    assert not reader.styles.is_on("s0", "w:i")


def test_a_note_is_spent_each_time_that_it_is_referred_to():
    reference = el("w:footnoteReference", {"w:id": "1"})
    note = el("w:footnote", None, el("w:p"))
    note[0].text = "a" * 300_000
    notes = Notes({"1": note}, lambda _: (Text("a"),), Budget())
    for _ in range(3):
        assert notes.note(reference, "").paragraphs
    with pytest.raises(TooMuchError, match="fotnoter"):
        notes.note(reference, "")


def test_a_line_that_is_nearly_one_of_boxes_is_told_at_once():
    line = "Ja      " * 200 + "nja"
    assert took(lambda: ticked_boxes(line, el("w:p"), ("Ja", "Nej", "Ej aktuellt"))) < 1
    assert ticked_boxes("☒ Ja   ☐ Nej ,  ☐ Ej aktuellt", el("w:p"), ("Ja", "Nej", "Ej aktuellt")) == ("Ja",)


def test_many_runs_of_one_look_are_put_together_in_one_go():
    texts = [Text("Text. ") for _ in range(200_000)]
    assert took(lambda: normalise(texts)) < 3
    assert normalise([Text("a"), Text(""), Text("b"), Text("c", bold=True)]) == (Text("ab"), Text("c", bold=True))


def test_a_table_is_padded_no_further_than_what_is_read(tmp_path):
    rows = "".join(f"<w:tr>{tunga.cell() * n}</w:tr>" for n in (600, *[1] * 100))
    reader = reader_of(tmp_path, tunga.document(f"<w:tbl>{rows}</w:tbl>"))
    with pytest.raises(TooMuchError, match="celler"):
        reader.blocks(reader.body)


@pytest.mark.parametrize("opening", ["[", "{a: ", "- "])
def test_yaml_that_goes_deep_is_left_where_it_becomes_too_deep(opening):
    found = []
    assert took(lambda: found.extend(parse("svar:\n  " + opening * 100_000, "1.yaml")[1])) < 1
    assert [finding.message for finding in found] == ["Filen har fler än 12 nivåer."]


def test_a_key_that_comes_again_and_again_is_numbered():
    _, findings = parse("svar:\n" + '  "1.1": a\n' * 900, "1.yaml")
    assert len(findings) == 21
    assert findings[-1].message == "Ytterligare 879 nycklar står flera gånger, den sista på rad 901."


def test_more_values_than_are_read_are_one_finding():
    document, (finding,) = parse("svar:\n" + "".join(f"  a{n}: x\n" for n in range(10_001)), "1.yaml")
    assert document is None
    assert finding.message == "Filen har fler än 20 000 nycklar och värden och läses inte."


def test_a_table_of_many_cells_is_refused():
    rows = ";".join(["17"] * 100) + "\n"
    assert "för många celler" in read_csv((rows * 1_501).encode(), "t", "f")[1][0].message
    assert not read_csv((rows * 1_499).encode(), "t", "f")[1]


def test_a_long_table_is_looked_through_once(tmp_path):
    (tmp_path / "siffror").mkdir()
    (tmp_path / "siffror/a.csv").write_text("Namn;Belopp\n" + "a;17\n" * 19_000 + "Summa;323000\n", "utf-8")
    tables = Tables(tmp_path)
    assert took(lambda: tables.by_name) < 4
    assert [finding.place.line for finding in tables.findings] == [19_002]


def test_the_parser_for_excel_is_never_let_in_here(tmp_path):
    (tmp_path / "siffror").mkdir()
    (tmp_path / "siffror/a.xlsx").write_bytes(tunga.book())
    loaded = set(sys.modules)
    tables = Tables(tmp_path)
    assert [str(cell) for cell in tables.by_name["a"].rader[0]] == ["Hed", "17"]
    assert not any(name.startswith("openpyxl") for name in set(sys.modules) - loaded)


def test_a_workbook_whose_reading_comes_to_no_end_is_named(tmp_path, monkeypatch):
    (tmp_path / "siffror").mkdir()
    (tmp_path / "siffror/a.xlsx").write_bytes(tunga.book())
    (tmp_path / "siffror/b.csv").write_text("a;b\n1;2\n", "utf-8")
    monkeypatch.setattr("rapport.figures.book_apart.READ", "misreaders:hang")
    monkeypatch.setattr("rapport.figures.tables.Apart", lambda: Apart(pause=0.5))
    tables = Tables(tmp_path)
    assert list(tables.by_name) == ["b"]
    (finding,) = tables.findings
    assert (finding.severity, finding.place.path) == ("error", "siffror/a.xlsx")
    assert "kunde inte läsas på 0.5 sekunder" in finding.message


@pytest.mark.parametrize("name", LIMITS)
def test_every_limit_stands_in_the_help(name):
    most = f"{LIMITS[name].most:,}".replace(",", " ")
    if name.endswith("BYTES"):
        most = f"{LIMITS[name].most // 1_000_000} MB"
    assert any(line.startswith("|") and f" {most} " in line for line in topic("granser").text.splitlines()), most


def test_a_document_of_too_many_paragraphs_is_left_where_it_becomes_that(tmp_path):
    reader = reader_of(tmp_path, tunga.document(tunga.TEXT * 50_001))
    with pytest.raises(TooMuchError, match="50 000 stycken"):
        reader.blocks(reader.body)


SOUND = mutationer.sources()


@pytest.mark.parametrize("kind", SOUND)
def test_a_file_changed_at_random_is_read_or_refused_in_words(kind):
    """The long run is by hand: python tests/mutationer.py."""
    faults, _ = mutationer.work(kind, SOUND[kind], range(9_000, 9_010 if kind == "formular" else 9_060))
    assert faults == []
