"""Importing: a filled-in form in Word → the answers of a report folder, nothing overwritten unasked."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from rapport.domain.svar import Svar
from rapport.domain.underlag import Loaded, Underlag
from rapport.errors import RefusedError
from rapport.prose.count import count
from rapport.prose.render import render
from rapport.prose.tidy import tidy
from rapport.store.yaml import nfc
from rapport.workflow.report import Report


@dataclass(frozen=True, slots=True)
class Difference:
    """One question whose answer in Word is not the one in the folder: both as Markdown, boxes and counts.

    ``expressions`` are the folder's own, whose figures Word shows as plain text; they are lost with the text.
    """

    fraga: str
    before: str
    after: str
    kryss_before: tuple[str, ...] = ()
    kryss_after: tuple[str, ...] = ()
    tecken_in_word: int = 0
    tecken_here: int = 0
    expressions: tuple[str, ...] = ()

    @property
    def lost(self) -> tuple[str, ...]:
        """The expressions that would be lost if Word's answer took the place of the folder's."""
        return self.expressions if self.after != self.before else ()

    @property
    def is_new(self) -> bool:
        """Whether the folder has no answer yet, so that nothing can be lost."""
        return not self.before.strip() and not self.kryss_before and not self.expressions


def compare(document: Underlag, folder: Underlag) -> Iterator[Difference]:
    """Yield a difference for every question that Word answers otherwise than the folder; silence changes nothing."""
    for fraga in document.mall.fraga_by_id:
        theirs, ours = document.svar_by_fraga.get(fraga), folder.svar_by_fraga.get(fraga)
        if theirs is None:
            continue
        before = _markdown(ours)
        after = _markdown(theirs) or before
        kryss_before = ours.kryss if ours else ()
        kryss_after = theirs.kryss or kryss_before
        if (after, kryss_after) == (before, kryss_before):
            continue
        tidied = tidy(theirs.blocks)
        yield Difference(
            fraga,
            before,
            theirs.markdown or after,
            kryss_before,
            kryss_after,
            count(theirs.blocks),
            count(tidied),
            tuple(siffra.trace.uttryck for siffra in ours.siffror) if ours else (),
        )


def take_in(
    report: Report, differences: list[Difference], kommentarer: dict[str, str], command: str = "importera"
) -> list[Path]:
    """Write answers and comments into an open report folder; return the files that were changed.

    Either all files are written or none is. Everything else in them stays byte for byte.
    """
    for difference in differences:
        report.set(difference.fraga, **dict(_values(difference)))
    for fraga, kommentar in kommentarer.items():
        svar = report.underlag.svar_by_fraga.get(fraga)
        old = svar.kommentar if svar else None
        if not old or kommentar not in old:
            report.set(fraga, kommentar=f"{old.rstrip()}\n{kommentar}" if old else kommentar)
    return report.save(command)


def refuse_unreadable(loaded: Loaded) -> None:
    """Raise RefusedError when a folder's own files have faults: writing into them could lose answers."""
    faults = [f for f in loaded.findings if f.severity == "error" and f.rule != "markdown"]
    if faults:
        first = faults[0]
        raise RefusedError(f"Rätta först mappens egna filer, {len(faults)} fel: {first.place}: {first.message}")


def _markdown(svar: Svar | None) -> str:
    return nfc(render(tidy(svar.blocks))) if svar else ""


def _values(difference: Difference) -> Iterator[tuple[str, str | tuple[str, ...]]]:
    if difference.kryss_after != difference.kryss_before:
        yield "kryss", difference.kryss_after
    if difference.after != difference.before:
        yield "text", difference.after
