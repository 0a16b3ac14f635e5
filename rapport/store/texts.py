"""Files read for their text alone, without a form: what ``rapport rakna`` counts."""

from pathlib import Path

from rapport.finding import Finding
from rapport.prose.blocks import Blocks
from rapport.prose.expression import Evaluate
from rapport.prose.markdown import parse as parse_markdown
from rapport.store.answer import text_source
from rapport.store.files import read_text
from rapport.store.nodes import Document, Mapping
from rapport.store.schema import OmradeFil
from rapport.store.validate import validate
from rapport.store.yaml import BOM, nfc, parse

_Read = tuple[list[Blocks] | None, list[Finding]]


def load_texts(file: Path, evaluate: Evaluate) -> _Read:
    """Return the blocks of every answer in an area file, figures put in; None when it is none."""
    source, findings = read_text(file, file.name)
    if findings:
        return None, findings
    document, findings = parse(source, file.name)
    if not document:
        return None, findings
    if "svar" not in document.root.entries:
        return [], findings  # rapport.yaml, say: a file without answers takes no room
    post, more = validate(document, OmradeFil)
    if not post:
        return None, findings + more
    findings += more
    blocks = []
    for fraga, entry in post.svar.items():
        expressions = evaluate(entry.text) if "{" in entry.text else ()
        blocks.append(parse_markdown(entry.text, expressions).blocks)
        place = text_source(document, fraga)
        for fault in (e.fault for e in expressions if e.fault):
            at = place.place(fault.start) if place else document.place(document.root)
            findings.append(
                Finding("siffra", "error", fault.message, fault.hint, at, post.omrade, fraga, fault.excerpt)
            )
    return blocks, findings


def load_markdown(file: Path) -> _Read:
    """Return the blocks of a Markdown file; None when it is not text."""
    source, findings = read_text(file, file.name)
    if findings:
        return None, findings
    text = nfc("\n".join(source.removeprefix(BOM).splitlines()))
    prose = parse_markdown(text)
    document = Document(file.name, text, Mapping(1, 1, 0, len(text)))
    return [prose.blocks], [
        Finding("markdown", "error", p.message, p.hint, document.place_at(p.offset), excerpt=p.excerpt)
        for p in prose.problems
    ]
