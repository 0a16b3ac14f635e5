"""The report before: what rapport.yaml names under ``förra``, read for its answers alone.

What that report in its turn names is not followed. One that cannot be read is a finding, never a silence.
"""

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from rapport.domain.underlag import Underlag
from rapport.errors import InputError
from rapport.finding import Finding
from rapport.store.folder import Folder
from rapport.workflow.load import load_answers
from rapport.workflow.result import fingerprint

RULE = "fjolarstext"
_HIDES = {"yaml", "okand-nyckel", "okand-fraga", "dubbelt-svar"}
_NOT_COMPARED = "så svaren jämförs inte med förra årets"


class Before(NamedTuple):
    """The report before, None where there is none to compare with, and what was wrong with it.

    ``path`` is where it should be, and ``fingerprint`` what tells its files from what they were.
    """

    underlag: Underlag | None = None
    findings: tuple[Finding, ...] = ()
    path: Path = Path()
    fingerprint: str | None = None


class ForraReader:
    """Reads the report before, and reads it again when it has changed."""

    def __init__(self) -> None:
        self._last = Before()
        self._named = ""

    def read(self, folder: Folder) -> Before | None:
        """Return the report that a folder names as the one before it; None where nobody wants to compare them."""
        named = folder.rapport.forra.strip()
        if not named or folder.rapport.regler.get(RULE) == "av":
            return None
        way = named.replace("\\", "/")
        if way.startswith("//"):  # to ask another computer may be to tell it who is asking
            hint = "Anslut den som en enhet (G:), och skriv sökvägen dit."
            return _fault(folder, f"förra är en nätverksadress, {_NOT_COMPARED}.", hint)
        path = Path(os.path.normpath(folder.path / way))
        now = fingerprint(path)
        if not now or (now, path, named) != (self._last.fingerprint, self._last.path, self._named):
            self._last, self._named = _read(folder, path, named)._replace(path=path, fingerprint=now), named
        return self._last


def _read(folder: Folder, path: Path, named: str) -> Before:
    try:
        if path.resolve() == folder.path.resolve():
            return _fault(folder, f"förra är den här mappen, {_NOT_COMPARED}.", "Skriv var förra årets mapp ligger.")
        loaded = load_answers(path)
    except (InputError, OSError, RuntimeError, ValueError) as error:
        why = " ".join(str(error).split()) if isinstance(error, InputError) and _is_there(path) else ""
        hint = f"{why} Skriv var den ligger nu, eller ta bort raden.".strip()
        return _fault(folder, f"Förra redovisningen, ”{named}”, kan inte läsas, {_NOT_COMPARED}.", hint)
    faults = hiding(loaded.findings)
    if not faults:
        return Before(loaded.underlag)
    message = f"Förra redovisningen, ”{named}”, har {len(faults)} fel i sina filer, så alla svar kan inte jämföras."
    hint = f"Rätta dem där. Det första: {faults[0].place}: {faults[0].message}"
    return _fault(folder, message, hint)._replace(underlag=loaded.underlag)


def hiding(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the faults of a report's files that keep answers from being read at all."""
    return tuple(finding for finding in findings if finding.rule in _HIDES and finding.severity == "error")


def _is_there(path: Path) -> bool:
    with suppress(OSError, ValueError):
        return path.exists()
    return False


def _fault(folder: Folder, message: str, hint: str) -> Before:
    place = folder.document.place(folder.document.find(("förra",)))
    return Before(None, (Finding(RULE, "warning", message[0].upper() + message[1:], hint, place),))
