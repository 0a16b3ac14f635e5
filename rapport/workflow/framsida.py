"""What a report is: its region, year and number, and what else of rapport.yaml holds one line; read and changed."""

from collections.abc import Mapping
from pathlib import Path

from rapport.disk import contents
from rapport.errors import InputError, RefusedError
from rapport.finding import Finding
from rapport.store.edit import set_text
from rapport.store.edit_words import with_word
from rapport.store.files import read_text
from rapport.store.folder import RAPPORT, read_rapport
from rapport.store.history import Write, write_kept
from rapport.store.lock import locked
from rapport.store.nodes import Document, Scalar

KEYS = ("region", "år", "diarienummer", "ansvarig", "förra", "sidhuvud", "kommentar")
_MOST = 2_000  # characters of a value


def framsida(folder: Path) -> dict[str, str]:
    """Return what a report's rapport.yaml says, key by key, as it is written; "" for what it does not say."""
    return _values(_read(folder))


def change_framsida(folder: Path, values: Mapping[str, str], was: Mapping[str, str], command: str) -> None:
    """Change keys of a report's rapport.yaml; every other byte of it stays, and what was there is kept.

    ``was`` is what they said when it was decided. RefusedError where one says something else now, InputError where a
    value cannot be what it is said to be.
    """
    if unknown := [key for key in values if key not in KEYS]:
        raise InputError(f"{unknown[0]} kan inte ändras här.")
    with locked(folder, command):
        raw = contents(folder / RAPPORT)
        document = before = _read(folder)
        now = _values(document)
        for key, value in values.items():
            if now[key] != was.get(key, now[key]):
                raise RefusedError(
                    f"{key} har ändrats av någon annan till ”{now[key]}”. Inget är sparat. Ladda om sidan."
                )
            if value != now[key]:
                document = set_text(document, (key,), _line(key, value))
        if document is before:
            return
        _require_right(document, before)
        new = (document.bom + document.source).encode("utf-8")
        write_kept(folder, {RAPPORT: new}, {RAPPORT: raw}, Write(command, {}))


def add_own_word(folder: Path, word: str, command: str) -> None:
    """Put a word to the region's own, as ``change_framsida`` changes a key; RefusedError where that is in doubt."""
    word = _line("ordlista", word)
    with locked(folder, command):
        raw, before = contents(folder / RAPPORT), _read(folder)
        document = with_word(before, word) if word else None
        if document is None:
            raise RefusedError(f"”{word}” kan inte läggas till i ordlistan härifrån. Kanske står det redan där.")
        new = (document.bom + document.source).encode("utf-8")
        write_kept(folder, {RAPPORT: new}, {RAPPORT: raw}, Write(command, {}))


def _line(key: str, value: str) -> str:
    text = value.strip()
    if len(text) > _MOST or (key != "kommentar" and not text.isprintable()):
        raise InputError(f"{key} ska vara en rad på högst {_MOST} tecken.")
    return text


def _require_right(document: Document, before: Document) -> None:
    """Raise InputError where a changed rapport.yaml has a fault that it had not before."""
    known = {finding.message for finding in _faults(before)}
    if new := [finding for finding in _faults(document) if finding.message not in known]:
        raise InputError(f"{new[0].message} {new[0].hint or ''}".strip())


def _faults(document: Document) -> list[Finding]:
    return read_rapport(document.bom + document.source)[2]


def _read(folder: Path) -> Document:
    source, findings = read_text(folder / RAPPORT, RAPPORT)
    document, faults = (None, findings) if findings else read_rapport(source)[1:]
    if document is None:
        raise RefusedError(f"{RAPPORT} kan inte läsas: {faults[0].message}")
    return document


def _values(document: Document) -> dict[str, str]:
    nodes = {key: document.find((key,)) for key in KEYS}
    return {key: node.text if document.key((key,)) and isinstance(node, Scalar) else "" for key, node in nodes.items()}
