"""What single elements of a paragraph show: text, symbols, text boxes, the branch of alternatives that counts."""

from rapport.word.ns import Element, get, qn


def chosen(alternatives: Element) -> Element:
    """Return the branch of mc:AlternateContent that shows: the first with text in it, or the fallback."""
    branches = list(alternatives)
    return next((branch for branch in branches if next(branch.iter(qn("w:t")), None) is not None), branches[-1])


def text_of(element: Element) -> str:
    """Return what a w:t shows: its outer blanks only where they are kept."""
    text = element.text or ""
    return text.replace("\n", " ") if get(element, "xml:space") == "preserve" else text.strip(" \t\r\n")


def symbol_of(element: Element) -> str:
    """Return what a w:sym shows."""
    code = get(element, "w:char") or ""
    try:
        return chr(int(code, 16))
    except (ValueError, OverflowError):
        return "\ufffd"


def outermost_boxes(element: Element) -> list[Element]:
    """Return the contents of text boxes; a box inside a box is read with it."""
    tag = qn("w:txbxContent")
    return [box for box in element.iter(tag) if not any(a.tag == tag for a in box.iterancestors())]


def deleted_text(element: Element) -> str:
    """Return the text of a tracked deletion."""
    return "".join(t.text or "" for t in element.iter(qn("w:delText"), qn("w:t")))
