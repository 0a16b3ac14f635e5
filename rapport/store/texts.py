"""Files read for their text alone, without a form: what ``rapport rakna`` counts."""

from pathlib import Path

from rapport.finding import Finding, Place
from rapport.prose.blocks import Blocks
from rapport.prose.markdown import parse as parse_markdown
from rapport.store.files import read_text
from rapport.store.schema import OmradeFil
from rapport.store.validate import validate
from rapport.store.yaml import BOM, nfc, parse

Read = tuple[list[Blocks] | None, list[Finding]]


def load_texts(file: Path) -> Read:
    """Return the blocks of every answer in an area file; None when it is none."""
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
    return [parse_markdown(svar.text).blocks for svar in post.svar.values()], findings + more


def load_markdown(file: Path) -> Read:
    """Return the blocks of a Markdown file; None when it is not text."""
    source, findings = read_text(file, file.name)
    if findings:
        return None, findings
    prose = parse_markdown(nfc(source.removeprefix(BOM)))
    return [prose.blocks], [
        Finding(
            "markdown",
            "error",
            p.message,
            p.hint,
            Place(file.name, p.line + 1, p.column + 1),
            excerpt=p.excerpt,
        )
        for p in prose.problems
    ]
