"""Tracked changes of properties: looks, lists, tables' and sections' settings, as they are or as they were."""

from rapport.word.ns import Element, el, get, qn

# What the properties of before do not tell, so that it stays as it is.
_KEPT = {
    qn("w:rPr"): tuple(map(qn, ("w:ins", "w:del", "w:moveFrom", "w:moveTo"))),
    qn("w:pPr"): (qn("w:rPr"), qn("w:sectPr")),
    qn("w:sectPr"): (qn("w:headerReference"), qn("w:footerReference")),
    qn("w:trPr"): (qn("w:ins"), qn("w:del")),
    qn("w:tcPr"): tuple(map(qn, ("w:cellIns", "w:cellDel", "w:cellMerge"))),
}
_CHANGES = tuple(
    qn(f"w:{name}Change") for name in ("rPr", "pPr", "tblPr", "tblPrEx", "tblGrid", "trPr", "tcPr", "sectPr")
)
_MERGES = {"cont": "continue", "rest": "restart"}
_LAST = {qn("w:pPr")}  # here what is kept stands behind what comes back


def settle_properties(root: Element, *, is_accepted: bool) -> None:
    """Let properties be as they are, or as they were; the record of the change goes away."""
    for change in list(root.iter(*_CHANGES)):
        properties = change.getparent()
        if properties is None:
            continue
        properties.remove(change)
        if not is_accepted:
            _restore(properties, change)
    for change in list(root.iter(qn("w:cellMerge"))):
        _merge(change, get(change, "w:vMerge" if is_accepted else "w:vMergeOrig"))
    if not is_accepted:
        for mark in list(root.iter(qn("w:ins"))):
            numbering = mark.getparent()
            above = numbering.getparent() if numbering is not None else None
            if numbering is not None and numbering.tag == qn("w:numPr") and above is not None:
                above.remove(numbering)


def _restore(properties: Element, change: Element) -> None:
    """Put the properties of before in the place of those of now."""
    before = next((list(old) for old in change if old.tag == properties.tag), [])
    kept = [child for child in properties if child.tag in _KEPT.get(str(properties.tag), ())]
    properties[:] = [*before, *kept] if properties.tag in _LAST else [*kept, *before]


def _merge(change: Element, state: str | None) -> None:
    """Let a cell go on with the one above it, begin, or stand by itself."""
    properties = change.getparent()
    if properties is None:
        return
    for old in properties.findall(qn("w:vMerge")):
        properties.remove(old)
    if state in _MERGES:
        change.addprevious(el("w:vMerge", {"w:val": _MERGES[state]}))
    properties.remove(change)
