"""One write in a folder's history, as it is read: which command, when, which files, and what they held before.

What stands there may have come with a folder from anywhere: a post names files of the report and nothing else, and
what was kept is what its checksum says, or it is not used.
"""

import re
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import Annotated, Literal, NamedTuple

from pydantic import AfterValidator, AwareDatetime, BaseModel, ConfigDict, Field, ValidationError

from rapport.disk import contents, opened
from rapport.errors import InputError, OutputError, reason, what_has_changed

FOLDER = ".rapport"  # what the program keeps of a report, beside what people write
HISTORY = f"{FOLDER}/angra"
POST, UNDER_WAY, DONE = "post.json", "skrivs", "klar"
NAME = re.compile(r"\d{6}-[0-9a-f]{8}")
_UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
_SUFFIXES = (".yaml", ".docx", ".pdf")  # of what commands write in a report folder
_MAX_POST, _MAX_KEPT = 1_000_000, 200_000_000  # bytes
_BROKEN = "{} i historiken kan inte användas: {}. Den hoppas över; ta bort mappen {} om den inte behövs."


def is_keepable(name: str) -> bool:
    """Whether a name, relative to the report folder, is of a file that commands write there."""
    path = Path(name)
    is_inside = not (path.is_absolute() or path.drive) and path.as_posix() == name
    is_open = bool(path.parts) and all(part[0] != "." for part in path.parts)
    return is_inside and is_open and not _UNSEEN.search(name) and name.lower().endswith(_SUFFIXES)


def _keepable(name: str) -> str:
    if not is_keepable(name):
        raise ValueError("no file of a report")
    return name


def _printable(text: str) -> str:
    if not text.isprintable():
        raise ValueError("not printable")
    return text


_Sum = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
_Word = Annotated[str, Field(max_length=80), AfterValidator(_printable)]


class _Data(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore", strict=True)


class Fil(_Data):
    """A file that was written: its checksums before and after (None where there was none), and the answers changed.

    ``svar`` has a fingerprint of each such answer as the write left it.
    """

    fil: Annotated[str, Field(max_length=400), AfterValidator(_keepable)]
    fore: _Sum | None
    efter: _Sum | None
    svar: dict[_Word, _Sum] = Field(default_factory=dict)


class Post(_Data):
    """One write, by ``vem``. ``tar_tillbaka`` is the one that it undoes or does again; ``kvar`` what it left then."""

    version: Literal[1]
    kommando: _Word
    tid: Annotated[AwareDatetime, Field(strict=False)]
    filer: Annotated[list[Fil], Field(max_length=300)]
    tar_tillbaka: _Word = ""
    vem: _Word = ""
    kvar: Annotated[list[str], Field(max_length=1000)] = Field(default_factory=list)


class Entry(NamedTuple):
    """A write in the history: its name (they sort in the order they were made), where it is kept, what it says."""

    name: str
    path: Path
    post: Post
    is_done: bool

    @property
    def when(self) -> datetime:
        """When it was written, where the user is."""
        return self.post.tid.astimezone()

    def kept(self, fil: Fil) -> bytes | None:
        """Return what a file held before the write; InputError where that is not what was kept."""
        if fil.fore is None:
            return None
        place = self.path / str(self.post.filer.index(fil) + 1)
        raw = _contents(place, _MAX_KEPT)
        if checksum(raw) != fil.fore:
            raise InputError(f"{fil.fil} kan inte tas tillbaka: det som sparades undan är skadat ({place}).")
        return raw


class History(NamedTuple):
    """The writes that are kept of a folder, the oldest first, and what could not be read of them, in words."""

    entries: tuple[Entry, ...]
    faults: tuple[str, ...]


def checksum(raw: bytes | None) -> str | None:
    """Return what tells contents from others; None for none."""
    return None if raw is None else sha256(raw).hexdigest()


def place_of(folder: Path, name: str) -> Path:
    """Return where a file of the report is; OutputError where a link leads out of the folder: nobody writes there."""
    file = folder / name
    root, place = folder.resolve(), file.resolve()
    if not place.is_relative_to(root) or any(part[0] == "." for part in place.relative_to(root).parts):
        raise OutputError(f"{file} är en länk ut ur mappens filer, och ändras inte. {what_has_changed()}")
    return file


def content(folder: Path, name: str) -> bytes | None:
    """Return what a file of the report holds now, None where there is none; OutputError where it cannot be read."""
    file = place_of(folder, name)
    try:
        return contents(file) if file.exists() else None
    except OSError as error:
        raise OutputError(f"{file} kan inte läsas: {reason(error)}. {what_has_changed()}") from error


def history_place(folder: Path) -> Path:
    """Return where a folder's history is; OutputError where a link leads elsewhere."""
    place = folder / HISTORY
    for part in (folder / FOLDER, place):
        if part.is_symlink() or (part.exists() and not part.is_dir()):
            raise OutputError(
                f"{part} är ingen vanlig mapp, så det som fanns kan inte sparas undan där. "
                f"{what_has_changed()} Ta bort eller byt namn på den, och försök igen."
            )
    return place


def read_history(folder: Path) -> History:
    """Read the writes that are kept of a folder; one that cannot be used never hides the others."""
    entries: list[Entry] = []
    faults: list[str] = []
    for path in places(folder):
        try:
            entries.append(read_entry(path))
        except InputError as error:
            faults.append(str(error))
    return History(tuple(entries), tuple(faults))


def places(folder: Path) -> list[Path]:
    """Return where the writes are kept, the oldest first; without its post a write never began."""
    found = sorted(place.iterdir()) if (place := history_place(folder)).exists() else ()
    return [path for path in found if NAME.fullmatch(path.name) and not path.is_symlink() and (path / POST).exists()]


def read_entry(path: Path) -> Entry:
    """Read one write; InputError where it cannot be used."""
    try:
        post = Post.model_validate_json(_contents(path / POST, _MAX_POST))
    except ValidationError as error:
        raise InputError(_BROKEN.format(path.name, _fault(error), path)) from error
    return Entry(path.name, path, post, (path / DONE).exists())


def _fault(error: ValidationError) -> str:
    if (where := error.errors()[0]["loc"])[:1] == ("version",):
        return "den är skriven av en annan version av programmet"
    return f"{where[0]} är inte som det ska" if where else "den är skadad"


def _contents(file: Path, most: int) -> bytes:
    """Return what a file of the history holds; InputError where it is not a plain file, or too large."""
    try:
        if file.is_symlink() or not file.is_file():
            raise InputError(f"{file} saknas eller är ingen vanlig fil, så den skrivningen kan inte tas tillbaka.")
        with opened(file) as stream:
            raw = stream.read(most + 1)
    except OSError as error:
        raise InputError(f"{file} kan inte läsas ({reason(error)}).") from error
    if len(raw) > most:
        raise InputError(f"{file} är för stor och läses inte.")
    return raw
