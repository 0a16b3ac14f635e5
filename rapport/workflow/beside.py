"""What is read beside an answer while it is written: last year's answer to the question, and what the papers have."""

import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Literal, NamedTuple

from rapport.domain.svar import Svar
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
_FEWEST = 4  # words: a shorter sentence is a turn of speech
_WORD, _YEAR = re.compile(r"\w+"), re.compile(r"^20\d\d$")
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


def last_years(underlag: Underlag, fraga: str) -> Beside | None:
    """Return just the text of last year's answer to a question, and where it stood; None where there is none."""
    forra = underlag.forra
    svar = forra.svar(fraga) if forra else None
    if forra is None or svar is None or not svar.blocks:
        return None
    return Beside(_where(forra, fraga, svar), "markdown", _text(svar) + "\n")


class Kept(NamedTuple):
    """Last year's answer, and as places in it the sentences that still stand in this year's, but for the year."""

    svar: Svar
    kvar: tuple[tuple[int, int], ...]
    meningar: int


def kept(forra: Svar, svar: Svar | None) -> Kept:
    """Return what of last year's answer still stands in this year's."""
    now = {_words(mening.text) for mening in svar.meningar} if svar else set()
    long = [mening for mening in forra.meningar if len(_words(mening.text)) >= _FEWEST]
    still = tuple((mening.start, mening.end) for mening in long if _words(mening.text) in now)
    return Kept(forra, still, len(long))


def _words(text: str) -> tuple[str, ...]:
    """Return a sentence's words, whatever year they are of."""
    return tuple(_YEAR.sub("år", word) for word in _WORD.findall(text.lower()))


def _last(underlag: Underlag, forra: Forra | None, fraga: str) -> Iterator[str]:
    svar, before = (forra.svar(fraga), forra.fraga(fraga)) if forra else (None, None)
    if forra is None:
        yield _NO_EARLIER
    elif before is None:
        yield f"Fråga {fraga} fanns inte i förra redovisningens formulär."
    elif svar is None or not svar.blocks:
        yield f"Fråga {before} besvarades inte i förra redovisningen."
    else:
        yield f"{_where(forra, fraga, svar)}. Frågan i år:"
        yield underlag.mall.full_text(underlag.mall.fraga_by_id[fraga])
        yield from ["", "---", "", *map(seen, _text(svar).split("\n"))]


def _where(forra: Forra, fraga: str, svar: Svar) -> str:
    ar, before = f" för {forra.underlag.ar}" if forra.underlag.ar else "", forra.fraga(fraga)
    number = "" if before == fraga else f", som fråga {before}"
    return f"Förra redovisningen{ar}{number} ({svar.tecken} tecken)"


def _text(svar: Svar) -> str:
    return render(tuple(as_block(shown(block)) for block in svar.blocks)).rstrip("\n")


def has_papers(folder: Path) -> bool:
    """Whether there may be papers to find something in."""
    with suppress(OSError):
        return next((folder / PAPERS).iterdir(), None) is not None
    return False


class Passage(NamedTuple):
    """A piece of a paper: where it stands, what the register calls the paper, and which words it has in common."""

    papper: str
    plats: str
    text: str
    ord: tuple[str, ...]
    samma_i: tuple[str, ...]
    titel: str = ""
    diarienummer: str = ""


class Passages(NamedTuple):
    """The pieces of the papers that likely belong in an answer, best first, and a sentence on them, or on why not."""

    sagt: str
    stycken: tuple[Passage, ...] = ()
    olasta: tuple[str, ...] = ()


def passages(folder: Path, underlag: Underlag, fraga: str) -> Passages:
    """Return the pieces of the papers that likely belong in an answer and are not there yet."""
    try:
        found, looked = suggestions_in(open_library(folder, needs_papers=True), underlag, fraga, silent)
    except InputError as error:
        return Passages(str(error))
    unread = tuple(f"{one.message} {one.hint or ''}".rstrip() for one in looked.unread)
    if not found:
        nothing = f"Inget stycke i papperen ser ut att höra till fråga {fraga} utöver det som redan står i svaret."
        return Passages(nothing, olasta=unread)
    said = "Läs alltid hela papperet: ett förslag till beslut är inget beslut."
    return Passages(said, tuple(_passage(one, looked) for one in found[:_MOST]), unread)


def _passage(forslag: Forslag, looked: Looked) -> Passage:
    traff = forslag.traff
    kalla = looked.library.kalla(traff.paper)
    words = tuple(dict.fromkeys(traff.words))
    about = (kalla.titel, kalla.diarienummer or "") if kalla else ("", "")
    return Passage(traff.paper, traff.place, traff.text, words, forslag.same_in, *about)


def from_papers(folder: Path, underlag: Underlag, fraga: str) -> Beside:
    """Return the pieces of the papers that likely belong in an answer and are not there yet, best first."""
    lines = [*_suggested(passages(folder, underlag, fraga))]
    text = "\n".join(seen(line) for text in lines for line in text.split("\n")) + "\n"
    return Beside(f"Förslag ur papperen till fråga {fraga}", "plaintext", text)


def _suggested(found: Passages) -> Iterator[str]:
    yield found.sagt
    for number, one in enumerate(found.stycken, 1):
        about = " · ".join(filter(None, [one.titel, one.diarienummer]))
        yield from ["", " – ".join(filter(None, [f"{number}. {one.papper}, {one.plats}", about]))]
        yield f"   Ord som mötte: {', '.join(one.ord)}."
        yield from [f"   Samma text i {', '.join(one.samma_i)}."] if one.samma_i else []
        yield from ["", one.text]
    for unread in found.olasta:
        yield from ["", unread]
