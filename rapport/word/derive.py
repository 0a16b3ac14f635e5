"""The agency's Word file → a Mall: what the form's own words say, and nothing guessed.

The notices carry the limits and how many questions each area has; the look of an area's first question tells
its questions from answers. Whatever does not add up is a doubt, and with doubts no form is written.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from rapport.domain.mall import Fraga, Instruktion, Mall, Omrade
from rapport.domain.match import Wording
from rapport.errors import InputError
from rapport.prose.blocks import Footnote, Inline, Paragraph, Text, plain
from rapport.word.agency import RANGE, Notice, Phrases, fraga_id, part_id
from rapport.word.blocks import WordBlock
from rapport.word.controls import PLACEHOLDER, ticked_boxes
from rapport.word.ns import child_val

_WORDING = Wording()


@dataclass(slots=True)
class Derived:
    """A form as understood: where each question's line stands, and what could not be made out."""

    mall: Mall
    doubts: list[str]
    answer_after: dict[str, int] = field(default_factory=dict)
    boxes: dict[str, list[int]] = field(default_factory=dict)
    answers: dict[str, list[int]] = field(default_factory=dict)


def derive(blocks: Sequence[WordBlock], about: Mapping[str, object], known: Mall) -> Derived:
    """Understand a form by a known one; ``about`` is its id and year, which it does not say itself.

    Raises InputError when it limits no questions, so that it is no form of this kind.
    """
    deriver = _Deriver(blocks, Phrases(known))
    notices = [(i, found) for i, block in enumerate(blocks) if (found := deriver.phrases.notice(block.text))]
    if not notices:
        raise InputError(
            "Dokumentet är inget formulär av det här slaget: ingen rad med en gräns finns, till exempel "
            f"”{deriver.phrases.limit}”"
        )
    starts = [deriver.heading_before(index) for index, _ in notices]
    ends = [*starts[1:], len(blocks)]
    omraden = [
        deriver.omrade(number, start, index, end, found)
        for number, ((index, found), start, end) in enumerate(zip(notices, starts, ends, strict=True), 1)
    ]
    titel = next((clean(block.text) for block in blocks[: starts[0]] if block.text.strip()), "")
    if not titel:
        deriver.doubts.append("Formulärets titel hittades inte.")
    own = {"titel": titel, "områden": omraden, "fotnoter": deriver.notes}
    mall = Mall.model_validate({**about, **own, **deriver.phrases.ours})
    return Derived(mall, deriver.doubts, deriver.answer_after, deriver.boxes, deriver.answers)


def clean(text: str) -> str:
    """Return a line of the form without a typed number."""
    return _WORDING.without_number(text.translate({0xAD: None})).strip()


