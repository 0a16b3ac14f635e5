"""Writing results to files that a user names: never over what somebody has written, or has changed since."""

import json
import re
from hashlib import sha256
from itertools import count
from pathlib import Path

from rapport.cachefolder import read_cache, write_cache
from rapport.disk import opened
from rapport.errors import InputError, RefusedError
from rapport.filenames import require_name
from rapport.output import FORMATS

_BARE = re.compile(r"[\w.,/\\:+-]+")  # what needs no quotation marks in PowerShell and bash
_OF_PEOPLE = (".yaml", ".yml", ".docx", ".pdf", ".md", ".csv", ".xlsx")
_BEGINNING = 1000  # bytes
_MOST_BYTES = 50_000_000  # no result is so large
_WRITTEN, _VERSION, _MOST = "resultat-skrivna", "1", 2_000  # checksums of results that we have written


def write_result(target: Path, text: str, format_: str, *, force: bool = False) -> None:
    """Write a result; RefusedError where what is there is no result as we wrote it, unless it is to go.

    InputError where it would take the place of something that can only be what people have written.
    """
    suffix = target.suffix.lower()
    if suffix in _OF_PEOPLE and suffix not in FORMATS[format_]:
        raise InputError(f"{target} kan vara någons underlag. Ge resultatet ett annat namn, till exempel resultat.txt.")
    require_name(target)
    if not target.parent.is_dir():
        raise InputError(f"Mappen {target.parent} finns inte. Skapa den, eller välj en annan plats med --ut.")
    if target.exists() and not target.is_file():
        raise InputError(f"{target} är ingen vanlig fil. Välj ett annat namn med --ut.")
    was = _content(target)
    if was is not None and not force and not _is_ours(was, format_):
        raise RefusedError(
            f"{target} är inget resultat härifrån, eller har ändrats sedan det skrevs, och skrivs inte över. "
            "Välj ett annat namn med --ut, eller lägg till --tvinga om filen inte behövs."
        )
    _put(target, was, raw := text.encode("utf-8"))
    known = [one for one in _known() if one != _checksum(raw)]
    write_cache(_WRITTEN, _VERSION, {"summor": [*known, _checksum(raw)][-_MOST:]})


def _put(target: Path, was: bytes | None, raw: bytes) -> None:
    """Write a file over what was read there; in a report folder one at a time, as everything there."""
    from rapport.store.folder import RAPPORT
    from rapport.store.lock import locked
    from rapport.store.writing import write_all

    if (target.parent / RAPPORT).is_file():
        with locked(target.parent, "kontrollera --ut"):
            write_all({target: raw}, {target: was})
    else:
        write_all({target: raw}, {target: was})


def free_place(wanted: Path, format_: str) -> Path:
    """Return where a result can be written that nobody has named: the wanted place, or one numbered from 2 on.

    What is there already may only be an earlier result, as we wrote it.
    """
    names = (wanted if number == 1 else wanted.with_stem(f"{wanted.stem}-{number}") for number in count(1))
    return next(file for file in names if not (file.exists() or file.is_symlink()) or _can_go(file, format_))


def _can_go(file: Path, format_: str) -> bool:
    if not file.is_file() or file.is_symlink():
        return False
    was = _content(file)
    return was is not None and _is_ours(was, format_)


def _content(file: Path) -> bytes | None:
    if not file.exists():
        return None
    with opened(file) as stream:
        return stream.read(_MOST_BYTES)


def _is_ours(raw: bytes, format_: str) -> bool:
    """Whether a file is byte for byte a result that we have written, as this user's cache remembers.

    Where nothing is remembered at all, as on a computer that is made anew for each run, it is enough that it is one
    that only a program writes, and that it says is ours.
    """
    known = _known()
    return not raw or _checksum(raw) in known or (not known and _says_it_is_ours(raw, format_))


def _says_it_is_ours(raw: bytes, format_: str) -> bool:
    if format_ == "html":
        from rapport.output.html import MARK

        return MARK.encode() in raw[:_BEGINNING]
    try:
        data = json.loads(raw)
        ours = {"version", "kalla", "omraden", "findings"} <= data.keys() if format_ == "json" else False
        return ours or (format_ == "sarif" and data["runs"][0]["tool"]["driver"]["name"] == "rapport")
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return False


def _known() -> list[str]:
    known = read_cache(_WRITTEN, _VERSION).get("summor")
    return [one for one in known if isinstance(one, str)] if isinstance(known, list) else []


def _checksum(raw: bytes) -> str:
    return sha256(raw).hexdigest()


def as_argument(path: Path) -> str:
    """Return a path as it follows a command that is to be pasted, a blank before it; "" for the folder one is in."""
    if path == Path():
        return ""
    text = str(path)
    if _BARE.fullmatch(text):
        return f" {text}"
    quote = "'" if re.search(r"[$`]", text) and "'" not in text else '"'
    return f" {quote}{text}{quote}"
