"""What of a paragraph or a table does not come along into an answer, or comes along otherwise than it stood."""

from collections.abc import Iterator

from rapport.finding import Finding, Place
from rapport.prose.blocks import Text, passages, plain_passages
from rapport.prose.problem import MERGED_CELLS
from rapport.prose.tidy import leads_somewhere
from rapport.word.blocks import WordBlock
from rapport.word.ns import Element, outermost_boxes, qn
from rapport.word.shown import short

_PICTURES = (qn("w:drawing"), qn("w:pict"), qn("w:object"))
_MERGED = (qn("w:vMerge"), qn("w:gridSpan"))


def losses(block: WordBlock, place: Place) -> Iterator[Finding]:
    """Yield what of a block does not come along, and what comes along otherwise than it stood."""
    for excerpt in block.hidden:
        message = f"Dold text följer inte med: ”{excerpt}”"
        yield Finding("dold-text", "error", message, "Ta fram texten i Word om den hör till svaret.", place)
    if has_picture(block):
        message = "En bild, ett diagram eller ett inbäddat objekt följer inte med: formuläret har ingen plats för det."
        yield Finding("markdown", "error", message, "Beskriv i text det som bilden visar.", place)
    label = block.label
    if label and not label.is_bullet and label.number == 1 and label.shown.strip(" \t.)") != "1":
        message = f"Listans märken, som börjar på ”{label.shown.strip()}”, blir 1, 2 och så vidare."
        yield Finding("markdown", "info", message, "Läs att ingenting i texten visar till märket.", place)
    for inline in (inline for passage in passages(block.own) for inline in passage):
        if isinstance(inline, Text) and inline.href and not leads_somewhere(inline.href):
            message = f"Länken vid ”{short(inline.text)}” följer inte med, bara dess text: {short(inline.href)}"
            yield Finding("markdown", "warning", message, "Länka till en adress på webben.", place)
    if next(block.element.iter(*_MERGED), None) is not None:
        yield Finding("markdown", "warning", *MERGED_CELLS, place)
    if block.boxes:
        text = " ".join(plain_passages(block.boxes))
        message = f"Text i en textruta står nu efter stycket som rutan satt vid: ”{short(text)}”"
        yield Finding("utan-hem", "info", message, "Flytta den om den hör hemma någon annanstans.", place)


def has_picture(block: WordBlock) -> bool:
    """Whether there is a picture, a diagram or an embedded object in a block; text boxes are none, they are read."""
    return any(not _holds_text(picture) for picture in block.element.iter(*_PICTURES))


def _holds_text(picture: Element) -> bool:
    """Whether a drawing is a text box, or part of one: its text is read."""
    return bool(outermost_boxes(picture)) or next(picture.iterancestors(qn("w:txbxContent")), None) is not None