@dataclass(slots=True)
class _Deriver:
    blocks: Sequence[WordBlock]
    phrases: Phrases
    doubts: list[str] = field(default_factory=list)
    notes: dict[str, str] = field(default_factory=dict)
    answer_after: dict[str, int] = field(default_factory=dict)
    boxes: dict[str, list[int]] = field(default_factory=dict)
    answers: dict[str, list[int]] = field(default_factory=dict)

    def heading_before(self, notice: int) -> int:
        """Return the index of an area's heading: the last line with text before its notice."""
        found = [index for index in range(notice) if self.blocks[index].text.strip()]
        if not found:
            self.doubts.append("Det första områdets rubrik hittades inte.")
        return found[-1] if found else 0

    def omrade(self, number: int, start: int, notice: int, end: int, found: Notice) -> Omrade:
        after = [index for index in range(notice + 1, end) if self._shows(index)]
        covering = [i for i in after if RANGE.search(self.blocks[i].text)]
        first = next((i for i in after if i not in covering), end)
        covering = [i for i in covering if i < first]
        looks = _look(self.blocks[first]) if first < end else ()
        lines = [i for i in after if i >= first and _look(self.blocks[i]) == looks]
        if (found.first, found.last) != ((number, 1), (number, len(lines))):
            self.doubts.append(
                f"Område {number} ska enligt sin gräns ha frågorna {found.shown}, "
                f"men {len(lines)} rader ser ut som frågor."
            )
        fragor = [self._fraga(fraga_id(number, n), at, stop) for n, (at, stop) in enumerate(_spans(lines, end), 1)]
        return Omrade.model_validate(
            {
                "nummer": number,
                "rubrik": clean(self.blocks[start].text),
                "maxtecken": found.maxtecken,
                "meddelande": self.blocks[notice].text.strip(),
                "instruktioner": [self._instruktion(i, fragor) for i in covering],
                "frågor": fragor,
            }
        )

    def _shows(self, index: int) -> bool:
        text = self.blocks[index].text.strip()
        return bool(text) and text != PLACEHOLDER

    def _is_boxes(self, block: WordBlock) -> bool:
        return ticked_boxes(block.text, block.element, self.phrases.boxes) is not None

    def _instruktion(self, index: int, fragor: Sequence[Fraga]) -> Instruktion:
        text = self.blocks[index].text.strip()
        found = RANGE.search(text)
        whole = fragor[int(found[2]) - 1 : int(found[4])] if found else ()
        covered = [part.id for fraga in whole for part in fraga.delfragor or (fraga,)]
        return Instruktion.model_validate({"text": text, "frågor": covered, "begär": self.phrases.asks(text)})

    def _fraga(self, fraga: str, at: int, stop: int) -> Fraga:
        """Understand the lines from a question to the next: a plain one, or one with parts and boxes."""
        inner = [i for i in range(at + 1, stop) if self._shows(i)]
        box_lines = [i for i in inner if self._is_boxes(self.blocks[i])]
        text = self._text(at)
        if not box_lines:
            self.answer_after[fraga] = at
            self.answers[fraga] = list(range(at + 1, stop))
            data = {"frivillig": self.phrases.is_voluntary(text), "begär": self.phrases.asks(text)}
            return Fraga.model_validate({"id": fraga, "text": text, **data})
        runs = list(_runs(box_lines, inner))
        heads = [max((i for i in inner if i < run[0]), default=at) for run in runs]
        if heads == [at]:
            return self._part(fraga, at, runs[0], stop, inner)
        parts = [
            self._part(part_id(fraga, n), head, run, after, inner)
            for n, (head, run, after) in enumerate(zip(heads, runs, [*heads[1:], stop], strict=True), 1)
        ]
        return Fraga.model_validate({"id": fraga, "text": text, "delfrågor": parts})

    def _part(self, fraga: str, at: int, box_lines: list[int], stop: int, inner: list[int]) -> Fraga:
        after = [i for i in inner if box_lines[-1] < i < stop]
        follow = next((i for i in after[:1] if self.phrases.follows_boxes(self.blocks[i].text)), None)
        last = box_lines[-1] if follow is None else follow
        self.answer_after[fraga], self.boxes[fraga] = last, box_lines
        self.answers[fraga] = list(range(last + 1, stop))
        boxes = [
            box
            for i in box_lines
            for box in self.phrases.boxes
            if re.search(rf"\b{re.escape(box)}\b", self.blocks[i].text, re.IGNORECASE)
        ]
        data = {"id": fraga, "text": self._text(at), "kryss": boxes, "begär": self.phrases.boxed_begar}
        return Fraga.model_validate(
            data | ({"följdtext": self.blocks[follow].text.strip()} if follow is not None else {})
        )

    def _text(self, index: int) -> str:
        """Return a question's text, its footnotes as marks, numbered through the form."""
        texts: list[str] = []
        for inline in _inlines(self.blocks[index]):
            if isinstance(inline, Text):
                texts.append(inline.text)
            elif isinstance(inline, Footnote):
                number = str(len(self.notes) + 1)
                self.notes[number] = " ".join(plain(paragraph.inlines).strip() for paragraph in inline.paragraphs)
                texts.append(f"[^{number}]")
        return clean("".join(texts))


def _look(block: WordBlock) -> tuple[str | None, bool, int | None, bool]:
    """Return what lines of one kind have in common: style, numbering and weight."""
    texts = [inline for inline in _inlines(block) if isinstance(inline, Text) and inline.text.strip()]
    is_bold = bool(texts) and all(text.bold for text in texts)
    style = child_val(block.element, "w:pPr/w:pStyle")
    return style, block.label is not None, block.label.level if block.label else None, is_bold


def _inlines(block: WordBlock) -> list[Inline]:
    return [inline for own in block.own if isinstance(own, Paragraph) for inline in own.inlines]


def _spans(lines: Sequence[int], end: int) -> Iterator[tuple[int, int]]:
    return zip(lines, [*lines[1:], end], strict=True)


def _runs(box_lines: list[int], inner: list[int]) -> Iterator[list[int]]:
    """Yield the box lines in groups that nothing else stands between."""
    order = {index: position for position, index in enumerate(inner)}
    group: list[int] = []
    for index in box_lines:
        if group and order[index] != order[group[-1]] + 1:
            yield group
            group = []
        group.append(index)
    yield group


def duplicates(mall: Mall) -> list[str]:
    """Return question texts that stand twice within one area: such questions cannot be told apart."""
    counts = Counter((o.nummer, f.ren_text) for o in mall.omraden for f in o.fragor)
    return [text for (_, text), times in counts.items() if times > 1]
