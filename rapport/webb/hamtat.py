"""What is built for a page to download: the Word document, its PDF, the review as a page."""

from collections import Counter
from typing import NamedTuple

from rapport.domain.mall import file_word
from rapport.errors import InputError, RefusedError
from rapport.finding import Finding
from rapport.webb.session import Session
from rapport.webb.sidord import on_page

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


class UnbuiltError(RefusedError):
    """The document is not built while there are faults; ``data`` says of how many answers, and what else is wrong."""

    def __init__(self, blocking: list[Finding]) -> None:
        by_fraga = Counter(finding.fraga for finding in blocking if finding.fraga)
        self.data = {
            "fragor": [{"id": fraga, "antal": number} for fraga, number in by_fraga.items()],
            "annat": [_elsewhere(finding) for finding in blocking if not finding.fraga],
        }
        super().__init__(f"Dokumentet byggs inte: {len(blocking)} fel återstår.")


def _elsewhere(finding: Finding) -> str:
    return on_page(f"Område {finding.omrade}: {finding.message}" if finding.omrade else finding.message)


def built(session: Session, kind: str, *, is_draft: bool) -> Made:
    """Return a report's document as it is saved; errors as ``bygg`` has them, UnbuiltError for its faults."""
    if kind not in _KINDS:
        raise InputError(f"Formatet ”{kind}” finns inte. Välj ett av: {', '.join(_KINDS)}.")
    underlag = session.report.underlag
    base = "-".join(filter(None, ["redovisning", str(underlag.ar or ""), file_word(underlag.region)[:60]]))
    if kind == "html":
        return Made(f"{base}-granskning.html", _KINDS[kind], _page(session))
    from rapport.workflow.build import FaultsError
    from rapport.workflow.built_bytes import built_bytes

    name = f"{base}{'-utkast' if is_draft else ''}"
    try:
        made = built_bytes(session.folder, name, is_draft=is_draft, as_pdf=kind == "pdf")
    except FaultsError as error:
        raise UnbuiltError(error.blocking) from error
    return Made(f"{name}.{kind}", _KINDS[kind], made)


def _page(session: Session) -> bytes:
    from rapport.output.html import render

    granskning = session.report.check()
    return ("\n".join(render(granskning, colour=False, width=80)) + "\n").encode("utf-8")
