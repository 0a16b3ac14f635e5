"""The file that a user's shell runs first of all: something is added to it, and nothing in it is changed."""

import codecs
import os
from pathlib import Path

from rapport.errors import InputError, OutputError, reason, what_has_changed
from rapport.store.writing import write_all

_UTF16 = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}


def add(file: Path, script: str) -> bool:
    """Put a script in ASCII last in a file, unless it stands there; return whether it was put there.

    The file, and the folder it lies in, are made where they are not there: Windows has none from the beginning. Where
    it is in UTF-16, as PowerShell 5.1 writes what is sent by >, the script is too; in all others ASCII is what it is.
    """
    try:
        was = file.read_bytes() if file.exists() else None
        encoding = _UTF16.get((was or b"")[:2], "ascii")
        end = "\r\n".encode(encoding) if was and "\r\n".encode(encoding) in was else os.linesep.encode(encoding)
        lines = [line.encode(encoding) for line in script.splitlines()]
        if was and end.join(lines) in was:
            return False
        file.parent.mkdir(parents=True, exist_ok=True)
    except IsADirectoryError:
        raise InputError(f"{file} är en mapp. Ange startfilens namn.") from None
    except OSError as error:
        raise OutputError(f"{file} kan inte skrivas: {reason(error)}. {what_has_changed()}") from error
    before = was + (end if not was.endswith(end) else b"") if was else b""
    write_all({file: before + end.join([*lines, b""])}, {file: was})
    return True
