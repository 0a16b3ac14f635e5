"""An answer as the page edits it: blocks → JSON, and what the page sends back → Markdown.

What has not been edited is written exactly as it was; the page is never asked to know Markdown.
"""

from collections.abc import Iterable, Mapping
from typing import Any
from unicodedata import normalize

from rapport.errors import InputError
from rapport.prose.blocks import Block, Break, Figur, Footnote, Inline, List, Paragraph, Text
from rapport.prose.expression import Evaluate
from rapport.prose.markdown import parse
from rapport.prose.merging.edited import are_same, as_edited, exact
from rapport.prose.problem import NOT_ALLOWED
from rapport.prose.render import render
from rapport.webb.redigerat import tidied, to_blocks

Json = dict[str, Any]
_NOTHING: Mapping[str, str] = {}


def document_of(text: str, evaluate: Evaluate) -> Json | None:
    """Return an answer as written for the page; None where it cannot be read whole, and so not be edited as text."""
    expressions = evaluate(text)
    prose = parse(text, expressions)
    if any(problem.message == NOT_ALLOWED["long"][0] for problem in prose.problems):
        return None
    return to_json(prose.blocks, {text[e.start : e.end]: e.fault.message for e in expressions if e.fault})


def changed_text(text: str, dokument: object, evaluate: Evaluate) -> str | None:
    """Return an answer as it is to be written now; None where the page's document is what was written.

    Raises InputError where the document is none.
    """
    before, given = parse(text, evaluate(text)).blocks, to_blocks(dokument, is_tidied=False)
    if are_same(before, given):
        return None
    known = set(map(exact, before))  # what nobody has edited is not tidied either
    blocks = tuple(kept for one in given for kept in ((one,) if exact(one) in known else tidied((one,))))
    for uttryck in _expressions(blocks):
        spans = [(found.start, found.end) for found in evaluate(uttryck)]
        if spans != [(0, len(uttryck))]:
            raise InputError(f"{uttryck} är inget uttryck. Skriv det mellan {{{{ och }}}}.")
    written = normalize("NFC", as_edited(text, blocks, evaluate))
    return None if written == text else written


def to_markdown(dokument: object) -> str:
    """Return the page's document as Markdown. Raises InputError where it is none."""
    return normalize("NFC", render(to_blocks(dokument)))


def to_json(blocks: Iterable[Block], faults: Mapping[str, str] = _NOTHING) -> Json:
    """Return blocks as the page has them; ``faults`` says what is wrong with an expression as written."""
    return {"block": _blocks(blocks, faults)}


def _blocks(blocks: Iterable[Block], faults: Mapping[str, str]) -> list[Json]:
    return [_block(block, faults) for block in blocks]


def _block(block: Block, faults: Mapping[str, str]) -> Json:
    if isinstance(block, Paragraph):
        return {"typ": "stycke", "rad": [_inline(inline, faults) for inline in block.inlines]}
    if isinstance(block, List):
        punkter = [_blocks(item.blocks, faults) for item in block.items]
        return {"typ": "lista", "ordnad": block.ordered, "start": block.start, "punkter": punkter}
    rader = [[_blocks(cell, faults) for cell in row] for row in block.rows]
    tabell = {"typ": "tabell", "just": list(block.align), "rader": rader}
    if not block.trace:
        return tabell
    return {"typ": "stycke", "rad": [_figure(block.trace.uttryck, [tabell], faults)]}


def _inline(inline: Inline, faults: Mapping[str, str]) -> Json:
    if isinstance(inline, Break):
        return {"radbrytning": True}
    if isinstance(inline, Footnote):
        return {"not": _blocks(inline.paragraphs, faults)}
    if isinstance(inline, Figur) and inline.trace.uttryck:
        return _figure(inline.trace.uttryck, inline.text, faults) | _formatting(inline)
    return {"text": inline.text} | _formatting(inline)


def _figure(uttryck: str, varde: object, faults: Mapping[str, str]) -> Json:
    fel = {"fel": faults[uttryck]} if uttryck in faults else {}
    return {"figur": uttryck, "varde": varde} | fel


def _formatting(text: Text) -> Json:
    found = {"fet": text.bold, "kursiv": text.italic, "href": text.href}
    return {name: value for name, value in found.items() if value}


def _expressions(blocks: Iterable[Block]) -> Iterable[str]:
    """Yield every expression of the blocks as written."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield from _in_line(block.inlines)
        elif isinstance(block, List):
            for item in block.items:
                yield from _expressions(item.blocks)
        elif block.trace:
            yield block.trace.uttryck
        else:
            yield from (found for row in block.rows for cell in row for found in _expressions(cell))


def _in_line(inlines: Iterable[Inline]) -> Iterable[str]:
    for inline in inlines:
        if isinstance(inline, Figur):
            yield inline.trace.uttryck
        elif isinstance(inline, Footnote):
            yield from _expressions(inline.paragraphs)
