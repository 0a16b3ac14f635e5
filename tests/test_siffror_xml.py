"""Workbooks by other hands than Excel's: other XML is the same table, and nothing is dropped unsaid."""

import io
import re
import zipfile

import openpyxl
import pytest

from rapport.figures.raw import build
from rapport.figures.read_csv import read_csv
from rapport.figures.read_xlsx import read_xlsx

SHEET = "xl/worksheets/sheet1.xml"
ROWS = [["Kommun", "Belopp"], ["Hedby", 100], ["Viksele", 50]]


def workbook(change=None, rows=ROWS, prepare=None):
    """Return a workbook whose first sheet's XML has been changed."""
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    if prepare:
        prepare(book.active)
    stream = io.BytesIO()
    book.save(stream)
    if change is None:
        return stream.getvalue()
    changed = io.BytesIO()
    with zipfile.ZipFile(stream) as old, zipfile.ZipFile(changed, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            new.writestr(name, change(part.decode()).encode() if name == SHEET else part)
    return changed.getvalue()


def read(raw):
    raws, findings = read_xlsx(raw, "t", "siffror/t.xlsx")
    return raws, findings, " ".join(finding.message for finding in findings)


def prefixed(xml):
    """Write a sheet with a prefix on every tag, as some programs do."""
    xml = re.sub(r"<(/?)(?=[a-zA-Z])", r"<\1x:", xml)
    return xml.replace('xmlns="http', 'xmlns:x="http')


def single_quotes(xml):
    return xml.replace('"', "'")


def spaced(xml):
    return re.sub(r"=(['\"])", r" = \1", xml).replace("<row ", "<row\n\t").replace("/>", "\n/>")


def as_they_are(xml):
    return xml


def commented(xml):
    return re.sub(r"(<c [^>]*>)", r"\1<!-- x -->", xml).replace("<v />", "<v><!-- x --></v>")


LOOKS = [as_they_are, prefixed, single_quotes, spaced, commented]


@pytest.mark.parametrize("look", LOOKS)
def test_a_table_is_the_same_however_its_xml_is_written(look):
    raws, findings, _ = read(workbook(look))
    assert findings == []
    assert [[c for c in cells if c is not None] for _, cells in raws[0].rows] == [
        ["Kommun", "Belopp"],
        ["Hedby", 100],
        ["Viksele", 50],
    ]


@pytest.mark.parametrize("look", LOOKS)
def test_a_hidden_row_is_seen_however_its_xml_is_written(look):
    def hide(sheet):
        sheet.row_dimensions[3].hidden = True

    assert "En rad är dold" in read(workbook(look, prepare=hide))[2]


@pytest.mark.parametrize("look", LOOKS)
def test_a_formula_that_is_not_worked_out_is_seen_however_its_xml_is_written(look):
    raws, _, said = read(workbook(look, rows=[*ROWS, ["Ö", "=1+1"]]))
    assert "formler vars värden inte är uträknade" in said
    assert raws == []


FORMULAS = {
    "delad": ('<f t="shared" ref="B3:B4" si="0">B2*2</f>', False),
    "delad, utan text": ('<f t="shared" si="0"/>', False),
    "delad, utan text, tomt värde": ('<f t="shared" si="0"/><v></v>', False),
    "cdata": ("<f><![CDATA[B2<3]]></f><v></v>", False),
    "tomt värde": ("<f>B2*2</f><v/>", False),
    "blanksteg": ("<f>B2*2</f><v> </v>", False),
    "uträknad": ("<f>B2*2</f><v>200</v>", True),
    "uträknad, delad": ('<f t="shared" si="0"/><v>200</v>', True),
    "uträknad, cdata": ("<f>B2*2</f><v><![CDATA[200]]></v>", True),
}


@pytest.mark.parametrize("name", FORMULAS)
def test_a_formula_counts_as_worked_out_by_its_value(name):
    formula, is_known = FORMULAS[name]
    raws, _, said = read(workbook(lambda xml: re.sub(r'(<c r="B3"[^>]*>)<v>50</v>', rf"\1{formula}", xml)))
    assert ("inte är uträknade" in said) == (not is_known)
    assert bool(raws) == is_known


def test_a_formula_whose_result_is_an_empty_text_is_worked_out():
    raws, _, said = read(
        workbook(lambda xml: re.sub(r'<c r="B3"[^>]*><v>50</v>', '<c r="B3" t="str"><f>""</f><v></v>', xml))
    )
    assert said == ""
    assert [cells[1] for _, cells in raws[0].rows] == ["Belopp", 100, None]


@pytest.mark.parametrize("look", LOOKS)
def test_merged_cells_are_seen_however_their_xml_is_written(look):
    def merge(sheet):
        sheet.append([None, 25])
        sheet.merge_cells("A3:A4")

    raws, _, _ = read(workbook(look, prepare=merge))
    tabell, findings = build(raws[0])
    assert tabell.rader[-1][0] == "Viksele"
    assert "sammanfogade" in findings[0].message


def last_row(xml, new):
    """Put more cells in the last row of a sheet, the third."""
    return xml.replace("</row></sheetData>", f"{new}</row></sheetData>")


def row_after(xml, new):
    return xml.replace("</sheetData>", f"{new}</sheetData>")


def test_data_far_to_the_right_are_not_dropped_unsaid():
    raws, _, said = read(workbook(lambda xml: last_row(xml, '<c r="EZ3"><v>7</v></c>')))
    assert raws == []
    assert "för många kolumner" in said


def test_empty_cells_far_to_the_right_are_no_harm():
    raws, findings, _ = read(workbook(lambda xml: last_row(xml, '<c r="EZ3" s="0"/>')))
    assert findings == []
    assert raws


def test_a_cell_that_stands_twice_is_not_dropped_unsaid():
    raws, findings, said = read(workbook(lambda xml: last_row(xml, '<c r="B3"><v>7</v></c>')))
    assert raws == []
    assert "B3" in said
    assert "två gånger" in said
    assert (findings[0].place.line, findings[0].place.column) == (3, 2)


def test_a_row_that_stands_twice_is_not_dropped_unsaid():
    raws, _, said = read(workbook(lambda xml: row_after(xml, '<row r="3"><c r="A3"><v>7</v></c></row>')))
    assert raws == []
    assert "Rad 3" in said
    assert "två gånger" in said


def test_a_row_out_of_order_is_not_dropped_unsaid():
    raws, _, said = read(workbook(lambda xml: row_after(xml, '<row r="2"><c r="A2"><v>7</v></c></row>')))
    assert raws == []
    assert "två gånger" in said


def test_a_sheet_in_another_place_is_looked_at_too():
    def hide(sheet):
        sheet.row_dimensions[3].hidden = True

    raw = workbook(prepare=hide)
    moved = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as old, zipfile.ZipFile(moved, "w") as new:
        for name in old.namelist():
            part = old.read(name).replace(b"worksheets/sheet1.xml", b"blad/ett.xml")
            new.writestr(name.replace("worksheets/sheet1.xml", "blad/ett.xml"), part)
    assert "En rad är dold" in read(moved.getvalue())[2]


def csv(*cells, heading="Belopp"):
    text = "Kommun;" + heading + "\n" + "".join(f"K{at};{cell}\n" for at, cell in enumerate(cells))
    raws, findings = read_csv(text.encode(), "t", "siffror/t.csv")
    assert findings == []
    tabell, findings = build(raws[0])
    return [row[1] for row in tabell.rader], findings


@pytest.mark.parametrize(
    "cells", [("1.234", "5.678"), ("1.234", "250"), ("-1.234", ""), ("12.500", "100.000"), ("1.234 %", "5.000 %")]
)
def test_a_point_before_three_digits_in_every_cell_is_asked_about(cells):
    _, findings = csv(*cells)
    assert [(f.severity, f.place.line, f.place.column) for f in findings] == [("warning", 2, 2)]
    assert cells[0] in findings[0].message
    assert "tusental" in findings[0].message
    assert "decimal" in findings[0].hint


@pytest.mark.parametrize(
    "cells",
    [
        ("1.234.567", "1.234"),
        ("1.234", "5.67"),
        ("1.234", "12,5"),
        ("1 234", "5 678"),
        ("1.234 kr", "5.678 kr"),
        ("0.234", "0.5"),
        ("12", "13"),
    ],
)
def test_what_can_be_read_in_one_way_is_not_asked_about(cells):
    assert csv(*cells)[1] == []
