"""The footnotes or endnotes of a document, as what its references show."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from rapport.prose.blocks import Footnote, Inline, Paragraph, Text, normalise
from rapport.word.ns import Element, get, is_on, qn, symbol_of, text_of


@dataclass(frozen=True, slots=True)
class Notes:
    """The notes of a part by their ids, with what reads their paragraphs: links in a note are the note's part's."""

    by_id: dict[str, Element]
    read: Callable[[Element], tuple[Inline, ...]]

    def note(self, reference: Element, own_mark: str) -> Footnote:
        """Return the note that a reference refers to; an empty one where there is none.

        ``own_mark`` is the first sign of a mark of somebody's own (*), "" where the note has a number. Such a mark
        is typed once more in the note. The model's note has its mark in both places already, so it is left out.
        """
        note = self.by_id.get(get(reference, "w:id") or "")
        if note is None:
            return Footnote(())
        paragraphs = [inlines for paragraph in note.iter(qn("w:p")) if (inlines := self.read(paragraph))]
        is_typed = next(note.iter(qn("w:footnoteRef"), qn("w:endnoteRef")), None) is None
        if paragraphs and own_mark and is_typed:
            paragraphs[0] = _without(own_mark, paragraphs[0])
        return Footnote(tuple(Paragraph(inlines) for inlines in paragraphs if inlines))


def own_mark(reference: Element) -> str:
    """Return the first sign of the mark that somebody gave a note instead of a number; "" when it has a number.

    The mark stands as text behind the reference, in its run or the next.
    """
    if not is_on(get(reference, "w:customMarkFollows") or "0"):
        return ""
    run = reference.getparent()
    further = [child for later in run.itersiblings(qn("w:r")) for child in later] if run is not None else []
    shown = (child for child in [*reference.itersiblings(), *further] if child.tag in (qn("w:t"), qn("w:sym")))
    first = next(shown, None)
    if first is None:
        return ""
    return (text_of(first) if first.tag == qn("w:t") else symbol_of(first))[:1]


def _without(mark: str, inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
    first = inlines[0]
    if not isinstance(first, Text):
        return inlines
    return normalise((replace(first, text=first.text.removeprefix(mark)), *inlines[1:]))
