"""The figures of a paragraph put back in what the paragraph has become in Word."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from rapidfuzz.distance import Indel

from rapport.prose.blocks import Break, Figur, Footnote, Inline, Paragraph, Text, normalise
from rapport.prose.merging.alike import folded
from rapport.prose.merging.shown import expressions

_TOKENS = re.compile(r"\d+|[^\W\d_]+|.", re.DOTALL)
_NOTE = "\ufffc"  # stands for a note's mark
_DIGITS_BEFORE = re.compile(r"(?:\d[\s.,]?|[-−])$")
_DIGITS_AFTER = re.compile(r"[\s.,]?\d")


class _Token(NamedTuple):
    """A piece of a paragraph: the text as compared, the inline it is of, and where in the paragraph it stands."""

    text: str
    inline: int
    start: int


def adopt_inlines(base: tuple[Inline, ...], theirs: tuple[Inline, ...]) -> tuple[tuple[Inline, ...], tuple[str, ...]]:
    """Return what has become of a paragraph with its figures, and the expressions that have no place in it."""
    before, after = list(_tokens(base)), list(_tokens(theirs))
    there: dict[int, int] = {}
    for step in Indel.opcodes([token.text for token in before], [token.text for token in after]):
        if step.tag == "equal":
            steps = zip(range(step.src_start, step.src_end), range(step.dest_start, step.dest_end), strict=True)
            there.update(steps)
    lines = _line(base), _line(theirs)
    spans: dict[int, tuple[int, Figur]] = {}  # where each figure begins in Word's text, by its length there
    lost: list[str] = []
    for number, inline in enumerate(base):
        if isinstance(inline, Figur):
            tokens = [i for i, t in enumerate(before) if t.inline == number]
            span = _place(tokens, there, before, after, lines)
            is_sure = not _has_twin(inline, base) or _has_its_neighbours(tokens, there, before, after)
            if span is None or span[0] in spans or not is_sure:
                lost.append(inline.trace.uttryck)
            else:
                spans[span[0]] = span[1], inline
    inlines, lost_in_notes = _with_notes(base, tuple(_with_figures(theirs, spans)))
    return normalise(inlines), (*lost, *lost_in_notes)


def _line(inlines: Iterable[Inline]) -> str:
    return "".join(i.text if isinstance(i, Text) else "\n" if isinstance(i, Break) else _NOTE for i in inlines)


def _tokens(inlines: Iterable[Inline]) -> Iterator[_Token]:
    at = 0
    for number, inline in enumerate(inlines):
        text = _line((inline,))
        yield from (_Token(folded(m[0]), number, at + m.start()) for m in _TOKENS.finditer(text))
        at += len(text)


def _place(
    tokens: list[int], there: dict[int, int], before: list[_Token], after: list[_Token], lines: tuple[str, str]
) -> tuple[int, int] | None:
    """Return where a figure stands in Word's text, and how long it is; None where it was changed, or is gone."""
    found = [there[token] for token in tokens if token in there]
    if not tokens or len(found) < len(tokens) or found[-1] - found[0] != len(found) - 1:
        return None
    spans = []
    for line, all_tokens, first, last in (
        (lines[0], before, tokens[0], tokens[-1]),
        (lines[1], after, found[0], found[-1]),
    ):
        end = all_tokens[last + 1].start if last + 1 < len(all_tokens) else len(line)
        spans.append((all_tokens[first].start, end))
    touches = [
        (bool(_DIGITS_BEFORE.search(line[:start])), bool(_DIGITS_AFTER.match(line[end:])))
        for line, (start, end) in zip(lines, spans, strict=True)
    ]
    start, end = spans[1]
    return (start, end - start) if touches[0] == touches[1] else None


def _has_twin(figur: Figur, inlines: Iterable[Inline]) -> bool:
    """Whether another expression in the paragraph shows the same: Word does not say which is which."""
    return any(
        isinstance(i, Figur) and folded(i.text) == folded(figur.text) and i.trace.uttryck != figur.trace.uttryck
        for i in inlines
    )


def _has_its_neighbours(tokens: list[int], there: dict[int, int], before: list[_Token], after: list[_Token]) -> bool:
    """Whether the words next to a figure, on both sides, are those that it had."""
    if not all(token in there for token in tokens[:1] + tokens[-1:]):
        return False
    for own, step in ((tokens[0], -1), (tokens[-1], 1)):
        old, new = _next_word(before, own, step), _next_word(after, there[own], step)
        if (there.get(old) if old is not None else None) != new:
            return False
    return True


def _next_word(tokens: list[_Token], at: int, step: int) -> int | None:
    """Return the number of the nearest token that is no blank."""
    at += step
    while 0 <= at < len(tokens) and tokens[at].text.isspace():
        at += step
    return at if 0 <= at < len(tokens) else None


def _with_figures(inlines: Iterable[Inline], spans: dict[int, tuple[int, Figur]]) -> Iterator[Inline]:
    """Yield Word's inlines with the figures in the places where they begin."""
    at, skipped_to = 0, 0
    for inline in inlines:
        text = _line((inline,))
        if not isinstance(inline, Text):
            yield inline
            at += len(text)
            continue
        done = min(max(skipped_to - at, 0), len(text))
        for start in sorted(start - at for start in spans if at <= start < at + len(text)):
            length, figur = spans[at + start]
            yield replace(inline, text=text[done:start])
            yield replace(figur, bold=inline.bold, italic=inline.italic, href=inline.href)
            done = min(start + length, len(text))
            skipped_to = at + start + length
        yield replace(inline, text=text[done:])
        at += len(text)


def _with_notes(base: Iterable[Inline], theirs: tuple[Inline, ...]) -> tuple[list[Inline], list[str]]:
    """Return the inlines with the figures of their notes, the first note being the first."""
    before = [inline for inline in base if isinstance(inline, Footnote)]
    lost: list[str] = []
    inlines: list[Inline] = []
    for inline in theirs:
        if isinstance(inline, Footnote) and before:
            note, gone = _adopt_note(before.pop(0), inline)
            inlines.append(note)
            lost += gone
        else:
            inlines.append(inline)
    return inlines, [*lost, *(uttryck for note in before for uttryck in expressions(Paragraph((note,))))]


def _adopt_note(base: Footnote, theirs: Footnote) -> tuple[Footnote, list[str]]:
    paragraphs = list(theirs.paragraphs)
    lost: list[str] = []
    for number, paragraph in enumerate(base.paragraphs):
        if number < len(paragraphs):
            inlines, gone = adopt_inlines(paragraph.inlines, paragraphs[number].inlines)
            paragraphs[number] = Paragraph(inlines)
            lost += gone
        else:
            lost += expressions(paragraph)
    return Footnote(tuple(paragraphs)), lost
