"""The lines that are drawn on one page of a PDF, level or upright: what parts the cells of a table."""

from typing import Any

_THIN = 3.0  # points; what is thicker is a surface
_SHORT = 4.0
_MOST = 1_500  # more draw a picture
_DEEPEST = 4
_RECTANGLE = 3  # segments, at the least


def rules(page: Any) -> list[list[float]]:  # noqa: ANN401 - the library has no types
    """Return the lines as [left, bottom, right, top], each as thin as nothing; a frame is four of them."""
    import pypdfium2.raw as pdfium

    found: list[list[float]] = []
    for number, one in enumerate(page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH], max_depth=_DEEPEST)):
        if number >= _MOST:
            return []
        left, bottom, right, top = one.get_bounds()
        wide, high = right - left, top - bottom
        if wide < _THIN and high > _SHORT:
            middle = (left + right) / 2
            found.append([middle, bottom, middle, top])
        elif high < _THIN and wide > _SHORT:
            middle = (bottom + top) / 2
            found.append([left, middle, right, middle])
        elif (
            min(wide, high) > _SHORT and pdfium.FPDFPath_CountSegments(one.raw) > _RECTANGLE and _is_drawn(pdfium, one)
        ):
            found += [[left, y, right, y] for y in (bottom, top)] + [[x, bottom, x, top] for x in (left, right)]
    return [[round(value, 1) for value in rule] for rule in found]


def _is_drawn(pdfium: Any, one: Any) -> bool:  # noqa: ANN401 - as above
    """Whether the edge of a surface is drawn, and it is no mere colour."""
    import ctypes

    fill, stroke = ctypes.c_int(), ctypes.c_int()
    return bool(pdfium.FPDFPath_GetDrawMode(one.raw, fill, stroke)) and bool(stroke.value)
