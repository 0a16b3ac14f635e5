"""A report built to be handed over as it is, and kept nowhere."""

from pathlib import Path

from rapport.disk import workplace
from rapport.workflow.build import build


def built_bytes(folder: Path, name: str, *, is_draft: bool, as_pdf: bool) -> bytes:
    """Return a report as its Word document, or as the PDF of it; ``name`` is the document's, its ending left out."""
    with workplace() as place:
        file = place / f"{name}.docx"
        build(folder, file, is_draft=is_draft, with_pdf=as_pdf, force=False)
        return file.with_suffix(".pdf" if as_pdf else ".docx").read_bytes()
