"""How a document with one answer begins: with the question itself, its number, its area's name, or the answer."""

import re
from dataclasses import replace

from rapport.domain.mall import Fraga, Mall
from rapport.domain.match import LONG, Wording, align
from rapport.prose.blocks import Break, Paragraph, normalise, plain
from rapport.word.blocks import WordBlock

_SAYING = r"(?:svar(?:\s+(?:på|till))?\s*)?(?:fråga(?:n)?\s*)?"


class Beginning:
    """Tells the form's own lines at the start of a document from the answer; blocks are given in order."""

    def __init__(self, mall: Mall, fraga: Fraga) -> None:
        self._wording = Wording(mall.fraga_by_id)
        omrade = mall.omrade_of(fraga.id)
        self._own = [self._wording.comparable(text) for text in (fraga.ren_text, omrade.rubrik, mall.titel)]
        self._number = re.compile(rf"{_SAYING}(?:{re.escape(fraga.id)})?\s*[.:)]*", re.IGNORECASE)
        # The same question stands in several areas: the answer's own area goes first.
        fragor = sorted(mall.fraga_by_id.values(), key=lambda other: mall.omrade_of(other.id) is omrade)
        self._others = {text: f for f in fragor if (text := self._wording.comparable(f.ren_text)) != self._own[0]}
        self._is_over = False
        self.left_out: list[str] = []

    def without_question(self, block: WordBlock) -> WordBlock | None:
        """Return a block as the answer has it: None where it is the form's own line, else what is left of it."""
        if self._is_over or block.is_empty:
            return block
        first = block.own[0] if block.own else None
        if isinstance(first, Paragraph) and any(isinstance(inline, Break) for inline in first.inlines):
            at = next(index for index, inline in enumerate(first.inlines) if isinstance(inline, Break))
            head = plain(first.inlines[:at])
            if self._is_own(head):
                self._is_over = True
                self.left_out.append(head.strip())
                return replace(block, own=(Paragraph(normalise(first.inlines[at + 1 :])),))
        if self._is_own(block.text):
            self.left_out.append(block.text.strip())
            return None
        self._is_over = True
        return block

    def other_question(self, block: WordBlock) -> Fraga | None:
        """Return another of the form's questions, where a block is that question's text."""
        text = self._wording.comparable(block.text)
        return self._others.get(text) if len(text) > LONG else None

    def _is_own(self, text: str) -> bool:
        bare = self._wording.comparable(text)
        if not text.strip() or self._number.fullmatch(text.strip()):
            return bool(text.strip())
        # A line with more behind the question is the answer's beginning too.
        return any(len(bare) < len(own) * 1.2 and align([own], [bare]) for own in self._own if own)
