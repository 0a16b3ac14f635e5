"""The lines that are drawn on one page of a PDF, level or upright: what parts the cells of a table.

A path may draw many of them at once: it is taken apart, and each piece put where the page has it.
"""

import ctypes
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

_THIN = 3.0  # points; what is thicker is a surface
_SHORT = 4.0
_MOST = 3_000  # more draw a picture
_POINTS = 12_000  # likewise, of all their paths
_DEEPEST = 4
_FAR = 1e5  # points; no page is so large
_Point = tuple[float, float]


def rules(page: Any) -> list[list[float]]:  # noqa: ANN401 - the library has no types
    """Return the lines as [left, bottom, right, top], each as thin as nothing; a frame is four of them."""
    import pypdfium2.raw as pdfium

    found: list[list[float]] = []
    points = 0
    for one in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH], max_depth=_DEEPEST):
        points += pdfium.FPDFPath_CountSegments(one.raw)
        if points > _POINTS or len(found) > _MOST:
            return []
        is_filled, is_stroked = _drawn(pdfium, one)
        for piece in _pieces(pdfium, one) if is_filled or is_stroked else ():
            found += _lines(piece, is_stroked=is_stroked)
    return [[round(value, 1) for value in rule] for rule in found]


def _lines(piece: list[_Point], *, is_stroked: bool) -> Iterator[list[float]]:
    """Yield the lines that a piece of a path draws: itself, if it is thin, or else its edges."""
    left, right = min(x for x, _ in piece), max(x for x, _ in piece)
    bottom, top = min(y for _, y in piece), max(y for _, y in piece)
    wide, high = right - left, top - bottom
    if wide < _THIN and high > _SHORT:
        yield [(left + right) / 2, bottom, (left + right) / 2, top]
    elif high < _THIN and wide > _SHORT:
        yield [left, (bottom + top) / 2, right, (bottom + top) / 2]
    elif is_stroked and min(wide, high) > _SHORT:
        for edge in pairwise(piece):
            yield from _lines(list(edge), is_stroked=False)


def _pieces(pdfium: Any, one: Any) -> Iterator[list[_Point]]:  # noqa: ANN401 - as above
    """Yield the points of each piece of a path that is straight all along, on the page."""
    matrix = one.get_matrix()
    holder = one.container
    while holder is not None:
        matrix = matrix.multiply(holder.get_matrix())
        holder = holder.container
    piece: list[_Point] = []
    is_straight = True
    x, y = ctypes.c_float(), ctypes.c_float()
    for number in range(pdfium.FPDFPath_CountSegments(one.raw)):
        segment = pdfium.FPDFPath_GetPathSegment(one.raw, number)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            if is_straight and len(piece) > 1:
                yield piece
            piece, is_straight = [], True
        is_straight = is_straight and kind != pdfium.FPDF_SEGMENT_BEZIERTO
        point = matrix.on_point(x.value, y.value)
        is_straight = is_straight and all(abs(value) < _FAR for value in point)
        piece.append(point)
        if pdfium.FPDFPathSegment_GetClose(segment):
            piece.append(piece[0])
    if is_straight and len(piece) > 1:
        yield piece


def _drawn(pdfium: Any, one: Any) -> tuple[bool, bool]:  # noqa: ANN401 - as above
    """Return whether the surface of a path is drawn, and whether its edge is."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    is_known = pdfium.FPDFPath_GetDrawMode(one.raw, fill, stroke)
    return bool(is_known and fill.value), bool(is_known and stroke.value)
