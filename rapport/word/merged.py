"""Paragraphs whose mark goes away: each goes on with the next."""

from rapport.word.ns import Element, qn

_P = qn("w:p")
_PROPERTIES = qn("w:pPr")
# What may stand between two paragraphs without parting them, and what shows nothing in one.
_BETWEEN = {
    qn(f"w:{name}{end}")
    for name in ("bookmark", "commentRange", "perm", "moveFromRange", "moveToRange")
    for end in ("Start", "End")
} | {qn("w:proofErr")}


def merge_paragraphs(root: Element, goes: set[str]) -> None:
    """Join every paragraph whose mark is tracked by one of the names to the one after it.

    A paragraph with none right after it, in the same cell or control, keeps its mark; without content it goes away.
    """
    ending = [p for p in root.iter(_P) if _mark_goes(p, goes)]
    gone = set(ending)
    for paragraph in ending:
        if _before(paragraph) not in gone:  # the first of a row of them
            _join(paragraph, gone)


def _join(first: Element, gone: set[Element]) -> None:
    """Put the content of a row of paragraphs into the one after them."""
    row, following = [first], _after(first)
    while following is not None and following in gone:
        row.append(following)
        following = _after(following)
    content = [child for paragraph in row for child in paragraph if child.tag != _PROPERTIES]
    if following is not None and following.tag == _P:
        _put_first(following, content)
    elif any(child.tag not in _BETWEEN for child in content) or _is_needed(row[-1]):
        _put_first(row.pop(), content)
    else:
        for child in content:
            first.addprevious(child)
    for paragraph in row:
        _remove(paragraph)


def _put_first(paragraph: Element, content: list[Element]) -> None:
    """Put content at the start of a paragraph, behind its properties."""
    moved = set(content)
    own = [child for child in paragraph if child.tag != _PROPERTIES and child not in moved]
    paragraph[:] = [*paragraph.findall(_PROPERTIES), *content, *own]


def _remove(element: Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _mark_goes(paragraph: Element, goes: set[str]) -> bool:
    mark = paragraph.find(f"{_PROPERTIES}/{qn('w:rPr')}")
    return mark is not None and any(child.tag in goes for child in mark)


def _after(paragraph: Element) -> Element | None:
    return next((e for e in paragraph.itersiblings() if e.tag not in _BETWEEN), None)


def _before(paragraph: Element) -> Element | None:
    return next((e for e in paragraph.itersiblings(preceding=True) if e.tag not in _BETWEEN), None)


def _is_needed(paragraph: Element) -> bool:
    """Whether a paragraph is the last that a cell has: a cell always ends with one."""
    parent = paragraph.getparent()
    return parent is not None and parent.tag == qn("w:tc") and _after(paragraph) is None
