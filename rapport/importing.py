"""Importing: a filled-in form in Word → the answers of a report folder, nothing overwritten unasked."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from rapport.domain.svar import Svar
from rapport.domain.underlag import Loaded, Underlag
from rapport.errors import InputError, RefusedError
from rapport.prose.count import count
from rapport.prose.render import render
from rapport.prose.tidy import tidy
from rapport.store.edit import Opened, open_file, save, set_text
from rapport.store.files import read_text
from rapport.store.yaml import Document, Keys, Mapping, nfc, parse


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
        before, after = _markdown(ours), _markdown(theirs)
        kryss = ours.kryss if ours else ()
        if after == before and (theirs.kryss == kryss or not theirs.kryss):
            continue
        tidied = tidy(theirs.blocks)
        yield Difference(
            fraga,
            before,
            theirs.med_uttryck or after or before,
            kryss,
            theirs.kryss or kryss,
            count(theirs.blocks),
            count(tidied),
            tuple(figur.uttryck for figur in ours.siffror) if ours else (),
        )


def take_in(folder: Path, loaded: Loaded, differences: list[Difference], kommentarer: dict[str, str]) -> list[Path]:
    """Write answers and comments into the files of a folder, as it was loaded; return the files that were changed.

    Either all files are ready to be written or none is. Everything else in them stays byte for byte.
    """
    changed: Changed = {}
    for difference in differences:
        for keys, text in _values(difference):
            _set(changed, _file(folder, loaded, difference.fraga), difference.fraga, keys, text)
    for fraga, kommentar in kommentarer.items():
        svar = loaded.underlag.svar_by_fraga.get(fraga)
        old = svar.kommentar if svar else None
        if not old or kommentar not in old:
            text = f"{old.rstrip()}\n{kommentar}" if old else kommentar
            _set(changed, _file(folder, loaded, fraga), fraga, ("kommentar",), text)
    for opened, document in changed.values():
        save(opened, document)
    return list(changed)


def refuse_unreadable(loaded: Loaded) -> None:
    """Raise RefusedError when a folder's own files have faults: writing into them could lose answers."""
    faults = [f for f in loaded.findings if f.severity == "error" and f.rule != "markdown"]
    if faults:
        first = faults[0]
        raise RefusedError(f"Rätta först mappens egna filer, {len(faults)} fel: {first.place}: {first.message}")


def _markdown(svar: Svar | None) -> str:
    return nfc(render(tidy(svar.blocks))) if svar else ""


def _values(difference: Difference) -> Iterator[tuple[Keys, str]]:
    if difference.kryss_after != difference.kryss_before:
        yield ("kryss",), " och ".join(difference.kryss_after).lower()
    if difference.after != difference.before:
        yield ("text",), difference.after


Changed = dict[Path, tuple[Opened, Document]]


def _set(changed: Changed, file_and_omrade: tuple[Path, int], fraga: str, keys: Keys, text: str) -> None:
    """Set one value of an answer, in memory; the files are written when all is ready."""
    file, nummer = file_and_omrade
    opened, document = changed.get(file) or _open(file, nummer)
    entry = document.find(("svar", fraga))
    has_answer = document.key(("svar", fraga)) is not None
    if keys == ("text",) and (not has_answer or not isinstance(entry, Mapping)):
        keys = ()  # the short form: the answer is just its text
    elif not has_answer:
        document = set_text(document, ("svar", fraga), "")
    try:
        changed[file] = opened, set_text(document, ("svar", fraga, *keys), text)
    except KeyError as error:
        raise RefusedError(
            f"{file}: {fraga} är skrivet så att {keys[-1]} inte kan ändras. Ändra det för hand."
        ) from error


def _open(file: Path, nummer: int) -> tuple[Opened, Document]:
    source, findings = (read_text(file, file.name)) if file.exists() else (f"område: {nummer}\nsvar:\n", [])
    document, more = parse(source, file.name)
    if document is None or findings:
        raise InputError(f"{file} kan inte läsas: {(findings + more)[0].message}")
    return open_file(file, document), document


def _file(folder: Path, loaded: Loaded, fraga: str) -> tuple[Path, int]:
    """Return the file that has an answer, or should have it, and its area."""
    svar = loaded.underlag.svar_by_fraga.get(fraga)
    omrade = loaded.underlag.mall.omrade_of(fraga)
    path = (svar.place.path if svar else None) or loaded.underlag.place_of(omrade.nummer).path
    return folder / (path or omrade.filnamn), omrade.nummer
