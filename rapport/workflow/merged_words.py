"""What is said of documents that were brought to a report: what may not have come with, what is not there."""

from collections.abc import Iterator

from rapport.workflow.colleague import Document
from rapport.workflow.merged import Merged


def told(merged: Merged, ar: int | None, again: str = "") -> Iterator[str]:
    """Yield what cannot be seen in a table of who changed what; ``ar`` is the year of the folder's report.

    ``again`` says how an answer is taken in once more.
    """
    yield from of_losses(merged)
    for document in merged.documents:
        yield from of_document(document, merged, ar, again)
    yield from of_answers(merged)


def of_losses(merged: Merged) -> Iterator[str]:
    """Yield what may stand in the documents and not have come with."""
    for finding in merged.may_lose:
        where = f"fråga {finding.fraga}, {finding.place}" if finding.fraga else str(finding.place)
        yield f"{where}: {finding.message} {finding.hint or ''}".rstrip()


def of_answers(merged: Merged) -> Iterator[str]:
    """Yield what has to be said of single answers."""
    yield from merged.stopped
    for svar in merged.svar:
        if svar.is_taken and svar.tecken[0] != svar.tecken[1]:
            yield (
                f"Fråga {svar.fraga}: {svar.tecken[0]} tecken i Word, här {svar.tecken[1]}: "
                "något i Words utformning kan inte skrivas här (rubriknummer, sammanslagna celler, "
                "blanksteget först i en ny fotnot). Läs svaret."
            )
        if svar.lost:
            yield f"Fråga {svar.fraga}: uttrycken är ersatta av Words text: {'  '.join(svar.lost)}"
    for fraga in dict.fromkeys(merged.unticked):
        yield f"Fråga {fraga} har inget kryss i Word. Mappens kryss är kvar; kontrollera vilket som gäller."
    if merged.kommentarer:
        fragor = ", ".join(dict.fromkeys(merged.kommentarer))
        yield f"Kommentarer vid {fragor} står som kommentar vid svaret."


def of_document(document: Document, merged: Merged, ar: int | None, again: str = "") -> Iterator[str]:
    """Yield what has to be said of a document as a whole."""
    name = document.name
    if document.missing and not document.is_answer:
        yield f"{name} har inte frågorna {', '.join(document.missing)}; de lämnas som de är."
    is_compared = any(svar.file == name and not svar.is_new for svar in merged.svar)
    if document.built is None and is_compared and not document.is_answer:
        why = "byggdes ur svar som mappen inte har kvar" if document.is_ours else "är inte byggt ur mappen"
        yield f"{name} {why}, så det jämförs med mappen som två texter."
    if seen := merged.seen.get(name):
        yield f"Redan hämtat ur {name} och inte ändrat där sedan dess: {', '.join(seen)}. {again}".rstrip()
    if document.underlag.ar and ar and document.underlag.ar != ar and not document.is_answer:
        yield f"{name} är redovisningen för {document.underlag.ar}, men mappen är för {ar}."
    for comment in document.comments:
        yield f"Kommentar som inte står vid något svar i {name}: {comment}"
