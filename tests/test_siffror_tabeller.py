"""Tables as agencies and Excel save them: read as they are, or refused in words."""

import csv
import io
import random
import zipfile
from datetime import date, datetime
from decimal import Decimal
from string import printable

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapport.cli.main import run
from rapport.figures.cells import number
from rapport.figures.raw import MAX_BYTES, MAX_COLUMNS, MAX_ROWS, build
from rapport.figures.read_csv import read_csv
from rapport.figures.read_xlsx import read_xlsx
from rapport.figures.tables import Tables

PLAIN = "Program;Kommun;Beviljat belopp\nERUF;Hedby;1 250 000,50\nInterreg;Östervåla;\n"


@pytest.fixture
def tables(tmp_path):
    """Return a function that makes tables of files by name."""

    def make(**files):
        (tmp_path / "siffror").mkdir()
        for name, content in files.items():
            raw = content.encode("utf-8") if isinstance(content, str) else content
            (tmp_path / "siffror" / name.replace("__", ".")).write_bytes(raw)
        found = Tables(tmp_path)
        return found, found.by_name

    return make


def table(text):
    raws, findings = read_csv(text.encode("utf-8"), "t", "siffror/t.csv")
    assert not findings
    return build(raws[0])


def workbook(rows, **sheets):
    book = openpyxl.Workbook()
    book.active.title = "Export"
    for row in rows:
        book.active.append(row)
    for title, more in sheets.items():
        sheet = book.create_sheet(title)
        for row in more:
            sheet.append(row)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def repacked(raw, change):
    """Return a workbook with each part changed by ``change(name, part)``."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name)))
    return stream.getvalue()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
@pytest.mark.parametrize("separator", [";", ",", "\t"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_every_way_excel_saves_text_gives_the_same_table(encoding, separator, newline):
    text = PLAIN.replace("1 250 000,50", '"1 250 000,50"').replace(";", separator).replace("\n", newline)
    raws, findings = read_csv(text.encode(encoding), "arenden", "siffror/arenden.csv")
    tabell, more = build(raws[0])
    assert findings + more == []
    assert [(k.namn, k.rubrik, k.slag) for k in tabell.kolumner] == [
        ("program", "Program", "text"),
        ("kommun", "Kommun", "text"),
        ("beviljat_belopp", "Beviljat belopp", "tal"),
    ]
    assert tabell.rader == (("ERUF", "Hedby", Decimal("1250000.50")), ("Interreg", "Östervåla", None))
    assert tabell.radnummer == (2, 3)


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("1250000", "1250000"),
        ("1 250 000", "1250000"),
        ("1\u00a0250\u00a0000", "1250000"),
        ("1\u202f250", "1250"),
        ("1.250.000", "1250000"),
        ("1.250", "1250"),
        ("1.250,75", "1250.75"),
        ("0,5", "0.5"),
        ("-12", "-12"),
        ("−12,5", "-12.5"),
        ("1 250 kr", "1250"),
        ("12 000,00 SEK", "12000"),
        ("0", "0"),
        ("0123", None),
        ("1 25", None),
        ("12 34 567", None),
        ("1 250.000", None),
        ("ca 20", None),
        ("20 %", "0.2"),
        ("20,5%", "0.205"),
        ("ca 20 %", None),
        ("%", None),
        ("1e6", None),
        ("Infinity", None),
        ("NaN", None),
        ("--5", None),
        ("٣", None),
        ("1" * 60, None),
        ("", None),
    ],
)
def test_a_number_is_what_a_swede_writes(written, value):
    assert number(written) == (None if value is None else Decimal(value))


def test_a_column_with_decimal_points_is_read_so_throughout():
    tabell, _ = table("a,b\n12.5,1.250\n1.250,1.000\n3,7\n")
    assert tabell.rader == ((Decimal("12.5"), 1250), (Decimal("1.250"), 1000), (3, 7))


def test_one_cell_that_is_no_number_is_told_with_row_and_column():
    tabell, (finding,) = table("Namn;Belopp\nA;1\nB;2\nC;ca 3\nD;4\n")
    assert tabell.kolumner[1].slag == "text"
    assert (finding.place.path, finding.place.line, finding.place.column) == ("siffror/t.csv", 4, 2)
    assert "ca 3" in finding.message
    assert finding.severity == "warning"


def test_case_numbers_are_text_and_nothing_to_complain_of():
    tabell, findings = table("Nr\n0012\n1234\n0099\n")
    assert [k.slag for k in tabell.kolumner] == ["text"]
    assert findings == []


def test_dates_are_dates():
    tabell, _ = table("d;e\n2025-05-13;2025-05-13\n;2025-02-30\n")
    assert [k.slag for k in tabell.kolumner] == ["datum", "text"]
    assert tabell.rader[0][0] == date(2025, 5, 13)


def test_rows_are_numbered_as_excel_shows_them():
    tabell, _ = table('sep=;\nNamn;Belopp\n\n"två\nrader";5\n;\nB;6\n')
    assert tabell.radnummer == (3, 5)
    assert tabell.rader == (("två\nrader", 5), ("B", 6))


@pytest.mark.parametrize(
    ("text", "message", "line"),
    [
        ("a;A\n1;2\n", "samma rubrik", 1),
        ("a;;c\n1;2;3\n", "ingen rubrik", 1),
        ("a,b\nx,1 250,50\n", "bredare", 2),
        ("", "tom", None),
        ("\n\n", "tom", None),
    ],
)
def test_a_table_whose_cells_have_no_sure_column_is_not_used(text, message, line):
    raws, findings = read_csv(text.encode(), "t", "siffror/t.csv")
    tabell, more = build(raws[0])
    assert tabell is None
    assert message in (findings + more)[0].message
    assert (findings + more)[0].place.line == line


@pytest.mark.parametrize("text", ['a;b\n"x;1\n', 'a;b\n"x"y;1\n'])
def test_broken_quotation_marks_are_told(text):
    raws, (finding,) = read_csv(text.encode(), "t", "siffror/t.csv")
    assert raws == []
    assert "citattecken" in finding.message


def test_a_row_of_sums_is_never_counted_twice():
    _, (finding,) = table("Namn;Belopp\nA;1\nB;2\nSumma:;3\n")
    assert finding.severity == "error"
    assert finding.place.line == 4


def test_a_large_table_is_refused_in_words():
    for raw in (
        b"x" * (MAX_BYTES + 1),
        b"a;b\n" + b"1;2\n" * (MAX_ROWS + 1),
        b";".join([b"a"] * (MAX_COLUMNS + 1)),
        b'a\n"' + b"x" * 20_000 + b'"\n',
        b'a\n"' + b"x" * 200_000 + b'"\n',
    ):
        raws, (finding,) = read_csv(raw, "t", "siffror/t.csv")
        assert raws == []
        assert finding.severity == "error"
        assert finding.message.endswith(".")
        assert finding.hint
    rows = b"a;b\n" + b"1;2\n" * MAX_ROWS
    assert len(read_csv(rows, "t", "f")[0][0].rows) == MAX_ROWS + 1


names = st.text(st.sampled_from(printable + "åäöÅÄÖ\u00a0"), max_size=12).map(lambda s: f"x{s.strip()}")


@given(st.lists(st.lists(names, min_size=3, max_size=3), min_size=1, max_size=6), st.sampled_from(";\t"))
def test_what_a_csv_writer_wrote_is_read_back(rows, separator):
    stream = io.StringIO(newline="")
    csv.writer(stream, delimiter=separator).writerows([["ett", "två", "tre"], *rows])
    raws, findings = read_csv(stream.getvalue().encode("utf-8"), "t", "f")
    tabell, more = build(raws[0])
    assert findings == []
    assert not [f for f in more if f.severity == "error"]
    assert [list(rad) for rad in tabell.rader] == [[cell.strip() for cell in row] for row in rows]


@given(st.binary(max_size=300))
def test_no_bytes_make_csv_reading_fail_otherwise_than_in_words(raw):
    raws, findings = read_csv(raw, "t", "siffror/t.csv")
    for one in raws:
        tabell, more = build(one)
        assert tabell or more
        findings += more
    assert raws or findings
    assert all(finding.message.endswith(".") and finding.hint for finding in findings)


@given(st.decimals(allow_nan=False, allow_infinity=False, places=2, min_value=-(10**12), max_value=10**12))
def test_a_number_written_in_swedish_reads_back(value):
    for gap in (" ", "\u00a0", ".", ""):
        assert number(f"{value:,.2f}".replace(",", "_").replace(".", ",").replace("_", gap)) == value


def test_a_workbook_gives_typed_cells_and_its_own_row_numbers():
    raw = workbook(
        [
            ["Namn", "Belopp", "Dag", "Klar"],
            [],
            ["A", 0.1 + 0.2, datetime.fromisoformat("2025-05-13"), True],
            ["B", "1 250,5", None, False],
        ]
    )
    (one,), findings = read_xlsx(raw, "arenden", "siffror/arenden.xlsx")
    tabell, more = build(one)
    assert findings + more == []
    assert tabell.rader == (("A", Decimal("0.3"), date(2025, 5, 13), "SANT"), ("B", Decimal("1250.5"), None, "FALSKT"))
    assert tabell.radnummer == (3, 4)


def test_every_sheet_is_a_table_and_the_first_has_the_name_of_the_file(tables):
    _, found = tables(arenden__xlsx=workbook([["a"], [1]], **{"År 2024": [["b"], [2]]}))
    assert sorted(found) == ["arenden", "arenden_ar_2024"]
    assert found["arenden_ar_2024"].kalla == "siffror/arenden.xlsx, blad År 2024"


def test_formulas_without_values_are_no_zeros():
    _, (finding,) = read_xlsx(workbook([["a"], ["=1+1"]]), "t", "siffror/t.xlsx")
    assert "formler" in finding.message


def test_rows_hidden_by_a_filter_are_counted_and_told():
    def hide(name, part):
        return part.replace(b'<row r="3"', b'<row r="3" hidden="1"') if name.endswith("sheet1.xml") else part

    (one,), (finding,) = read_xlsx(repacked(workbook([["a"], [1], [2]]), hide), "t", "siffror/t.xlsx")
    assert [cells for _, cells in one.rows][2][0] == 2
    assert finding.severity == "warning"
    assert "En rad är dold" in finding.message


def test_a_workbook_that_may_do_harm_is_not_opened():
    good = workbook([["a"], [1]])

    def entities(name, part):
        if name != "xl/worksheets/sheet1.xml":
            return part
        return b'<!DOCTYPE x [<!ENTITY a "b">]>' + part

    def bomb(name, part):
        return part + b" " * 70_000_000 if name == "xl/worksheets/sheet1.xml" else part

    def rows(name, part):
        row = b'<row r="2000000000"><c r="A2000000000"><v>1</v></c></row>'
        return part.replace(b"</sheetData>", row + b"</sheetData>") if name.endswith("sheet1.xml") else part

    for raw in (
        repacked(good, entities),
        repacked(good, bomb),
        repacked(good, rows),
        b"PK",
        b"",
        good[: len(good) // 2],
    ):
        raws, findings = read_xlsx(raw, "t", "siffror/t.xlsx")
        assert raws == []
        assert len(findings) == 1
        assert findings[0].hint


def test_a_sheet_that_is_mostly_empty_cells_is_read():
    def pad(name, part):
        empty = b"<row>" + b"<c/>" * 100 + b"</row>"
        return part.replace(b"</sheetData>", empty * 5_000 + b"</sheetData>") if name.endswith("sheet1.xml") else part

    (one,), findings = read_xlsx(repacked(workbook([["a"], [1]]), pad), "t", "siffror/t.xlsx")
    assert [number for number, _ in one.rows] == [1, 2]
    assert findings == []


def test_a_cell_far_below_the_others_is_read_where_it_stands():
    def below(name, part):
        row = b'<row r="1048576"><c r="A1048576"><v>7</v></c></row>'
        return part.replace(b"</sheetData>", row + b"</sheetData>") if name.endswith("sheet1.xml") else part

    (one,), findings = read_xlsx(repacked(workbook([["a"], [1]]), below), "t", "siffror/t.xlsx")
    assert [(number, cells[0]) for number, cells in one.rows] == [(1, "a"), (2, 1), (1_048_576, 7)]
    assert findings == []


def test_a_workbook_with_a_part_twice_is_not_opened():
    stream = io.BytesIO(workbook([["a"], [1]]))
    with zipfile.ZipFile(stream, "a") as archive, pytest.warns(UserWarning, match="Duplicate name"):
        archive.writestr("xl/worksheets/sheet1.xml", archive.read("xl/worksheets/sheet1.xml").replace(b">1<", b">2<"))
    raws, (finding,) = read_xlsx(stream.getvalue(), "t", "siffror/t.xlsx")
    assert raws == []
    assert finding.message == "Filen innehåller samma del två gånger och öppnas inte, för säkerhets skull."


def test_no_damaged_workbook_makes_reading_fail_otherwise_than_in_words():
    good = workbook([["a", "b"], *([n, f"text {n}"] for n in range(20))])
    chance = random.Random(2025)
    for _ in range(150):
        raw = bytearray(good)
        for _ in range(chance.randint(1, 30)):
            raw[chance.randrange(len(raw))] = chance.randrange(256)

        def damage(_name, part):
            data = bytearray(part)
            for _ in range(chance.randint(0, 6)):
                data[chance.randrange(len(data))] = chance.randrange(256)
            return bytes(data)

        for bad in (bytes(raw), repacked(good, damage)):
            raws, findings = read_xlsx(bad, "t", "siffror/t.xlsx")
            for one in raws:
                tabell, more = build(one)
                assert tabell or more
            assert all(finding.message.endswith(".") and finding.hint for finding in findings)


def test_a_workbook_with_too_many_rows_or_columns_is_refused():
    for rows in ([["a"], *([[1]] * (MAX_ROWS + 1))], [[*range(MAX_COLUMNS + 1)]]):
        raws, (finding,) = read_xlsx(workbook(rows), "t", "siffror/t.xlsx")
        assert raws == []
        assert "för många" in finding.message


def test_one_bad_file_hides_no_other(tables):
    found, by_name = tables(bra__csv=PLAIN, dalig__xlsx=b"PK", gammal__xls=b"x", bra__tsv="a\n1\n", las__txt="x")
    assert list(by_name) == ["bra"]
    assert [f.place.path for f in found.findings] == ["siffror/bra.tsv", "siffror/dalig.xlsx", "siffror/gammal.xls"]
    assert sorted(found.unusable) == ["dalig", "gammal"]


def test_nothing_outside_the_folder_is_read(tmp_path):
    folder = tmp_path / "redovisning"
    (folder / "siffror").mkdir(parents=True)
    (tmp_path / "utanfor.csv").write_text("a\n1\n", "utf-8")
    (folder / "siffror" / "lank.csv").symlink_to(tmp_path / "utanfor.csv")
    (folder / "siffror" / "borta.csv").symlink_to(tmp_path / "borta.csv")
    (folder / "siffror" / "mapp.csv").mkdir()
    (folder / "siffror" / "~$bra.xlsx").write_bytes(b"x")
    found = Tables(folder)
    assert found.by_name == {}
    assert sorted(f.place.path for f in found.findings) == [f"siffror/{n}.csv" for n in ("borta", "lank", "mapp")]


def test_lista_shows_what_can_be_asked_for(tables, capsys):
    found, _ = tables(arenden__csv=PLAIN + "ERUF;Hedby;5\n")
    assert run(["siffror", "lista", "--i", str(found.folder)]) == 0
    out = capsys.readouterr().out
    assert "beviljat_belopp  tal" in out
    assert '{{ arenden | dar(program="ERUF") | summa("beviljat_belopp") | kr }}' in " ".join(out.split())


TITLED = [["Region Sundmark: beviljade bidrag 2025"], [], ["Kommun", "Belopp"], ["Hedby", 12], ["Tornsele", 30]]


def test_a_title_above_the_headings_is_left_out_and_said(tables):
    found, by_name = tables(
        t__xlsx=workbook(TITLED), u__csv="Bidrag 2025\nur ekonomisystemet\nKommun;Belopp\nHedby;12\n"
    )
    tabell = by_name["t"]
    assert [kolumn.namn for kolumn in tabell.kolumner] == ["kommun", "belopp"]
    assert (tabell.radnummer, tabell.rader) == ((4, 5), (("Hedby", 12), ("Tornsele", 30)))
    assert by_name["u"].radnummer == (4,)
    said = [(one.severity, one.place.line, one.message) for one in found.findings]
    assert [one[:2] for one in said] == [("info", 1)] * 2
    assert "Rubrikerna läses från rad 3. Det som står ovanför (”Region Sundmark" in said[0][2]


@pytest.mark.parametrize("body", ["Hedby;ja\nTornsele;nej\n", "Kommun;Ort\n", "Kommun;Belopp\nHedby;vet ej\n"])
def test_a_row_below_a_lone_text_that_may_be_no_headings_is_refused(tables, body):
    found, by_name = tables(t__csv=f"Bidrag 2025\n{body}")
    assert by_name == {}
    (fault,) = found.findings
    assert fault.severity == "error"
    assert fault.hint == "Ta bort rad 1, så att rubrikerna på rad 2 kommer först."
