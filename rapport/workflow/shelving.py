"""Tables and papers put into a report folder: read first, named safely, never over what is there, and registered."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

from rapport.disk import contents, workplace
from rapport.domain.mall import file_word
from rapport.domain.tabell import Tabell
from rapport.errors import InputError
from rapport.figures.tables import FOLDER as TABLES
from rapport.figures.tables import Tables
from rapport.finding import Finding
from rapport.sources.citing import Proposal, propose
from rapport.sources.paper import Paper
from rapport.sources.worker import PaperReader
from rapport.store.folder import KALLOR, PAPERS
from rapport.store.history import Write, write_kept
from rapport.store.history_post import content
from rapport.store.kallor import load_register
from rapport.store.kallor_put import with_entry
from rapport.store.lock import locked
from rapport.store.writing import write_all
from rapport.workflow.papers import READERS

__all__ = ["KINDS", "Found", "Kind", "Proposal", "Tabell", "look", "shelve"]
Kind = Literal["tabell", "papper"]
KINDS: dict[str, tuple[str, ...]] = {"tabell": (".csv", ".tsv", ".xlsx"), "papper": tuple(READERS)}
_FOLDERS = {"tabell": TABLES, "papper": PAPERS}
_RESERVED = {"con", "prn", "aux", "nul", *(f"{name}{number}" for name in ("com", "lpt") for number in range(1, 10))}


@dataclass(frozen=True, slots=True)
class Found:
    """What a file says: its tables, or what the register could say of it; and what is wrong with it, in words.

    ``name`` is what it would be called in the folder, ``same`` the file there that holds exactly the same.
    """

    name: str
    tables: tuple[Tabell, ...] = ()
    proposal: Proposal | None = None
    remarks: tuple[str, ...] = ()
    fault: str | None = None
    same: str | None = None


def look(folder: Path, file: Path, shown: str, kind: Kind) -> Found:
    """Read a file as a table or a paper of a folder, with what reads such files there; nothing is written."""
    suffix = file.suffix.lower()
    if suffix not in KINDS[kind]:
        raise InputError(f"{shown} kan inte läsas som {kind}. Det ska vara {', '.join(KINDS[kind])}.")
    name = _free_name(folder / _FOLDERS[kind], shown, suffix)
    same = _same(folder / _FOLDERS[kind], file)
    return _table(file, name, same) if kind == "tabell" else _paper(folder, file, name, same)


def shelve(folder: Path, file: Path, shown: str, kind: Kind, entry: Mapping[str, str] | None, command: str) -> str:  # noqa: PLR0913, PLR0917 - all that it takes
    """Put a file in its folder, with what the register is to say of it, all or none; return its name there.

    ``entry`` has a paper's short name as ``id``, and its other keys as the register has them.
    """
    place = folder / _FOLDERS[kind]
    if place.is_symlink():
        raise InputError(f"{place.name} är en länk, så inget läggs där. Lägg filen där själv.")
    raw = contents(file)
    with locked(folder, command):
        name = _free_name(place, shown, file.suffix.lower())
        own = {place / name: raw}
        if not entry:
            place.mkdir(exist_ok=True)
            write_all(own, {place / name: None})
            return f"{place.name}/{name}"
        register = content(folder, KALLOR)
        text = None if register is None else register.decode("utf-8")
        new = with_entry(text, entry["id"], {**_checked(entry), "fil": name}).encode("utf-8")
        place.mkdir(exist_ok=True)
        write_kept(folder, {KALLOR: new}, {KALLOR: register}, Write(command, {}), own)
    return f"{place.name}/{name}"


def _checked(entry: Mapping[str, str]) -> dict[str, str]:
    values = {key: " ".join(entry.get(key, "").split()) for key in ("diarienummer", "titel", "datum", "slag")}
    try:
        if values["datum"]:
            values["datum"] = date.fromisoformat(values["datum"]).isoformat()
    except ValueError:
        raise InputError(f"Datumet ”{values['datum']}” ska skrivas med år, månad och dag: 2025-12-01.") from None
    return values


def _table(file: Path, name: str, same: str | None) -> Found:
    with workplace() as place:
        target = place / TABLES / name
        target.parent.mkdir()
        target.write_bytes(contents(file))
        found = Tables(place)
        tables = tuple(found.by_name.values())
    said = tuple(map(_said, found.findings))
    fault = None if tables else (said or ("Filen har ingen tabell.",))[0]
    return Found(name, tables, remarks=said if tables else said[1:], fault=fault, same=same)


def _paper(folder: Path, file: Path, name: str, same: str | None) -> Found:
    register, _ = load_register(folder)
    with PaperReader(READERS) as reader:
        text = reader.read(Paper(name, file))
    if text.fault:
        return Found(name, fault=" ".join(text.fault), same=same)
    return Found(name, proposal=propose(name, text.snippets, register), same=same)


def _said(finding: Finding) -> str:
    row = f"rad {finding.place.line}"
    place = f"{row}: " if finding.place.line and not finding.message.lower().startswith(f"{row} ") else ""
    return f"{place}{finding.message} {finding.hint or ''}".strip()


def _free_name(place: Path, shown: str, suffix: str) -> str:
    """Return a name of plain letters that no file in a folder has, in Windows either."""
    word = file_word(Path(shown).stem)[:80] or "fil"
    word = f"{word}-fil" if word in _RESERVED else word
    taken = {file.name.casefold() for file in place.iterdir()} if place.is_dir() else set()
    names = (f"{word}{number}{suffix}" for number in ("", *(f"-{n}" for n in range(2, 10_000))))
    return next(name for name in names if name.casefold() not in taken)


def _same(place: Path, file: Path) -> str | None:
    """Return the file in a folder that holds what another does."""
    raw = contents(file)
    files = sorted(place.iterdir()) if place.is_dir() else []
    like = (one for one in files if one.is_file() and one.stat().st_size == len(raw))
    return next((one.name for one in like if contents(one) == raw), None)
