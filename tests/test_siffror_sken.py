"""Tables that are not what they seem are told of; tables that are, are left in peace."""

from time import perf_counter

import pytest
from lurendrejare import FAULTY, RIGHT, answers

from rapport.figures.merged import Area, fill
from rapport.figures.naming import first_few, letters
from rapport.figures.tables import Tables


@pytest.mark.parametrize("name", FAULTY)
def test_a_table_that_is_not_what_it_seems_is_told_of(name, tmp_path):
    fall = FAULTY[name]
    said, gives, _ = answers(fall, tmp_path)
    assert any(all(word in one for word in fall.said) for one in said), said
    assert gives == fall.gives


@pytest.mark.parametrize("name", RIGHT)
def test_a_table_that_is_what_it_seems_is_left_in_peace(name, tmp_path):
    fall = RIGHT[name]
    said, gives, _ = answers(fall, tmp_path)
    assert said == []
    assert gives == fall.gives


def test_cells_are_named_as_excel_names_them():
    assert [letters(n) for n in (1, 26, 27, 52, 53, 702, 703)] == ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]
    assert [first_few([f"D{n}" for n in range(1, n + 1)]) for n in (1, 2, 4, 5)] == [
        "D1",
        "D1 och D2",
        "D1, D2, D3 och D4",
        "D1, D2, D3 och 2 till",
    ]


def test_a_merged_area_gives_its_value_to_rows_that_hold_something_and_to_no_other():
    rows = [(1, ["Kommun", "Belopp"]), (2, ["Mora", 1]), (3, [None, 2]), (5, [None, 3]), (6, [None, 4])]
    filled, (finding,) = fill("t.xlsx", rows, [Area(2, 1, 5, 1)])
    assert [cells[0] for _, cells in filled] == ["Kommun", "Mora", "Mora", "Mora", None]
    assert (finding.severity, finding.place.line, finding.place.column) == ("info", 2, 1)


def test_areas_that_overlap_cost_no_more_than_their_cells():
    rows = [(row, ["x" if row == 2 else None]) for row in range(1, 20_000)]
    started = perf_counter()
    fill("t.xlsx", rows, [Area(2, 1, 20_000, 1)] * 20_000)
    assert perf_counter() - started < 5


SUMS = [
    ("Program,Kommun,Belopp\nERUF,Mora,4\nERUF,Orsa,5\nERUF,Totalt ERUF,9\n", 4),
    ("Program,Kommun,Belopp\nERUF,Mora,4\nERUF,Orsa,5\nERUF totalt,,9\n", 4),
    ("Månad,Belopp\njanuari,4\nfebruari,5\n,9\n", 4),
    ("Program,Kommun,Belopp\nERUF,Mora,4\nERUF,varav Storsunda,1\n", 3),
]
CASES = [
    "Nr,Projekt,Belopp\n1,Fiber,10\n2,Buss,20\n3,Kaj,30\n",
    "Projekt,Anmärkning,Belopp\nFiber,varav 2 till drift,4\nBuss,inget,5\n",
]


@pytest.mark.parametrize(("table", "row"), SUMS)
def test_a_row_that_adds_up_is_a_sum_whatever_it_is_called(table, row, tmp_path):
    (tmp_path / "siffror").mkdir()
    (tmp_path / "siffror" / "t.csv").write_text(table, "utf-8")
    tables = Tables(tmp_path)
    assert tables.by_name
    found = [f for f in tables.findings if "summarad" in f.message]
    assert [f.place.line for f in found] == [row]


@pytest.mark.parametrize("table", CASES)
def test_a_row_with_a_name_of_its_own_is_no_sum(table, tmp_path):
    (tmp_path / "siffror").mkdir()
    (tmp_path / "siffror" / "t.csv").write_text(table, "utf-8")
    tables = Tables(tmp_path)
    assert tables.by_name
    assert [f for f in tables.findings if "summarad" in f.message] == []
