"""The lines of a PDF's page: which of them draw a table, and what stands in its cells."""

import random

from test_pdf import stretch

from rapport.pdf.column_starts import at_columns
from rapport.pdf.filled import filled
from rapport.pdf.grid import grids
from rapport.pdf.line import Line, plain
from rapport.pdf.over_pages import joined
from rapport.pdf.stretch import Stretch


def frame(left, bottom, width, height):
    right, top = left + width, bottom + height
    return [
        [left, bottom, right, bottom],
        [left, top, right, top],
        [left, bottom, left, top],
        [right, bottom, right, top],
    ]


def cells(columns, rows, left=0, bottom=0):
    return [
        line
        for column in range(columns)
        for row in range(rows)
        for line in frame(left + 50 * column, bottom + 20 * row, 50, 20)
    ]


def test_tables_below_and_beside_each_other_are_tables_of_their_own():
    lines = [*cells(3, 2), *cells(4, 2, bottom=100), *cells(2, 5, left=300)]
    random.Random(1).shuffle(lines)
    shapes = sorted((len(one.columns) - 1, len(one.rows) - 1) for one in grids(lines))
    assert shapes == [(2, 5), (3, 2), (4, 2)]


def test_a_frame_a_rule_and_squared_paper_are_no_tables():
    assert grids(frame(0, 0, 400, 600)) == []
    assert grids([[0, 10, 400, 10]]) == []
    assert grids(cells(80, 80)) == []


def test_a_table_in_a_cell_is_of_the_one_around_it():
    outer = [line for x in (0, 200) for line in frame(x, 0, 200, 100)]
    (one,) = grids([*outer, *cells(2, 2, left=20, bottom=30)])
    assert (one.columns, one.holds_another) == ((0, 200, 400), True)


def test_pieces_of_a_line_are_one_and_cells_without_a_line_between_are_put_together():
    lines = [[0, y, 60, y] for y in (0, 20, 40)] + [[61, y, 120, y] for y in (0, 20, 40)]
    lines += [[x, 0, x, 40] for x in (0, 120)] + [[60, 0, 60, 20]]
    (one,) = grids(lines)
    assert one.firsts() == {(0, 0): (0, 0), (0, 1): (0, 0), (1, 0): (1, 0), (1, 1): (1, 1)}
    over, left, right = (
        Stretch.of(stretch(-1, text, x, y)) for text, x, y in (("Båda", 50, 25), ("A", 5, 5), ("B", 65, 5))
    )
    table = filled(one, [over, left, right])
    assert table.rows == [[[over], []], [[left], [right]]]
    assert (table.is_merged, table.is_unsure) == (True, False)
    beside = [Stretch.of(stretch(-1, text, x, 25)) for text, x in (("Ett", 5), ("Två", 65))]
    assert filled(one, [*beside, left, right]).is_merged is False


def test_a_word_at_a_columns_left_is_parted_from_the_one_before_it_and_other_words_are_not():
    rows = [stretch(-1, "Kort text", 70, base) for base in (700, 680, 660)]
    for row in rows:
        row.append([[5, 95.0, 100.0]])
    alone = [*stretch(-1, "Fler ord", 70, 640), [[5, 95.0, 104.0]]]
    found = at_columns([Stretch.of(row) for row in (*rows, alone)])
    assert [one.styled.text for one in found] == ["Kort ", "text"] * 3 + ["Fler ord"]
    assert [one.is_column for one in found] == [False, True] * 3 + [False]


def table_on(page, *rows, left=50.0):
    rows = tuple(tuple(plain(cell) for cell in row) for row in rows)
    return Line(plain(""), page, left=left, right=400.0, base=700.0, is_whole=True, rows=rows)


def test_a_table_over_pages_is_one_with_its_head_once():
    head = ("Kommun", "Kronor")
    parts = [table_on(1, head, ("Boden", "1")), table_on(2, head, ("Luleå", "2")), table_on(3, head, ("Piteå", "3"))]
    (one,) = joined(parts)
    assert [row[0].text for row in one.rows] == ["Kommun", "Boden", "Luleå", "Piteå"]
    assert not one.is_unsure


def test_a_row_that_may_go_on_over_a_page_is_told_and_another_table_is_another():
    (one,) = joined([table_on(1, ("A", "B"), ("Lots", "Råd till")), table_on(2, ("", "små företag"))])
    assert one.is_unsure
    assert len(joined([table_on(1, ("A", "B")), table_on(2, ("C", "D", "E"))])) > 1
    assert len(joined([table_on(1, ("A", "B")), Line(plain("Text."), 1), table_on(2, ("A", "B"))])) > 1
