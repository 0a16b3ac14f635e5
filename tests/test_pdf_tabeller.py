"""Tables in PDFs without tags: told by drawn lines, or by the order in which their cells are drawn."""

import shutil

import pdf_tabeller
import pytest
from conftest import ROOT
from test_pdf import MALL, cost_of, stretch

from rapport.pdf.read import as_lines
from rapport.pdf.underlag import load_lines
from rapport.prose.blocks import Table

# A first cell, one of two lines, one to the right; a row whose second cell is empty; text over and under the table.
ROWS = [
    stretch(-1, MALL.fraga_by_id["2.2"].text, base=760),
    stretch(-1, "Så fördelades medlen.", base=730),
    stretch(-1, "Insats", base=700),
    stretch(-1, "Vad som gjordes", left=200, base=700),
    stretch(-1, "Kronor", left=400, base=700),
    stretch(-1, "Lots", base=685),
    stretch(-1, "Råd till små ", left=200, base=685),
    stretch(-1, "företag", left=200, base=672),
    stretch(-1, "415 000", left=395, base=685),
    stretch(-1, "Bredband", base=657),
    stretch(-1, "900", left=415, base=657),
    stretch(-1, "Mer text följer.", base=620),
]
WANTED = [["Insats", "Vad som gjordes", "Kronor"], ["Lots", "Råd till små företag", "415 000"], ["Bredband", "", "900"]]


def read(stretches, rules=()):
    pages = [{"stretches": stretches, "tags": None, "fields": [], "rules": list(rules)}]
    found = as_lines(ROOT, {"sidor": pages, "titel": ""})
    loaded = load_lines(found.lines, "a.pdf", MALL, cost_of)
    blocks = loaded.underlag.svar_by_fraga["2.2"].blocks
    tables = [
        [[pdf_tabeller.text_of(cell) for cell in row] for row in one.rows] for one in blocks if type(one) is Table
    ]
    said = [f.message for f in loaded.findings if f.rule == "trasiga-tecken" and "ellens celler" in f.message]
    return tables, said


def lines(columns, rows):
    return [
        *([columns[0], y, columns[-1], y] for y in rows),
        *([x, rows[-1], x, rows[0]] for x in columns),
    ]


@pytest.mark.parametrize("rules", [(), lines((65, 195, 390, 460), (712, 696, 668, 652))])
def test_cells_of_several_lines_are_one(rules):
    assert read(ROWS, rules) == ([WANTED], [])


def test_lines_tell_cells_that_are_drawn_line_by_line():
    by_line = sorted(ROWS, key=lambda one: (-one[4], one[2]))
    assert read(by_line, lines((65, 195, 390, 460), (712, 696, 668, 652))) == ([WANTED], [])


def test_a_row_without_a_first_cell_is_named():
    rows = [*ROWS[:5], stretch(-1, "Råd", left=200, base=685), stretch(-1, "7", left=400, base=685), ROWS[-1]]
    _, said = read(rows)
    assert said


def test_what_stands_over_two_drawn_cells_is_named():
    wide = stretch(-1, "Insats och vad som gjordes i länet", base=700)
    tables, said = read([*ROWS[:2], wide, *ROWS[4:]], lines((65, 195, 390, 460), (712, 696, 668, 652)))
    assert tables
    assert said


def test_a_number_in_pieces_is_one_where_its_thousands_say_so_and_else_named():
    cell = [stretch(-1, "18 45", left=400, base=685), stretch(-1, "0 000", left=400, base=672)]
    ruled = lines((65, 195, 390, 460), (712, 696, 668, 652))
    tables, said = read([*ROWS[:8], *cell, *ROWS[9:]], ruled)
    assert (tables[0][1][2], said) == ("18 450 000", [])
    cell = [stretch(-1, "41", left=400, base=685), stretch(-1, "5", left=400, base=672)]
    assert read([*ROWS[:8], *cell, *ROWS[9:]], ruled)[1]


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice finns inte här")
def test_printed_tables_are_read_cell_by_cell():
    cases = list(pdf_tabeller.tabeller())
    files = pdf_tabeller.printed(cases)
    doms = [pdf_tabeller.judged(case, file) for case, file in zip(cases, files, strict=True)]
    assert [(case.name, dom.read) for case, dom in zip(cases, doms, strict=True) if dom.right < dom.cells] == []
