"""Files in and out: capped reads, UTF-8 only, atomic writes."""

import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

from rapport.errors import InputError, OutputError, reason
from rapport.finding import Finding, Place

MAX_BYTES = 2_000_000  # thirty times a whole report
AREA_PATTERNS = ("*.yaml", "*.yml", "*.yaml.txt", "*.yml.txt")  # the files with answers, those misnamed too
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


def read_text(file: Path, shown: str) -> tuple[str, list[Finding]]:
    """Return a file's text as saved, line ends and BOM untouched; "" with a finding when it is not readable text."""
    if file.exists() and not file.is_file():
        return "", [_unreadable(shown, "Det här är ingen vanlig fil och läses inte.", "Ta bort den ur mappen.")]
    try:
        with file.open("rb") as stream:
            raw = stream.read(MAX_BYTES + 1)
    except OSError as error:
        return "", [
            _unreadable(shown, f"Filen kan inte läsas ({reason(error)}).", "Kontrollera filen och försök igen.")
        ]
    if kind := _kind(raw):
        message = f"Filen är {kind} med fel ändelse, ingen text, och läses inte."
        return "", [_unreadable(shown, message, _HINT_OTHER)]
    if len(raw) > MAX_BYTES:
        limit = f"{MAX_BYTES // 1_000_000} MB"
        return "", [_unreadable(shown, f"Filen är större än {limit} och läses inte.", "Dela upp den i flera filer.")]
    try:
        return raw.decode("utf-8"), []
    except UnicodeDecodeError as error:
        return "", [_wrong_encoding(raw, error.start, shown)]


_HINT_OTHER = (
    "Ge den tillbaka sin rätta ändelse. Svar i en Word-fil läses in med  rapport importera FIL.docx --till MAPP"
)
_KINDS = ((b"%PDF-", "en PDF-fil"), (b"{\\rtf", "en RTF-fil"), (b"\xd0\xcf\x11\xe0", "en äldre Word- eller Excel-fil"))
_PACKED = ((b"word/", "en Word-fil"), (b"xl/", "en Excel-fil"), (b"opendocument.text", "en ODT-fil"))


def _kind(raw: bytes) -> str | None:
    """Return what a file is that was saved as text but is none; None for text, as far as its beginning tells."""
    if raw.startswith(b"PK\x03\x04"):
        return next((kind for part, kind in _PACKED if part in raw), "en packad fil (zip)")
    return next((kind for start, kind in _KINDS if raw.startswith(start)), None)


@contextmanager
def replacing(target: Path) -> Iterator[Path]:
    """Give a temporary path beside ``target``; rename it there on success, remove it on failure.

    Raises OutputError when the system refuses; then nothing at ``target`` has changed.
    """
    temporary: Path | None = None
    try:
        handle, name = tempfile.mkstemp(prefix=".rapport-", suffix=target.suffix, dir=target.parent)
        os.close(handle)
        temporary = Path(name)
        yield temporary
        temporary.chmod(0o666 & ~_umask())
        temporary.replace(target)
    except OSError as error:
        raise OutputError(f"{target} kan inte skrivas: {reason(error)}. Inget har ändrats.") from error
    finally:
        if temporary:
            with suppress(OSError):
                temporary.unlink(missing_ok=True)


def write_all(contents: Mapping[Path, bytes | None]) -> None:
    """Write several whole files, or none of them; a file that is to have no content, None, is removed.

    All of them are written beside their targets before the first takes its place. When one then cannot, those that
    already have are put back. Raises OutputError, which says what is on disk now.
    """
    with ExitStack() as leftovers:
        # A link stays one: what it leads to is what was read.
        targets = [(target.resolve() if target.is_symlink() else target, raw) for target, raw in contents.items()]
        staged = [_stage(target, raw, leftovers) for target, raw in targets]
        done: list[_Staged] = []
        try:
            for one in staged:
                if one.new:
                    one.new.replace(one.target)
                else:
                    one.target.unlink()
                done.append(one)
        except OSError as error:
            stuck = [two.target for two in reversed(done) if not _put_back(two)]
            state = f"Redan skrivna är {', '.join(map(str, stuck))}." if stuck else "Inget har ändrats."
            raise OutputError(f"{one.target} kan inte skrivas: {reason(error)}. {state}") from error


class _Staged(NamedTuple):
    """A file about to be written: its new content beside it, and the old one, None where there is none."""

    target: Path
    new: Path | None
    old: Path | None


def _stage(target: Path, raw: bytes | None, leftovers: ExitStack) -> _Staged:
    try:
        new = None
        if raw is not None:
            new = _beside(target, leftovers, raw)
            new.chmod(0o666 & ~_umask())
        if not target.exists():
            return _Staged(target, new, None)
        if new:
            shutil.copymode(target, new)
        old = _beside(target, leftovers)
        shutil.copy2(target, old)
    except OSError as error:
        raise OutputError(f"{target} kan inte skrivas: {reason(error)}. Inget har ändrats.") from error
    return _Staged(target, new, old)


def _beside(target: Path, leftovers: ExitStack, raw: bytes = b"") -> Path:
    """Return a new file beside a target, on the disk itself so that a rename is of the whole; removed in the end."""
    handle, name = tempfile.mkstemp(prefix=".rapport-", suffix=target.suffix, dir=target.parent)
    leftovers.callback(_remove, Path(name))
    with open(handle, "wb") as stream:  # noqa: PTH123 - a handle has no path
        stream.write(raw)
        stream.flush()
        os.fsync(handle)
    return Path(name)


def _put_back(done: _Staged) -> bool:
    try:
        if done.old:
            done.old.replace(done.target)
        else:
            done.target.unlink()
    except OSError:
        return False
    return True


def _remove(file: Path) -> None:
    with suppress(OSError):
        file.unlink(missing_ok=True)


def write_text(target: Path, text: str) -> None:
    """Write a whole UTF-8 file, or nothing."""
    with replacing(target) as temporary:
        temporary.write_bytes(text.encode("utf-8"))


def require_folder(folder: Path) -> None:
    """Raise InputError, with what is the matter, unless the path is a folder."""
    if not folder.exists():
        raise InputError(f"Mappen {folder} finns inte. Kontrollera sökvägen, eller skapa den med rapport ny.")
    if not folder.is_dir():
        raise InputError(f"{folder} är en fil, men här behövs en mapp med en redovisning.")


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _unreadable(shown: str, message: str, hint: str) -> Finding:
    return Finding("yaml", "error", message, hint, Place(shown))


def _wrong_encoding(raw: bytes, offset: int, shown: str) -> Finding:
    name = "UTF-16" if raw[:2] in _UTF16 or b"\0" in raw[:200] else "Windows-1252 eller Latin-1"
    line_start = raw.rfind(b"\n", 0, offset) + 1
    column = len(raw[line_start:offset].decode("utf-8", "replace")) + 1
    return Finding(
        "yaml",
        "error",
        f"Filen är inte sparad som UTF-8; den ser ut att vara {name}.",
        "Spara om den: klicka på teckenkodningen längst ned i VS Code, eller välj Spara som och UTF-8 i Anteckningar.",
        Place(shown, raw.count(b"\n", 0, offset) + 1, column),
    )
