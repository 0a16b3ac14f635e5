"""The footnotes or endnotes of a document, as what its references show."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from itertools import chain, islice

from rapport.limits import WORD_NOTES, Budget
from rapport.prose.blocks import Footnote, Inline, Paragraph, Text, normalise
from rapport.word.ns import Element, get, is_on, qn, symbol_of, text_of

_NEAR = 9  # runs, or signs in one, that a note's own mark is looked for in


@dataclass(frozen=True, slots=True)
class Notes:
    """The notes of a part by their ids, with what reads their paragraphs: links in a note are the note's part's."""

    by_id: dict[str, Element]
    read: Callable[[Element], tuple[Inline, ...]]
    budget: Budget
    _sizes: dict[str, int] = field(default_factory=dict)

    def note(self, reference: Element, own_mark: str) -> Footnote:
        """Return the note that a reference refers to; an empty one where there is none.

        ``own_mark`` is the first sign of a mark of somebody's own (*), "" where the note has a number. Such a mark
        is typed once more in the note. The model's note has its mark in both places already, so it is left out.
        """
        number = get(reference, "w:id") or ""
        note = self.by_id.get(number)
        if note is None:
            return Footnote(())
        if number not in self._sizes:
            self._sizes[number] = sum(1 + len(element.text or "") for element in note.iter())
        self.budget.spend(WORD_NOTES, self._sizes[number])
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
    later = islice(run.itersiblings(qn("w:r")), _NEAR) if run is not None else ()
    near = chain(islice(reference.itersiblings(), _NEAR), (child for one in later for child in islice(one, _NEAR)))
    first = next((child for child in near if child.tag in (qn("w:t"), qn("w:sym"))), None)
    if first is None:
        return ""
    return (text_of(first) if first.tag == qn("w:t") else symbol_of(first))[:1]


def _without(mark: str, inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
    first = inlines[0]
    if not isinstance(first, Text):
        return inlines
    return normalise((replace(first, text=first.text.removeprefix(mark)), *inlines[1:]))
