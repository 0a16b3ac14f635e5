"""The tags of one page of a PDF, and the boxes of a form that can be filled in there."""

import ctypes
from collections.abc import Callable
from typing import Any

_DEEPEST, _MOST = 40, 20_000
_KINDS = 200  # bytes of a tag's name
_MOST_FIELDS = 500


def tags(page: Any) -> list[Any] | None:  # noqa: ANN401 - the library has no types
    """Return the tree of tags as [type, key, kids], where a kid is an mcid or another tag; None where there is none."""
    import pypdfium2.raw as pdfium

    tree = pdfium.FPDF_StructTree_GetForPage(page)
    if not tree:
        return None
    try:
        walk = _Walk(pdfium)
        count = pdfium.FPDF_StructTree_CountChildren(tree)
        roots = [pdfium.FPDF_StructTree_GetChildAtIndex(tree, index) for index in range(min(count, _MOST))]
        kids = [walk.tag(root, 0) for root in roots if root]
    finally:
        pdfium.FPDF_StructTree_Close(tree)
    return ["", "", kids] if kids else None


class _Walk:
    """Goes through a tree that may be damaged: no deeper and no further than any form goes."""

    def __init__(self, pdfium: Any) -> None:  # noqa: ANN401 - as above
        self.pdfium = pdfium
        self.left = _MOST

    def tag(self, element: Any, depth: int) -> list[Any]:  # noqa: ANN401 - as above
        pdfium = self.pdfium
        ids = pdfium.FPDF_StructElement_GetMarkedContentIdCount(element)
        own = [pdfium.FPDF_StructElement_GetMarkedContentIdAtIndex(element, i) for i in range(min(ids, _MOST))]
        kids: list[Any] = []
        count = pdfium.FPDF_StructElement_CountChildren(element) if depth < _DEEPEST else 0
        for index in range(max(0, min(count, self.left))):
            self.left -= 1
            child = pdfium.FPDF_StructElement_GetChildAtIndex(element, index)
            if child:
                kids.append(self.tag(child, depth + 1))
            elif (mcid := pdfium.FPDF_StructElement_GetChildMarkedContentID(element, index)) >= 0:
                kids.append(mcid)
        kind = _string(lambda buffer, size: pdfium.FPDF_StructElement_GetType(element, buffer, size))
        return [kind, "-".join(map(str, own)), kids]


def _string(read: Callable[[Any, int], int]) -> str:
    buffer = ctypes.create_string_buffer(_KINDS)
    length = min(read(buffer, _KINDS), _KINDS)
    return buffer.raw[:length].decode("utf-16le", "replace").rstrip("\0")


def fields(document: Any, page: Any) -> list[list[Any]]:  # noqa: ANN401 - as above
    """Return the boxes and texts of a page that can be filled in: [kind, value, left, right, base, size]."""
    import pypdfium2.raw as pdfium

    form = document.formenv
    if form is None:
        return []
    found: list[list[Any]] = []
    for index in range(min(pdfium.FPDFPage_GetAnnotCount(page), _MOST_FIELDS)):
        annot = pdfium.FPDFPage_GetAnnot(page, index)
        if not annot:
            continue
        try:
            kind = pdfium.FPDFAnnot_GetFormFieldType(form, annot)
            rect = pdfium.FS_RECTF()
            if kind < 1 or not pdfium.FPDFAnnot_GetRect(annot, rect):
                continue
            place = [round(v, 1) for v in (rect.left, rect.right, rect.bottom, abs(rect.top - rect.bottom))]
            if kind in (pdfium.FPDF_FORMFIELD_CHECKBOX, pdfium.FPDF_FORMFIELD_RADIOBUTTON):
                found.append(["ruta", bool(pdfium.FPDFAnnot_IsChecked(form, annot)), *place])
            elif kind == pdfium.FPDF_FORMFIELD_TEXTFIELD and (text := _value(pdfium, form, annot)):
                found.append(["text", text, *place])
        finally:
            pdfium.FPDFPage_CloseAnnot(annot)
    return found


def _value(pdfium: Any, form: Any, annot: Any) -> str:  # noqa: ANN401 - as above
    length = min(pdfium.FPDFAnnot_GetFormFieldValue(form, annot, None, 0), 400_000)
    buffer = (ctypes.c_ushort * (length // 2 + 1))()
    pdfium.FPDFAnnot_GetFormFieldValue(form, annot, buffer, length)
    return bytes(buffer)[: max(0, length - 2)].decode("utf-16le", "replace")
