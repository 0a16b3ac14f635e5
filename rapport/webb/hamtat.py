"""What is built for a page to download: the Word document, its PDF, the review as a page."""

from typing import NamedTuple

from rapport.domain.mall import file_word
from rapport.errors import InputError
from rapport.webb.session import Session

_KINDS = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
    "html": "text/html; charset=utf-8",
}


class Made(NamedTuple):
    """A file to download."""

    name: str
    kind: str
    content: bytes


def built(session: Session, kind: str, *, is_draft: bool) -> Made:
    """Return a report's document as it is saved; errors as ``bygg`` has them."""
    if kind not in _KINDS:
        raise InputError(f"Formatet ”{kind}” finns inte. Välj ett av: {', '.join(_KINDS)}.")
    underlag = session.report.underlag
    base = "-".join(filter(None, ["redovisning", str(underlag.ar or ""), file_word(underlag.region)[:60]]))
    if kind == "html":
        return Made(f"{base}-granskning.html", _KINDS[kind], _page(session))
    from rapport.workflow.built_bytes import built_bytes

    name = f"{base}{'-utkast' if is_draft else ''}"
    made = built_bytes(session.folder, name, is_draft=is_draft, as_pdf=kind == "pdf")
    return Made(f"{name}.{kind}", _KINDS[kind], made)


def _page(session: Session) -> bytes:
    from rapport.output.html import render

    granskning = session.report.check()
    return ("\n".join(render(granskning, colour=False, width=80)) + "\n").encode("utf-8")
