"""The answers that documents were built from, kept in the report folder.

What comes back from Word is compared with them, so that a colleague's changes can be told from the folder's own. A
build is known by its content: the same answers give the same id, and a file that somebody has changed is none.
"""

import json
import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import BaseModel, ConfigDict, ValidationError

from rapport.disk import contents, opened
from rapport.errors import OutputError, reason, what_has_changed
from rapport.prose.blocks import Figur, Paragraph, Table, Text, Trace, plain_passages
from rapport.prose.expression import Expression
from rapport.prose.markdown import Prose, parse
from rapport.store.files import MAX_BYTES
from rapport.store.lock import locked
from rapport.store.writing import write_all

OWN = ".rapport"  # what the program keeps in a report folder for itself
_FOLDER = "byggen"
_MOST = 60  # builds that are kept; nobody sends round more of one report
_ID = re.compile(r"[0-9a-f]{20}")


class ByggtSvar(NamedTuple):
    """An answer as it was when a document was built: as written, its expressions evaluated then, and its boxes."""

    text: str
    expressions: tuple[Expression, ...]
    kryss: tuple[str, ...]

    @property
    def prose(self) -> Prose:
        """The answer as it was read then."""
        return parse(self.text, self.expressions)


class _Siffra(BaseModel):
    """Ett uttryck: var det stod, och vad det visade."""

    model_config = ConfigDict(extra="forbid")
    start: int
    slut: int
    text: str = ""
    rader: list[list[str]] = []
    riktning: list[str] = []


class _Svar(BaseModel):
    """Ett svar som det var."""

    model_config = ConfigDict(extra="forbid")
    text: str
    kryss: list[str] = []
    siffror: list[_Siffra] = []


class _Bygge(BaseModel):
    """Ett bygge."""

    model_config = ConfigDict(extra="forbid")
    version: int = 1
    svar: dict[str, _Svar]


def keep_build(folder: Path, svar_by_fraga: Mapping[str, ByggtSvar]) -> str:
    """Keep the answers of a build; return its id. Raises OutputError when they cannot be written."""
    raw = _packed(svar_by_fraga)
    name = _id(raw)
    file = folder / OWN / _FOLDER / f"{name}.json"
    if not file.resolve().is_relative_to(folder.resolve()):
        raise OutputError(
            f"{file.parent} är en länk ut ur mappen, så svaren som dokumentet byggs ur kan inte sparas där. "
            f"{what_has_changed()} Ta bort eller byt namn på den, och försök igen."
        )
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(f"{file.parent} kan inte skapas: {reason(error)}. {what_has_changed()}") from error
    with locked(folder, "bygg"):
        if not file.exists() or contents(file) != raw:
            write_all({file: raw})
            _forget(file.parent)
    return name


def find_build(folder: Path, name: str) -> dict[str, ByggtSvar] | None:
    """Return the answers of a build by its id; None where they are not kept, or not as they were."""
    file = folder / OWN / _FOLDER / f"{name}.json"
    if not _ID.fullmatch(name) or not file.is_file() or not file.resolve().is_relative_to(folder.resolve()):
        return None
    with opened(file) as stream:
        raw = stream.read(4 * MAX_BYTES + 1)
    if _id(raw) != name:
        return None
    try:
        return {fraga: _unpacked(svar) for fraga, svar in _Bygge.model_validate_json(raw).svar.items()}
    except (ValidationError, ValueError):
        return None


def _packed(svar_by_fraga: Mapping[str, ByggtSvar]) -> bytes:
    svar = {
        fraga: _Svar(text=svar.text, kryss=list(svar.kryss), siffror=[_siffra(e) for e in svar.expressions])
        for fraga, svar in sorted(svar_by_fraga.items())
    }
    data: dict[str, Any] = _Bygge(svar=svar).model_dump()
    return json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True).encode("utf-8", "surrogatepass")


def _siffra(expression: Expression) -> _Siffra:
    shown = expression.shown
    if isinstance(shown, Text):
        return _Siffra(start=expression.start, slut=expression.end, text=shown.text)
    rows = [["\n".join(plain_passages(cell)) for cell in row] for row in shown.rows]
    return _Siffra(start=expression.start, slut=expression.end, rader=rows, riktning=list(shown.align))


def _unpacked(svar: _Svar) -> ByggtSvar:
    return ByggtSvar(svar.text, tuple(_expressions(svar.text, svar.siffror)), tuple(svar.kryss))


def _expressions(text: str, siffror: Iterable[_Siffra]) -> Iterable[Expression]:
    for siffra in siffror:
        trace = Trace(text[siffra.start : siffra.slut], ())
        if siffra.rader:
            rows = tuple(tuple((Paragraph((Text(c),)),) if c else () for c in row) for row in siffra.rader)
            yield Expression(siffra.start, siffra.slut, Table(rows, tuple(siffra.riktning), trace))
        else:
            yield Expression(siffra.start, siffra.slut, Figur(siffra.text, trace=trace))


def _id(raw: bytes) -> str:
    return sha256(raw).hexdigest()[:20]


def _forget(folder: Path) -> None:
    """Remove the oldest builds of more than can be in anybody's hands; what is no build of ours is left alone."""
    builds = [file for file in folder.glob("*.json") if _ID.fullmatch(file.stem) and file.is_file()]
    with suppress(OSError):  # the build is kept: what cannot be tidied is no reason to say otherwise
        for file in sorted(builds, key=lambda file: file.stat().st_mtime, reverse=True)[_MOST:]:
            file.unlink(missing_ok=True)
