"""Files as they are read: no more than so much of each, UTF-8 only. What writes them is ``writing``."""

from pathlib import Path

from rapport.disk import opened
from rapport.errors import InputError, reason
from rapport.finding import Finding, Place
from rapport.limits import TEXT_BYTES, TEXT_LINES

MAX_BYTES = TEXT_BYTES.most
AREA_PATTERNS = ("*.yaml", "*.yml", "*.yaml.txt", "*.yml.txt")  # the files with answers, those misnamed too
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


def read_text(file: Path, shown: str) -> tuple[str, list[Finding]]:
    """Return a file's text as saved, line ends and BOM untouched; "" with a finding when it is not readable text."""
    if file.exists() and not file.is_file():
        return "", [_unreadable(shown, "Det här är ingen vanlig fil och läses inte.", "Ta bort den ur mappen.")]
    try:
        with opened(file) as stream:
            raw = stream.read(MAX_BYTES + 1)
    except OSError as error:
        return "", [
            _unreadable(shown, f"Filen kan inte läsas ({reason(error)}).", "Kontrollera filen och försök igen.")
        ]
    if refusal := _refusal(raw, shown):
        return "", [refusal]
    try:
        return raw.decode("utf-8"), []
    except UnicodeDecodeError as error:
        return "", [_wrong_encoding(raw, error.start, shown)]


def text_fault(text: str, shown: str) -> Finding | None:
    """Return why a text that is not saved yet could not be read as a file; None where it could."""
    return _refusal(text.encode("utf-8", "surrogatepass"), shown)


def _refusal(raw: bytes, shown: str) -> Finding | None:
    """Return why a file is not read as text: it is something else, or too much."""
    if kind := _kind(raw):
        return _unreadable(shown, f"Filen är {kind} med fel ändelse, ingen text, och läses inte.", _HINT_OTHER)
    if len(raw) > MAX_BYTES:
        what = f"är större än {MAX_BYTES // 1_000_000} MB"
    elif raw.count(b"\n") > TEXT_LINES.most:
        what = f"har fler än {TEXT_LINES}"
    else:
        return None
    return _unreadable(shown, f"Filen {what} och läses inte.", "Dela upp den i flera filer.")


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


def require_folder(folder: Path) -> None:
    """Raise InputError, with what is the matter, unless the path is a folder."""
    if not folder.exists():
        raise InputError(f"Mappen {folder} finns inte. Kontrollera sökvägen, eller skapa den med rapport ny.")
    if not folder.is_dir():
        raise InputError(f"{folder} är en fil, men här behövs en mapp med en redovisning.")


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
