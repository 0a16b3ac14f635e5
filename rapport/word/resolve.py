"""A document with tracked changes → the same document with all of them accepted, or all rejected.

What is done follows ISO/IEC 29500-1, 17.13.5. It is done to the parts, before any reader sees them. Nothing but
what a change says goes away: marks of comments in a text that goes away stay where it stood.
"""

from collections.abc import Iterator

from rapport.word.merged import merge_paragraphs
from rapport.word.ns import Element, el, get, parse, qn, serialise
from rapport.word.package import DOCUMENT, Parts, Relations
from rapport.word.restored import settle_properties

_COMES, _GOES = {qn("w:ins"), qn("w:moveTo")}, {qn("w:del"), qn("w:moveFrom")}
# Where a change's name is a mark on what it stands in, and not around what has changed.
_MARKED = {qn("w:rPr"), qn("w:trPr"), qn("w:numPr")}
_RANGES = tuple(
    qn(f"w:{name}Range{end}")
    for name in ("moveFrom", "moveTo", "customXmlIns", "customXmlDel", "customXmlMoveFrom", "customXmlMoveTo")
    for end in ("Start", "End")
)
_ANCHORS = tuple(map(qn, ("w:commentRangeStart", "w:commentRangeEnd", "w:commentReference")))
_WRAPPING = {qn("w:sdt"), qn("w:customXml")}
_HOLDERS = {qn("w:tc"): qn("w:tr"), qn("w:tr"): qn("w:tbl")}
_LIVE = {qn("w:delText"): qn("w:t"), qn("w:delInstrText"): qn("w:instrText")}
_TRACKED = (
    *_COMES,
    *_GOES,
    *_RANGES,
    *map(qn, ("w:cellIns", "w:cellDel", "w:cellMerge", "w:numberingChange")),
    *(qn(f"w:{name}Change") for name in ("rPr", "pPr", "tblPr", "tblPrEx", "tblGrid", "trPr", "tcPr", "sectPr")),
)
_PARTS = ("footnotes", "endnotes", "comments", "header", "footer")


def accepted(parts: Parts) -> Parts:
    """Return a package's parts as they are when every tracked change is accepted."""
    return _settled(parts, is_accepted=True)


def rejected(parts: Parts) -> Parts:
    """Return a package's parts as they are when every tracked change is rejected."""
    return _settled(parts, is_accepted=False)


def is_tracked(parts: Parts, root: Element | None = None) -> bool:
    """Return whether a document has any tracked change; ``root`` is its body's part where that is read already."""
    body = parse(parts[DOCUMENT]) if root is None else root
    return _tracked_in(body) or any(_tracked_in(parse(parts[name])) for name in text_parts(parts))


def text_parts(parts: Parts, kinds: tuple[str, ...] = _PARTS) -> Iterator[str]:
    """Yield the names of the parts beside the body that hold text of the document, of some kinds or all."""
    relations = Relations(parts, DOCUMENT)
    for target in dict.fromkeys(target for kind in kinds for target in relations.targets(kind)):
        name = target.lstrip("/") if target.startswith("/") else f"word/{target}"
        if name in parts:
            yield name


def _tracked_in(root: Element) -> bool:
    return next(root.iter(*_TRACKED), None) is not None


def _settled(parts: Parts, *, is_accepted: bool) -> Parts:
    """Return the parts, those without a change as they were, byte for byte."""
    settled = dict(parts)
    for name in (DOCUMENT, *text_parts(parts)):
        root = parse(parts[name])
        if _tracked_in(root):
            _settle(root, is_accepted=is_accepted)
            settled[name] = serialise(root)
    return settled


def _settle(root: Element, *, is_accepted: bool) -> None:
    stays, goes = (_COMES, _GOES) if is_accepted else (_GOES, _COMES)
    settle_properties(root, is_accepted=is_accepted)
    _tables(root, goes, qn("w:cellDel" if is_accepted else "w:cellIns"))
    _controls(root, ("Del", "MoveFrom") if is_accepted else ("Ins", "MoveTo"))
    _runs(root, stays, goes)
    merge_paragraphs(root, goes)
    for element in list(root.iter(*_TRACKED)):
        _remove(element)
    for element in root.iter(*_LIVE):
        element.tag = _LIVE[str(element.tag)]


def _runs(root: Element, stays: set[str], goes: set[str]) -> None:
    """Take away the runs that go, and what is around those that stay."""
    for change in list(root.iter(*goes)):
        if _is_around(change):
            for anchor in list(change.iter(*_ANCHORS)):
                point = anchor.tag == _ANCHORS[-1]
                change.addprevious(el("w:r", None, anchor) if point else anchor)
            _remove(change)
    for change in list(root.iter(*stays)):
        if _is_around(change):
            _unwrap(change, change)


def _is_around(change: Element) -> bool:
    parent = change.getparent()
    return parent is not None and parent.tag not in _MARKED


def _tables(root: Element, goes: set[str], cell_goes: str) -> None:
    """Take away the rows and cells that go, and what is left empty by it."""
    for properties in list(root.iter(qn("w:trPr"))):
        if any(child.tag in goes for child in properties):
            _remove_emptied(properties.getparent())
    for change in list(root.iter(cell_goes)):
        _remove_emptied(_above(change, qn("w:tc")))


def _remove_emptied(element: Element | None) -> None:
    """Take away a cell or a row, and the row or the table that then holds none."""
    while element is not None:
        holder = _above(element, _HOLDERS[str(element.tag)]) if element.tag in _HOLDERS else None
        _remove(element)
        if holder is not None and next(holder.iter(element.tag), None) is not None:
            return
        element = holder


def _above(element: Element, tag: str) -> Element | None:
    return next(element.iterancestors(tag), None)


def _controls(root: Element, kinds: tuple[str, str]) -> None:
    """Take away the controls that go; what stands in them is tracked by itself and stays."""
    starts = [mark for kind in kinds for mark in root.iter(qn(f"w:customXml{kind}RangeStart"))]
    for start in starts:
        control = next((e for e in start.itersiblings() if e.tag not in _RANGES), None)
        end = str(start.tag).replace("RangeStart", "RangeEnd")
        if control is None or control.tag not in _WRAPPING:
            continue
        holder = control.find(qn("w:sdtContent")) if control.tag == qn("w:sdt") else control
        if holder is not None and any(get(e, "w:id") == get(start, "w:id") for e in holder.findall(end)):
            _unwrap(control, holder)


def _unwrap(outer: Element, holder: Element) -> None:
    """Put what an element holds in the place of the element."""
    for child in list(holder):
        outer.addprevious(child)
    _remove(outer)


def _remove(element: Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
