"""What Markdown allows but nobody means: text that will look wrong in the document, right as it is to a parser."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from rapport.prose.blocks import Block, Figur, Inline, List, Table, passages, plain, plain_passages
from rapport.prose.glued import glued
from rapport.prose.problem import NOT_ALLOWED, Problem

_LINES = (
    ("hash", re.compile(r"^ {0,3}#[^#\s]"), True),
    ("bullet", re.compile("^ {0,3}[•·▪◦‣●\uf0b7]\\s*\\S"), False),
    ("table-rule", re.compile(r"^ {0,3}\|.*\w.*\|.*\w.*\|\s*$"), True),
    ("table-rule", re.compile(r"^ {0,3}(?:\|\s*)?:?-+:?\s*\|(?:\s*:?-+:?\s*\|?)+\s*$"), True),
)
_LINKS = (
    ("link-blank", re.compile(r"(?<!\\)\[[^\[\]\n]+\]\((?:https?://|mailto:)[^()\s]*[ \t][^()\n]*\)")),
    ("link-gap", re.compile(r"(?<!\\)\[[^\[\]\n]+\][ \t]+\((?:https?://|mailto:)[^()\s]*\)")),
)
_NEIGHBOURS = re.compile(r"\S[ \t]*\n[ \t]*\S")
_ITEM = re.compile(r"^\s*(?:[-*+]|\d{1,9}[.)])\s+\S")
_MARKS = re.compile(r"\*\*|~~|\^\[|(?<!\S)\*(?=\w)|(?<=\w)\*(?!\S)")
_RULE = re.compile(r"^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$")


def suspicions(source: str, blocks: Sequence[Block]) -> Iterator[Problem]:
    """Yield what the writer of a text most likely did not mean."""
    text = "\n".join(plain_passages(blocks))
    start, above = 0, ""
    for line in source.split("\n"):
        for name, pattern, is_error in _LINES:
            # A line that the parser understood, as a table row say, no longer stands as it is in the text.
            if pattern.match(line) and line.strip() in text:
                indent = len(line) - len(line.lstrip())
                yield Problem(*NOT_ALLOWED[name], start + indent, line.strip()[:40], is_error)
        if _is_lazy(line, above):
            yield Problem(*NOT_ALLOWED["lazy"], start, line.strip()[:40], is_error=False)
        start, above = start + len(line) + 1, line
    if _NEIGHBOURS.search(source):
        yield from glued(source, text)
    yield from _leftover_marks(source, "\n".join(map(_written, passages(_without_figures(blocks)))))
    yield from _broken_links(source, text)


def _broken_links(source: str, text: str) -> Iterator[Problem]:
    """Yield what was meant as a link, but stands in the text with its brackets."""
    for name, pattern in _LINKS if "](" in text or "] (" in text else ():
        for match in pattern.finditer(source):
            if match[0] in text:
                yield Problem(*NOT_ALLOWED[name], match.start(), match[0])


def _is_lazy(line: str, above: str) -> bool:
    """Whether a line stands at the margin directly below a list item, so that it joins the item."""
    is_text = bool(line.strip()) and not line.startswith((" ", "\t")) and not _ITEM.match(line)
    return is_text and bool(_ITEM.match(above)) and not _RULE.match(line)


def _without_figures(blocks: Sequence[Block]) -> Iterator[Block]:
    """Yield the blocks without the tables that expressions made."""
    for block in blocks:
        if isinstance(block, List):
            yield replace(block, items=tuple(replace(i, blocks=(*_without_figures(i.blocks),)) for i in block.items))
        elif not (isinstance(block, Table) and block.trace):
            yield block


def _written(passage: Sequence[Inline]) -> str:
    """Return a passage's text with noughts for its figures: what a table holds is no mark of the writer's."""
    return plain(replace(i, text="0" * len(i.text)) if isinstance(i, Figur) else i for i in passage)


def _leftover_marks(source: str, text: str) -> Iterator[Problem]:
    for mark in {match[0] for match in _MARKS.finditer(text)}:
        if mark == "*" and "\\*" in source:
            continue  # somebody means a star to be seen
        if (offset := source.replace("\\*", "  ").replace("\\~", "  ").find(mark)) >= 0:
            yield Problem(*NOT_ALLOWED["marks"], offset, mark, is_error=False)
