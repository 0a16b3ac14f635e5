"""The links to the web on one page of a PDF: where they are, and where they lead."""

import ctypes
from collections.abc import Iterator
from typing import Any

_MOST = 500
Link = tuple[float, float, float, float, str]  # left, bottom, right, top and address


def is_in(left: float, base: float, link: Link) -> bool:
    """Whether a letter stands within a link."""
    first, bottom, right, top, _ = link
    return first <= left < right and bottom <= base + 1 < top


def links_of(page: Any) -> Iterator[Link]:  # noqa: ANN401 - the library has no types
    """Yield where the page's links to the web are, and where they lead."""
    import pypdfium2.raw as pdfium

    at, link = ctypes.c_int(0), pdfium.FPDF_LINK()
    for _ in range(_MOST):
        if not pdfium.FPDFLink_Enumerate(page, at, link):
            return
        action = pdfium.FPDFLink_GetAction(link)
        length = pdfium.FPDFAction_GetURIPath(page.pdf, action, None, 0) if action else 0
        rect = pdfium.FS_RECTF()
        if 1 < length < 2_000 and pdfium.FPDFLink_GetAnnotRect(link, rect):  # noqa: PLR2004 - as addresses are
            address = ctypes.create_string_buffer(length)
            pdfium.FPDFAction_GetURIPath(page.pdf, action, address, length)
            uri = address.value.decode("utf-8", "replace")
            yield rect.left, min(rect.bottom, rect.top), rect.right, max(rect.bottom, rect.top), uri
