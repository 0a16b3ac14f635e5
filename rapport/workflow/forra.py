"""The report before: what rapport.yaml names under ``förra``, read for its answers alone.

What that report in its turn names is not followed. One that cannot be read is a finding, never a silence.
"""

from pathlib import Path
from typing import NamedTuple

from rapport.domain.underlag import Underlag
from rapport.errors import InputError
from rapport.finding import Finding
from rapport.store.folder import Folder
from rapport.workflow.load import load_answers
from rapport.workflow.result import fingerprint

RULE = "fjolarstext"
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
        path = folder.path / named.replace("\\", "/")
        now = fingerprint(path)
        if not now or (now, path, named) != (self._last.fingerprint, self._last.path, self._named):
            self._last, self._named = _read(folder, path, named)._replace(path=path, fingerprint=now), named
        return self._last


def _read(folder: Folder, path: Path, named: str) -> Before:
    if named.startswith(("//", "\\\\")):  # to ask another computer may be to tell it who is asking
        return _fault(folder, f"förra är en nätverksadress, {_NOT_COMPARED}.", "Skriv en sökväg på datorn.")
    try:
        if path.resolve() == folder.path.resolve():
            return _fault(folder, f"förra är den här mappen, {_NOT_COMPARED}.", "Skriv var förra årets mapp ligger.")
        loaded = load_answers(path)
    except (InputError, OSError, ValueError) as error:
        why = " ".join(str(error).split()) if isinstance(error, InputError) else ""
        hint = f"{why} Skriv var den ligger nu, eller ta bort raden.".strip()
        return _fault(folder, f"Förra redovisningen, ”{named}”, kan inte läsas, {_NOT_COMPARED}.", hint)
    unread = loaded.underlag.olasta
    if unread:
        where = f"Område {', '.join(map(str, sorted(unread)))} i förra redovisningen, ”{named}”,"
        faults = _fault(folder, f"{where} kan inte läsas, {_NOT_COMPARED} där.", "Rätta filen i förra årets mapp.")
        return faults._replace(underlag=loaded.underlag)
    return Before(loaded.underlag)


def _fault(folder: Folder, message: str, hint: str) -> Before:
    place = folder.document.place(folder.document.find(("förra",)))
    return Before(None, (Finding(RULE, "warning", message[0].upper() + message[1:], hint, place),))
