"""All the text of a PDF, or of a text file, as blocks: whatever document it is."""

from collections.abc import Callable, Sequence

from rapport.pdf.blocks import blocks
from rapport.pdf.furniture import without_furniture
from rapport.pdf.layout import Margin, paragraphs
from rapport.pdf.line import SOFT, Line
from rapport.pdf.notes import taken_out
from rapport.pdf.repair import Repairer, Tally
from rapport.pdf.spans import Lexicon
from rapport.pdf.underlag import body_size, mended
from rapport.prose.blocks import Blocks


def whole(lines: Sequence[Line], lexicon: Callable[[], Lexicon]) -> Blocks:
    """Return the blocks of a document without its page headers and numbers; the dictionary is asked for where needed.

    Words that are divided at the ends of lines are put together, and signs beyond doubt mended, but nothing else.
    """
    kept, _ = without_furniture(lines, lambda _text: False)
    kept = taken_out(kept, body_size(kept))
    margin = Margin(kept)
    pieces = list(paragraphs(kept, margin))
    is_divided = any(SOFT in piece.text for piece in pieces)
    repairer = Repairer((), [line.text for line in kept], lexicon() if is_divided else lambda _word: 0.0)
    return blocks([mended(piece, repairer, Tally()) for piece in pieces])
