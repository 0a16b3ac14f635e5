"""Files read for their text alone, without a form: what ``rapport rakna`` counts."""

from pathlib import Path

from rapport.domain.figur import Renderer
from rapport.finding import Finding, Place
from rapport.prose.blocks import Blocks
from rapport.prose.markdown import parse as parse_markdown
from rapport.store.files import read_text
from rapport.store.rendered import fault_findings, render
from rapport.store.schema import OmradeFil
from rapport.store.validate import validate
from rapport.store.yaml import BOM, Document, Scalar, nfc, parse

Read = tuple[list[Blocks] | None, list[Finding]]


def load_texts(file: Path, renderer: Renderer | None = None) -> Read:
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
    for fraga, svar in post.svar.items():
        rendered = render(svar.text, renderer)
        blocks.append(parse_markdown(rendered.markdown if rendered else svar.text).blocks)
        if rendered:
            findings += fault_findings(rendered, document, _scalar(document, fraga), post.omrade, fraga)
    return blocks, findings


def _scalar(document: Document, fraga: str) -> Scalar | None:
    """Return the node with an answer's text, in its long form or its short one."""
    node = document.find(("svar", fraga, "text"))
    return node if isinstance(node, Scalar) else None


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
