"""What is read beside an answer while it is written: last year's answer to the question, and what the papers have."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Literal, NamedTuple

from rapport.domain.underlag import Forra, Underlag
from rapport.errors import InputError
from rapport.output.shown import seen
from rapport.prose.merging.shown import as_block, shown
from rapport.prose.render import render
from rapport.sources.suggest import Forslag
from rapport.store.folder import PAPERS
from rapport.workflow.papers import Looked, open_library
from rapport.workflow.progress import silent
from rapport.workflow.searching import suggestions_in

_MOST = 5
_NO_EARLIER = (
    "Ingen förra redovisning är angiven. Skriv i rapport.yaml var den ligger, sedd från redovisningens mapp, "
    "till exempel:  förra: ../redovisning-2024"
)


class Beside(NamedTuple):
    """A text to be read and not written in: its title, its kind, and the text."""

    titel: str
    sprak: Literal["markdown", "plaintext"]
    text: str


def last_answer(underlag: Underlag, fraga: str) -> Beside:
    """Return last year's answer to a question, as Markdown that can be copied: figures are plain text there."""
    forra = underlag.forra
    return Beside(f"Förra årets svar på fråga {fraga}", "markdown", "\n".join(_last(underlag, forra, fraga)) + "\n")


def _last(underlag: Underlag, forra: Forra | None, fraga: str) -> Iterator[str]:
    svar, before = (forra.svar(fraga), forra.fraga(fraga)) if forra else (None, None)
    if forra is None:
        yield _NO_EARLIER
    elif before is None:
        yield f"Fråga {fraga} fanns inte i förra redovisningens formulär."
    elif svar is None or not svar.blocks:
        yield f"Fråga {before} besvarades inte i förra redovisningen."
    else:
        ar = f" för {forra.underlag.ar}" if forra.underlag.ar else ""
        number = "" if before == fraga else f", som fråga {before}"
        yield f"Förra redovisningen{ar}{number} ({svar.tecken} tecken). Frågan i år:"
        yield underlag.mall.full_text(underlag.mall.fraga_by_id[fraga])
        text = render(tuple(as_block(shown(block)) for block in svar.blocks)).rstrip("\n")
        yield from ["", "---", "", *map(seen, text.split("\n"))]


def has_papers(folder: Path) -> bool:
    """Whether there may be papers to find something in."""
    with suppress(OSError):
        return next((folder / PAPERS).iterdir(), None) is not None
    return False


def from_papers(folder: Path, underlag: Underlag, fraga: str) -> Beside:
    """Return the pieces of the papers that likely belong in an answer and are not there yet, best first."""
    titel = f"Förslag ur papperen till fråga {fraga}"
    try:
        found, looked = suggestions_in(open_library(folder, needs_papers=True), underlag, fraga, silent)
        lines = [*_suggested(fraga, found, looked)]
    except InputError as error:
        lines = [str(error)]
    return Beside(titel, "plaintext", "\n".join(seen(line) for text in lines for line in text.split("\n")) + "\n")


def _suggested(fraga: str, found: list[Forslag], looked: Looked) -> Iterator[str]:
    if not found:
        yield f"Inget stycke i papperen ser ut att höra till fråga {fraga} utöver det som redan står i svaret."
    else:
        yield "Läs alltid hela papperet: ett förslag till beslut är inget beslut."
    for number, (traff, same_in) in enumerate(((one.traff, one.same_in) for one in found[:_MOST]), 1):
        kalla = looked.library.kalla(traff.paper)
        about = " · ".join(filter(None, [kalla.titel, kalla.diarienummer])) if kalla else ""
        yield from ["", " – ".join(filter(None, [f"{number}. {traff.paper}, {traff.place}", about]))]
        yield f"   Ord som mötte: {', '.join(dict.fromkeys(traff.words))}."
        yield from [f"   Samma text i {', '.join(same_in)}."] if same_in else []
        yield from ["", traff.text]
    for unread in looked.unread:
        yield from ["", f"{unread.message} {unread.hint or ''}".rstrip()]
