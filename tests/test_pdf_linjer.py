"""The lines of a PDF's page: which of them draw a table, and what stands in its cells."""

import random

from rapport.pdf.grid import grids


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
